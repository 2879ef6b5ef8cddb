// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Edit.h"

#include <optional>
#include <span>
#include <string>

// A list of titles without times, and audio that pauses between its chapters.

namespace earmark
{

/** Chapters that begin together cannot all be heard: behind the first of them, the others wait for their place. A part may begin
    with its whole, and a locked chapter is where it belongs. */
bool waitsBehind (const Chapter& before, const Chapter&);

/** How many chapters wait. */
std::size_t countWaiting (const Outline&);

/** Without the chapters that wait. The parts of one that waits do so with it, if they begin together. */
Outline placedOf (Outline);

struct Placing
{
    SnapChapters edit;                    ///< empty where no chapter waits
    std::optional<Duration> shortestUsed; ///< of the pauses that chapters got
    std::optional<Duration>
        longestUnused; ///< of those that could have been taken as well: far from the shortest used, the list fits
};

/** Gives each chapter that waits the end of a pause: each run of them gets the longest pauses that lie between the chapter in
    front and the next that has its place, or the end of the audio, in order. None gets a place right beside another's.
    Fails with Kind::wrongUsage where there are fewer pauses than chapters. `pauses` are in order. */
Result<Placing> placeAtPauses (const Outline&, std::span<const TimeRange> pauses, Position endOfAudio);

/** A sentence on how far apart the pauses with chapters and those without are; empty where no chapter waited. */
std::string howClear (const Placing&);

} // namespace earmark
