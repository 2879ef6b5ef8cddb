// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/PeakMap.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

void PeakSum::add (Peak peak)
{
    if (! peak.isKnown())
        return;

    sum.low = count == 0 ? peak.low : std::min (sum.low, peak.low);
    sum.high = count == 0 ? peak.high : std::max (sum.high, peak.high);
    squares += double (peak.rms) * peak.rms;
    ++count;
}

Peak PeakSum::result() const
{
    auto peak = sum;

    if (count > 0)
        peak.rms = std::uint16_t (std::lround (std::sqrt (squares / double (count))));

    return peak;
}

namespace
{

/** The levels above the one that is given, from that one. */
std::shared_ptr<const PeakMap::Chunk> chunkFrom (std::size_t given, std::vector<Peak> peaks)
{
    auto chunk = std::make_shared<PeakMap::Chunk>();
    chunk->levels[given] = std::move (peaks);

    for (auto level = given + 1; level < chunk->levels.size(); ++level)
    {
        const auto& below = chunk->levels[level - 1];
        constexpr auto step = std::size_t (PeakMap::reduction);

        for (std::size_t i = 0; i < below.size(); i += step)
        {
            PeakSum sum;

            for (std::size_t j = i; j < std::min (i + step, below.size()); ++j)
                sum.add (below[j]);

            chunk->levels[level].push_back (sum.isEmpty() ? Peak::unknown() : sum.result());
        }
    }

    return chunk;
}

} // namespace

std::shared_ptr<const PeakMap::Chunk> makeChunk (std::vector<Peak> finest)
{
    return chunkFrom (0, std::move (finest));
}

std::shared_ptr<const PeakMap::Chunk> makeCoarseChunk (std::vector<Peak> peaks)
{
    return chunkFrom (1, std::move (peaks));
}

std::vector<Peak> finestOf (const PeakMap::Chunk& chunk)
{
    if (! chunk.isCoarse())
        return chunk.levels[0];

    std::vector<Peak> finest;
    finest.reserve (chunk.levels[1].size() * std::size_t (PeakMap::reduction));

    for (const auto peak : chunk.levels[1])
        finest.insert (finest.end(), std::size_t (PeakMap::reduction), peak);

    return finest;
}

std::vector<std::optional<Peak>> columnsOf (const PeakMap& map, double begin, double end, std::size_t columns)
{
    std::vector<std::optional<Peak>> result (columns);

    if (columns == 0 || ! (end > begin))
        return result;

    const auto perColumn = (end - begin) / double (columns);
    std::size_t level = 0;
    std::int64_t samplesEach = PeakMap::samplesPerPeak;

    // The coarsest that still has a peak or more for each column.
    while (level + 1 < 3 && double (samplesEach * PeakMap::reduction) <= perColumn)
    {
        ++level;
        samplesEach *= PeakMap::reduction;
    }

    const auto perChunk = PeakMap::samplesPerChunk / samplesEach;

    for (std::size_t c = 0; c < columns; ++c)
    {
        const auto from = begin + double (c) * perColumn;
        const auto first = std::int64_t (std::floor (from / double (samplesEach)));
        const auto last =
            std::max (first + 1, std::int64_t (std::floor ((from + perColumn) / double (samplesEach))));
        PeakSum sum;

        for (auto i = std::max<std::int64_t> (first, 0); i < last; ++i)
        {
            const auto chunk = std::size_t (i / perChunk);

            if (chunk >= map.chunks.size())
                break;

            if (map.chunks[chunk] == nullptr)
                continue;

            const bool isCoarser = level == 0 && map.chunks[chunk]->isCoarse();
            const auto& peaks = map.chunks[chunk]->levels[isCoarser ? 1 : level];

            if (const auto inside = std::size_t (i % perChunk / (isCoarser ? PeakMap::reduction : 1));
                inside < peaks.size())
                sum.add (peaks[inside]);
        }

        if (! sum.isEmpty())
            result[c] = sum.result();
    }

    return result;
}

double progressOf (const PeakMap& map)
{
    if (map.complete)
        return 1;

    if (map.chunks.empty())
        return 0;

    const auto known =
        std::ranges::count_if (map.chunks, [] (const auto& chunk) { return chunk != nullptr; });
    return double (known) / double (map.chunks.size());
}

} // namespace earmark
