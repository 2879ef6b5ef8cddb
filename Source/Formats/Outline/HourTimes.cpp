// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/HourTimes.h"

#include "Formats/Outline/Labels.h"
#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <optional>

namespace earmark::outline
{

namespace
{

/** The first time with colons, whatever stands around it: findTimestamps() takes those with "h" for times of day. */
std::optional<Timestamp> firstTimeIn (std::string_view text)
{
    constexpr std::size_t mostDigits = 4;

    for (auto colon = text.find (':'); colon != std::string_view::npos; colon = text.find (':', colon + 1))
    {
        auto begin = colon;

        while (begin > 0 && colon - begin < mostDigits && isDigit (text[begin - 1]))
            --begin;

        if (const auto time = timestampAt (text, begin); time && time->style == Timestamp::Style::colons)
            return time;
    }

    return {};
}

/** One past the unit of hours at `at`, "h", " hrs", or at itself. */
std::size_t skipHours (std::string_view text, std::size_t at)
{
    constexpr std::array<std::string_view, 9> units { "h",   "hr",      "hrs", "hour", "hours",
                                                      "Std", "Stunden", "ч",   "час" };
    const auto begin = skipBlanks (text, at);

    for (const auto unit : units)
        if (const auto end = begin + unit.size();
            text.substr (begin).starts_with (unit)
            && (end == text.size() || ! isWordCharacter (codePointAt (text, end).value)))
            return end < text.size() && text[end] == '.' ? end + 1 : end;

    return at;
}

bool isHoursAndMinutes (std::string_view text, const std::optional<Timestamp>& time)
{
    return time && time->fields == 2 && skipHours (text, time->end) > time->end;
}

/** Whether the time of a chapter may stand at `begin`, up to `end`: first, behind a label, or last. */
bool isPlaceOfChapter (std::string_view line, std::size_t begin, std::size_t end)
{
    const auto before = line.substr (0, begin);
    return ! hasWord (before) || isLabel (before) || ! hasWord (line.substr (end));
}

/** A line with seconds at the time, and at the one that ends a range that begins with it. */
struct TimedLine
{
    std::string rewritten;
    std::size_t end = 0; ///< of what was read, in the line as it was
};

TimedLine withSeconds (std::string_view line, std::optional<Timestamp> time)
{
    TimedLine timed;

    while (isHoursAndMinutes (line, time))
    {
        timed.rewritten += line.substr (timed.end, time->end - timed.end);
        timed.rewritten += ":00";
        timed.end = skipHours (line, time->end);

        const auto sign = skipRangeSign (line, timed.end);
        time = sign > timed.end ? timestampAt (line, sign) : std::nullopt;
    }

    timed.rewritten += line.substr (timed.end);
    return timed;
}

} // namespace

Rewriting withHoursAndMinutes (std::string_view text)
{
    constexpr std::size_t fewest = 3; // or two, if the first is at zero
    constexpr auto latestFirst =
        Duration::fromSeconds (60); // that is an hour, as long as it counts as minutes
    std::string rewritten;
    std::size_t lines = 0;
    std::optional<Duration> latest;

    for (const auto line : splitLines (text))
    {
        const auto time = firstTimeIn (line);
        const auto timed = withSeconds (line, time);

        if (time && isPlaceOfChapter (line, time->begin, std::max (time->end, timed.end)))
        {
            const bool goesOn = latest ? time->value > *latest : time->value < latestFirst;

            if (! isHoursAndMinutes (line, time) || ! goesOn)
                return {};

            lines += ! latest && time->value == Duration() ? 2u : 1u;
            latest = time->value;
            rewritten += timed.rewritten;
        }
        else
        {
            rewritten += line;
        }

        rewritten += '\n';
    }

    if (lines < fewest)
        return {};

    return { std::move (rewritten), "Times such as 1:30h were read as hours and minutes." };
}

} // namespace earmark::outline
