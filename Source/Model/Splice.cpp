// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Splice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace earmark
{

namespace
{

/** Bounces may have different sample rates, and so peaks of different lengths: times are compared, not peaks. */
constexpr std::int64_t millisecondsPerStep = 100;
constexpr double secondsPerStep = double (millisecondsPerStep) / 1000;

/** The least by which both bounces are more alike where they belong together than where they do not. */
constexpr double clearly = 5;

/** Nothing of it is missing: all chunks are full but the last one. */
bool isWhole (const PeakMap& map)
{
    const auto holds = [] (const auto& chunk, std::int64_t least)
    { return chunk != nullptr && std::int64_t (chunk->levels[0].size()) >= least; };

    return map.complete && map.sampleRate > 0 && ! map.chunks.empty() && holds (map.chunks.back(), 1)
           && std::ranges::all_of (map.chunks.begin(),
                                   map.chunks.end() - 1,
                                   [&] (const auto& chunk) { return holds (chunk, PeakMap::peaksPerChunk); });
}

std::int64_t peaksIn (const PeakMap& map)
{
    return std::int64_t (map.chunks.size() - 1) * PeakMap::peaksPerChunk
           + std::int64_t (map.chunks.back()->levels[0].size());
}

double secondsIn (const PeakMap& map)
{
    return double (map.length) / map.sampleRate;
}

double rmsAt (const PeakMap& map, std::int64_t peak)
{
    return map.chunks[std::size_t (peak / PeakMap::peaksPerChunk)]
        ->levels[0][std::size_t (peak % PeakMap::peaksPerChunk)]
        .rms;
}

/** How loud each step is on average, from a time on; what lies behind the last peak is as loud as that. */
std::vector<double> levelsFrom (const PeakMap& map, double seconds, std::size_t steps)
{
    const auto peaksPerSecond = double (map.sampleRate) / double (PeakMap::samplesPerPeak);
    const auto last = peaksIn (map) - 1;
    std::vector<double> levels (steps);

    for (std::size_t step = 0; step < steps; ++step)
    {
        const auto begin = (seconds + double (step) * secondsPerStep) * peaksPerSecond;
        const auto end = begin + secondsPerStep * peaksPerSecond;

        // A peak counts by how much of it lies in the step.
        for (auto peak = std::int64_t (begin); double (peak) < end; ++peak)
            levels[step] += rmsAt (map, std::min (peak, last))
                            * (std::min (double (peak + 1), end) - std::max (double (peak), begin));

        levels[step] /= end - begin;
    }

    return levels;
}

/** The shorter bounce beside the longer one, as it is and from behind the piece on. */
struct Beside
{
    std::vector<double> shorter, unmoved, moved;
};

struct Fit
{
    std::size_t step = 0;
    double unlike = 0;    ///< as it belongs together
    double otherwise = 0; ///< as it does not
};

/** Where the piece lies, if the longer one is louder by that factor. */
Fit bestFit (const Beside& both, double gain)
{
    const auto apart = [&] (const std::vector<double>& longer, std::size_t i)
    { return std::abs (both.shorter[i] * gain - longer[i]); };
    double all = 0, sum = 0;

    for (std::size_t i = 0; i < both.shorter.size(); ++i)
    {
        sum += apart (both.moved, i);
        all += apart (both.moved, i) + apart (both.unmoved, i);
    }

    Fit best { 0, sum, 0 };

    for (std::size_t i = 0; i < both.shorter.size(); ++i)
    {
        sum += apart (both.unmoved, i) - apart (both.moved, i);

        if (sum < best.unlike)
            best = { i + 1, sum, 0 };
    }

    best.otherwise = all - best.unlike;
    return best;
}

/** How much louder the longer one is, with the piece in that place. */
double gainAt (const Beside& both, std::size_t step)
{
    double longer = 0, shorter = 0;

    for (std::size_t i = 0; i < both.shorter.size(); ++i)
    {
        longer += i < step ? both.unmoved[i] : both.moved[i];
        shorter += both.shorter[i];
    }

    return shorter > 0 ? longer / shorter : 1;
}

} // namespace

std::optional<Position> spliceBetween (const PeakMap& before, const PeakMap& after)
{
    if (! isWhole (before) || ! isWhole (after))
        return {};

    const auto isShorter = secondsIn (before) < secondsIn (after);
    const auto& shorter = isShorter ? before : after;
    const auto& longer = isShorter ? after : before;
    const auto piece = secondsIn (longer) - secondsIn (shorter);

    // Encoders and changes of the sample rate add or take some samples.
    if (piece < secondsPerStep / 2 || secondsIn (shorter) < secondsPerStep)
        return {};

    const auto steps = std::size_t (secondsIn (shorter) / secondsPerStep);
    const Beside both { levelsFrom (shorter, 0, steps),
                        levelsFrom (longer, 0, steps),
                        levelsFrom (longer, piece, steps) };
    const auto fit = bestFit (both, gainAt (both, bestFit (both, 1).step));

    if (! (fit.unlike * clearly < fit.otherwise))
        return {};

    return Position::fromMilliseconds (std::int64_t (fit.step) * millisecondsPerStep);
}

} // namespace earmark
