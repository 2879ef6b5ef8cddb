// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/PartedLines.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace earmark::outline
{

namespace
{

/** Times that rise from zero. */
bool areOfList (const std::vector<Timestamp>& times)
{
    constexpr std::size_t shortestList = 3;
    const auto isColons = [] (const Timestamp& time) { return time.style == Timestamp::Style::colons; };
    return times.size() >= shortestList && times.front().value == Duration()
           && std::ranges::all_of (times, isColons)
           && std::ranges::adjacent_find (times, std::greater_equal(), &Timestamp::value) == times.end();
}

/** A title and the time behind it. */
struct Part
{
    std::string_view text;
    std::string_view title; ///< at the beginning of the text
};

/** The parts of a line that end with its times, without what parts them; empty where one has no title. */
std::vector<Part> partsOf (std::string_view text, const std::vector<Timestamp>& times)
{
    std::vector<Part> parts;
    std::size_t begin = 0;

    for (const auto& time : times)
    {
        const auto end = skipClosers (text, time.end);
        const auto part = afterSeparator (text.substr (begin, end - begin));
        const auto title =
            beforeSeparator (part.substr (0, part.size() - std::min (end - time.begin, part.size())));

        if (! hasWord (title))
            return {};

        parts.push_back ({ part, title });
        begin = end;
    }

    return hasWord (text.substr (begin)) ? std::vector<Part> {} : parts;
}

/** How much of the first part announces the list or stands in front of it, "In this episode: Fog", "Sam is here. Fog", unless other titles have
    such marks, too: "Part 1: Fog". */
std::size_t sizeOfPreface (const std::vector<Part>& parts)
{
    std::size_t size = 0;

    for (const std::string_view mark : { ": ", ". ", "! ", "? " })
    {
        const auto has = [mark] (const Part& part) { return part.title.contains (mark); };

        if (has (parts.front()) && std::ranges::count_if (parts, has) == 1)
            size = std::max (size, parts.front().title.rfind (mark) + mark.size());
    }

    return size;
}

Candidate candidateOf (std::string_view text, std::size_t number)
{
    Candidate candidate { .line = parseLine (text, number) };
    readTimes (candidate);
    return candidate;
}

/** With a blank before each time that a letter stands directly before, if it is later than those before it. */
std::string withBlanksBeforeTimes (std::string_view text)
{
    std::string apart;
    Duration latest;

    for (std::size_t i = 0; i < text.size();)
    {
        const bool isGlued = i > 0 && isDigit (text[i]) && ! isDigit (text[i - 1])
                             && isWordCharacter (codePointBefore (text, i).value);
        const auto time = isGlued ? timestampAt (text, i) : std::nullopt;
        const bool isOfList = time && time->style == Timestamp::Style::colons && time->value > latest;
        const auto size = isOfList ? time->end - i : 1;
        latest = isOfList ? time->value : latest;
        apart += isOfList ? " " : "";
        apart += text.substr (i, size);
        i += size;
    }

    return apart;
}

/** The lines of a line with times behind their titles; empty where it is none. */
std::vector<Candidate> linesOf (const Line& line, const std::vector<Timestamp>& times)
{
    const auto parts = partsOf (line.content, times);
    const auto preface = parts.empty() ? 0 : sizeOfPreface (parts);
    std::vector<Candidate> lines;

    if (preface > 0)
        lines.push_back (candidateOf (parts.front().text.substr (0, preface), line.number));

    for (const auto& part : parts)
        lines.push_back (candidateOf (part.text.substr (&part == &parts.front() ? preface : 0), line.number));

    return lines;
}

} // namespace

void partOneLine (std::vector<Candidate>& candidates)
{
    const auto hasTimes = [] (const Candidate& candidate) { return ! candidate.times.empty(); };
    const auto line = std::ranges::find_if (candidates, hasTimes);

    if (line == candidates.end() || ! line->line.links.empty()
        || std::any_of (std::next (line), candidates.end(), hasTimes))
        return;

    if (line->first)
    {
        auto apart = candidateOf (withBlanksBeforeTimes (line->line.content), line->line.number);

        if (areOfList (apart.times) && apart.times.size() > line->times.size())
            *line = std::move (apart);

        return;
    }

    auto lines = areOfList (line->times) ? linesOf (line->line, line->times) : std::vector<Candidate> {};

    if (lines.empty())
        return;

    *line = std::move (lines.front());
    candidates.insert (std::next (line),
                       std::make_move_iterator (std::next (lines.begin())),
                       std::make_move_iterator (lines.end()));
}

} // namespace earmark::outline
