// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/HostClock.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <vector>

// Each case is what some host really does; docs/hosts.md names them.

namespace earmark
{

namespace
{

using Source = HostTime::Source;

HostBlock playing (std::optional<std::int64_t> sample, int length = 512)
{
    return { .sample = sample, .isPlaying = true, .length = length, .sampleRate = 48000 };
}

HostBlock standing (std::optional<std::int64_t> sample, int length = 512)
{
    return { .sample = sample, .isPlaying = false, .length = length, .sampleRate = 48000 };
}

/** Where the clock is with each block. */
std::vector<std::int64_t> samplesOf (HostClock& clock, const std::vector<HostBlock>& blocks)
{
    std::vector<std::int64_t> samples;

    for (const auto& block : blocks)
        samples.push_back (clock.take (block).sample);

    return samples;
}

using Samples = std::vector<std::int64_t>;

} // namespace

TEST_CASE ("A host that plays is followed, from before zero and back in a loop", "[host]")
{
    HostClock clock;
    CHECK (
        samplesOf (clock, { playing (-752), playing (-240), playing (272), playing (100'000), playing (64) })
        == Samples { -752, -240, 272, 100'000, 64 });
    CHECK (clock.take (playing (576)).source == Source::host);
}

TEST_CASE ("What a host says of itself goes along", "[host]")
{
    HostClock clock;
    auto block = playing (5);
    block.isRecording = block.isLooping = block.isOffline = true;
    const auto time = clock.take (block);
    CHECK (time == HostTime { Source::host, true, true, true, true, 5, 48000 });
    CHECK_FALSE (clock.take (standing (5)).isPlaying);
}

TEST_CASE ("A stopped LV2 whose clock runs on stands still", "[host]")
{
    HostClock clock;
    CHECK (
        samplesOf (clock, { playing (0), playing (512), standing (1024), standing (1536), standing (2048) })
        == Samples { 0, 512, 1024, 1024, 1024 });

    // The host tells of a new place, then the clock runs on from there.
    CHECK (samplesOf (clock, { standing (96'000), standing (96'512), standing (97'024) })
           == Samples { 96'000, 96'000, 96'000 });
    CHECK (samplesOf (clock, { playing (96'000), playing (96'512) }) == Samples { 96'000, 96'512 });
}

TEST_CASE ("A counter that never plays is no clock", "[host]")
{
    HostClock clock;
    CHECK (samplesOf (clock, { standing (0), standing (512), standing (1024) }) == Samples { 0, 0, 0 });
}

TEST_CASE ("A stopped host that is moved is followed", "[host]")
{
    HostClock clock;
    CHECK (samplesOf (clock, { standing (0), standing (0), standing (5000), standing (5000), standing (100) })
           == Samples { 0, 0, 5000, 5000, 100 });
}

TEST_CASE ("A host that plays and stands still gives no position: time is counted", "[host]")
{
    HostClock clock;
    const auto first = samplesOf (clock, { playing (0), playing (0), playing (0) });
    CHECK (first == Samples { 0, 0, 0 });
    auto time = clock.take (playing (0));
    CHECK (time.source == Source::counted);
    CHECK (time.sample == 3 * 512);
    CHECK (clock.take (playing (0)).sample == 4 * 512);

    // It stays where it stopped, is known for what it is, and begins anew.
    time = clock.take (standing (0));
    CHECK (time.sample == 5 * 512);
    CHECK (time.source == Source::counted);
    time = clock.take (playing (0));
    CHECK (time.sample == 0);
    CHECK (time.source == Source::counted);
    CHECK (clock.take (playing (0)).sample == 512);

    // As soon as it moves it is believed again.
    time = clock.take (playing (7000));
    CHECK (time.source == Source::host);
    CHECK (time.sample == 7000);
}

TEST_CASE ("Blocks without samples prove nothing", "[host]")
{
    HostClock clock;

    for (int i = 0; i < 10; ++i)
        CHECK (clock.take (playing (100, 0)).source == Source::host);

    CHECK (clock.take (playing (100)).source == Source::host);
    CHECK (clock.take (playing (612)).sample == 612);
}

TEST_CASE ("Without any word of the host all that passes is counted", "[host]")
{
    HostClock clock;
    CHECK (samplesOf (clock, { standing ({}), standing ({}, 100), standing ({}) })
           == Samples { 0, 512, 612 });
    auto time = clock.take (standing ({}));
    CHECK (time.source == Source::counted);
    CHECK (time.isPlaying);

    // A host that begins to speak is heard.
    time = clock.take (standing (40));
    CHECK (time == HostTime { Source::host, false, false, false, false, 40, 48000 });
    CHECK (clock.take (standing ({})).sample == 0);
}

TEST_CASE ("A position that no timeline has is none", "[host]")
{
    for (const auto wild :
         { std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min() })
    {
        HostClock clock;
        clock.take (playing (wild));
        const auto time = clock.take (playing (wild));
        CHECK (time.source == Source::counted);
        CHECK (time.sample == 512);
    }
}

} // namespace earmark
