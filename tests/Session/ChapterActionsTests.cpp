// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** The app with an episode of ten minutes, and chapters that begin at these seconds. */
struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    explicit Desk (std::initializer_list<double> starts)
    {
        world.outlines["outline"] = outlineAt (starts);
        world.candidates[at (100)] = { { Candidate::Kind::speechOnset, at (100.5), 0.9 },
                                       { Candidate::Kind::pauseStart, at (99.2), 0.4 } };
        w = std::make_unique<Workspace> (world.services());
        w->look ([] (ViewState& v) { v.scale = resized (v.scale, 1000); });
        w->openFile ("/episode.m4a");
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
    }

    ChapterId id (std::size_t i) const { return w->chapters()[i].id; }

    double start (std::size_t i) const { return w->chapters()[i].start.sinceStart().seconds(); }
};

} // namespace

TEST_CASE ("The key for a marker gives titles without times their places, one after the other", "[session]")
{
    Desk desk ({ 0, 0, 0 });
    auto& w = *desk.w;
    const std::vector ids { desk.id (0), desk.id (1), desk.id (2) };
    w.playback().seek (at (150));
    REQUIRE (run (w, "marker-here"));
    REQUIRE (run (w, "marker-here")); // pressed twice
    CHECK (desk.start (1) == 150);
    CHECK (desk.start (2) == 150);
    CHECK (w.view().selection.focus == ids[1]);
    CHECK (w.message().text == "Marked: B");
    w.playback().seek (at (300));
    REQUIRE (run (w, "marker-here"));
    CHECK (desk.start (0) == 0);
    CHECK (desk.start (1) == 150);
    CHECK (desk.start (2) == 300);
    CHECK (desk.id (2) == ids[2]);

    // None waits any more.
    w.playback().seek (at (400));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 4);
    CHECK (desk.start (3) == 400);
    CHECK (w.chapters()[3].title.empty());
}

TEST_CASE ("A chapter that begins with another pushes none that has its own place", "[session]")
{
    Desk desk ({ 0, 100, 100, 200 });
    auto& w = *desk.w;
    w.playback().seek (at (300));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 5);
    CHECK (desk.start (2) == 100);
    CHECK (desk.start (3) == 200);
    CHECK (desk.start (4) == 300);
    w.playback().seek (at (150));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 5);
    CHECK (desk.start (2) == 150);
}

} // namespace earmark::tests
