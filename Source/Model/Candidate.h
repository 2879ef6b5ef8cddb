// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

#include <algorithm>
#include <cmath>

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

/** What "snap" takes for good enough; candidates below it are shown only. */
inline constexpr double goodEnough = 0.25;

/** How far from a marker candidates are looked for; outlines are mostly rounded to the second. */
inline constexpr Duration candidateWindow = Duration::fromSeconds (2);

/** How far behind a marker in a pause the end of that is looked for: those between the parts of a book last for some seconds. */
inline constexpr Duration farthestEndOfPause = Duration::fromSeconds (17);

/** From 0 to 1, how well a pause of so many seconds parts two chapters: a second's does, and the gaps between sentences are a third of it. */
inline double pauseScore (double seconds)
{
    return 1 - std::exp (-seconds / 0.45);
}

/** A longer lead-in would be another place. */
inline constexpr auto longestLead = Duration::fromMilliseconds (500);

/** Where snapping to it puts a marker: so long before speech begins, and at the beginning of a pause itself. */
inline Position placeOf (const Candidate& candidate, Duration lead)
{
    return candidate.kind == Candidate::Kind::speechOnset ? std::max (Position(), candidate.at - lead)
                                                          : candidate.at;
}

} // namespace earmark
