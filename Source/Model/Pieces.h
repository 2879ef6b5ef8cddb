// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <span>
#include <vector>

// What went and came in between two bounces of an episode that were both heard, found by where people pause in each.

namespace earmark
{

/** A bounce as its pauses tell of it. */
struct Bounce
{
    Duration length;
    std::span<const TimeRange> pauses; ///< in order, none reaching into another
};

/** A piece of the episode that went or came in. */
struct Piece
{
    enum class Place
    {
        inPause, ///< what lies in it begins there, wherever in it the piece was
        anywhere
    };

    TimeRange within; ///< where it begins, in times of the earlier bounce; its end may be the place, too
    Duration by;      ///< positive: came in
    Place place = Place::anywhere;

    bool operator== (const Piece&) const = default;
};

/** In order, to about a tenth of a second; together they make the difference of the lengths. Goes by pauses of the same length at the same
    distances, so that neither sample rates nor loudness matter. Empty where the pauses leave any doubt, such as between other
    recordings, and where nothing went or came, or where there are so many pauses, or such regular ones, that to compare them
    would take long. Where a piece fits at several places it may be within all of them. Pieces are at most some ten minutes longer than the difference. */
std::vector<Piece> piecesBetween (const Bounce& before, const Bounce& after);

/** What takes all of them out of the chapters' times, to be made one after the other. Empty where the chapters' times depend on where exactly
    one of them lies. */
std::vector<Edit> editsOf (std::span<const Piece>, const Outline&);

} // namespace earmark
