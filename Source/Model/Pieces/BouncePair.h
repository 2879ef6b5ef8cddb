// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Pieces.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace earmark
{

/** What a pause begins and ends at depends on how loud it is around, and on how it was coded. */
inline constexpr auto pauseTolerance = Duration::fromMilliseconds (150);

/** Encoders add a few frames at the beginning and the end. */
inline constexpr auto edgeTolerance = Duration::fromMilliseconds (300);

bool areNear (Duration a, Duration b, Duration tolerance = pauseTolerance);

/** The pauses of two bounces, the edges of each being pauses of no length. */
struct BouncePair
{
    std::vector<TimeRange> before, after;

    BouncePair (const Bounce& earlier, const Bounce& later);

    /** By how much the end of the episode has moved. */
    Duration difference() const { return after.back().end - before.back().end; }

    bool isEdge (std::size_t ofAfter) const { return ofAfter == 0 || ofAfter + 1 == after.size(); }

    /** The same pause in the earlier bounce, if all was moved by that much there. */
    std::optional<std::size_t> partnerOf (std::size_t ofAfter, Duration offset) const;
};

/** By how much something may have moved: what is heard most often first, nothing twice, with what holds for the edges of the episode. None where
    there are so many pauses that to compare them would take long. */
std::vector<Duration> likelyOffsets (const BouncePair&);

} // namespace earmark
