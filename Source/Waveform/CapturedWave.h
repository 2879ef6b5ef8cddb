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
    place of an older. A value for one thread. At most maxChunks are kept, which is 12 hours at 48 kHz and 55 MB. */
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
    std::size_t kept = 0;                          ///< how many are not null

    std::vector<Peak>* openChunk (std::size_t index);
};

} // namespace earmark
