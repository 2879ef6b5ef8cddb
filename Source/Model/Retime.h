// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

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

/** Brings starts back into the order in which the chapters stand, with none below zero: a chapter that would pass a
    neighbour stops where the neighbour is, and locked chapters give way to nobody. Stated ends are clamped to the next
    start. */
void restoreOrder (std::vector<Chapter>&);

/** Moves starts and ends by the map, where `moves` holds for the chapter and it is not locked; then restores order. */
template <class Map, class Predicate>
void retime (std::vector<Chapter>& chapters, const Map& map, const Predicate& moves)
{
    for (auto& chapter : chapters)
    {
        if (chapter.locked || ! moves (chapter))
            continue;

        chapter.start = map (chapter.start);

        if (chapter.end)
            chapter.end = map (*chapter.end);
    }

    restoreOrder (chapters);
}

} // namespace earmark
