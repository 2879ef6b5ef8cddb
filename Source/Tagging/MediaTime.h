// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

#include <cstdint>
#include <optional>

namespace earmark
{

/** A time that a file gives as a count of units; none where no audio is so long, which means "unknown" (MP4 has all ones for that) or damage.
    No time without a rate either. */
constexpr std::optional<Duration> mediaTime (std::uint64_t units, std::uint64_t unitsPerSecond)
{
    constexpr std::uint64_t longestSeconds = 10'000ull * 3600;

    if (unitsPerSecond == 0 || units / unitsPerSecond > longestSeconds)
        return {};

    return Duration::fromSamples (std::int64_t (units), std::int64_t (unitsPerSecond));
}

} // namespace earmark
