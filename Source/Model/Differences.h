// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <utility>

// Whether an outline and an audio file, or two lists of chapters, belong to the same cut of an episode.

namespace earmark
{

/** From a chapter on, everything is later by this (earlier where it is negative). */
struct Offset
{
    std::size_t from = 0; ///< index of the first chapter that is moved
    Duration by;

    bool operator== (const Offset&) const = default;
};

/** Where the outline says that the episode ends: the stated end of its last chapter. */
std::optional<Position> statedEnd (const Outline&);

/** Ends are mostly written to the second, and encoders add a few frames: lengths that differ by no more are the same. */
inline constexpr auto lengthTolerance = Duration::fromSeconds (2);

/** How much longer the audio is than the outline says; negative where something is missing. None without a stated end. */
std::optional<Duration> differenceOfLength (const Outline&, Duration lengthOfAudio);

/** Which chapter of one list is which of another, as pairs of indices that both rise: as many as have one title and stand in one
    order. Where a list has a title more than once, its first belongs to the other's first, its second to the second. */
std::vector<std::pair<std::size_t, std::size_t>> pairByTitle (const std::vector<Chapter>& first,
                                                              const std::vector<Chapter>& second);

/** The chapters' titles that only one of two lists has, and how those of both have moved. */
struct Differences
{
    std::vector<std::size_t> onlyInFirst, onlyInSecond; ///< indices
    std::vector<Offset> offsets; ///< where the offset to the second list changes; at 0 only if it is not zero
    bool isOneOffset = false;    ///< all that moved moved by the same

    bool any() const { return ! onlyInFirst.empty() || ! onlyInSecond.empty() || ! offsets.empty(); }
};

/** By title, in order. Times that differ by no more than the tolerance are the same. */
Differences compareLists (const Outline& first, const Outline& second, Duration tolerance);

/** One sentence about all of them; empty where there are none. `names` are what to call the lists. */
std::string describe (const Differences&,
                      const Outline& first,
                      const Outline& second,
                      std::string_view firstName,
                      std::string_view secondName);

/** What a producer needs to hear about an audio of another length: "The outline ends at 1:41:42, the audio at 1:40:12: 90 s are missing."
    Empty where they agree. */
std::string sentenceAboutLength (const Outline&, Duration lengthOfAudio);

/** "90 s", "1.5 s" */
std::string secondsOf (Duration);

} // namespace earmark
