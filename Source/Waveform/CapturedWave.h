// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PeakMap.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace earmark
{

/** The waveform of audio that passes by in pieces, in any order: each peak goes where its time is, and a newer one takes the
    place of an older. A value for one thread. It takes the memory of maxChunks, which are 12 hours at 48 kHz and 55 MB: of more, those
    that are farthest from what is heard become coarse, with a peak for each 85 ms. All maxPeaks fit so, seven hours of them whole. */
class CapturedWave
{
public:
    static constexpr std::size_t maxChunks = 2048;

    /** Later ones are left out: a hundred hours at 44.1 kHz. */
    static constexpr std::int64_t maxPeaks = 15'000 * PeakMap::peaksPerChunk;

    CapturedWave() = default;

    /** Goes on from what there was. */
    explicit CapturedWave (const PeakMap&);

    int sampleRate() const { return rate; }

    /** At another rate than before, what there is keeps its times and is measured anew. */
    void setSampleRate (int);

    /** The n-th peak from sample 0 of the host's timeline. One of only a part of its samples adds to what is there. */
    void add (std::int64_t index, Peak, bool isWhole);

    /** What there is. Its chunks are shared with earlier ones where nothing has changed. */
    PeakMap map();

private:
    int rate = 0;
    std::vector<std::shared_ptr<const PeakMap::Chunk>> chunks;
    std::map<std::size_t, std::vector<Peak>> open; ///< the finest level of those that have changed
    std::size_t whole = 0, coarse = 0;             ///< how many there are of each, the open ones with them

    std::vector<Peak>& openChunk (std::size_t index);
    void closeAll();
    void makeRoom (std::size_t heard);
    bool makeFarthestCoarse (std::size_t from);
};

} // namespace earmark
