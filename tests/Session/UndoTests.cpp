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

    bool sees (double seconds) const { return w->view().scale.visible().contains (at (seconds)); }

    bool hasPicked (ChapterId which) const
    {
        return w->view().selection.ids == std::set { which } && w->view().selection.focus == which;
    }
};

} // namespace

TEST_CASE ("Undo and redo show what they did, wherever it is", "[session][undo]")
{
    Desk desk;
    auto& w = *desk.w;
    w.perform (MoveChapter { desk.id (3), at (450) });
    REQUIRE_FALSE (desk.sees (450));

    CHECK (run (w, "undo"));
    CHECK (desk.hasPicked (desk.id (3)));
    CHECK (desk.sees (300));
    desk.lookAtBeginning();
    CHECK (run (w, "redo"));
    CHECK (desk.hasPicked (desk.id (3)));
    CHECK (desk.sees (450));

    // From the list of steps, too.
    desk.lookAtBeginning();
    w.goToStep (0);
    CHECK (desk.hasPicked (desk.id (3)));
    CHECK (desk.sees (300));
}

TEST_CASE ("Where undo takes a chapter away, its place is shown", "[session][undo]")
{
    Desk desk;
    auto& w = *desk.w;
    w.perform (AddChapter { { .start = at (500), .title = "Last" } });
    CHECK (run (w, "undo"));
    CHECK (desk.sees (500));
    CHECK (desk.hasPicked (desk.id (0)));

    desk.lookAtBeginning();
    CHECK (run (w, "redo"));
    CHECK (desk.hasPicked (desk.id (4)));
}

TEST_CASE ("Undo leaves a selection that holds what it changed", "[session][undo]")
{
    Desk desk;
    auto& w = *desk.w;
    const std::vector ids { desk.id (1), desk.id (2) };
    w.look ([&] (ViewState& v) { v.selection = { { ids[0], ids[1] }, ids[0], ids[0] }; });
    const auto selected = w.view().selection;
    w.perform (NudgeChapters { ids, lasting (5) });
    CHECK (run (w, "undo"));
    CHECK (w.view().selection == selected);
    CHECK (desk.sees (100));

    // What is no chapter's leaves the view, too.
    desk.lookAtBeginning();
    const auto before = w.view();
    w.perform (SetEpisode { { .title = "Another" } });
    CHECK (run (w, "undo"));
    CHECK (w.view().scale == before.scale);
    CHECK (w.view().selection == before.selection);
}

TEST_CASE ("Undoing what was done to all chapters leaves the selected one and what is seen",
           "[session][undo]")
{
    Desk desk;
    auto& w = *desk.w;
    w.look (
        [&] (ViewState& v)
        {
            v.scale = showing (v.scale, { at (290), at (310) }, 0);
            v.selection = picked ({}, desk.id (3), Pick::only, {});
        });
    const auto looked = w.view();

    const auto leavesAll = [&]
    {
        CHECK (w.view().selection == looked.selection);
        CHECK (w.view().scale == looked.scale);
    };

    w.perform (ShiftChapters { ShiftChapters::All(), lasting (0.4) });
    leavesAll();
    REQUIRE (run (w, "undo"));
    CHECK (w.chapters()[3].start == at (300));
    leavesAll();
    REQUIRE (run (w, "redo"));
    CHECK (w.chapters()[3].start == at (300.4));
    leavesAll();
    w.goToStep (0);
    leavesAll();
}

TEST_CASE ("Undo shows the nearest of what it changed, or what is left nearest", "[session][undo]")
{
    Desk desk;
    auto& w = *desk.w;
    const auto choose = [&] (std::size_t i)
    { w.look ([&] (ViewState& v) { v.selection = picked ({}, desk.id (i), Pick::only, {}); }); };

    // Not the selected one, which is locked.
    w.perform (SetField { desk.id (3), SetField::Locked { true } });
    w.perform (ShiftChapters { ShiftChapters::All(), lasting (0.4) });
    choose (3);
    REQUIRE (run (w, "undo"));
    REQUIRE (w.chapters()[3].start == at (300));
    CHECK (desk.hasPicked (desk.id (2)));
    CHECK (desk.sees (200));

    // The selected one goes.
    w.perform (AddChapter { { .start = at (260), .title = "New" } });
    choose (3);
    REQUIRE (w.chapters()[3].start == at (260));
    REQUIRE (run (w, "undo"));
    CHECK (desk.hasPicked (desk.id (3)));
    REQUIRE (w.chapters()[3].start == at (300));
}

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
