// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/PlainLines.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace earmark::outline
{

namespace
{

/** A number of so many digits at most. */
std::optional<std::int64_t> takeDigits (std::string_view& text, std::size_t most)
{
    std::int64_t value = 0;
    std::size_t n = 0;

    for (; n < text.size() && text[n] >= '0' && text[n] <= '9'; ++n)
        value = n < most ? value * 10 + (text[n] - '0') : value;

    if (n == 0 || n > most)
        return {};

    text.remove_prefix (n);
    return value;
}

bool take (std::string_view& text, std::string_view prefix)
{
    if (! text.starts_with (prefix))
        return false;

    text.remove_prefix (prefix.size());
    return true;
}

/** "02.15", "1.02.15", "02 : 15", "2'15", "2’15”": what follows is left in text. */
std::optional<std::int64_t> takeMarkedTime (std::string_view& text)
{
    constexpr std::array<std::string_view, 5> marks { ".", "'", "’", "′", " : " };
    auto rest = text;
    auto seconds = takeDigits (rest, 3);
    int fields = 1;

    if (! seconds)
        return {};

    for (; fields < 3; ++fields)
    {
        auto behind = rest;

        if (std::ranges::none_of (marks, [&] (std::string_view m) { return take (behind, m); }))
            break;

        const auto digits = behind;
        const auto field = takeDigits (behind, 2);

        if (! field || *field > 59 || digits.size() - behind.size() != 2)
            break;

        seconds = *seconds * 60 + *field;
        rest = behind;
    }

    if (fields == 1)
        return {};

    text = rest;

    for (const std::string_view close : { "''", "\"", "”", "″" })
        take (text, close);

    return seconds;
}

/** "1h 02m", "1 h 2 min 5 s", "2 min", "1時間2分3秒" */
std::optional<std::int64_t> takeWordTime (std::string_view& text)
{
    struct Unit
    {
        std::string_view word;
        std::int64_t seconds;
    };

    constexpr std::array units { Unit { "hours", 3600 }, Unit { "hour", 3600 },  Unit { "hr", 3600 },
                                 Unit { "h", 3600 },     Unit { "minutes", 60 }, Unit { "mins", 60 },
                                 Unit { "min", 60 },     Unit { "m", 60 },       Unit { "seconds", 1 },
                                 Unit { "secs", 1 },     Unit { "sec", 1 },      Unit { "s", 1 },
                                 Unit { "時間", 3600 },  Unit { "小时", 3600 },  Unit { "小時", 3600 },
                                 Unit { "分", 60 },      Unit { "秒", 1 } };
    std::int64_t total = 0;
    std::int64_t last = 3601;
    auto rest = text;

    for (;;)
    {
        auto behind = trim (rest);
        const auto number = takeDigits (behind, 4);
        behind = trim (behind);
        const auto unit = std::ranges::find_if (
            units, [&] (const Unit& u) { return number && behind.starts_with (u.word); });

        if (unit == units.end() || unit->seconds >= last)
            break;

        behind.remove_prefix (unit->word.size());

        const bool isLatin = unit->word.front() >= 'a' && unit->word.front() <= 'z';

        if (isLatin && ! behind.empty() && ! isSpace (codePointAt (behind, 0).value)
            && isWordCharacter (codePointAt (behind, 0).value)
            && ! (behind.front() >= '0' && behind.front() <= '9'))
            break; // "2 more"

        total += *number * unit->seconds;
        last = unit->seconds;
        rest = behind;
    }

    if (last > 3600)
        return {};

    text = rest;
    return total;
}

} // namespace

std::string withPlainLineEnds (std::string_view text)
{
    constexpr std::array<std::string_view, 3> marks { "\v", "\u2028", "\u2029" };
    std::string plain;
    plain.reserve (text.size());

    while (! text.empty())
    {
        // The first bytes of the marks are rare in other text.
        const auto next = std::min (text.find_first_of ("\v\xE2"), text.size());
        plain += text.substr (0, next);
        text.remove_prefix (next);

        const auto mark =
            std::ranges::find_if (marks, [&] (std::string_view m) { return text.starts_with (m); });
        const auto isMark = mark != marks.end();

        if (! text.empty())
            plain += isMark ? '\n' : text.front();

        text.remove_prefix (isMark ? mark->size() : std::min<std::size_t> (1, text.size()));
    }

    return plain;
}

std::string withColonTimes (std::string_view text)
{
    std::string rewritten;
    rewritten.reserve (text.size() + text.size() / 8);
    std::size_t found = 0, lines = 0;
    std::int64_t last = -1;

    for (const auto raw : splitLines (text))
    {
        const auto line = trim (raw);
        const auto bullet = std::min (line.find_first_not_of ("-*•( \t"), line.size());
        auto rest = line.substr (bullet);
        const auto whole = rest;
        auto seconds = takeMarkedTime (rest);

        if (! seconds)
        {
            rest = whole;
            seconds = takeWordTime (rest);
        }

        const bool isTime =
            seconds && *seconds > last && ! rest.empty() && ! (rest.front() >= '0' && rest.front() <= '9');
        lines += line.empty() ? 0u : 1u;

        if (isTime)
        {
            ++found;
            last = *seconds;
            rewritten += std::string (line.substr (0, bullet)) + formatTime (Duration::fromSeconds (*seconds))
                         + (isSpace (codePointAt (rest, 0).value) ? "" : " ") + std::string (rest);
        }
        else
        {
            rewritten += raw;
        }

        rewritten += '\n';
    }

    return found >= 3 && found * 2 >= lines ? rewritten : std::string {};
}

} // namespace earmark::outline
