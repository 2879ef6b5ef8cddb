// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PeakMap.h"
#include "Support/Random.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

// Waveforms as they come from files, made of levels.

namespace earmark::tests
{

/** A hundred peaks in a second. */
inline constexpr int waveRate = 25'600;

/** Sounds and silences of a fifth of a second each, at random. */
inline std::vector<std::uint16_t> levelsLasting (std::size_t seconds, std::uint64_t seed = 1)
{
    Random random (seed);
    std::vector<std::uint16_t> levels;

    for (std::size_t i = 0; i < seconds * 5; ++i)
        levels.insert (levels.end(), 20, std::uint16_t (random.oneIn (3) ? 20 : random.between (500, 9000)));

    return levels;
}

/** Without the peaks of these seconds. */
inline std::vector<std::uint16_t>
without (std::vector<std::uint16_t> levels, std::size_t fromSecond, std::size_t toSecond)
{
    levels.erase (levels.begin() + std::ptrdiff_t (fromSecond * 100),
                  levels.begin() + std::ptrdiff_t (toSecond * 100));
    return levels;
}

/** Whatever the sample rate, each level lasts a hundredth of a second. */
inline PeakMap waveOf (const std::vector<std::uint16_t>& levels, int sampleRate = waveRate)
{
    PeakMap map { .sampleRate = sampleRate,
                  .length = std::int64_t (levels.size()) * sampleRate / 100,
                  .complete = true,
                  .chunks = {} };
    const auto peaks = (map.length + PeakMap::samplesPerPeak - 1) / PeakMap::samplesPerPeak;

    for (std::int64_t at = 0; at < peaks; at += PeakMap::peaksPerChunk)
    {
        std::vector<Peak> finest;

        for (auto i = at; i < std::min (at + PeakMap::peaksPerChunk, peaks); ++i)
        {
            const auto level = levels[std::size_t (i * PeakMap::samplesPerPeak * 100 / sampleRate)];
            finest.push_back ({ std::int16_t (-level), std::int16_t (level), level });
        }

        map.chunks.push_back (makeChunk (std::move (finest)));
    }

    return map;
}

} // namespace earmark::tests
