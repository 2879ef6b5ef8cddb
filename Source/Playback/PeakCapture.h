// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/SpscQueue.h"
#include "Waveform/PeakMeter.h"

#include <cstdint>

namespace earmark
{

/** One peak of what went by, on its way to a CapturedWave. */
struct CapturedPeak
{
    std::int64_t index = 0; ///< in peaks from sample 0 of the host's timeline
    Peak peak;
    bool isWhole = false; ///< made of all its samples
    int sampleRate = 0;
};

/** Measures audio as it goes by, on the audio thread: no memory, no locks, no waiting. Peaks leave through a queue, which
    somebody must empty in time on another thread: it holds three minutes at 48 kHz, played at the speed of sound. */
class PeakCapture
{
public:
    /** A block whose first sample lies there. What lies before sample 0 is left out; a jump ends the peak that was begun. */
    template <class Sample>
    void add (std::int64_t sample,
              int sampleRate,
              const Sample* const* channels,
              int numChannels,
              int length) noexcept;

    /** The audio stops here. */
    void finish() noexcept;

    SpscQueue<CapturedPeak>& peaks() { return queue; }

private:
    SpscQueue<CapturedPeak> queue { 1u << 15 };
    PeakMeter meter;
    std::int64_t next = 0;   ///< where the audio goes on
    std::int64_t filled = 0; ///< samples in the peak that was begun
    int rate = 0;
    int channelCount = 0;
};

} // namespace earmark
