// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WriteFix.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

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

TEST_CASE ("A title that would stay is said, and is replaced by choice", "[session][write]")
{
    Desk desk ({});
    auto& w = *desk.w;
    const auto fixes = [&] { return fixesOf (w.writing().panel()->targets.front()); };
    auto& preview = desk.world.previews["/show/a.m4a"];
    CHECK (fixes().empty());

    preview.otherTags = { { OtherTag::Of::title, "Old", "New" },
                          { OtherTag::Of::album, "Show", "Other show" } };
    w.writing().setProfile ("minimal");
    const auto said = desk.lines();
    CHECK (std::ranges::contains (
        said,
        WriteLine { Tone::warning, "The title stays \u201cOld\u201d; the outline says \u201cNew\u201d." }));
    CHECK (std::ranges::contains (
        said,
        WriteLine { Tone::warning,
                    "The album stays \u201cShow\u201d; the outline says \u201cOther show\u201d." }));
    CHECK (fixes() == std::vector { WriteFix::replaceTags });
    CHECK (labelOf (WriteFix::replaceTags) == "Replace title and album");

    // It is a choice about this file's name: not among what one key fixes.
    CHECK (w.writing().panel()->fixes().empty());

    preview.replacesTags = true; // as the plan then does
    preview.changes = { "the title is set to 'New'" };
    w.writing().apply (WriteFix::replaceTags);
    CHECK (desk.world.wishes.replacesTags);
    CHECK (std::ranges::none_of (desk.lines(),
                                 [] (const WriteLine& line) { return line.text.contains ("stays"); }));
    CHECK (fixes() == std::vector { WriteFix::keepTags });
    CHECK_FALSE (labelOf (WriteFix::keepTags).empty());
    w.writing().apply (WriteFix::keepTags);
    CHECK_FALSE (desk.world.wishes.replacesTags);

    // Written, there is nothing to keep any more.
    run (w, "write-now");
    CHECK (fixes().empty());
}

TEST_CASE ("A file that has the chapters already still says which title stays", "[session][write]")
{
    Desk desk ({});
    auto& preview = desk.world.previews["/show/a.m4a"];
    preview.changesNothing = true;
    preview.otherTags = { { OtherTag::Of::title, "Old", "New" } };
    desk.w->writing().setProfile ("minimal");
    CHECK (desk.lines()[1].text.starts_with ("The title stays"));
    CHECK (fixesOf (desk.w->writing().panel()->targets.front()) == std::vector { WriteFix::replaceTags });
}

} // namespace earmark::tests
