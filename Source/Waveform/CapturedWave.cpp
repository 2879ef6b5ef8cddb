// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/CapturedWave.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

namespace
{

constexpr auto perChunk = std::size_t (PeakMap::peaksPerChunk);

std::vector<Peak> nothing()
{
    return std::vector<Peak> (perChunk, Peak::unknown());
}

/** Where the last known peak ends, in samples. */
std::int64_t endOf (const std::vector<std::shared_ptr<const PeakMap::Chunk>>& chunks)
{
    for (auto index = chunks.size(); index-- > 0;)
        if (chunks[index] != nullptr)
        {
            const auto& finest = chunks[index]->levels[0];

            for (auto i = finest.size(); i-- > 0;)
                if (finest[i].isKnown())
                    return std::int64_t (index * perChunk + i + 1) * PeakMap::samplesPerPeak;
        }

    return 0;
}

/** The chunk at this place when each sample of the map takes `ratio` samples' time. */
std::vector<Peak> measuredAnew (const PeakMap& map, std::size_t index, double ratio)
{
    auto finest = nothing();
    const auto samples = double (PeakMap::samplesPerChunk) / ratio;
    const auto columns = columnsOf (map, double (index) * samples, double (index + 1) * samples, perChunk);

    for (std::size_t i = 0; i < perChunk; ++i)
        finest[i] = columns[i].value_or (Peak::unknown());

    return finest;
}

} // namespace

CapturedWave::CapturedWave (const PeakMap& map) : rate (map.sampleRate), chunks (map.chunks)
{
    chunks.resize (std::min (chunks.size(), std::size_t (maxPeaks / PeakMap::peaksPerChunk)));

    for (auto& chunk : chunks)
        if (chunk != nullptr && ++kept > maxChunks)
        {
            chunk.reset();
            --kept;
        }
}

void CapturedWave::setSampleRate (int next)
{
    if (next <= 0 || next == rate)
        return;

    if (rate > 0 && kept > 0)
    {
        const auto before = map();
        const auto ratio = double (next) / rate;
        const auto count = std::size_t (std::ceil (double (before.chunks.size()) * ratio));
        *this = {};

        for (std::size_t index = 0; index < count; ++index)
        {
            auto finest = measuredAnew (before, index, ratio);

            if (std::ranges::any_of (finest, &Peak::isKnown))
                if (auto* chunk = openChunk (index))
                    *chunk = std::move (finest);
        }
    }

    rate = next;
}

std::vector<Peak>* CapturedWave::openChunk (std::size_t index)
{
    if (const auto found = open.find (index); found != open.end())
        return &found->second;

    const auto isNew = index >= chunks.size() || chunks[index] == nullptr;

    if (isNew && kept >= maxChunks)
        return nullptr;

    kept += isNew ? 1 : 0;
    auto finest = isNew ? nothing() : chunks[index]->levels[0];
    finest.resize (perChunk, Peak::unknown());
    return &(open[index] = std::move (finest));
}

void CapturedWave::add (std::int64_t index, Peak peak, bool isWhole)
{
    if (index < 0 || index >= maxPeaks || ! peak.isKnown())
        return;

    auto* chunk = openChunk (std::size_t (index) / perChunk);

    if (chunk == nullptr)
        return;

    auto& place = (*chunk)[std::size_t (index) % perChunk];

    if (! isWhole)
    {
        PeakSum both;
        both.add (place);
        both.add (peak);
        peak = both.result();
    }

    place = peak;
}

PeakMap CapturedWave::map()
{
    for (auto& [index, finest] : open)
    {
        if (chunks.size() <= index)
            chunks.resize (index + 1);

        chunks[index] = makeChunk (std::move (finest));
    }

    open.clear();
    return { .sampleRate = rate, .length = endOf (chunks), .complete = true, .chunks = chunks };
}

} // namespace earmark
