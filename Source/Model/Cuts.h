// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <span>

// A piece of an episode that went or came in between two bounces, found by where the chapters' times fall in the new one.

namespace earmark
{

/** A piece of the episode that went or came in between two chapters. */
struct Cut
{
    std::optional<std::size_t> lastUnmoved; ///< none: everything moved
    std::size_t firstMoved = 0;
    Duration by;

    bool operator== (const Cut&) const = default;
};

/** From 0 to 1, how well a marker fits a place where speech begins with that confidence. */
double fitOf (double confidence, Duration apart);

/** The same for each chapter moved by a time, among the pauses of an audio, which are in order. A locked one stays. One at 0:00 means the
    beginning of the file, which it fits neither well nor badly. */
std::vector<double> fitsAtPauses (const Outline&, std::span<const TimeRange> pauses, Duration by);

/** How many chapters begin in a pause or by where it ends; one at 0:00 does. */
std::size_t countAfterPauses (const Outline&, std::span<const TimeRange> pauses);

/** Where the audio was cut, by how well each chapter's time fits what is heard, from 0 to 1: as the outline has it, and moved by the
    difference. None where no place explains what is heard clearly better than every other. */
std::optional<Cut>
findCut (const std::vector<double>& fitUnmoved, const std::vector<double>& fitMoved, Duration by);

/** What a producer needs to hear about the place that findCut() found: which chapters are still right, and by how much the others moved. */
std::string sentenceAboutCut (const Outline&, const Cut&);

/** A place for the edit that takes a cut out of the chapters' times. */
struct CutPlace
{
    std::optional<Position> after; ///< the last chapter that stays; none where all move
    Position before;               ///< the first that moves, as it is now
    Position at;                   ///< in between, at the longest pause
    Duration by;                   ///< positive: came in

    bool operator== (const CutPlace&) const = default;
};

/** None where the chapters leave no room for a piece of that length. */
std::optional<CutPlace> placeOfCut (const Outline&, const Cut&, std::span<const TimeRange> pauses);

/** A place that was heard to about a tenth of a second, moved by no more than that off the chapters beside it: a piece that ends where one begins
    has none of it inside, and what came in right before one moves it. */
Position besideMarks (const Outline&, Position, Duration by);

/** RemoveTime or InsertTime. */
Edit editOf (const CutPlace&);

/** What takes these ranges out, all of them times before any was: to be made one after the other. They may overlap, in any order. */
std::vector<Edit> removalsOf (std::vector<TimeRange>);

} // namespace earmark
