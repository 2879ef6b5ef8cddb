// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Entries.h"

#include "Formats/Outline/AmPm.h"
#include "Formats/Outline/Fields.h"
#include "Formats/Outline/MiddleTimes.h"
#include "Formats/Outline/PartedLines.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Outline/Tables.h"
#include "Formats/Outline/Totals.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <iterator>

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

/** A part of the list whose points may have times of their own: "0:00 – 10:00", "**Opening** (0:00 – 10:00)". */
bool isRangeWithPoints (const Candidate& candidate, const ChapterLine& line)
{
    return line.end && (line.place == TimePlace::alone || candidate.line.kind != Line::Kind::bullet);
}

/** Where ranges head the parts, a point with a time inside the range is a point, "- 6:00 the joke"; and so is a sentence below a
    range that stands alone, "4:30 in the morning was late", where fewer of them than ranges look like that. */
void leavePointsInRanges (const std::vector<Candidate>& candidates, std::vector<Entry>& entries)
{
    std::vector<bool> isPoint (entries.size(), false), isText (entries.size(), false);
    std::size_t ranges = 0;
    const Entry* range = nullptr;

    for (std::size_t i = 0; i < entries.size(); ++i)
    {
        const auto& line = entries[i].line;

        if (isRangeWithPoints (candidates[entries[i].index], line))
        {
            range = &entries[i];
            ++ranges;
        }

        if (range == nullptr || line.end || line.place == TimePlace::alone
            || line.start.value < range->line.start.value || line.start.value >= range->line.end->value)
            continue;

        const auto kind = candidates[entries[i].index].line.kind;
        isPoint[i] = kind == Line::Kind::bullet;
        isText[i] = kind == Line::Kind::text && range->line.place == TimePlace::alone
                    && line.start.value > range->line.start.value;
    }

    if (ranges < 2)
        return;

    const bool leavesText = std::size_t (std::ranges::count (isText, true)) < ranges;
    std::vector<Entry> kept;
    kept.reserve (entries.size());

    for (std::size_t i = 0; i < entries.size(); ++i)
        if (! isPoint[i] && ! (leavesText && isText[i]))
            kept.push_back (std::move (entries[i]));

    entries = std::move (kept);
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

bool beginsAtZero (const ChapterLine& line)
{
    return line.start.value == Duration();
}

/** Whether trailing times make a list. A single line that ends with a time is as likely a sentence, and so are two in other text, unless
    the first is at zero or both are ranges. */
bool isListOfLast (const std::vector<Candidate>& candidates, const std::vector<Entry>& last)
{
    if (last.size() != 2)
        return last.size() > 2;

    const auto content =
        std::ranges::count_if (candidates, [] (const Candidate& c) { return ! c.line.saysNothing(); });
    return content == 2 || beginsAtZero (last.front().line)
           || (last.front().line.end && last.back().line.end);
}

/** Whether of both lists the one with the time first is that of the chapters. Chapters begin at zero; quotes, a transcript or
    opening hours around them do not, however many there are. */
bool areChaptersFirst (const std::vector<Candidate>& candidates,
                       std::size_t first,
                       const std::vector<Entry>& last)
{
    constexpr std::size_t shortestList = 3;
    const auto begin =
        std::ranges::find_if (candidates, [] (const Candidate& c) { return c.first != nullptr; });
    const bool firstAtZero = first >= shortestList && beginsAtZero (*begin->first);
    const bool lastAtZero = last.size() >= shortestList && beginsAtZero (last.front().line);
    return firstAtZero == lastAtZero ? first >= last.size() : firstAtZero;
}

/** "von 9:00 bis 17:00 geöffnet" is a chapter only in a list that begins at zero and is mostly of its kind. */
void leaveSentences (std::vector<Candidate>& candidates)
{
    const auto isUnsure = [] (const Candidate& c) { return c.first && c.first->isUnsure; };
    const auto unsure = std::size_t (std::ranges::count_if (candidates, isUnsure));
    const bool hasZero = std::ranges::any_of (
        candidates, [] (const Candidate& c) { return c.first && beginsAtZero (*c.first); });

    if (hasZero && unsure * 2 > countFirst (candidates))
        return;

    for (auto& candidate : candidates)
        if (isUnsure (candidate))
            candidate.first.reset();
}

std::unique_ptr<ChapterLine> kept (std::optional<ChapterLine>&& reading)
{
    return reading ? std::make_unique<ChapterLine> (std::move (*reading)) : nullptr;
}

Candidate candidateOf (std::string_view raw, std::size_t number)
{
    Candidate candidate { .line = parseLine (raw, number) };
    readTimes (candidate);
    return candidate;
}

/** Players' pages lose line ends: "It is about rope. (0:00) Welcome" above "(3:10) The walk", or all of "About rope: 0:00 Welcome 3:10 The
    walk 17:45 Knots". Where a time of zero behind words begins a list it begins another line, of the same number. */
void partFromProse (std::vector<Candidate>& candidates)
{
    constexpr std::ptrdiff_t shortestList = 3;
    const auto list =
        std::ranges::find_if (candidates, [] (const Candidate& c) { return c.first != nullptr; });
    const bool isAbove = list != candidates.end();

    if (list == candidates.begin() || (isAbove && beginsAtZero (*list->first)))
        return;

    const auto line =
        isAbove ? std::prev (list)
                : std::ranges::find_if (candidates,
                                        [] (const Candidate& c) { return c.times.size() >= shortestList; });

    if (line == candidates.end() || line->last || ! line->line.links.empty())
        return;

    // "Prologue - 0:00 - Fog" above "Chapter 1 - 4:10 - Tide"
    if (isAbove && isBehindLabel (*line) && isBehindLabel (*list))
        return;

    const auto content = line->line.content;
    const auto zero = std::ranges::find (line->times, Duration(), &Timestamp::value);

    if (zero == line->times.end() || ! hasWord (std::string_view (content).substr (zero->end)))
        return;

    const auto begin = std::string_view (content).substr (0, zero->begin).find_last_not_of ("([{*_ ") + 1;
    const auto before = std::string_view (content).substr (0, begin);
    const bool announces = before.ends_with (':') || content.find_first_of ("([{", begin) < zero->begin;

    if (! hasWord (before)
        || (! isAbove && (! announces || std::distance (zero, line->times.end()) < shortestList)))
        return;

    const auto number = line->line.number;
    auto chapters = candidateOf (std::string_view (content).substr (begin), number);

    if (! chapters.first || ! beginsAtZero (*chapters.first))
        return;

    *line = candidateOf (before, number);
    candidates.insert (std::next (line), std::move (chapters));
}

/** Whether all but the last have an end, and the sign of those ranges stands behind the last one's time, too: a word for the end is one
    then, and no title. */
bool endsOpen (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries)
{
    if (entries.size() < 2)
        return false;

    const auto signOf = [&] (const Entry& entry)
    {
        const std::string_view text = candidates[entry.index].line.content;
        const auto from = std::min (entry.line.start.end, text.size());
        return text.substr (from, skipRangeSign (text, skipClosers (text, from)) - from);
    };

    const auto last = entries.end() - 1;
    return ! last->line.end
           && std::all_of (entries.begin(), last, [] (const Entry& e) { return e.line.end.has_value(); })
           && signOf (*last) == signOf (*(last - 1));
}

} // namespace

void readTimes (Candidate& candidate)
{
    if (candidate.line.content.size() <= maxChapterLine)
        candidate.times = findTimestamps (candidate.line.content);

    if (candidate.line.kind == Line::Kind::rule || candidate.times.empty())
        return;

    candidate.first = kept (readTimeFirst (candidate.line, candidate.times));

    // "Part 1 0:00" may be either.
    const bool mayBeLast =
        ! candidate.first || candidate.first->isUnsure
        || (candidate.first->place == TimePlace::alone && ! candidate.first->title.empty());
    candidate.last = mayBeLast ? kept (readTimeLast (candidate.line, candidate.times)) : nullptr;
}

std::vector<Candidate> analyse (std::string_view text, std::size_t skipLines)
{
    std::vector<Candidate> candidates;
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        ++number;
        candidates.push_back (candidateOf (number > skipLines ? raw : std::string_view {}, number));
    }

    partFromProse (candidates);
    partOneLine (candidates);
    takeTotals (candidates);

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
    takeAmPmTitles (candidates);
    readTables (candidates);
    readForms (candidates);
    return candidates;
}

std::vector<Entry> findEntries (const std::vector<Candidate>& candidates)
{
    const auto timesFirst = countFirst (candidates);

    if (auto labelled = entriesBehindLabels (candidates); labelled.size() > timesFirst)
        return labelled;

    const auto first = isListOfFirst (candidates) ? timesFirst : 0;
    auto last = entriesWithTimeLast (candidates);
    const bool isLast = isListOfLast (candidates, last);
    const bool isFirst = first > 0 && (! isLast || areChaptersFirst (candidates, first, last));

    if (! isFirst && ! isLast)
        return entriesWithTimeInBrackets (candidates);

    auto entries = isFirst ? entriesWithTimeFirst (candidates) : std::move (last);
    leavePointsInRanges (candidates, entries);

    if (isFirst && endsOpen (candidates, entries))
    {
        const auto& before = *(entries.end() - 2);
        takeOpenEnd (entries.back().line,
                     candidates[entries.back().index].line,
                     before.line,
                     candidates[before.index].line);
    }

    return entries;
}

} // namespace earmark::outline
