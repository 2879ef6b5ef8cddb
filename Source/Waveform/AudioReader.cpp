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

Result<MonoExcerpt> readMono (AudioReader& reader, std::int64_t begin, std::int64_t end)
{
    begin = std::max<std::int64_t> (begin, 0);

    if (auto moved = reader.seek (begin); ! moved)
        return std::unexpected (moved.error());

    MonoExcerpt excerpt { .begin = begin, .samples = {} };
    excerpt.samples.reserve (std::size_t (std::max<std::int64_t> (end - begin, 0)));

    while (begin < end)
    {
        const auto block = reader.next();

        if (! block)
            break;

        const auto count = std::min (block->length, std::size_t (end - begin));
        const auto share = 1.0f / float (block->channels.size());

        for (std::size_t i = 0; i < count; ++i)
        {
            float sum = 0;

            for (const auto* channel : block->channels)
                sum += channel[i];

            excerpt.samples.push_back (sum * share);
        }

        begin += std::int64_t (count);
    }

    return excerpt;
}

} // namespace earmark
