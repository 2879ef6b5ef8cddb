// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/TimelineDrag.h"

#include <catch2/catch_test_macros.hpp>

// What a window shows of undo and redo.

namespace earmark::tests
{

namespace
{

/** Ten minutes of audio with chapters, of which the first minute is seen. */
struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    Desk()
    {
        world.mediaChapters = outlineAt ({ 0, 100, 200, 300 });
        w = std::make_unique<Workspace> (world.services());
        w->look ([] (ViewState& v) { v.scale = resized (v.scale, 1000); });
        w->openFile ("/episode.m4a");
        lookAtBeginning();
    }

    void lookAtBeginning() const
    {
        w->look (
            [this] (ViewState& v)
            {
                v.scale = showing (v.scale, { at (0), at (60) }, 0);
                v.selection = picked ({}, id (0), Pick::only, {});
            });
    }

    ChapterId id (std::size_t i) const { return w->chapters()[i].id; }
};

} // namespace

TEST_CASE ("Undo in a drag gives up the drag, and nothing more", "[session][undo]")
{
    Desk desk;
    auto& w = *desk.w;
    w.look ([] (ViewState& v) { v.scale = showingAll (v.scale); });
    const auto start = [&] { return w.chapters()[1].start; };
    const auto x = [&] (double seconds) { return w.view().scale.xOf (at (seconds)); };
    TimelineDrag drag (w);

    // The first change there is can be given up by undo; a drag that goes on is none any more.
    drag.begin (TimelineDrag::Area::flags, x (100), {});
    drag.moveTo (x (130), { .free = true });
    REQUIRE (start() > at (120));
    CHECK (run (w, "undo"));
    CHECK (start() == at (100));
    drag.moveTo (x (140), { .free = true });
    CHECK (start() == at (100));
    drag.end (x (140));
    CHECK (start() == at (100));
    CHECK_FALSE (w.history().canUndo());

    w.perform (MoveChapter { desk.id (1), at (150) });
    drag.begin (TimelineDrag::Area::flags, x (150), {});
    drag.moveTo (x (180), { .free = true });
    REQUIRE (start() > at (170));
    CHECK (run (w, "undo"));
    CHECK (start() == at (150));
    drag.end (x (180));
    CHECK (w.history().canUndo());
}

} // namespace earmark::tests
