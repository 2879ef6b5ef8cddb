// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/HostClock.h"
#include "Playback/Mailbox.h"
#include "Playback/PeakCapture.h"

#include <atomic>

namespace earmark
{

/** Where the host was: when a marker was asked for, or a render began. */
struct HostMark
{
    std::int64_t sample = 0; ///< on the host's timeline
    double sampleRate = 0;
};

/** What a plug-in takes from the audio that passes through it: the time, marks and the waveform. Three kinds of threads meet
    here:

    - the audio thread calls begin() and take(), which take no memory and no locks, and never wait;
    - whoever moves the "Mark" parameter calls setMark(), from whatever thread;
    - one thread empties marks(), one peaks(), and any may read time(). */
class HostTap
{
public:
    /** Before the first block after a pause or with another rate: what was asked for in between is none of its marks. */
    void begin() noexcept;

    /** One block, which is read only. */
    template <class Sample>
    void take (const HostBlock&, const Sample* const* channels, int numChannels) noexcept;

    /** The parameter: each time it goes up asks for one mark, at the block that comes next. */
    void setMark (bool isUp) noexcept;

    HostTime time() const noexcept { return mailbox.read(); }

    /** How many blocks have come; from any thread. */
    std::uint32_t blocks() const noexcept { return taken.load (std::memory_order_relaxed); }

    /** How many blocks that play were rendered faster than real time; from any thread. */
    std::uint32_t renderedBlocks() const noexcept { return rendered.load (std::memory_order_relaxed); }

    /** Where the first of them was, since there was one that was not; from any thread. */
    HostMark renderBegin() const noexcept { return renderBegan.read(); }

    SpscQueue<HostMark>& marks() { return markQueue; }

    SpscQueue<CapturedPeak>& peaks() { return capture.peaks(); }

private:
    HostClock clock;
    Mailbox<HostTime> mailbox;
    PeakCapture capture;
    SpscQueue<HostMark> markQueue { 1024 };
    std::atomic<bool> isMarkUp = false;
    std::atomic<std::uint32_t> marksAsked = 0;
    std::uint32_t marksMade = 0;
    std::atomic<std::uint32_t> taken = 0;
    std::atomic<std::uint32_t> rendered = 0;
    Mailbox<HostMark> renderBegan;
    bool wasRendering = false;
};

} // namespace earmark
