// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/CompactPeaks.h"

#include "Foundation/PackedBytes.h"
#include "Waveform/CapturedWave.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <vector>

// Bytes: version, rate, peaks in each step; then runs of steps without a hole between them: the first one's number, how many, and
// three bytes for each.

namespace earmark
{

namespace
{

constexpr std::uint8_t version = 1;
constexpr std::size_t bytesPerStep = 3;
constexpr auto perChunk = std::size_t (PeakMap::peaksPerChunk);

constexpr double full = 32767;

/** The square root of a level, so that a byte is enough for both whispers and shouts. */
std::int8_t squeezed (int level)
{
    const auto root = std::lround (std::sqrt (std::min (std::abs (level) / full, 1.0)) * 127);
    return std::int8_t (level < 0 ? -root : root);
}

int stretched (std::int8_t root)
{
    const auto level = int (std::lround (std::pow (root / 127.0, 2) * full));
    return root < 0 ? -level : level;
}

/** Whole runs of steps, as bytes. A step lies in one chunk, since both are powers of two. */
class Runs
{
public:
    Runs (const PeakMap& map, std::size_t peaksPerStep)
    {
        for (std::size_t c = 0; c < map.chunks.size(); ++c)
            if (map.chunks[c] != nullptr)
                addChunk (finestOf (*map.chunks[c]), c * (perChunk / peaksPerStep), peaksPerStep);

        finish();
    }

    std::string bytes;

private:
    std::string run; ///< what is not in the bytes yet
    std::size_t first = 0, next = 0;

    void addChunk (const std::vector<Peak>& finest, std::size_t step, std::size_t peaksPerStep)
    {
        for (std::size_t i = 0; i < finest.size(); i += peaksPerStep, ++step)
        {
            PeakSum sum;

            for (auto j = i; j < std::min (i + peaksPerStep, finest.size()); ++j)
                sum.add (finest[j]);

            if (! sum.isEmpty())
                add (step, sum.result());
        }
    }

    void add (std::size_t step, Peak peak)
    {
        if (step != next)
            finish();

        if (run.empty())
            first = step;

        next = step + 1;
        pack (run, squeezed (peak.low));
        pack (run, squeezed (peak.high));
        pack (run, squeezed (peak.rms));
    }

    void finish()
    {
        if (run.empty())
            return;

        pack (bytes, std::uint32_t (first));
        pack (bytes, std::uint32_t (run.size() / bytesPerStep));
        bytes += run;
        run.clear();
    }
};

/** A step of at least that many peaks needs no finer level than the next. */
constexpr auto coarseStep = std::size_t (PeakMap::reduction);

/** Chunks by their number, as steps come in; coarse ones where the steps are. */
class Chunks
{
public:
    explicit Chunks (std::size_t peaksPerStep)
        : isCoarse (peaksPerStep >= coarseStep), unit (isCoarse ? coarseStep : 1),
          unitsPerStep (peaksPerStep / unit)
    {}

    /** False when there are more than a waveform may have whole. */
    bool set (std::size_t step, Peak peak)
    {
        const auto perNumber = perChunk / unit, begin = step * unitsPerStep;
        auto& peaks = byNumber[begin / perNumber];

        if (! isCoarse && byNumber.size() > CapturedWave::maxChunks)
            return false;

        peaks.resize (perNumber, Peak::unknown());
        std::fill_n (peaks.begin() + std::ptrdiff_t (begin % perNumber), unitsPerStep, peak);
        end = std::max (end, begin + unitsPerStep);
        return true;
    }

    PeakMap map (int sampleRate)
    {
        PeakMap all { .sampleRate = sampleRate,
                      .length = std::int64_t (end * unit) * PeakMap::samplesPerPeak,
                      .complete = true,
                      .chunks = {} };

        for (auto& [number, peaks] : byNumber)
        {
            all.chunks.resize (number + 1);
            all.chunks[number] =
                isCoarse ? makeCoarseChunk (std::move (peaks)) : makeChunk (std::move (peaks));
        }

        return all;
    }

private:
    bool isCoarse;
    std::size_t unit; ///< how many of the finest peaks are one here
    std::size_t unitsPerStep, end = 0;
    std::map<std::size_t, std::vector<Peak>> byNumber;
};

} // namespace

std::string compactPeaks (const PeakMap& map, std::size_t maxBytes)
{
    std::size_t known = 0, chunks = 0;

    for (const auto& chunk : map.chunks)
        if (chunk != nullptr)
        {
            known += std::size_t (std::ranges::count_if (finestOf (*chunk), &Peak::isKnown));
            ++chunks;
        }

    // More than may be whole are read as coarse ones.
    auto peaksPerStep = chunks > CapturedWave::maxChunks ? coarseStep : 1;

    while (peaksPerStep < perChunk && known / peaksPerStep * bytesPerStep > maxBytes)
        peaksPerStep *= 2;

    // Many short runs take more than their steps do.
    for (;; peaksPerStep *= 2)
    {
        std::string bytes;
        pack (bytes, version);
        pack (bytes, std::uint32_t (map.sampleRate));
        pack (bytes, std::uint32_t (peaksPerStep));
        bytes += Runs (map, peaksPerStep).bytes;

        if (bytes.size() <= maxBytes || peaksPerStep >= perChunk)
            return bytes;
    }
}

std::optional<PeakMap> peaksFromCompact (std::string_view bytes)
{
    Unpacker rest (bytes);
    const auto written = rest.take<std::uint8_t>();
    const auto rate = rest.take<std::uint32_t>();
    const auto peaksPerStep = std::size_t (rest.take<std::uint32_t>());

    if (! rest.isSound() || written != version || rate > 10'000'000 || peaksPerStep == 0
        || perChunk % peaksPerStep != 0)
        return {};

    const auto maxSteps = std::size_t (CapturedWave::maxPeaks) / peaksPerStep;
    Chunks chunks (peaksPerStep);

    while (! rest.isAtEnd())
    {
        const auto first = std::size_t (rest.take<std::uint32_t>());
        const auto count = std::size_t (rest.take<std::uint32_t>());

        if (first >= maxSteps || count > maxSteps - first)
            return {};

        auto steps = Unpacker (rest.take (count * bytesPerStep));

        if (! rest.isSound())
            return {};

        for (std::size_t i = 0; i < count; ++i)
        {
            const auto low = stretched (steps.take<std::int8_t>());
            const auto high = stretched (steps.take<std::int8_t>());
            const auto rms = stretched (steps.take<std::int8_t>());

            if (low > high
                || ! chunks.set (first + i,
                                 { std::int16_t (low), std::int16_t (high), std::uint16_t (std::abs (rms)) }))
                return {};
        }
    }

    return chunks.map (int (rate));
}

} // namespace earmark
