// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace earmark
{

/** "What is at `from` belongs at `to`." */
struct Pin
{
    Position from;
    Position to;

    bool operator== (const Pin&) const = default;
};

/** A piecewise linear map of time through its pins; before the first and after the last one it goes on in parallel.
    One pin is a plain shift. */
class TimeMap
{
public:
    /** Fails with Kind::wrongUsage without pins, or when pins cross or share a place. */
    static Result<TimeMap> through (std::vector<Pin>);

    Position operator() (Position) const;

private:
    explicit TimeMap (std::vector<Pin> sorted) : pins (std::move (sorted)) {}

    std::vector<Pin> pins; // by from, and by to as well
};

/** Brings starts back into the order in which the chapters stand, with none below zero. A chapter for which `stays` holds
    keeps its place, and those that would pass it stop there; the others push one another towards the end. No end is left
    before its start. */
void restoreOrder (std::vector<Chapter>&, const std::vector<bool>& stays);

/** Moves starts by the map and ends by theirs, where `moves` holds for the chapter and it is not locked; the others stay. Then
    restores order. */
template <class Map, class EndMap, class Predicate>
void retime (std::vector<Chapter>& chapters, const Map& map, const EndMap& mapEnd, const Predicate& moves)
{
    std::vector<bool> stays;

    for (auto& chapter : chapters)
    {
        stays.push_back (chapter.locked || ! moves (chapter));

        if (stays.back())
            continue;

        chapter.start = map (chapter.start);

        if (chapter.end)
            chapter.end = mapEnd (*chapter.end);
    }

    restoreOrder (chapters, stays);
}

/** Both by the same. */
template <class Map, class Predicate>
void retime (std::vector<Chapter>& chapters, const Map& map, const Predicate& moves)
{
    retime (chapters, map, map, moves);
}

/** Where ends go whose audio stays as it is: none is moved beyond that, and what ended with it goes on doing so. One that lay behind it was
    another audio's. */
template <class Map>
auto withinAudio (const Map& map, std::optional<Position> endOfAudio)
{
    // Containers round ends to milliseconds, or to the 75th part of a second.
    constexpr auto nearEnough = Duration::fromMilliseconds (20);

    return [&map, endOfAudio] (Position end)
    {
        if (! endOfAudio || end > *endOfAudio + nearEnough)
            return map (end);

        return end + nearEnough >= *endOfAudio ? end : std::min (map (end), *endOfAudio);
    };
}

} // namespace earmark
