// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/TimeText.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>

namespace earmark
{

namespace
{

constexpr std::int64_t billion = 1'000'000'000;
constexpr std::int64_t longestInSeconds = (maxHours + 1) * 3600;

/** Takes digits off the text's front. Nothing where there are none, or more than any time has. */
std::optional<std::int64_t> takeNumber (std::string_view& text)
{
    std::int64_t value = 0;
    std::size_t n = 0;

    for (; n < text.size() && isDigit (text[n]); ++n)
    {
        value = value * 10 + (text[n] - '0');

        if (value > 100 * longestInSeconds)
            return {};
    }

    text.remove_prefix (n);
    return n > 0 ? std::optional (value) : std::nullopt;
}

/** The rest of the text as a fraction of a second, ".5" or ",250", or nothing left. */
std::optional<std::int64_t> takeFraction (std::string_view text)
{
    if (text.empty())
        return 0;

    if ((text.front() != '.' && text.front() != ',') || text.size() < 2)
        return text.size() == 1 && text.front() == '.' ? std::optional<std::int64_t> (0) : std::nullopt;

    std::int64_t value = 0;
    std::int64_t unit = billion;

    for (const char c : text.substr (1))
    {
        if (! isDigit (c))
            return {};

        if (unit > 1)
            value += (c - '0') * (unit /= 10);
        else if (unit == 1)
            value += std::exchange (unit, 0) * (c >= '5' ? 1 : 0);
    }

    return value;
}

std::optional<Duration> withinReason (std::int64_t seconds, std::int64_t nanoseconds, bool negative)
{
    if (seconds > longestInSeconds)
        return {};

    const auto d = Duration::fromSeconds (seconds) + Duration::fromNanoseconds (nanoseconds);
    return negative ? -d : d;
}

std::optional<Duration> parseExponent (std::string_view text)
{
    double value = 0;
    const auto [end, code] = std::from_chars (text.data(), text.data() + text.size(), value);

    if (code != std::errc() || end != text.data() + text.size() || ! (std::abs (value) < longestInSeconds))
        return {};

    return Duration::fromNanoseconds (std::llround (value * 1e9));
}

} // namespace

std::optional<Duration> parseSeconds (std::string_view text)
{
    text = trim (text);
    const auto whole = text;
    const bool negative = text.starts_with ('-');

    if (negative || text.starts_with ('+'))
        text.remove_prefix (1);

    const bool noWhole = text.starts_with ('.') && text.size() > 1;
    const auto seconds = noWhole ? std::optional<std::int64_t> (0) : takeNumber (text);

    if (! seconds)
        return {};

    if (const auto fraction = takeFraction (text))
        return withinReason (*seconds, *fraction, negative);

    return text.find_first_of ("eE") != std::string_view::npos ? parseExponent (whole) : std::nullopt;
}

std::optional<Duration> parseMilliseconds (std::string_view text)
{
    text = trim (text);
    const auto sign = text.substr (0, text.starts_with ('-') || text.starts_with ('+') ? 1u : 0u);
    text.remove_prefix (sign.size());

    if (text.empty() || ! isDigit (text.front()))
        return {};

    // The point goes three digits to the left, so that it is rounded as seconds are.
    constexpr std::size_t decimals = 3;
    const auto point = std::min (text.find_first_of (".,eE"), text.size());
    const auto rest = text.substr (point);
    std::string digits (text.substr (0, point));

    if (digits.size() <= decimals)
        digits.insert (0, decimals + 1 - digits.size(), '0');

    digits.insert (digits.size() - decimals, 1, '.');
    digits += rest.starts_with ('.') || rest.starts_with (',') ? rest.substr (1) : rest;
    return parseSeconds (std::string (sign) + digits);
}

std::optional<Duration> parseClock (std::string_view text)
{
    text = trim (text);
    std::array<std::int64_t, 3> fields {};
    std::size_t count = 0;

    for (;;)
    {
        const auto number = takeNumber (text);

        if (! number || (count > 0 && *number > 59))
            return {};

        fields[count++] = *number;

        if (count == fields.size() || ! text.starts_with (':'))
            break;

        text.remove_prefix (1);
    }

    std::int64_t seconds = 0;

    for (std::size_t i = 0; i < count; ++i)
        seconds = seconds * 60 + fields[i];

    const auto fraction = takeFraction (text);
    return fraction ? withinReason (seconds, *fraction, false) : std::nullopt;
}

std::optional<Duration> fromUnits (std::int64_t units, std::int64_t perSecond)
{
    if (perSecond < 1 || perSecond > 4 * billion)
        return {};

    auto seconds = units / perSecond;
    auto rest = units % perSecond;

    if (rest < 0)
    {
        --seconds;
        rest += perSecond;
    }

    if (seconds < -longestInSeconds || seconds > longestInSeconds)
        return {};

    return Duration::fromSeconds (seconds)
           + Duration::fromNanoseconds ((rest * billion + perSecond / 2) / perSecond);
}

std::optional<std::int64_t> parseInteger (std::string_view text)
{
    text = trim (text);

    if (text.starts_with ('+'))
        text.remove_prefix (1);

    std::int64_t value = 0;
    const auto [end, code] = std::from_chars (text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() ? std::optional (value) : std::nullopt;
}

std::string formatSeconds (Duration time, int decimals)
{
    std::int64_t unit = 1;

    for (int i = 0; i < decimals; ++i)
        unit *= 10;

    const auto ns = time.nanoseconds();
    const auto units =
        (std::abs (ns) / billion) * unit + ((std::abs (ns) % billion) * unit + billion / 2) / billion;
    const auto* sign = ns < 0 && units > 0 ? "-" : "";
    return decimals == 0 ? std::format ("{}{}", sign, units)
                         : std::format ("{}{}.{:0{}}", sign, units / unit, units % unit, decimals);
}

std::int64_t toUnits (Duration time, std::int64_t perSecond)
{
    const auto ns = time.nanoseconds();
    return ns / billion * perSecond + (ns % billion * perSecond + billion / 2) / billion;
}

} // namespace earmark
