// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/RenderEnd.h"

#include "Playback/HostTap.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** Asks so often without a new block; true when the end was told, and once at most. */
int asks (RenderEnd& end, std::uint32_t blocks, int times)
{
    int told = 0;

    for (int i = 0; i < times; ++i)
        told += end.take (blocks) ? 1 : 0;

    return told;
}

} // namespace

TEST_CASE ("A render has ended when no block comes any more", "[playback]")
{
    RenderEnd end;
    CHECK (asks (end, 0, 100) == 0); // there was none
    CHECK_FALSE (end.isRendering());
    CHECK_FALSE (end.take (5));
    CHECK (end.isRendering());
    CHECK (asks (end, 5, RenderEnd::quietAsks - 1) == 0);
    CHECK_FALSE (end.take (6)); // a slow plug-in beside us
    CHECK (asks (end, 6, RenderEnd::quietAsks) == 1);
    CHECK_FALSE (end.isRendering());
    CHECK (asks (end, 6, 100) == 0);
    CHECK_FALSE (end.take (7)); // the next
    CHECK (asks (end, 7, 100) == 1);
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
}

} // namespace earmark::tests
