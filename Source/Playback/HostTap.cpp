// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/HostTap.h"

#include <cmath>

namespace earmark
{

void HostTap::begin() noexcept
{
    capture.finish();
    clock = {};
    marksMade = marksAsked.load (std::memory_order_relaxed);
    wasRendering = false;
}

template <class Sample>
void HostTap::take (const HostBlock& block, const Sample* const* channels, int numChannels) noexcept
{
    const auto time = clock.take (block);
    mailbox.write (time);
    taken.fetch_add (1, std::memory_order_relaxed);

    // Some hosts say "offline" when they load the plug-in, and play in real time.
    const auto isRendering = block.isOffline && time.isPlaying;

    if (isRendering && block.length > 0)
    {
        if (! wasRendering)
            renderBegan.write ({ time.sample, time.sampleRate });

        rendered.fetch_add (1, std::memory_order_relaxed);
    }

    if (block.length > 0)
        wasRendering = isRendering;

    if (time.isPlaying)
        capture.add (time.sample, int (std::lround (time.sampleRate)), channels, numChannels, block.length);
    else
        capture.finish();

    // Several between two blocks are one: nobody hears the difference.
    if (const auto asked = marksAsked.load (std::memory_order_relaxed); asked != marksMade)
    {
        const HostMark mark { time.sample, time.sampleRate };
        marksMade = asked;

        if (markQueue.space() > 0)
            markQueue.write ({ &mark, 1 });
    }
}

void HostTap::setMark (bool isUp) noexcept
{
    if (! isMarkUp.exchange (isUp, std::memory_order_relaxed) && isUp)
        marksAsked.fetch_add (1, std::memory_order_relaxed);
}

template void HostTap::take (const HostBlock&, const float* const*, int) noexcept;
template void HostTap::take (const HostBlock&, const double* const*, int) noexcept;

} // namespace earmark
