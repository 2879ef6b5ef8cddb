// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/HostClock.h"

namespace earmark
{

namespace
{

/** Twenty years at 48 kHz: what is further out is no position, and sums of it would be none. */
constexpr std::int64_t furthest = std::int64_t (1) << 45;

} // namespace

HostTime HostClock::take (const HostBlock& block) noexcept
{
    HostTime time;

    if (block.sample && *block.sample > -furthest && *block.sample < furthest)
    {
        time = block.isPlaying ? playing (*block.sample, block.length) : standing (*block.sample);
        said = *block.sample;
        saidLength = block.length;
        isKnown = true;
        wasPlaying = block.isPlaying;
    }
    else
    {
        // Only the sound tells that time goes by.
        passed = isKnown || ! wasPlaying ? 0 : passed;
        time = { .source = HostTime::Source::counted, .isPlaying = true, .sample = passed };
        passed += block.length;
        isKnown = false;
        wasPlaying = true;
    }

    time.isRecording = block.isRecording;
    time.isLooping = block.isLooping;
    time.isOffline = block.isOffline;
    time.sampleRate = block.sampleRate;
    return time;
}

HostTime HostClock::playing (std::int64_t sample, int length) noexcept
{
    const auto moved = ! isKnown || sample != said;

    if (moved)
    {
        isStuck = false;
        still = 0;
    }
    else if (wasPlaying && saidLength > 0)
    {
        isStuck |= ++still >= blocksUntilStuck;
    }

    if (! isKnown || ! wasPlaying)
    {
        began = sample;
        passed = 0;
    }

    const auto at = isStuck ? began + passed : sample;
    passed += length;
    shown = at + length;
    return { .source = isStuck ? HostTime::Source::counted : HostTime::Source::host,
             .isPlaying = true,
             .sample = at };
}

HostTime HostClock::standing (std::int64_t sample) noexcept
{
    // JUCE's LV2 goes on counting between the host's messages, also while the host stands still.
    const auto ranOn = isKnown && saidLength > 0 && sample == said + saidLength;
    const auto jumped = ! isKnown || (sample != said && ! ranOn);

    if (jumped)
    {
        shown = sample;
        isStuck = false;
    }

    still = 0;
    return { .source = isStuck ? HostTime::Source::counted : HostTime::Source::host,
             .isPlaying = false,
             .sample = shown };
}

} // namespace earmark
