// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Entries.h"

#include "Formats/Outline/MiddleTimes.h"
#include "Formats/Outline/Tables.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <ranges>

namespace earmark::outline
{

namespace
{

std::size_t countFirst (const std::vector<Candidate>& candidates)
{
    return std::size_t (
        std::ranges::count_if (candidates, [] (const Candidate& c) { return c.first != nullptr; }));
}

/** Whether leading times make a list at all: several, or one that begins at zero, states its end or is all there is. */
bool isListOfFirst (const std::vector<Candidate>& candidates)
{
    const auto count = countFirst (candidates);

    if (count != 1)
        return count > 1;

    const auto only =
        std::ranges::find_if (candidates, [] (const Candidate& c) { return c.first != nullptr; });
    const auto content =
        std::ranges::count_if (candidates, [] (const Candidate& c) { return ! c.isBlank(); });
    return only->first->start.value == Duration() || only->first->end || content == 1;
}

/** Where ranges stand on lines of their own, a point that begins with a time inside the range is a point: "- 6:00 the joke". */
void leavePointsInRanges (const std::vector<Candidate>& candidates, std::vector<Entry>& entries)
{
    const auto isRangeAlone = [] (const Entry& e) { return e.line.place == TimePlace::alone && e.line.end; };

    if (std::ranges::count_if (entries, isRangeAlone) < 2)
        return;

    std::optional<ChapterLine> range;

    std::erase_if (entries,
                   [&] (const Entry& e)
                   {
                       if (isRangeAlone (e))
                           range = e.line;

                       return range && e.line.place == TimePlace::first && ! e.line.end
                              && candidates[e.index].line.kind == Line::Kind::bullet
                              && range->start.value <= e.line.start.value
                              && e.line.start.value < range->end->value;
                   });
}

std::vector<Entry> entriesWithTimeFirst (const std::vector<Candidate>& candidates)
{
    std::vector<Entry> entries;
    std::size_t lines = 0, linesWithSeveral = 0;
    std::vector<std::vector<ChapterLine>> several (candidates.size());

    for (std::size_t i = 0; i < candidates.size(); ++i)
    {
        const auto& c = candidates[i];

        if (! c.first)
            continue;

        ++lines;

        if (c.times.size() > (c.first->end ? 2u : 1u))
            several[i] = readSeveral (c.line, c.times);

        linesWithSeveral += several[i].empty() ? 0u : 1u;
    }

    entries.reserve (lines);

    for (std::size_t i = 0; i < candidates.size(); ++i)
    {
        if (! candidates[i].first)
            continue;

        // One line may end with a time that it merely mentions; most lines, or three times in one, are a list.
        if (! several[i].empty() && (linesWithSeveral * 2 >= lines || several[i].size() > 2))
            for (auto& chapter : several[i])
                entries.push_back ({ i, std::move (chapter) });
        else
            entries.push_back ({ i, *candidates[i].first });
    }

    leavePointsInRanges (candidates, entries);
    return entries;
}

std::vector<Entry> entriesWithTimeLast (const std::vector<Candidate>& candidates)
{
    std::vector<Entry> entries;

    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].last)
            entries.push_back ({ i, *candidates[i].last });

    return entries;
}

/** "von 9:00 bis 17:00 geöffnet" is a chapter only in a list of its kind that begins at zero. */
void leaveSentences (std::vector<Candidate>& candidates)
{
    const auto isUnsure = [] (const Candidate& c) { return c.first && c.first->isUnsure; };
    const auto unsure = std::size_t (std::ranges::count_if (candidates, isUnsure));
    const bool beginsAtZero = std::ranges::any_of (
        candidates, [&] (const Candidate& c) { return isUnsure (c) && c.first->start.value == Duration(); });

    if (beginsAtZero && unsure * 2 > countFirst (candidates))
        return;

    for (auto& candidate : candidates)
        if (isUnsure (candidate))
            candidate.first.reset();
}

std::unique_ptr<ChapterLine> kept (std::optional<ChapterLine>&& reading)
{
    return reading ? std::make_unique<ChapterLine> (std::move (*reading)) : nullptr;
}

} // namespace

std::vector<Candidate> analyse (std::string_view text, std::size_t skipLines)
{
    std::vector<Candidate> candidates;
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        ++number;
        Candidate candidate { .line = parseLine (number > skipLines ? raw : std::string_view {}, number) };

        if (candidate.line.content.size() <= maxChapterLine)
            candidate.times = findTimestamps (candidate.line.content);

        if (candidate.line.kind != Line::Kind::rule && ! candidate.times.empty())
        {
            candidate.first = kept (readTimeFirst (candidate.line, candidate.times));

            // "Part 1 0:00" may be either.
            if (! candidate.first || candidate.first->isUnsure
                || (candidate.first->place == TimePlace::alone && ! candidate.first->title.empty()))
                candidate.last = kept (readTimeLast (candidate.line, candidate.times));
        }

        candidates.push_back (std::move (candidate));
    }

    // "5m users" is prose unless other lines show that times are written so, as in "1h02m03s".
    const bool letterTimes = std::ranges::any_of (
        candidates,
        [] (const Candidate& c)
        {
            return c.first && c.first->start.style == Timestamp::Style::letters && c.first->start.fields > 1;
        });

    for (auto& candidate : candidates)
        for (auto* reading : { &candidate.first, &candidate.last })
            if (*reading && (*reading)->start.style == Timestamp::Style::letters && ! letterTimes)
                reading->reset();

    leaveSentences (candidates);
    readTables (candidates);
    return candidates;
}

std::vector<Entry> findEntries (const std::vector<Candidate>& candidates)
{
    const auto first = isListOfFirst (candidates) ? countFirst (candidates) : 0;
    auto last = entriesWithTimeLast (candidates);

    if (first >= last.size() && first > 0)
        return entriesWithTimeFirst (candidates);

    // A single line that ends with a time is as likely a sentence.
    return last.size() > 1 ? last : entriesWithTimeInMiddle (candidates);
}

std::vector<Block> findBlocks (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries)
{
    constexpr std::size_t shortestBlock = 3;
    std::vector<Block> blocks { { 0, entries.size() } };

    for (std::size_t i = 1; i < entries.size(); ++i)
    {
        const auto& begin = entries[blocks.back().begin];
        const bool startsOver = entries[i].line.start.value <= begin.line.start.value
                                && entries[i - 1].line.start.value > begin.line.start.value;

        if (! startsOver || i - blocks.back().begin < shortestBlock || entries.size() - i < shortestBlock)
            continue;

        const auto between = std::ranges::subrange (
            candidates.begin() + std::ptrdiff_t (entries[i - 1].index) + 1,
            candidates.begin() + std::ptrdiff_t (std::max (entries[i].index, entries[i - 1].index + 1)));

        if (std::ranges::any_of (between, [] (const Candidate& c) { return ! c.isBlank(); }))
        {
            blocks.back().end = i;
            blocks.push_back ({ i, entries.size() });
        }
    }

    return blocks;
}

} // namespace earmark::outline
