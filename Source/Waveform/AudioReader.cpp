// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/AudioReader.h"

#include <algorithm>

namespace earmark
{

namespace
{

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

/** value * numerator / denominator, rounded to the nearest, without the product's overflow. For values not below zero. */
std::int64_t scaled (std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    return value / denominator * numerator
           + (value % denominator * numerator + denominator / 2) / denominator;
}

} // namespace

std::int64_t sampleAt (Position position, int sampleRate)
{
    // A position that was made from a sample lies up to half a nanosecond before it: rounding must give that sample back.
    return scaled (std::max<std::int64_t> (position.nanoseconds(), 0), sampleRate, nanosecondsPerSecond);
}

Position positionOf (std::int64_t sample, int sampleRate)
{
    return Position::fromNanoseconds (
        scaled (std::max<std::int64_t> (sample, 0), nanosecondsPerSecond, sampleRate));
}

} // namespace earmark
