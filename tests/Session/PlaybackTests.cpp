// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Playback.h"

#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("The playhead is followed while it plays, and not while a marker is dragged", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.look ([] (ViewState& v) { v.scale = showing (v.scale, { at (0), at (60) }, 0); });
    run (w, "play");
    desk.world.transport.position = at (61);
    w.playback().tick();
    CHECK (w.view().playhead == at (61));
    CHECK (w.view().scale.visible().start > at (50));

    const auto before = w.view().scale;
    w.beginGesture();
    desk.world.transport.position = at (300);
    w.playback().tick();
    CHECK (w.view().scale == before);
    w.endGesture();
}

} // namespace earmark::tests
