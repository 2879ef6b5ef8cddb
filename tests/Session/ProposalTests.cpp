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

    CHECK (after (editOf (ShiftForm { ShiftForm::Scope::all, "2.5" }, {}, {}))->outline.chapters[1].start
           == at (12.5));
    CHECK (after (editOf (ShiftForm { ShiftForm::Scope::fromHere, "-1" }, at (15), {}))
               ->outline.chapters[2]
               .start
           == at (19));
    CHECK_FALSE (editOf (ShiftForm { ShiftForm::Scope::range, "1" }, {}, {}));
    CHECK_FALSE (editOf (ShiftForm { ShiftForm::Scope::all, "later" }, {}, {}));

    CHECK (after (editOf (TimeForm { false, "0:05", "0:30" }))->outline.chapters[1].start == at (40));
    CHECK (after (editOf (TimeForm { true, "0:05", "0:02" }))->outline.chapters[1].start == at (8));
    CHECK_FALSE (editOf (TimeForm { true, "x", "0:02" }));

    const auto& chapters = document.outline.chapters;
    CHECK_FALSE (editOf (PinForm { { chapters[0].id, "0:00" } }, chapters));
    const auto stretched =
        after (editOf (PinForm { { chapters[0].id, "0" }, { chapters[2].id, "0:40" } }, chapters));
    CHECK (stretched->outline.chapters[1].start == at (20));
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

} // namespace earmark::tests
