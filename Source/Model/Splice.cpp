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

/** Lengths need not differ by whole peaks: over a tenth of a second, half a peak makes no difference. */
constexpr std::int64_t peaksPerStep = 16;

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

/** How loud each step is, from a peak on; that many have to be there. */
std::vector<double> levelsFrom (const PeakMap& map, std::int64_t first, std::size_t steps)
{
    std::vector<double> levels (steps);
    auto peak = first;

    for (auto& level : levels)
        for (const auto end = peak + peaksPerStep; peak < end; ++peak)
            level += map.chunks[std::size_t (peak / PeakMap::peaksPerChunk)]
                         ->levels[0][std::size_t (peak % PeakMap::peaksPerChunk)]
                         .rms;

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
    if (! isWhole (before) || ! isWhole (after) || before.sampleRate != after.sampleRate)
        return {};

    const auto& shorter = before.length < after.length ? before : after;
    const auto& longer = before.length < after.length ? after : before;
    const auto piece =
        (longer.length - shorter.length + PeakMap::samplesPerPeak / 2) / PeakMap::samplesPerPeak;
    const auto peaks = std::min (peaksIn (shorter), peaksIn (longer) - piece);

    if (piece == 0 || peaks < peaksPerStep)
        return {};

    const auto steps = std::size_t (peaks / peaksPerStep);
    const Beside both { levelsFrom (shorter, 0, steps),
                        levelsFrom (longer, 0, steps),
                        levelsFrom (longer, piece, steps) };
    const auto fit = bestFit (both, gainAt (both, bestFit (both, 1).step));

    if (! (fit.unlike * clearly < fit.otherwise))
        return {};

    return Position (Duration::fromSamples (std::int64_t (fit.step) * peaksPerStep * PeakMap::samplesPerPeak,
                                            shorter.sampleRate));
}

} // namespace earmark
