// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Placing.h"

#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>
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

} // namespace

bool waitsBehind (const Chapter& before, const Chapter& chapter)
{
    return before.start == chapter.start && chapter.level <= before.level && ! chapter.locked;
}

Outline placedOf (Outline outline)
{
    std::vector<Chapter> placed;
    const Chapter* before = nullptr;
    bool waits = false;

    for (const auto& chapter : outline.chapters)
    {
        waits = before != nullptr
                && (waitsBehind (*before, chapter)
                    || (waits && before->start == chapter.start && ! chapter.locked));
        before = &chapter;

        if (! waits)
            placed.push_back (chapter);
    }

    outline.chapters = std::move (placed);
    return outline;
}

Result<Placing> placeAtPauses (const Outline& outline, std::span<const TimeRange> pauses, Position endOfAudio)
{
    const auto& chapters = outline.chapters;
    Placing placing;

    for (std::size_t first = 0, behind = 0; first < chapters.size(); first = behind)
    {
        behind = first + 1;

        while (behind < chapters.size() && waitsBehind (chapters[behind - 1], chapters[behind]))
            ++behind;

        const auto count = behind - first - 1;

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

        for (std::size_t i = 0; i < count; ++i)
            placing.edit.targets.push_back ({ chapters[first + 1 + i].id, taken.pauses[i].end });

        const auto shortest = std::ranges::min (taken.pauses, {}, &TimeRange::length).length();
        placing.shortestUsed = std::min (placing.shortestUsed.value_or (shortest), shortest);

        if (taken.longestUnused)
            placing.longestUnused =
                std::max (placing.longestUnused.value_or (*taken.longestUnused), *taken.longestUnused);
    }

    return placing;
}

} // namespace earmark
