// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Support/Random.h"

#include <algorithm>
#include <cstdint>
#include <vector>

// Pauses as they are heard in audio, made up.

namespace earmark::tests
{

inline TimeRange rangeOf (std::int64_t fromMilliseconds, std::int64_t toMilliseconds)
{
    return { Position::fromMilliseconds (fromMilliseconds), Position::fromMilliseconds (toMilliseconds) };
}

/** Of somebody who speaks for one to five seconds and is silent for up to one and a half. */
inline std::vector<TimeRange> pausesLasting (int seconds, std::uint64_t seed = 1)
{
    Random random (seed);
    std::vector<TimeRange> pauses;

    for (std::int64_t at = 0;;)
    {
        const auto start = at + random.between (1000, 5000);
        at = start + random.between (300, 1500);

        if (at > (seconds - 1) * 1000)
            return pauses;

        pauses.push_back (rangeOf (start, at));
    }
}

/** With a piece taken out; what is left of two pauses at its edges is one. */
inline std::vector<TimeRange> without (const std::vector<TimeRange>& pauses, const TimeRange& piece)
{
    const auto moved = [&] (Position p)
    { return p <= piece.start ? p : std::max (piece.start, p - piece.length()); };
    std::vector<TimeRange> left;

    for (const auto& pause : pauses)
    {
        const TimeRange now { moved (pause.start), moved (pause.end) };

        if (! left.empty() && now.start <= left.back().end)
            left.back().end = std::max (left.back().end, now.end);
        else if (now.length() >= Duration::fromMilliseconds (250))
            left.push_back (now);
    }

    return left;
}

} // namespace earmark::tests
