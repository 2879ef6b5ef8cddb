// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"

#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>

namespace earmark
{

namespace
{

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

    // "_0:00_" and "__0:00__" are emphasis, "file_10:30" is not.
    auto emphasis = at;

    while (emphasis > 0 && line[emphasis - 1] == '_')
        --emphasis;

    if (emphasis < at && (emphasis == 0 || line[emphasis - 1] == ' '))
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

} // namespace earmark
