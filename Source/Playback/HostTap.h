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

/** What a plug-in takes from the audio that passes through it: the time, marks and the waveform. Several threads meet here:

    - the audio thread calls take(), and whoever prepares it calls begin(), on whatever thread, but never during take(); both take no
      memory and no locks, and never wait;
    - whoever moves the "Mark" parameter calls setMark(), from whatever thread, also during both;
    - one thread at a time empties marks(), and one at a time peaks(): those who share a queue have a lock of their own for it;
    - any thread may call all that is const. */
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

    /** Whether marks wait, or did a moment ago; from any thread, also while another empties them. */
    bool hasMarks() const noexcept { return ! markQueue.isEmpty(); }

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
