// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/DroppedSeconds.h"

#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>
#include <functional>
#include <iterator>

namespace earmark::outline
{

namespace
{

using Iterator = std::vector<Entry>::iterator;

constexpr std::int64_t minutesInHour = 60;

Duration startOf (const Entry& entry)
{
    return entry.line.start.value;
}

Duration asHoursAndMinutes (const Entry& entry)
{
    return Duration::fromNanoseconds (startOf (entry).nanoseconds() * minutesInHour);
}

/** The first entry before which the times fall, where they do so only once, and not at once; else the last. */
Iterator onlyFall (std::vector<Entry>& entries)
{
    const auto fall = std::ranges::adjacent_find (entries, std::greater(), startOf);

    if (fall == entries.end() || fall == entries.begin())
        return entries.end();

    const auto behind = std::next (fall);
    return std::ranges::is_sorted (behind, entries.end(), std::less(), startOf) ? behind : entries.end();
}

/** "1:05", without an end. */
bool isShort (const Entry& entry)
{
    const auto& line = entry.line;
    return line.start.style == Timestamp::Style::colons && line.start.fields == 2 && ! line.end
           && startOf (entry) >= Duration::fromSeconds (minutesInHour);
}

/** Whether the hour begins between the two. */
bool passesHour (const Entry& before, const Entry& after)
{
    constexpr auto earliest = Duration::fromSeconds (45 * 60), hour = Duration::fromSeconds (60 * 60),
                   longestChapter = Duration::fromSeconds (20 * 60);
    const auto from = startOf (before), to = asHoursAndMinutes (after);
    return from >= earliest && (from < hour || before.line.start.fields == 3) && from < to
           && to - from <= longestChapter;
}

} // namespace

void readDroppedSeconds (OutlineReading& reading,
                         const std::vector<Candidate>& candidates,
                         std::vector<Entry>& entries)
{
    const auto fall = onlyFall (entries);

    if (fall == entries.end() || ! std::all_of (fall, entries.end(), isShort)
        || ! passesHour (*std::prev (fall), *fall))
        return;

    // Behind a gap or text another list begins.
    const auto last = std::prev (entries.end());
    const auto before = std::prev (fall);
    const auto step = before->index - std::prev (before)->index;
    const auto isApart = [&] (const Entry& a, const Entry& b)
    {
        return b.index - a.index > step
               || std::any_of (candidates.begin() + std::ptrdiff_t (a.index) + 1,
                               candidates.begin() + std::ptrdiff_t (b.index),
                               [] (const Candidate& c) { return ! c.isBlank(); });
    };

    if (std::adjacent_find (before, entries.end(), isApart) != entries.end())
        return;

    reading.notices.push_back (
        { Notice::Grade::warning,
          std::format ("'{}' stands behind {}; from there on the times were read as hours and minutes, {}.",
                       formatTime (startOf (*fall)),
                       formatTime (startOf (*before)),
                       formatTime (asHoursAndMinutes (*fall))),
          Place::atLines (candidates[fall->index].line.number, candidates[last->index].line.number) });

    for (auto entry = fall; entry != entries.end(); ++entry)
    {
        entry->line.start.value = asHoursAndMinutes (*entry);
        entry->line.start.fields = 3;
    }
}

} // namespace earmark::outline
