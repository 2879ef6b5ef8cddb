// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/CapturedWave.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

namespace
{

constexpr auto perChunk = std::size_t (PeakMap::peaksPerChunk);
constexpr auto mostChunks = std::size_t (CapturedWave::maxPeaks / PeakMap::peaksPerChunk);

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
            const auto finest = finestOf (*chunks[index]);

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
    chunks.resize (std::min (chunks.size(), mostChunks));

    for (const auto& chunk : chunks)
        if (chunk != nullptr)
            ++(chunk->isCoarse() ? coarse : whole);

    makeRoom (0);
}

void CapturedWave::setSampleRate (int next)
{
    if (next <= 0 || next == rate)
        return;

    if (rate > 0 && whole + coarse > 0)
    {
        const auto before = map();
        const auto ratio = double (next) / rate;
        const auto count =
            std::min (mostChunks, std::size_t (std::ceil (double (before.chunks.size()) * ratio)));
        *this = {};

        for (std::size_t index = 0; index < count; ++index)
        {
            auto finest = measuredAnew (before, index, ratio);

            if (std::ranges::any_of (finest, &Peak::isKnown))
                openChunk (index) = std::move (finest);
        }
    }

    rate = next;
}

std::vector<Peak>& CapturedWave::openChunk (std::size_t index)
{
    if (const auto found = open.find (index); found != open.end())
        return found->second;

    const auto before = index < chunks.size() ? chunks[index] : nullptr;
    auto finest = before != nullptr ? finestOf (*before) : nothing();
    finest.resize (perChunk, Peak::unknown());

    if (before == nullptr || before->isCoarse())
    {
        coarse -= before != nullptr ? 1u : 0u;
        ++whole;
        makeRoom (index);
    }

    return open[index] = std::move (finest);
}

/** Until all is within the memory that there is. What is heard stays whole. */
void CapturedWave::makeRoom (std::size_t heard)
{
    constexpr auto reduction = std::size_t (PeakMap::reduction);

    while (whole * reduction + coarse > maxChunks * reduction)
        if (! makeFarthestCoarse (heard))
            closeAll();
}

/** False where all that are whole are open. */
bool CapturedWave::makeFarthestCoarse (std::size_t from)
{
    const auto distance = [from] (std::size_t index) { return index > from ? index - from : from - index; };
    auto farthest = from;

    for (std::size_t i = 0; i < chunks.size(); ++i)
        if (chunks[i] != nullptr && ! chunks[i]->isCoarse() && ! open.contains (i)
            && distance (i) > distance (farthest))
            farthest = i;

    if (farthest == from)
        return false;

    chunks[farthest] = makeCoarseChunk (chunks[farthest]->levels[1]);
    --whole;
    ++coarse;
    return true;
}

void CapturedWave::add (std::int64_t index, Peak peak, bool isWhole)
{
    if (index < 0 || index >= maxPeaks || ! peak.isKnown())
        return;

    auto& place = openChunk (std::size_t (index) / perChunk)[std::size_t (index) % perChunk];

    if (! isWhole)
    {
        PeakSum both;
        both.add (place);
        both.add (peak);
        peak = both.result();
    }

    place = peak;
}

void CapturedWave::closeAll()
{
    for (auto& [index, finest] : open)
    {
        if (chunks.size() <= index)
            chunks.resize (index + 1);

        chunks[index] = makeChunk (std::move (finest));
    }

    open.clear();
}

PeakMap CapturedWave::map()
{
    closeAll();
    return { .sampleRate = rate, .length = endOf (chunks), .complete = true, .chunks = chunks };
}

} // namespace earmark
