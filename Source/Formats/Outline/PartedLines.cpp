// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/PartedLines.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

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

} // namespace

void partTitlesBeforeTimes (std::vector<Candidate>& candidates)
{
    const auto hasTimes = [] (const Candidate& candidate) { return ! candidate.times.empty(); };
    const auto line = std::ranges::find_if (candidates, hasTimes);

    if (line == candidates.end() || line->first || ! line->line.links.empty() || ! areOfList (line->times)
        || std::any_of (std::next (line), candidates.end(), hasTimes))
        return;

    const std::string content = line->line.content;
    const auto parts = partsOf (content, line->times);

    if (parts.empty())
        return;

    const auto number = line->line.number;
    const auto preface = sizeOfPreface (parts);
    std::vector<Candidate> lines;

    if (preface > 0)
        lines.push_back (candidateOf (parts.front().text.substr (0, preface), number));

    for (const auto& part : parts)
        lines.push_back (candidateOf (part.text.substr (&part == &parts.front() ? preface : 0), number));

    *line = std::move (lines.front());
    candidates.insert (std::next (line),
                       std::make_move_iterator (std::next (lines.begin())),
                       std::make_move_iterator (lines.end()));
}

} // namespace earmark::outline
