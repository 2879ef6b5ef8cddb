// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Totals.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <format>

namespace earmark::outline
{

namespace
{

/** What a line has behind its chapter's time. */
struct Total
{
    std::size_t begin = 0; ///< of the slash
    Timestamp time;
};

const ChapterLine* readingOf (const Candidate& candidate)
{
    return candidate.first ? candidate.first.get() : candidate.last.get();
}

std::optional<Total> totalIn (const Candidate& candidate)
{
    const std::string_view text = candidate.line.content;
    const auto& times = candidate.times;
    const auto start = std::ranges::find (times, readingOf (candidate)->start.begin, &Timestamp::begin);

    if (start == times.end() || start + 1 == times.end())
        return {};

    const auto& next = *(start + 1);
    const auto from = skipClosers (text, start->end);
    const auto between = trim (text.substr (from, next.begin - std::min (from, next.begin)));
    const bool isTotal = (between == "/" || between == "／") && next.value >= start->value;
    return isTotal ? std::optional (Total { from, next }) : std::nullopt;
}

void erase (Line& line, std::size_t begin, std::size_t end)
{
    const auto moved = [=] (std::size_t at)
    {
        return at <= begin ? at : at < end ? begin : at - (end - begin);
    };

    line.content.erase (begin, end - begin);
    std::erase_if (line.links, [=] (const LinkSpan& link) { return link.begin >= begin && link.end <= end; });

    for (auto& link : line.links)
    {
        link.begin = moved (link.begin);
        link.end = moved (link.end);
    }

    for (auto& bar : line.literalBars)
        bar = moved (bar);
}

} // namespace

void takeTotals (std::vector<Candidate>& candidates)
{
    constexpr std::size_t fewest = 2;
    std::vector<std::pair<Candidate*, Total>> found;
    std::size_t lines = 0;

    for (auto& candidate : candidates)
    {
        if (readingOf (candidate) == nullptr)
            continue;

        ++lines;

        if (auto total = totalIn (candidate))
        {
            if (! found.empty() && total->time.value != found.front().second.time.value)
                return;

            found.emplace_back (&candidate, *total);
        }
    }

    if (found.size() < fewest || found.size() * 2 <= lines)
        return;

    for (auto& [candidate, total] : found)
    {
        erase (candidate->line, total.begin, total.time.end);
        readTimes (*candidate);

        for (auto* reading : { candidate->first.get(), candidate->last.get() })
            if (reading != nullptr)
                reading->total = total.time;
    }
}

void endAtTotal (OutlineReading& reading,
                 const std::vector<Candidate>& candidates,
                 const std::vector<Entry>& entries)
{
    const auto hasTotal = [] (const Entry& entry) { return entry.line.total.has_value(); };
    const auto first = std::ranges::find_if (entries, hasTotal);

    if (first == entries.end())
        return;

    auto& last = *std::ranges::max_element (reading.outline.chapters, {}, &Chapter::start);
    const Position total (first->line.total->value);

    if (! last.end && last.start < total)
        last.end = total;

    const auto lineOf = [&] (const Entry& entry) { return candidates[entry.index].line.number; };
    reading.notices.push_back (
        { Notice::Grade::ignored,
          std::format ("'/ {}' behind the times was taken for the length of the episode, not for a title.",
                       formatTime (total)),
          Place::atLines (lineOf (*first), lineOf (entries.back())) });
}

} // namespace earmark::outline
