// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <optional>
#include <span>
#include <string>

namespace earmark
{

/** Whether lengths differ by more than encoders add. */
bool differExactly (Duration by);

/** What is known of the audio's length beside the chapters. */
struct CutFinding
{
    enum class Kind
    {
        unknown,   ///< there is nothing to compare, or not yet
        agrees,    ///< it is as long as the chapters expect
        explained, ///< one place explains the difference
        behindLast,
        unexplained
    };

    Kind kind = Kind::unknown;
    std::string sentence;     ///< in the language that is spoken
    std::optional<Edit> edit; ///< takes the difference out of the chapters' times; only where it is explained
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
    std::optional<Position> splice;    ///< where it departs from the earlier one, if both were heard
};

/** About an audio that is longer by so much than expected, or shorter where that is negative. Goes by the splice, else by the pauses. */
CutFinding findingAbout (const Document&, Duration by, Expected, const Heard&);

} // namespace earmark
