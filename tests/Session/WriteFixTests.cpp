// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WriteFix.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

using Grade = LintRule::Grade;
using Tone = WriteLine::Tone;

constexpr LintRule
rule (std::string_view id, Grade grade = Grade::warning, LintRule::Repair repair = LintRule::Repair::byHand)
{
    return { id, grade, "Apple Podcasts", "the picture is distorted", "cut it square", repair, "a page" };
}

constexpr auto notSquare = rule ("picture-not-square"),
               manyBytes = rule ("picture-many-bytes", Grade::advice), cueSheet = rule ("cue-sheet-beside"),
               late = rule ("first-not-at-zero", Grade::error),
               noContents = rule ("id3-no-contents", Grade::error, LintRule::Repair::byWriting),
               unknown = rule ("over-255-chapters");

struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    explicit Desk (Findings findings, Findings repaired = {})
    {
        world.previews["/show/a.m4a"] = { .container = "MP4",
                                          .chapters = 0,
                                          .changes = {},
                                          .notices = {},
                                          .findings = std::move (findings),
                                          .repaired = std::move (repaired),
                                          .plan = {} };
        world.mediaChapters = outlineAt ({ 5, 10, 20 });
        w = std::make_unique<Workspace> (world.services());
        w->openFile ("/show/a.m4a");
        run (*w, "write");
    }

    std::vector<WriteLine> lines (bool withAdvice = false) const
    {
        return linesOf (w->writing().panel()->targets.front(), withAdvice);
    }
};

} // namespace

TEST_CASE ("Every fix that a key can do has a label", "[session][write]")
{
    CHECK (labelOf (fixFor (notSquare)) == "Make the pictures square");
    CHECK (labelOf (fixFor (cueSheet)) == "Take the cue sheet out");
    CHECK (labelOf (fixFor (late)) == "Begin the first chapter at 0:00");
    CHECK (fixFor (noContents) == WriteFix::byWriting);
    CHECK (labelOf (fixFor (noContents)).empty());
    CHECK (fixFor (unknown) == WriteFix::none);
    CHECK (fixesFor ({ { &notSquare, "" }, { &unknown, "" }, { &manyBytes, "" }, { &late, "" } })
           == std::vector { WriteFix::squarePictures, WriteFix::firstAtZero });
}

TEST_CASE ("Findings are said with whom they concern; advice only when it is asked for", "[session][write]")
{
    Desk desk (
        { { &notSquare, "One is wide." }, { &notSquare, "One is tall." }, { &manyBytes, "One is large." } },
        { { &noContents, "There is no table of contents." } });
    CHECK (desk.lines()
           == std::vector<WriteLine> {
               { Tone::plain, "3 chapters to write." },
               { Tone::good,
                 "Repairs: There is no table of contents. (Apple Podcasts: the picture is distorted.)" },
               { Tone::warning, "One is wide." },
               { Tone::warning, "One is tall." },
               { Tone::quiet, "Apple Podcasts: the picture is distorted. Cut it square." },
               { Tone::quiet, "1 piece of advice." } });

    CHECK (run (*desk.w, "write-advice"));
    CHECK (desk.w->writing().panel()->showsAdvice);
    CHECK (desk.lines (true)[5] == WriteLine { Tone::quiet, "One is large." });
}

TEST_CASE ("One key does about the findings what can be done", "[session][write]")
{
    Desk desk (
        { { &notSquare, "One is wide." }, { &cueSheet, "There is one." }, { &late, "It begins at 0:05." } });
    auto& w = *desk.w;
    CHECK_FALSE (desk.world.wishes.squarePictures);
    CHECK (run (w, "write-fix"));
    CHECK (desk.world.wishes == WriteWishes { "safe", true, true });
    CHECK (w.chapters().front().start == Position());
    w.undo();
    CHECK (w.chapters().front().start == at (5));

    // What the fake goes on complaining about can be fixed again; without complaints there is nothing to fix.
    desk.world.previews["/show/a.m4a"].findings.clear();
    w.writing().setProfile ("minimal");
    CHECK_FALSE (run (w, "write-fix"));
}

} // namespace earmark::tests
