// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A marker is dropped at the playhead, and removed again", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.playback().seek (at (150));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 5);
    CHECK (desk.start (2) == 150);
    CHECK (w.view().selection.focus == desk.id (2));
    const auto next = desk.id (3);
    REQUIRE (run (w, "remove"));
    CHECK (w.chapters().size() == 4);
    CHECK (w.view().selection.focus == next);
}

TEST_CASE ("Listeners hear what has changed, and may go at any time", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    auto heard = Changed (0);
    auto subscription =
        std::make_unique<Workspace::Subscription> (w.listen ([&] (Changed c) { heard = heard | c; }));

    w.look ([] (ViewState& v) { v.filter = "x"; });
    CHECK (heard == Changed::panels);
    heard = Changed (0);
    w.playback().seek (at (5));
    CHECK (heard == Changed::playhead);
    heard = Changed (0);
    run (w, "undo");
    CHECK (holds (heard, Changed::document));
    subscription.reset();
    heard = Changed (0);
    run (w, "redo");
    CHECK (heard == Changed (0));
}

TEST_CASE ("Escape takes the filter away before the selection", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.look ([] (ViewState& v) { v.filter = "B"; });
    REQUIRE (run (w, "next"));
    REQUIRE (w.rows().size() == 1);
    REQUIRE (run (w, "escape"));
    CHECK (w.rows().size() == 4);
    CHECK (w.view().selection.focus == desk.id (1));
    REQUIRE (run (w, "escape"));
    CHECK (w.view().selection.ids.empty());
}

} // namespace earmark::tests
