// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Placing.h"

#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <set>

namespace earmark
{

namespace
{

/** No chapter is shorter than this part of what all would last if they were equally long: a long breath in a credit is no place for two. */
constexpr std::int64_t shortestPart = 10;

struct Taken
{
    std::vector<TimeRange> pauses; ///< in order
    std::optional<Duration> longestUnused;
};

/** The longest, at most `count`, whose ends lie within the stretch and not right beside its ends or each other. */
Taken longestIn (TimeRange stretch, std::span<const TimeRange> pauses, std::size_t count)
{
    const auto apart = Duration::fromNanoseconds (stretch.length().nanoseconds()
                                                  / (std::int64_t (count + 1) * shortestPart));
    std::vector<TimeRange> byLength;

    for (const auto& pause : pauses)
        if (pause.start > stretch.start && pause.end < stretch.end)
            byLength.push_back (pause);

    std::ranges::stable_sort (byLength, std::greater(), &TimeRange::length);
    std::set<Position> places { stretch.start, stretch.end };
    Taken taken;

    for (const auto& pause : byLength)
    {
        const auto after = places.lower_bound (pause.end);

        if (*after - pause.end < apart || pause.end - *std::prev (after) < apart)
            continue;

        if (taken.pauses.size() == count)
        {
            taken.longestUnused = pause.length();
            break;
        }

        places.insert (pause.end);
        taken.pauses.push_back (pause);
    }

    std::ranges::sort (taken.pauses, {}, &TimeRange::end);
    return taken;
}

/** Of each chapter. The parts of one that waits do so with it. */
std::vector<bool> waitingIn (const std::vector<Chapter>& chapters)
{
    std::vector<bool> waits (chapters.size());

    for (std::size_t i = 1; i < chapters.size(); ++i)
        waits[i] = waitsBehind (chapters[i - 1], chapters[i])
                   || (waits[i - 1] && chapters[i - 1].start == chapters[i].start && ! chapters[i].locked);

    return waits;
}

} // namespace

bool waitsBehind (const Chapter& before, const Chapter& chapter)
{
    return before.start == chapter.start && chapter.level <= before.level && ! chapter.locked;
}

std::size_t countWaiting (const Outline& outline)
{
    return std::size_t (std::ranges::count (waitingIn (outline.chapters), true));
}

Outline placedOf (Outline outline)
{
    const auto waits = waitingIn (outline.chapters);
    std::vector<Chapter> placed;

    for (std::size_t i = 0; i < waits.size(); ++i)
        if (! waits[i])
            placed.push_back (std::move (outline.chapters[i]));

    outline.chapters = std::move (placed);
    return outline;
}

Result<Placing> placeAtPauses (const Outline& outline, std::span<const TimeRange> pauses, Position endOfAudio)
{
    const auto& chapters = outline.chapters;
    const auto waits = waitingIn (chapters);
    const auto isPart = [&] (std::size_t i) { return ! waitsBehind (chapters[i - 1], chapters[i]); };
    Placing placing;

    for (std::size_t first = 0, behind = 0; first < chapters.size(); first = behind)
    {
        behind = first + 1;

        while (behind < chapters.size() && waits[behind])
            ++behind;

        const auto waiting = std::views::iota (first + 1, behind);
        const auto count = waiting.size() - std::size_t (std::ranges::count_if (waiting, isPart));

        if (count == 0)
            continue;

        const auto end = behind < chapters.size() ? chapters[behind].start : endOfAudio;
        const auto taken =
            longestIn ({ chapters[first].start, std::max (chapters[first].start, end) }, pauses, count);

        if (taken.pauses.size() < count)
            return failure (
                Error::Kind::wrongUsage,
                std::format (
                    "Between {} and {} more chapters wait for their place ({}) than there are pauses ({}).",
                    formatTime (chapters[first].start),
                    formatTime (end),
                    count,
                    taken.pauses.size()));

        auto pause = taken.pauses.begin();

        for (const auto i : waiting)
        {
            if (i > first + 1 && ! isPart (i))
                ++pause;

            placing.edit.targets.push_back ({ chapters[i].id, pause->end });
        }

        const auto shortest = std::ranges::min (taken.pauses, {}, &TimeRange::length).length();
        placing.shortestUsed = std::min (placing.shortestUsed.value_or (shortest), shortest);

        if (taken.longestUnused)
            placing.longestUnused =
                std::max (placing.longestUnused.value_or (*taken.longestUnused), *taken.longestUnused);
    }

    return placing;
}

std::string howClear (const Placing& placing)
{
    if (! placing.shortestUsed)
        return {};

    const auto seconds = [] (Duration d) { return std::format ("{:.1f}", d.seconds()); };

    if (! placing.longestUnused)
        return std::format ("To pauses of {} s and longer.", seconds (*placing.shortestUsed));

    return std::format ("To pauses of {} s and longer; the longest other one has {} s.",
                        seconds (*placing.shortestUsed),
                        seconds (*placing.longestUnused));
}

} // namespace earmark
