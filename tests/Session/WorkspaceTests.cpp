// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/OpenedDesk.h"
#include "Session/TimelineDrag.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("An outline comes in with a preview, and can be taken back", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    Workspace w (world.services());
    w.outlineImport().begin ("outline", "Clipboard");

    CHECK (w.view().panel == Panel::import);
    CHECK (w.chapters().empty());
    REQUIRE (w.proposal());
    CHECK (w.proposal()->added.size() == 2);

    w.outlineImport().accept();
    CHECK (w.view().panel == Panel::inspector);
    CHECK (w.chapters().size() == 2);
    CHECK (w.history().steps().all().back().name == "Import 2 chapters");
    w.undo();
    CHECK (w.chapters().empty());
}

TEST_CASE ("What cannot be read says so and changes nothing", "[session]")
{
    World world;
    Workspace w (world.services());
    w.outlineImport().begin ("nonsense", "Clipboard");
    CHECK_FALSE (run (w, "accept-import"));
    CHECK (w.outlineImport().preview()->reading.error().message == "There are no chapters in it.");
    CHECK (run (w, "escape"));
    CHECK_FALSE (w.outlineImport().preview());

    w.openFile ("/missing.txt");
    CHECK (w.message().grade == Message::Grade::error);
}

TEST_CASE ("A file with chapters shows them; chapters that are there already stay", "[session]")
{
    World world;
    world.mediaChapters = outlineAt ({ 0, 50 });
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    CHECK (w.chapters().size() == 2);
    CHECK (w.isSaved());

    Desk desk;
    desk.world.mediaChapters = outlineAt ({ 0, 50 });
    desk.w->openFile ("/other.m4a");
    CHECK (desk.w->chapters().size() == 4);
}

TEST_CASE ("Merging keeps my times or my titles", "[session]")
{
    Desk desk;
    auto theirs = outlineAt ({ 5, 105, 205, 305 });
    theirs.chapters[1].title = "Theirs";
    desk.world.outlines["theirs"] = theirs;

    desk.w->outlineImport().begin ("theirs", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
    CHECK (desk.w->proposal()->moves.empty());
    CHECK (desk.w->proposal()->altered == std::vector<Alteration> { { "B", "Theirs" } });
    desk.w->outlineImport().accept();
    CHECK (desk.start (1) == 100);
    CHECK (desk.w->chapters()[1].title == "Theirs");

    desk.w->undo();
    desk.w->outlineImport().begin ("theirs", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTexts; });
    CHECK (desk.w->proposal()->moves.size() == 4);
    desk.w->outlineImport().accept();
    CHECK (desk.start (1) == 105);
    CHECK (desk.w->chapters()[1].title == "B");
}

TEST_CASE ("An outline is appended, or put in at the playhead", "[session]")
{
    Desk desk;
    desk.world.outlines["more"] = outlineAt ({ 0, 20 });
    desk.w->playback().seek (at (150));
    desk.w->outlineImport().begin ("more", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::atPlayhead; });
    desk.w->outlineImport().accept();
    CHECK (desk.w->chapters().size() == 6);
    CHECK (desk.start (2) == 150);
    CHECK (desk.start (3) == 170);

    desk.w->undo();
    desk.w->outlineImport().begin ("more", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::append; });
    desk.w->outlineImport().accept();
    CHECK (desk.start (5) == 320);
}

//======================================================================================================
TEST_CASE ("A marker is dragged with its neighbours' limits, and snaps", "[session]")
{
    Desk desk;
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
    Desk desk;
    TimelineDrag drag (*desk.w);
    drag.begin (TimelineDrag::Area::flags, desk.x (100), {});
    drag.moveTo (desk.x (150), {});
    CHECK (run (*desk.w, "escape"));
    CHECK (desk.start (1) == 100);
    CHECK (desk.w->view().selection.contains (desk.id (1)));
}

TEST_CASE ("Selected markers are dragged together; pushing takes neighbours along", "[session]")
{
    Desk desk;
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
    Desk desk;
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

//======================================================================================================
TEST_CASE ("The review plays, takes a candidate by its key, nudges, accepts and goes on", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    w.look ([&] (ViewState& v) { v.selection = picked ({}, desk.id (1), Pick::only, {}); });
    REQUIRE (run (w, "review"));
    CHECK (w.review().current == desk.id (1));
    CHECK (desk.world.heard.back() == "audition 100000 2000 2000");
    CHECK (w.view().scale.visible().contains (at (100)));
    CHECK (w.view().scale.visible().length() < lasting (10));

    // In the order of time: the pause, then the onset.
    REQUIRE (run (w, "candidate-2"));
    CHECK (desk.start (1) == 100.4);
    CHECK (desk.world.heard.back() == "audition 100400 2000 2000");
    REQUIRE (run (w, "review-earlier"));
    CHECK (desk.start (1) == Catch::Approx (100.39));
    REQUIRE (run (w, "review-accept"));
    CHECK (w.review().current == desk.id (2));
    CHECK (progressOf (w.review(), w.chapters()).accepted == 1);

    // Not good enough to snap to, and no candidate 2.
    CHECK (run (w, "snap"));
    CHECK (desk.start (2) == 200);
    CHECK_FALSE (run (w, "candidate-2"));

    for (int i = 0; i < 3; ++i)
        REQUIRE (run (w, "review-accept"));

    CHECK_FALSE (w.review().active);
    CHECK (w.message().text == "All 4 chapters are checked.");
}

TEST_CASE ("A review is resumed with the file", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 100 });

    for (const auto accepts : { 0u, 1u })
    {
        Workspace w (world.services());
        w.openFile ("/episode.m4a");
        w.outlineImport().begin ("outline", "Clipboard");
        w.outlineImport().accept();
        CHECK (progressOf (w.review(), w.chapters()).accepted == accepts);
        run (w, "review");
        CHECK (w.review().current == w.chapters()[accepts].id);
        run (w, "review-accept");
    }
}

TEST_CASE ("Escape takes the filter away before the selection", "[session]")
{
    Desk desk;
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

//======================================================================================================

TEST_CASE ("The playhead is followed while it plays, and not while a marker is dragged", "[session]")
{
    Desk desk;
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

TEST_CASE ("A marker is dropped at the playhead, and removed again", "[session]")
{
    Desk desk;
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
    Desk desk;
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

TEST_CASE ("Recent files are remembered, the last first, each once", "[session]")
{
    World world;
    Workspace w (world.services());

    for (int i = 0; i < 20; ++i)
        w.openFile ("/" + std::to_string (i % 15) + ".m4a");

    const auto recent = w.recentFiles().paths();
    CHECK (recent.size() == 12);
    CHECK (recent[0] == "/4.m4a");
    CHECK (std::ranges::count (recent, "/3.m4a") == 1);
}

TEST_CASE ("Saving asks where once", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/mine.earmark";
    CHECK_FALSE (w.isSaved());
    REQUIRE (run (w, "save"));
    CHECK (w.isSaved());
    CHECK (desk.world.choices == std::vector { FileKind::project });
    CHECK (desk.world.projects["/mine.earmark"].project.outline.chapters.size() == 4);

    desk.world.chosenFile = "/other.earmark";
    run (w, "marker-here");
    w.playback().seek (at (33));
    run (w, "marker-here");
    REQUIRE (run (w, "save"));
    CHECK_FALSE (desk.world.projects.contains ("/other.earmark"));
    CHECK (w.projects().path() == "/mine.earmark");
}

} // namespace earmark::tests
