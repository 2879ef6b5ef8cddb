// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

/** A digit or a colon of a time, in ASCII, in the full-width forms of East Asian text, or in the digits of Arabic, Persian and Indian
    scripts. */
struct Glyph
{
    enum class Kind
    {
        other,
        digit,
        colon
    };

    Kind kind = Kind::other;
    int digit = 0;
    std::size_t size = 0;
};

Glyph glyphAt (std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};

    // Nearly all text.
    if (const auto byte = static_cast<unsigned char> (text[at]); byte < 0x80)
    {
        if (byte >= '0' && byte <= '9')
            return { Glyph::Kind::digit, byte - '0', 1 };

        return { byte == ':' ? Glyph::Kind::colon : Glyph::Kind::other, 0, 1 };
    }

    const auto [c, size] = codePointAt (text, at);

    for (const char32_t zero : { U'\uFF10', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6' })
        if (c >= zero && c <= zero + 9)
            return { Glyph::Kind::digit, int (c - zero), size };

    if (c == 0xFF1A || c == 0x2236)
        return { Glyph::Kind::colon, 0, size };

    return { Glyph::Kind::other, 0, size };
}

bool isDigitAt (std::string_view text, std::size_t at)
{
    return glyphAt (text, at).kind == Glyph::Kind::digit;
}

struct Number
{
    std::int64_t value = 0;
    int digits = 0;
    std::size_t end = 0;
};

/** No time has more digits in a field; a longer run of digits is a number of another kind. */
constexpr int maxFieldDigits = 4;

std::optional<Number> numberAt (std::string_view text, std::size_t at)
{
    Number number { .value = 0, .digits = 0, .end = at };

    for (auto glyph = glyphAt (text, at); glyph.kind == Glyph::Kind::digit;
         glyph = glyphAt (text, number.end))
    {
        if (++number.digits > maxFieldDigits)
            return {};

        number.value = number.value * 10 + glyph.digit;
        number.end += glyph.size;
    }

    return number.digits == 0 ? std::nullopt : std::optional (number);
}

struct Fraction
{
    std::int64_t nanoseconds = 0;
    std::size_t end = 0;
};

/** ".5", ",250": the digits after a decimal point or comma. Nothing where no digit follows, or where the comma
    separates two times. */
std::optional<Fraction> fractionAt (std::string_view text, std::size_t at)
{
    if (at >= text.size() || (text[at] != '.' && text[at] != ',') || ! isDigitAt (text, at + 1))
        return {};

    std::int64_t value = 0;
    int digits = 0;
    auto end = at + 1;

    for (auto glyph = glyphAt (text, end); glyph.kind == Glyph::Kind::digit; glyph = glyphAt (text, end))
    {
        if (digits < 9)
            value = value * 10 + glyph.digit;
        else if (digits == 9 && glyph.digit >= 5)
            ++value;

        ++digits;
        end += glyph.size;
    }

    if (const auto next = glyphAt (text, end); next.kind == Glyph::Kind::colon)
        return {};

    for (; digits < 9; ++digits)
        value *= 10;

    return Fraction { value, end };
}

std::optional<Timestamp> colonTimeAt (std::string_view text, std::size_t at)
{
    std::array<Number, 3> fields;
    int count = 0;
    auto end = at;

    for (;;)
    {
        const auto number = numberAt (text, end);

        if (! number)
            break;

        fields[std::size_t (count++)] = *number;
        end = number->end;

        if (const auto next = glyphAt (text, end);
            next.kind != Glyph::Kind::colon || ! isDigitAt (text, end + next.size))
            break;
        else if (count == 3)
            return {}; // four fields: frames or something else that is not ours
        else
            end += next.size;
    }

    if (count < 2 || fields[0].value > maxHours)
        return {};

    for (int i = 1; i < count; ++i)
        if (fields[std::size_t (i)].value > 59 || fields[std::size_t (i)].digits > 2)
            return {};

    if (count == 2 && fields[1].digits != 2)
        return {};

    const auto seconds = count == 3 ? (fields[0].value * 60 + fields[1].value) * 60 + fields[2].value
                                    : fields[0].value * 60 + fields[1].value;
    auto value = Duration::fromSeconds (seconds);

    if (const auto fraction = fractionAt (text, end))
    {
        value = value + Duration::fromNanoseconds (fraction->nanoseconds);
        end = fraction->end;
    }

    return Timestamp { at, end, value, Timestamp::Style::colons, count };
}

std::optional<Timestamp> letterTimeAt (std::string_view text, std::size_t at)
{
    constexpr std::string_view units = "hms";
    constexpr std::array<std::int64_t, 3> secondsPer { 3600, 60, 1 };

    auto end = at;
    std::size_t nextUnit = 0;
    int count = 0;
    Duration value;

    while (nextUnit < units.size())
    {
        const auto number = numberAt (text, end);

        if (! number || number->end >= text.size() || number->value > maxHours)
            break;

        const auto unit = units.find (text[number->end], nextUnit);

        if (unit == std::string_view::npos)
            break;

        value = value + Duration::fromSeconds (number->value * secondsPer[unit]);
        end = number->end + 1;
        nextUnit = unit + 1;
        ++count;
    }

    if (count == 0)
        return {};

    if (end < text.size() && isWordCharacter (codePointAt (text, end).value))
        return {};

    return Timestamp { at, end, value, Timestamp::Style::letters, count };
}

//======================================================================================================
// What surrounds a time in prose

bool isLatinWord (char32_t c)
{
    return c == '_' || (c < 0x2E80 && isWordCharacter (c));
}

/** One past the web address that starts at or before `at`, or 0. */
std::size_t endOfAddressAt (std::string_view line, std::size_t at)
{
    if ((line[at] != ':' && line[at] != 'w')
        || (! line.substr (at).starts_with ("://") && ! line.substr (at).starts_with ("www.")))
        return 0;

    constexpr std::string_view stops = " \t\"<>)]}|";
    return std::min (line.size(), line.find_first_of (stops, at));
}

/** "AM", "p.m.", ":PM", "Uhr", "h": what makes a clock time of a time. */
bool isFollowedByClockMark (std::string_view line, const Timestamp& time)
{
    const auto behind = line.substr (time.end);
    auto rest = behind;

    if (rest.starts_with (':'))
        rest.remove_prefix (1);

    while (rest.starts_with (' ') || rest.starts_with ("\xC2\xA0"))
        rest.remove_prefix (rest.front() == ' ' ? 1 : 2);

    const bool direct = rest.size() == behind.size();
    const auto word = toLowerAscii (rest.substr (0, 4));
    const auto isWord = [&] (std::string_view mark)
    {
        return word.starts_with (mark)
               && (rest.size() <= mark.size() || ! isWordCharacter (codePointAt (rest, mark.size()).value));
    };

    if (isWord ("uhr") || (direct && isWord ("h")))
        return true;

    // No clock shows 0:00 AM or 13:20 PM, and "Am" begins many a German title.
    const auto seconds = time.value.milliseconds (Rounding::down) / 1000;
    const auto firstField = seconds / (time.fields == 3 ? 3600 : 60);
    const bool onTwelveHourClock = firstField >= 1 && firstField <= 12;
    const bool capitalised = ! direct && rest.size() > 1 && rest[0] != word[0] && rest[1] == word[1];

    return onTwelveHourClock && ! capitalised
           && (isWord ("am") || isWord ("pm") || isWord ("a.m") || isWord ("p.m"));
}

bool endsWithDate (std::string_view before)
{
    while (before.ends_with (' '))
        before.remove_suffix (1);

    if (before.size() < 10)
        return false;

    const auto date = before.substr (before.size() - 10);

    for (std::size_t i = 0; i < date.size(); ++i)
        if (const bool dash = i == 4 || i == 7; dash ? date[i] != '-' : ! (date[i] >= '0' && date[i] <= '9'))
            return false;

    return true;
}

bool mayStartTime (std::string_view line, std::size_t at, std::size_t previousEnd)
{
    if (at == 0)
        return true;

    const auto before = codePointBefore (line, at);

    if (isLatinWord (before.value) || isDigitAt (line, at - before.size))
        return false;

    if (endsWithDate (line.substr (0, at)))
        return false;

    const auto glue = before.value == ':' || before.value == '.' || before.value == ',' || before.value == '/'
                      || before.value == '\\' || before.value == '=' || before.value == '#'
                      || before.value == '&' || before.value == '$' || before.value == '%'
                      || before.value == '+' || before.value == '^';

    if (! glue && ! isDash (before.value))
        return true;

    const auto gap = at - before.size;

    if (gap == previousEnd && previousEnd != 0)
        return true; // "0:54-3:17", "0:54,3:17"

    if (isDash (before.value) || before.value == ':' || before.value == '.')
        return gap == 0 || ! isLatinWord (codePointBefore (line, gap).value); // "-00:48" but not "2024-10:30"

    return false;
}

} // namespace

std::optional<Timestamp> timestampAt (std::string_view text, std::size_t at)
{
    if (const auto colons = colonTimeAt (text, at))
        return colons;

    return letterTimeAt (text, at);
}

std::vector<Timestamp> findTimestamps (std::string_view line)
{
    std::vector<Timestamp> found;
    std::size_t previousEnd = 0;

    for (std::size_t at = 0; at < line.size();)
    {
        if (const auto address = endOfAddressAt (line, at))
        {
            at = address;
            continue;
        }

        const auto glyph = glyphAt (line, at);

        if (glyph.kind != Glyph::Kind::digit)
        {
            at += glyph.size;
            continue;
        }

        auto end = at;

        while (isDigitAt (line, end))
            end += glyphAt (line, end).size;

        if (const auto time = mayStartTime (line, at, previousEnd) ? timestampAt (line, at) : std::nullopt)
        {
            end = time->end;

            const auto next = glyphAt (line, end);
            const bool cut = next.kind == Glyph::Kind::digit
                             || (next.kind == Glyph::Kind::colon && isDigitAt (line, end + next.size));

            if (! cut && ! isFollowedByClockMark (line, *time))
            {
                found.push_back (*time);
                previousEnd = end;
            }
        }

        at = end;
    }

    return found;
}

std::optional<Duration> parseDuration (std::string_view text)
{
    text = trim (text);
    const bool negative = text.starts_with ('-');

    if (negative || text.starts_with ('+'))
        text.remove_prefix (1);

    const auto withSign = [negative] (Duration d) { return negative ? -d : d; };

    if (const auto time = timestampAt (text, 0); time && time->end == text.size())
        return withSign (time->value);

    auto unit = Duration::fromSeconds (1);

    if (text.ends_with ("ms"))
    {
        unit = Duration::fromMilliseconds (1);
        text.remove_suffix (2);
    }
    else if (text.ends_with ('s'))
    {
        text.remove_suffix (1);
    }

    constexpr std::size_t maxDigits = 9;
    std::int64_t whole = 0;
    std::size_t end = 0;

    for (; end < text.size() && text[end] >= '0' && text[end] <= '9'; ++end)
    {
        if (end == maxDigits)
            return {};

        whole = whole * 10 + (text[end] - '0');
    }

    auto value = Duration::fromNanoseconds (whole * unit.nanoseconds());

    if (const auto fraction = fractionAt (text, end))
    {
        value =
            value + Duration::fromNanoseconds (fraction->nanoseconds / (1'000'000'000 / unit.nanoseconds()));
        end = fraction->end;
    }

    if (text.empty() || end != text.size())
        return {};

    return withSign (value);
}

namespace
{

struct Clock
{
    bool negative;
    std::int64_t hours, minutes, seconds, milliseconds;
};

Clock toClock (Duration time, Rounding rounding)
{
    auto ms = time.milliseconds (rounding);
    const bool negative = ms < 0;
    ms = negative ? -ms : ms;
    return { negative, ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000 };
}

} // namespace

std::string formatTime (Duration time)
{
    const auto clock = toClock (time, Rounding::nearest);
    const auto* sign = clock.negative ? "-" : "";
    auto text = clock.hours > 0
                    ? std::format ("{}{}:{:02}:{:02}", sign, clock.hours, clock.minutes, clock.seconds)
                    : std::format ("{}{}:{:02}", sign, clock.minutes, clock.seconds);

    if (clock.milliseconds != 0)
        text += std::format (".{:03}", clock.milliseconds);

    return text;
}

std::string formatTime (Position position)
{
    return formatTime (position.sinceStart());
}

std::string formatTimeFixed (Position position, Rounding rounding)
{
    const auto clock = toClock (position.sinceStart(), rounding);
    return std::format ("{}{:02}:{:02}:{:02}.{:03}",
                        clock.negative ? "-" : "",
                        clock.hours,
                        clock.minutes,
                        clock.seconds,
                        clock.milliseconds);
}

} // namespace earmark
