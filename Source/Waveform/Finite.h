// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>

namespace earmark
{

/** Whether each is a number, and finite. */
inline bool areFinite (std::span<const float> samples)
{
    // An exponent of nothing but ones is what the others have. Integers, since compilers make vector instructions of these.
    constexpr std::int32_t exponent = 0x7F80'0000;
    std::int32_t largest = 0;

    for (const auto sample : samples)
        largest = std::max (largest, std::bit_cast<std::int32_t> (sample) & exponent);

    return largest != exponent;
}

/** What is no number, or infinite, is no sound: it becomes 0. One of them would stay in a filter for good. */
inline void zeroWhatIsNotFinite (std::span<float> samples)
{
    if (! areFinite (samples))
        for (auto& sample : samples)
            sample = std::isfinite (sample) ? sample : 0.0f;
}

} // namespace earmark
