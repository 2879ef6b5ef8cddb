// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PeakMap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace earmark
{

/** Lowest, highest and squares of samples in lanes side by side, which compilers turn into vector instructions; they must not
    do that with a single sum, whose rounding would change. Takes no memory and no locks: it may be used on an audio thread. */
class PeakMeter
{
public:
    template <class Sample>
    void add (const Sample* samples, std::size_t count) noexcept
    {
        std::size_t i = 0;

        for (; i + width <= count; i += width)
            for (std::size_t lane = 0; lane < width; ++lane)
                take (lane, float (samples[i + lane]));

        for (; i < count; ++i)
            take (i % width, float (samples[i]));
    }

    /** Of so many samples, all channels counted; then begins anew. What is no number counts as nothing. */
    Peak finish (std::size_t samples) noexcept
    {
        float sum = 0;

        for (const auto square : squares)
            sum += square;

        const auto toInteger = [] (float value)
        { return std::isnan (value) ? 0l : std::lround (std::clamp (value, -1.0f, 1.0f) * 32767.0f); };
        const Peak peak { std::int16_t (toInteger (*std::ranges::min_element (low))),
                          std::int16_t (toInteger (*std::ranges::max_element (high))),
                          std::uint16_t (
                              toInteger (std::sqrt (sum / float (std::max<std::size_t> (samples, 1))))) };
        *this = {};
        return peak;
    }

private:
    static constexpr std::size_t width = 16;
    static constexpr float none = 1e30f;

    std::array<float, width> low = filled (none);
    std::array<float, width> high = filled (-none);
    std::array<float, width> squares {};

    static constexpr std::array<float, width> filled (float value)
    {
        std::array<float, width> all {};
        all.fill (value);
        return all;
    }

    void take (std::size_t lane, float value) noexcept
    {
        low[lane] = value < low[lane] ? value : low[lane];
        high[lane] = value > high[lane] ? value : high[lane];
        squares[lane] += value * value;
    }
};

} // namespace earmark
