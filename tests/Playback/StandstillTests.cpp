// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/Standstill.h"

#include "Playback/HostTap.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** Asks so often without a new block; true when the end was told, and once at most. */
int asks (Standstill& still, std::uint32_t blocks, int times)
{
    int told = 0;

    for (int i = 0; i < times; ++i)
        told += still.take (blocks) ? 1 : 0;

    return told;
}

} // namespace

TEST_CASE ("A render has ended when no block comes any more", "[playback]")
{
    Standstill end;
    CHECK (asks (end, 0, 100) == 0); // there was none
    CHECK_FALSE (end.isMoving());
    CHECK_FALSE (end.take (5));
    CHECK (end.isMoving());
    CHECK (asks (end, 5, Standstill::quietAsks - 1) == 0);
    CHECK_FALSE (end.take (6)); // a slow plug-in beside us
    CHECK (asks (end, 6, Standstill::quietAsks) == 1);
    CHECK_FALSE (end.isMoving());
    CHECK (asks (end, 6, 100) == 0);
    CHECK_FALSE (end.take (7)); // the next
    CHECK_FALSE (end.isStill (7));
    CHECK (asks (end, 7, 100) == 1);
    CHECK (end.isStill (7));
    CHECK_FALSE (end.isStill (8)); // at once, before anybody has asked
}

TEST_CASE ("Blocks that are rendered are those that play faster than real time", "[playback]")
{
    HostTap tap;
    const float silence[64] {};
    const float* channels[] { silence, silence };
    HostBlock block { .sample = 0, .isPlaying = true, .isOffline = true, .length = 64, .sampleRate = 48000 };
    tap.take (block, channels, 2);
    CHECK (tap.renderedBlocks() == 1);
    block.isOffline = false;
    tap.take (block, channels, 2);
    block.isOffline = true;
    block.isPlaying = false;
    tap.take (block, channels, 2);
    block.isPlaying = true;
    block.length = 0;
    tap.take (block, channels, 2);
    CHECK (tap.renderedBlocks() == 1);
    CHECK (tap.blocks() == 4);
}

TEST_CASE ("Where a render began is its first block's place", "[playback]")
{
    HostTap tap;
    const float silence[64] {};
    const float* channels[] { silence, silence };
    HostBlock block {
        .sample = -17, .isPlaying = true, .isOffline = true, .length = 64, .sampleRate = 48000
    };
    const auto render = [&] (std::int64_t from)
    {
        for (block.sample = from; *block.sample < from + 640; *block.sample += 64)
            tap.take (block, channels, 2);

        return tap.renderBegin().sample;
    };
    CHECK (render (-17) == -17);

    block.isPlaying = false;
    tap.take (block, channels, 2);
    block.isPlaying = true;
    CHECK (render (96'000) == 96'000);
    CHECK (tap.renderBegin().sampleRate == 48000);

    tap.begin(); // another rate or size of blocks
    CHECK (render (4'800) == 4'800);
}

} // namespace earmark::tests
