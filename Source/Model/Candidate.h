// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

namespace earmark
{

/** A place near a marker where it may belong. */
struct Candidate
{
    enum class Kind
    {
        speechOnset, ///< a pause ends here
        pauseStart   ///< a pause begins here
    };

    Kind kind;
    Position at;
    double confidence = 0; ///< 0 to 1: how long the pause is, how clearly it ends, how near it is

    bool operator== (const Candidate&) const = default;
};

} // namespace earmark
