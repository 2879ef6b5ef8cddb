// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace earmark
{

/** The waveform of some samples of all channels together, full scale being 32767; louder is shown as full scale. */
struct Peak
{
    std::int16_t low = 0;
    std::int16_t high = 0;
    std::uint16_t rms = 0;

    /** Where nothing was heard yet; it is no silence. */
    static constexpr Peak unknown() { return { 1, -1, 0 }; }

    constexpr bool isKnown() const { return low <= high; }

    bool operator== (const Peak&) const = default;
};

/** A file's waveform in three resolutions, as a value: copying it copies pointers. It may have holes while it is being made.
    At 44.1 kHz 20 hours take 80 MB. */
struct PeakMap
{
    static constexpr std::int64_t samplesPerPeak = 256;
    static constexpr std::int64_t reduction = 16; ///< from one level to the next
    static constexpr std::int64_t peaksPerChunk = 4096;
    static constexpr std::int64_t samplesPerChunk =
        samplesPerPeak * peaksPerChunk; ///< 24 seconds at 44.1 kHz

    /** Never changes once it is in a map. Level n has a peak for each 256 * 16^n samples; the last chunk of a file is
        shorter. Where only some of it was heard, the others are unknown peaks. A coarse one has no finest level: then the next one is
        painted, however close one zooms. */
    struct Chunk
    {
        std::array<std::vector<Peak>, 3> levels;

        bool isCoarse() const { return levels[0].empty() && ! levels[1].empty(); }

        bool operator== (const Chunk&) const = default;
    };

    int sampleRate = 0;
    std::int64_t length = 0; ///< in samples; while it is not complete, what the file claims
    bool complete = false;

    /** Null where nothing is known yet. */
    std::vector<std::shared_ptr<const Chunk>> chunks;
};

/** The finest level; the others are made from it. */
std::shared_ptr<const PeakMap::Chunk> makeChunk (std::vector<Peak> finest);

/** A coarse one, from the peaks of its level 1. */
std::shared_ptr<const PeakMap::Chunk> makeCoarseChunk (std::vector<Peak> peaks);

/** The finest level; in a coarse chunk the peaks of the next one, each repeated. */
std::vector<Peak> finestOf (const PeakMap::Chunk&);

/** Both together, as if of twice as many samples, rms weighed by how many peaks each stands for. */
class PeakSum
{
public:
    /** An unknown one adds nothing. */
    void add (Peak);

    /** Of nothing it is silence. */
    Peak result() const;

    bool isEmpty() const { return count == 0; }

private:
    Peak sum;
    double squares = 0;
    std::int64_t count = 0;
};

/** What to paint: `columns` peaks that share [begin, end), in samples, evenly; nullopt where nothing is known yet, or before
    and behind the file. Each column costs at most some 32 peaks, however far out one zooms. Below 256 samples a column the
    peaks repeat: then read the samples themselves. */
std::vector<std::optional<Peak>> columnsOf (const PeakMap&, double begin, double end, std::size_t columns);

/** The share of chunks that are there, 0 to 1. */
double progressOf (const PeakMap&);

} // namespace earmark
