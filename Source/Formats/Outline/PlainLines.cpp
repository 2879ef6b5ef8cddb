// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/PlainLines.h"

#include "Formats/Outline/HourTimes.h"
#include "Formats/Outline/OtherTimes.h"
#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace earmark::outline
{

namespace
{

/** A time of a list, and the line that has it. */
struct ListedTime
{
    OtherTime time;
    std::size_t line = 0; ///< from 0
    bool isColon = false; ///< it is in the common style already
};

using Lines = std::vector<std::string_view>;
using List = std::vector<ListedTime>;
using FindTime = std::optional<ListedTime> (*) (std::string_view line);

std::optional<ListedTime> findFirst (std::string_view line)
{
    const auto time = otherTimeFirst (line);
    return time ? std::optional (ListedTime { *time }) : std::nullopt;
}

std::optional<ListedTime> findLast (std::string_view line)
{
    const auto time = otherTimeLast (line);
    return time ? std::optional (ListedTime { *time }) : std::nullopt;
}

/** Those with units, and those in the common style. */
std::optional<ListedTime> findUnitsOrColons (std::string_view line)
{
    if (const auto time = otherTimeFirst (line); time && time->style == OtherTime::Style::units)
        return ListedTime { *time };

    const auto colons = timestampAt (line, beginOfContent (line));

    if (! colons || colons->style != Timestamp::Style::colons)
        return {};

    const auto seconds = colons->value.milliseconds (Rounding::down) / 1000;
    return ListedTime { .time = { .begin = colons->begin, .end = colons->end, .seconds = seconds },
                        .isColon = true };
}

constexpr std::size_t shortestList = 3;

/** The rising times of the lines, as far as at least every second line has one. A time of zero begins them. */
List listIn (const Lines& lines, FindTime find)
{
    List list;
    std::size_t content = 0; // lines from the first time on
    std::size_t dense = 0;   // so many times hold together

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        content += trim (lines[i]).empty() ? 0u : 1u;
        auto found = find (lines[i]);

        if (! found)
            continue;

        if (found->time.seconds == 0 && dense < shortestList)
            list.clear();

        if (list.empty())
            content = 1;
        else if (found->time.seconds <= list.back().time.seconds)
            continue;

        found->line = i;
        list.push_back (*found);
        dense = list.size() * 2 >= content ? list.size() : dense;
    }

    list.resize (dense);
    return list;
}

bool beginsAtZero (const List& list)
{
    return list.front().time.seconds == 0;
}

/** Whether the times are those of chapters: in other text they begin at zero, and "9h30" is no first one. */
bool isOfChapters (const List& list, const Lines& lines)
{
    const auto content =
        std::ranges::count_if (lines, [] (std::string_view line) { return ! trim (line).empty(); });
    return list.size() >= shortestList && ! list.front().time.mayBeClock()
           && (beginsAtZero (list) || list.size() * 2 >= std::size_t (content));
}

/** Prices end lines, too: "Tea 3.20". */
bool isOfTitlesBefore (const List& list)
{
    return ! list.empty() && (beginsAtZero (list) || list.front().time.style == OtherTime::Style::primes);
}

/** A list begun with "0:00" and gone on with "2 min 30": neither "5 minutes of fog" below a chapter nor one mistyped time make one. */
bool isMixed (const List& list)
{
    const auto colons = std::ranges::count (list, true, &ListedTime::isColon);
    const auto pairs = std::ranges::count_if (
        list, [] (const ListedTime& listed) { return ! listed.isColon && listed.time.fields > 1; });
    return ! list.empty() && beginsAtZero (list) && pairs > 1 && colons > 0
           && std::size_t (colons) * 2 <= list.size();
}

std::string withColons (const Lines& lines, const List& list)
{
    std::string text;
    auto next = list.begin();

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        const auto line = lines[i];

        if (next != list.end() && next->line == i)
        {
            const auto& [time, at, isColon] = *next++;
            const auto rest = line.substr (time.end);
            const bool isApart = skipClosers (rest, 0) > 0 || skipBlanks (rest, 0) > 0 || rest.empty();
            text += line.substr (0, time.begin);
            text += isColon ? std::string (line.substr (time.begin, time.end - time.begin))
                            : formatTime (Duration::fromSeconds (time.seconds));
            text += isColon || isApart ? "" : " ";
            text += rest;
        }
        else
        {
            text += line;
        }

        text += '\n';
    }

    return text;
}

/** The lines with those times in the common style, and what to say of it. */
Rewriting rewrite (const Lines& lines, const List& list)
{
    const bool areUnitsLeftOut =
        std::ranges::any_of (list, [] (const ListedTime& listed) { return listed.time.isUnitLeftOut; });
    return { withColons (lines, list),
             areUnitsLeftOut ? "Times such as 1h02 and 2 min 30 were read as hours, minutes and seconds."
                             : "Times such as 2.15, 2'15 and 2m 15s were read as minutes and seconds." };
}

/** One past "min" behind the time with colons that a line begins with; nothing where no such time is there, zero where no such unit is. */
std::optional<std::size_t> endOfMinutes (std::string_view line)
{
    const auto time = timestampAt (line, beginOfContent (line));

    if (! time || time->style != Timestamp::Style::colons)
        return {};

    const auto at = skipBlanks (line, time->end);

    for (const std::string_view unit : { "min ", "mins ", "min. ", "Min. " })
        if (line.substr (at).starts_with (unit))
            return at + unit.size();

    return 0;
}

/** Without the unit that all the times have, "3:20 min Fog"; empty where a line has none: there it may be a word. */
std::string withoutMinutes (const Lines& lines)
{
    std::string text;
    std::size_t found = 0;

    for (const auto line : lines)
    {
        const auto end = endOfMinutes (line);

        if (end == std::optional<std::size_t> (0))
            return {};

        found += end ? 1u : 0u;
        text += end ? line.substr (0, timestampAt (line, beginOfContent (line))->end) : line;
        text += end ? " " : "";
        text += end ? line.substr (*end) : std::string_view {};
        text += '\n';
    }

    return found < shortestList ? std::string {} : text;
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

Rewriting withColonTimes (std::string_view text)
{
    const auto lines = splitLines (text);

    if (const auto list = listIn (lines, findFirst); isOfChapters (list, lines))
        return rewrite (lines, list);

    if (const auto list = listIn (lines, findLast); isOfTitlesBefore (list) && isOfChapters (list, lines))
        return rewrite (lines, list);

    return {};
}

Rewriting withoutUnits (std::string_view text)
{
    if (auto hours = withHoursAndMinutes (text); ! hours.text.empty())
        return hours;

    const auto lines = splitLines (text);

    if (auto plain = withoutMinutes (lines); ! plain.empty())
        return { std::move (plain), {} };

    const auto list = listIn (lines, findUnitsOrColons);
    return isMixed (list) && isOfChapters (list, lines) ? rewrite (lines, list) : Rewriting {};
}

} // namespace earmark::outline
