// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Pieces/BouncePair.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <span>

namespace earmark
{

namespace
{

constexpr auto longestPiece = Duration::fromSeconds (600);

/** Those that are heard most often; another one in an hour of speech is chance. */
constexpr std::size_t mostOffsets = 64;

/** Of one bounce; more than a day of speech has. */
constexpr std::size_t mostPauses = 30'000;

/** Each pause with all that may be the same; more than a day of speech takes. */
constexpr std::size_t mostCompared = 10'000'000;

/** What is regular has one for each two of its pauses; speech has few. */
constexpr std::size_t mostHeard = 1'000'000;

std::vector<TimeRange> withEdges (const Bounce& bounce)
{
    std::vector<TimeRange> pauses { { Position(), Position() } };

    // What is shorter says nothing.
    std::ranges::copy_if (bounce.pauses,
                          std::back_inserter (pauses),
                          [] (const TimeRange& pause) { return pause.length() >= pauseTolerance; });

    pauses.push_back ({ Position (bounce.length), Position (bounce.length) });
    return pauses;
}

/** By how much two pauses that follow one another have both moved, for all that are alike in both bounces; in order. None beyond the
    limits. */
std::optional<std::vector<Duration>> offsetsHeard (const BouncePair& both)
{
    const auto &before = both.before, &after = both.after;
    const auto least = std::min (both.difference(), Duration()) - longestPiece;
    const auto most = std::max (both.difference(), Duration()) + longestPiece;
    const auto areAlike = [&] (std::size_t i, std::size_t k)
    { return areNear (before[i].length(), after[k].length()); };
    std::vector<Duration> offsets;
    std::size_t first = 1, compared = 0;

    for (std::size_t i = 1; i + 2 < before.size(); ++i)
    {
        while (first + 2 < after.size() && after[first].start - before[i].start < least)
            ++first;

        for (auto k = first; k + 2 < after.size() && after[k].start - before[i].start <= most; ++k)
        {
            if (++compared > mostCompared || offsets.size() > mostHeard)
                return {};

            if (areAlike (i, k) && areAlike (i + 1, k + 1)
                && areNear (after[k + 1].start - after[k].start, before[i + 1].start - before[i].start))
                offsets.push_back (after[k].start - before[i].start);
        }
    }

    std::ranges::sort (offsets);
    return offsets;
}

struct Group
{
    Duration middle;
    std::size_t count;
};

/** Of those that are in order, what is as good as the same. */
std::vector<Group> grouped (std::span<const Duration> heard)
{
    std::vector<Group> groups;

    for (std::size_t begin = 0; begin < heard.size();)
    {
        auto end = begin;

        while (end < heard.size() && heard[end] - heard[begin] <= pauseTolerance)
            ++end;

        groups.push_back ({ heard[begin + (end - begin) / 2], end - begin });
        begin = end;
    }

    return groups;
}

} // namespace

bool areNear (Duration a, Duration b, Duration tolerance)
{
    return a - b <= tolerance && b - a <= tolerance;
}

BouncePair::BouncePair (const Bounce& earlier, const Bounce& later)
    : before (withEdges (earlier)), after (withEdges (later))
{}

std::optional<std::size_t> BouncePair::partnerOf (std::size_t ofAfter, Duration offset) const
{
    if (ofAfter == 0)
        return areNear (offset, {}, edgeTolerance) ? std::optional<std::size_t> (0) : std::nullopt;

    if (isEdge (ofAfter))
        return areNear (offset, difference(), edgeTolerance) ? std::optional (before.size() - 1)
                                                             : std::nullopt;

    const auto& pause = after[ofAfter];
    const auto inner = std::span (before).subspan (1, before.size() - 2);

    for (auto found =
             std::ranges::lower_bound (inner, pause.start - offset - pauseTolerance, {}, &TimeRange::start);
         found != inner.end() && found->start - (pause.start - offset) <= pauseTolerance;
         ++found)
        if (areNear (found->end - (pause.end - offset), {}))
            return std::size_t (found - inner.begin()) + 1;

    return {};
}

std::vector<Duration> likelyOffsets (const BouncePair& both)
{
    if (std::max (both.before.size(), both.after.size()) > mostPauses)
        return {};

    const auto heard = offsetsHeard (both);

    if (! heard)
        return {};

    auto groups = grouped (*heard);
    std::ranges::stable_sort (groups, std::ranges::greater {}, &Group::count);
    std::vector<Duration> offsets;
    const auto add = [&] (Duration offset, Duration apart)
    {
        if (std::ranges::none_of (offsets, [&] (Duration o) { return areNear (o, offset, apart); }))
            offsets.push_back (offset);
    };

    for (const auto& group : groups)
        if (offsets.size() < mostOffsets)
            add (group.middle, pauseTolerance);

    add ({}, edgeTolerance);
    add (both.difference(), edgeTolerance);
    return offsets;
}

} // namespace earmark
