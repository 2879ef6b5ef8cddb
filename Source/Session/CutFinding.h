// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"
#include "Model/Pieces.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace earmark
{

/** Whether lengths differ by more than encoders add. */
bool differExactly (Duration by);

/** Whether so many marks of all begin after a pause that the chapters are right. */
bool areEnough (std::size_t fitting, std::size_t all);

/** What is known of the audio's length beside the chapters. */
struct CutFinding
{
    enum class Kind
    {
        unknown,   ///< there is nothing to compare, or not yet
        agrees,    ///< it is as long as the chapters expect
        explained, ///< one place explains the difference, or some do
        behindLast,
        unexplained
    };

    Kind kind = Kind::unknown;
    std::string sentence; ///< in the language that is spoken
    std::vector<Edit>
        edits; ///< take the difference out of the chapters' times, in this order; only where it is explained
};

/** What the chapters' times go by. */
enum class Expected
{
    byEarlierAudio,
    byStatedEnd ///< of their last one
};

/** What is heard in an audio. */
struct Heard
{
    std::span<const TimeRange> pauses; ///< in order
    std::optional<Position>
        splice; ///< where it departs from the earlier one, if both were heard and there is one such place
    std::span<const Piece>
        pieces; ///< what came and went since the earlier one, if the pauses of both are known
};

/** About an audio that is longer by so much than expected, or shorter where that is negative. Goes by the splice, else by the pieces, else by
    the pauses. */
CutFinding findingAbout (const Document&, Duration by, Expected, const Heard&);

} // namespace earmark
