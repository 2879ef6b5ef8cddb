// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Proposal.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("The panels' forms become edits, or say what is missing", "[session]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10, 20 }));
    const auto after = [&] (const Result<Edit>& edit)
    { return edit.and_then ([&] (const Edit& e) { return apply (document, e); }); };

    CHECK (after (editOf (ShiftForm { ShiftForm::Scope::all, "2.5" }, {}, {}, {}))->outline.chapters[1].start
           == at (12.5));
    CHECK (after (editOf (ShiftForm { ShiftForm::Scope::fromHere, "-1" }, at (15), {}, {}))
               ->outline.chapters[2]
               .start
           == at (19));
    CHECK (after (editOf (ShiftForm { ShiftForm::Scope::selected, "1" },
                          {},
                          {},
                          { document.outline.chapters[2].id }))
               ->outline.chapters[2]
               .start
           == at (21));
    CHECK_FALSE (editOf (ShiftForm { ShiftForm::Scope::selected, "1" }, {}, {}, {}));
    CHECK_FALSE (editOf (ShiftForm { ShiftForm::Scope::range, "1" }, {}, {}, {}));
    CHECK_FALSE (editOf (ShiftForm { ShiftForm::Scope::all, "later" }, {}, {}, {}));

    CHECK (after (editOf (TimeForm { false, "0:05", "0:30" }))->outline.chapters[1].start == at (40));
    CHECK (after (editOf (TimeForm { true, "0:05", "0:02" }))->outline.chapters[1].start == at (8));
    CHECK_FALSE (editOf (TimeForm { true, "x", "0:02" }));

    const auto& chapters = document.outline.chapters;
    CHECK_FALSE (editOf (PinForm { { chapters[0].id, "0:00" } }, chapters));
    const auto stretched =
        after (editOf (PinForm { { chapters[0].id, "0" }, { chapters[2].id, "0:40" } }, chapters));
    CHECK (stretched->outline.chapters[1].start == at (20));
}

TEST_CASE ("A shift says which chapters it would put together, or behind the audio", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.shiftForm = { ShiftForm::Scope::all, "-150" };
    actions::proposeShift (w);
    REQUIRE (w.proposal());
    CHECK (w.proposal()->remark == "1 chapter would begin together with the one before.");

    w.shiftForm.by = "8:20";
    actions::proposeShift (w);
    CHECK (w.proposal()->remark == "3 chapters would begin behind the audio.");

    w.shiftForm.by = "1";
    actions::proposeShift (w);
    CHECK (w.proposal()->remark.empty());
}

TEST_CASE ("The panels' forms are about the chapter that has the focus, the marked stretch, or the playhead",
           "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.shiftForm = { ShiftForm::Scope::fromHere, "1" };
    w.look (
        [] (ViewState& v)
        {
            v.selection = {};
            v.playhead = at (250);
        });
    actions::proposeShift (w);
    REQUIRE (w.proposal());
    CHECK (w.proposal()->moves.size() == 1);
    actions::select (w, desk.id (2), Pick::only);
    actions::proposeShift (w);
    CHECK (w.proposal()->moves.size() == 2);

    w.look ([] (ViewState& v) { v.playhead = at (150); });
    actions::beginTimeForm (w);
    CHECK (w.timeForm.at == "2:30");
    CHECK (w.timeForm.length == TimeForm().length);
    w.look ([] (ViewState& v) { v.range = TimeRange { at (110), at (120) }; });
    actions::beginTimeForm (w);
    CHECK (w.timeForm.at == "1:50");
    CHECK (w.timeForm.length == "0:10");
    w.timeForm.removes = true;
    actions::proposeTime (w);
    CHECK (w.proposal()->moves.size() == 2);

    w.pinForm = { { desk.id (0), "0:00" }, { desk.id (3), "6:00" } };
    actions::proposeStretch (w);
    CHECK (w.proposal()->moves.size() == 3);

    // One pin is no mistake yet; a time that is none is.
    w.pinForm = { { desk.id (3), "6:00" } };
    actions::proposeStretch (w);
    CHECK (w.proposal()->changesNothing());
    CHECK (w.proposalProblem().empty());
    w.pinForm = { { desk.id (3), "six" } };
    actions::proposeStretch (w);
    CHECK_FALSE (w.proposalProblem().empty());
}

TEST_CASE ("From the selection on means from its first chapter, wherever the focus is", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.shiftForm = { ShiftForm::Scope::fromHere, "1" };
    actions::select (w, desk.id (1), Pick::only);
    actions::selectStep (w, 1, Pick::range);
    REQUIRE (w.view().selection.focus == desk.id (2));
    actions::proposeShift (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 3);
    CHECK (w.proposal()->moves[0].to == at (101));
}

TEST_CASE ("The selected chapters alone are shifted in one step, and stop at those that stay", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    actions::select (w, desk.id (1), Pick::only);
    actions::select (w, desk.id (3), Pick::toggle);
    REQUIRE (run (w, "shift"));
    w.shiftForm = { ShiftForm::Scope::selected, "2:30" };
    actions::proposeShift (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 2);
    CHECK (w.proposal()->moves[0].to == at (200));
    CHECK (w.proposal()->moves[1].to == at (450));

    REQUIRE (run (w, "apply"));
    CHECK (desk.start (1) == 200);
    CHECK (desk.start (2) == 200);
    CHECK (desk.start (3) == 450);
    CHECK (w.history().steps().all().back().name == "Shift 2 chapters");
    w.undo();
    CHECK (desk.start (1) == 100);
    CHECK (desk.start (3) == 300);

    // One moves alone, and without any it is said what is missing.
    actions::select (w, desk.id (2), Pick::only);
    actions::proposeShift (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 1);
    CHECK (w.proposal()->moves[0].to == at (300));
    w.look ([] (ViewState& v) { v.selection = {}; });
    actions::proposeShift (w);
    CHECK (w.proposalProblem() == "Select the chapters first.");
}

TEST_CASE ("The form for shifting opens about the selected chapters where there are several", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto opened = [&]
    {
        actions::beginShiftForm (w);
        return w.shiftForm.scope;
    };

    actions::select (w, desk.id (1), Pick::only);
    CHECK (opened() == ShiftForm::Scope::all);
    w.shiftForm.scope = ShiftForm::Scope::range;
    CHECK (opened() == ShiftForm::Scope::range);
    actions::select (w, desk.id (3), Pick::toggle);
    CHECK (opened() == ShiftForm::Scope::selected);
    actions::select (w, desk.id (1), Pick::only);
    CHECK (opened() == ShiftForm::Scope::all);
}

TEST_CASE ("Snap all shows each move before it makes it", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "snap-all"));
    actions::proposeSnaps (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 1);
    CHECK (w.proposal()->moves[0].from == at (100));
    CHECK (w.proposal()->moves[0].to == at (100.4));
    CHECK (desk.start (1) == 100);

    REQUIRE (run (w, "apply"));
    CHECK (desk.start (1) == 100.4);
    CHECK (w.view().panel == Panel::inspector);
    CHECK (w.history().steps().all().back().name == "Snap chapter");
}

TEST_CASE ("A proposal does not outlive the document that it is about", "[session]")
{
    EpisodeDesk desk;
    desk.w->propose (
        proposalOf (desk.w->document(), { ShiftChapters { ShiftChapters::All(), lasting (1) } }, "Shift"));
    REQUIRE (desk.w->proposal());
    desk.w->perform (RemoveChapters { { desk.id (3) } });
    CHECK_FALSE (desk.w->proposal());
}

TEST_CASE ("Titles alone are shown at the pauses of the audio as soon as they are there", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.pauses = { { at (98), at (100) }, { at (200), at (200.5) }, { at (298.5), at (300) } };
    desk.world.outlines["titles"] = outlineAt ({ 0, 0, 0 });
    desk.world.isUntimed = true;
    w.openFile ("/episode.m4a");
    w.outlineImport().begin ("titles", "Clipboard");
    w.outlineImport().accept();
    REQUIRE (w.view().panel == Panel::placeAll);

    actions::proposePlaces (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 2);
    CHECK (w.proposal()->moves[1].to == at (300));
    CHECK (w.proposal()->remark == "To pauses of 1.5 s and longer; the longest other one has 0.5 s.");

    REQUIRE (run (w, "apply"));
    CHECK (desk.start (1) == 100);
    CHECK (desk.start (2) == 300);
    CHECK (w.history().steps().all().back().name == "Place 2 chapters");

    // Now each has its place.
    actions::proposePlaces (w);
    CHECK (w.proposal()->changesNothing());
}

TEST_CASE ("Nothing is placed while the audio is still being read, or without any", "[session]")
{
    EpisodeDesk desk;
    desk.world.outlines["titles"] = outlineAt ({ 0, 0 });
    desk.world.isUntimed = true;
    desk.world.pauses = { { at (98), at (100) } };
    desk.world.peaks = PeakMap { .sampleRate = 1000, .length = 600'000, .complete = false, .chunks = {} };
    desk.w->openFile ("/episode.m4a");
    desk.w->outlineImport().begin ("titles", "Clipboard");
    desk.w->outlineImport().accept();
    actions::proposePlaces (*desk.w);
    CHECK (desk.w->proposal()->changesNothing());

    Workspace silent (desk.world.services());
    silent.outlineImport().begin ("titles", "Clipboard");
    silent.outlineImport().accept();
    CHECK (silent.view().panel == Panel::inspector);
    actions::proposePlaces (silent);
    CHECK (silent.proposal()->changesNothing());
}

TEST_CASE ("Many titles change in one step, which is shown first", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "rename"));
    w.renameForm.by = "{n}. {name}";
    actions::proposeNames (w);
    REQUIRE (w.proposal());
    CHECK (w.proposal()->altered.size() == 4);
    CHECK (w.proposal()->moves.empty());
    REQUIRE (run (w, "apply"));
    CHECK (w.chapters()[2].title == "3. C");
    CHECK (w.history().steps().all().back().name == "Rename 4 chapters");
    w.undo();
    CHECK (w.chapters()[2].title == "C");

    w.renameForm.first = "many";
    actions::proposeNames (w);
    CHECK (w.proposalProblem() == "'many' is no number.");
}

} // namespace earmark::tests
