// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/TimelineDrag.h"

#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A marker is dragged with its neighbours' limits, and snaps", "[session]")
{
    EpisodeDesk desk;
    TimelineDrag drag (*desk.w);
    using Area = TimelineDrag::Area;

    drag.begin (Area::flags, desk.x (100), {});
    drag.moveTo (desk.x (150), { .free = true });
    CHECK (desk.start (1) == Catch::Approx (150).margin (0.01));
    CHECK (drag.isMovingMarkers());
    drag.moveTo (desk.x (500), { .free = true });
    CHECK (desk.start (1) == 200); // no further than the next
    drag.moveTo (desk.x (50), { .free = true });
    drag.end (desk.x (50));
    CHECK (desk.w->history().steps().all().back().name == "Move chapter");
    desk.w->undo();
    CHECK (desk.start (1) == 100);

    // Close up, a candidate holds it.
    desk.w->look ([] (ViewState& v) { v.scale = showing (v.scale, { at (95), at (105) }, 0); });
    drag.begin (Area::wave, desk.x (100), {});
    drag.moveTo (desk.x (100.38), {});
    CHECK (desk.start (1) == 100.4);
    REQUIRE (desk.w->view().snapped);
    CHECK (desk.w->view().snapped->kind == Magnet::Kind::speechOnset);
    drag.moveTo (desk.x (100.38), { .free = true });
    CHECK (desk.start (1) == Catch::Approx (100.38).margin (0.001));
    drag.cancel();
    CHECK (desk.start (1) == 100);
    CHECK_FALSE (desk.w->view().snapped);
}

TEST_CASE ("Escape gives up a drag", "[session]")
{
    EpisodeDesk desk;
    TimelineDrag drag (*desk.w);
    drag.begin (TimelineDrag::Area::flags, desk.x (100), {});
    drag.moveTo (desk.x (150), {});
    CHECK (run (*desk.w, "escape"));
    CHECK (desk.start (1) == 100);
    CHECK (desk.w->view().selection.contains (desk.id (1)));
}

TEST_CASE ("Selected markers are dragged together; pushing takes neighbours along", "[session]")
{
    EpisodeDesk desk;
    TimelineDrag drag (*desk.w);
    desk.w->look ([&] (ViewState& v)
                  { v.selection = { { desk.id (1), desk.id (2) }, desk.id (1), desk.id (1) }; });
    drag.begin (TimelineDrag::Area::flags, desk.x (100), {});
    drag.moveTo (desk.x (120), { .free = true });
    drag.end (desk.x (120));
    CHECK (desk.start (1) == Catch::Approx (120).margin (0.01));
    CHECK (desk.start (2) == Catch::Approx (220).margin (0.01));
    CHECK (desk.w->history().steps().all().back().name == "Nudge 2 chapters");

    desk.w->undo();
    desk.w->look ([] (ViewState& v) { v.selection = {}; });
    drag.begin (TimelineDrag::Area::flags, desk.x (100), {});
    drag.moveTo (desk.x (250), { .free = true, .push = true });
    drag.end (desk.x (250));
    CHECK (desk.start (1) == Catch::Approx (250).margin (0.01));
    CHECK (desk.start (2) == desk.start (1));
}

TEST_CASE ("A band selects, the ruler marks a stretch, a click puts the playhead", "[session]")
{
    EpisodeDesk desk;
    TimelineDrag drag (*desk.w);
    using Area = TimelineDrag::Area;

    drag.begin (Area::wave, desk.x (90), { .extend = true });
    drag.moveTo (desk.x (310), {});
    CHECK (drag.isSelecting());
    drag.end (desk.x (310));
    CHECK (desk.w->view().selection.ids.size() == 3 + 1); // the first was selected by the import

    drag.begin (Area::ruler, desk.x (400), {});
    drag.moveTo (desk.x (450), {});
    drag.end (desk.x (450));
    REQUIRE (desk.w->view().range);
    CHECK (desk.w->view().range->start.sinceStart().seconds() == Catch::Approx (400).margin (0.01));

    drag.begin (Area::wave, desk.x (42), {});
    drag.end (desk.x (42));
    CHECK (desk.w->view().playhead.sinceStart().seconds() == Catch::Approx (42).margin (0.01));
    drag.begin (Area::ruler, desk.x (50), {});
    drag.end (desk.x (50));
    CHECK_FALSE (desk.w->view().range);
}

} // namespace earmark::tests
