// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/CutFinder.h"
#include "Session/EpisodeDesk.h"
#include "Session/ProjectDesk.h"
#include "Support/Pauses.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// What is known of the bounce that the chapters were placed on: its pauses, also when the project was closed in between.

namespace earmark::tests
{

namespace
{

using Kind = CutFinding::Kind;

// From the middle of a pause to that of another one.
const auto firstPiece = rangeOf (21'771, 51'286);
const auto secondPiece = rangeOf (250'439, 264'042);

/** The audio of ten minutes comes back without both. */
void cutTwice (World& world)
{
    world.pauses = without (without (pausesLasting (600), secondPiece), firstPiece);
    world.mediaLength = lasting (600) - firstPiece.length() - secondPiece.length();
}

/** From the middle of one pause to that of another: the first ones from there on. */
TimeRange betweenPauses (const std::vector<TimeRange>& pauses, double from, double to)
{
    const auto middleAfter = [&] (double seconds)
    {
        const auto pause =
            std::ranges::find_if (pauses, [&] (const TimeRange& p) { return p.start >= at (seconds); });
        REQUIRE (pause != pauses.end());
        return Position::fromMilliseconds (
            (pause->start.milliseconds (Rounding::nearest) + pause->end.milliseconds (Rounding::nearest))
            / 2);
    };

    return { middleAfter (from), middleAfter (to) };
}

} // namespace

TEST_CASE ("Two cuts between bounces whose pauses were both heard are taken out in one step", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.pauses = pausesLasting (600);
    w.openFile ("/episode.m4a");
    cutTwice (desk.world);
    w.openFile ("/new.m4a");

    REQUIRE (w.prompt());
    CHECK (w.prompt()->text.starts_with (
        "The new audio is 43.1 s shorter. The pauses of both explain it: 29.5 s cut out at 0:21.3"));
    CHECK (w.prompt()->text.contains (", 13.6 s cut out at 4:09.8"));

    w.answerPrompt (0);
    actions::proposeCut (w);
    REQUIRE (w.proposal());
    CHECK (w.proposal()->moves.size() == 3);
    REQUIRE (run (w, "apply"));
    CHECK (w.chapters()[1].start == at (100) - firstPiece.length());
    CHECK (w.chapters()[3].start == at (300) - firstPiece.length() - secondPiece.length());
    CHECK (w.history().steps().all().back().name == "Take 2 cuts out of the times");
    CHECK (w.cutFinder().finding().kind == Kind::agrees);

    w.undo();
    CHECK (desk.start (1) == 100);
    CHECK (desk.start (3) == 300);
}

TEST_CASE ("Cuts of which one lies behind the last mark are all taken out at once", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto whole = pausesLasting (600);
    const auto outro = betweenPauses (whole, 450, 464);
    desk.world.pauses = whole;
    w.openFile ("/episode.m4a");
    desk.world.pauses = without (without (whole, outro), firstPiece);
    desk.world.mediaLength = lasting (600) - firstPiece.length() - outro.length();
    w.openFile ("/new.m4a");
    REQUIRE (w.prompt());
    w.answerPrompt (0);
    REQUIRE (w.view().panel == Panel::findCut);

    SECTION ("as they were found")
    {
        actions::proposeCut (w);
    }

    SECTION ("as a list says")
    {
        desk.world.cutLists["list"] = { firstPiece, outro };
        w.listCuts ("list");
        actions::proposeCut (w);
    }

    REQUIRE (run (w, "apply"));
    CHECK (w.chapters()[3].start == at (300) - firstPiece.length());
    CHECK (w.cutFinder().finding().kind == Kind::agrees);
    CHECK (w.cutFinder().toKeep()->timedFor == TimedFor { desk.world.mediaLength, desk.world.pauses });

    // Also when one is moved, and not any more when all is undone.
    w.perform (MoveChapter { desk.id (3), at (280) });
    CHECK (w.cutFinder().finding().kind == Kind::agrees);
    w.undo();
    w.undo();
    CHECK (w.cutFinder().finding().kind == Kind::explained);
    CHECK (w.cutFinder().toKeep()->timedFor->length == lasting (600));
    w.redo();
    CHECK (w.cutFinder().finding().kind == Kind::agrees);
}

TEST_CASE ("A list that says of one of two cuts leaves the other to be found", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.pauses = pausesLasting (600);
    w.openFile ("/episode.m4a");
    cutTwice (desk.world);
    w.openFile ("/new.m4a");
    REQUIRE (run (w, "find-cut"));
    desk.world.cutLists["list"] = { firstPiece };
    w.listCuts ("list");
    actions::proposeCut (w);
    REQUIRE (run (w, "apply"));
    CHECK (w.cutFinder().finding().sentence.starts_with ("The new audio is 13.6 s shorter."));
}

TEST_CASE ("Where a piece was put in and another cut out, the step says so", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    const auto whole = pausesLasting (600);
    const auto before = lasting (600) - secondPiece.length();
    auto& project = desk.world.projects["/a/one.earmark"];
    project = projectAt ({ 0, 100, 200, 300 }, "/a/one.m4a");
    project.project.audio->length = before;
    project.project.timedFor = TimedFor { before, without (whole, secondPiece) };
    desk.world.pauses = without (whole, firstPiece);
    desk.world.mediaLength = lasting (600) - firstPiece.length();
    w.openFile ("/a/one.earmark");
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text.contains ("29.5 s cut out at 0:21.300, 13.6 s put in at 4:"));

    w.answerPrompt (0);
    actions::proposeCut (w);
    REQUIRE (run (w, "apply"));
    CHECK (w.chapters()[3].start == at (300) - firstPiece.length() + secondPiece.length());
    CHECK (w.history().steps().all().back().name == "Follow 2 changes of the audio");
}

TEST_CASE ("Where a mark cannot be placed for sure, several cuts are only told", "[session]")
{
    EpisodeDesk desk ({ 0, 100, 201.5, 300 });
    auto& w = *desk.w;
    const auto whole = pausesLasting (600);
    desk.world.pauses = whole;
    w.openFile ("/episode.m4a");
    const auto amidSpeech = rangeOf (201'864, 234'877);
    desk.world.pauses = without (without (whole, amidSpeech), firstPiece);
    desk.world.mediaLength = lasting (600) - amidSpeech.length() - firstPiece.length();
    w.openFile ("/new.m4a");

    REQUIRE (w.prompt());
    CHECK (w.prompt()->text.contains ("By the pauses it is more than one change: 29.5 s cut out at 0:21.3"));
    CHECK (w.cutFinder().finding().kind == Kind::unexplained);
    CHECK (w.cutFinder().finding().edits.empty());
}

TEST_CASE ("A project remembers the bounce that its chapters were placed on", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    desk.world.projects["/a/one.earmark"] = projectAt ({ 0, 100, 200, 300 }, "/a/one.m4a"); // of 600 s
    desk.world.projects["/a/one.earmark"].project.timedFor = TimedFor { lasting (600), pausesLasting (600) };
    desk.world.pauses = pausesLasting (600);

    SECTION ("that of the last time")
    {
        w.openFile ("/a/one.earmark");
        CHECK_FALSE (w.prompt());
        CHECK (w.cutFinder().finding().kind == Kind::agrees);

        // It was rendered anew while nobody looked.
        cutTwice (desk.world);
        w.openFile ("/a/one.earmark");
        REQUIRE (w.prompt());
        CHECK (w.prompt()->text.contains ("The pauses of both explain it: 29.5 s cut out at 0:21.3"));
    }

    SECTION ("an earlier one, though another was saved with it")
    {
        w.openFile ("/a/one.earmark");
        cutTwice (desk.world);
        w.openFile ("/a/new.m4a");
        REQUIRE (w.prompt());
        REQUIRE (run (w, "escape"));
        REQUIRE (run (w, "save"));
        CHECK (desk.world.projects["/a/one.earmark"].project.audio->length == desk.world.mediaLength);
        CHECK (desk.world.projects["/a/one.earmark"].project.timedFor
               == TimedFor { lasting (600), pausesLasting (600) });

        w.openFile ("/a/two.earmark");
        w.openFile ("/a/one.earmark");
        REQUIRE (w.prompt());
        CHECK (w.prompt()->text.contains ("The pauses of both explain it: 29.5 s cut out at 0:21.3"));
    }

    SECTION ("and when its cuts are taken out, the next one")
    {
        w.openFile ("/a/one.earmark");
        cutTwice (desk.world);
        w.openFile ("/a/new.m4a");
        REQUIRE (w.prompt());
        w.answerPrompt (0);
        actions::proposeCut (w);
        REQUIRE (run (w, "apply"));
        REQUIRE (run (w, "save"));
        CHECK (desk.world.projects["/a/one.earmark"].project.timedFor
               == TimedFor { desk.world.mediaLength, desk.world.pauses });
        w.openFile ("/a/one.earmark");
        CHECK_FALSE (w.prompt());
        CHECK (w.cutFinder().finding().kind == Kind::agrees);
    }

    SECTION ("whatever the user moves on it")
    {
        w.openFile ("/a/one.earmark");
        w.perform (MoveChapter { w.chapters()[3].id, at (320) });
        CHECK (w.cutFinder().finding().kind == Kind::agrees);
        REQUIRE (run (w, "save"));
        CHECK (desk.world.projects["/a/one.earmark"].project.timedFor->length == lasting (600));
    }
}

TEST_CASE ("A project that does not say which audio its chapters were placed on is not said to agree",
           "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    desk.world.projects["/a/one.earmark"] = projectAt ({ 0, 100, 200, 300 }, "/a/one.m4a"); // of 600 s
    w.openFile ("/a/one.earmark");
    CHECK_FALSE (w.prompt());
    CHECK (w.cutFinder().finding().sentence
           == "Nothing says how long the audio was for which the chapters were timed.");
    w.perform (MoveChapter { w.chapters()[3].id, at (320) });
    REQUIRE (run (w, "save"));
    CHECK_FALSE (desk.world.projects["/a/one.earmark"].project.timedFor);
}

TEST_CASE ("A project that does not say it learns it where its marks are right on its audio", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    desk.world.projects["/a/one.earmark"] = projectAt ({ 0, 100, 200, 300 }, "/a/one.m4a"); // of 600 s

    SECTION ("by its pauses")
    {
        desk.world.pauses = { rangeOf (99'000, 100'000),
                              rangeOf (199'000, 200'000),
                              rangeOf (299'000, 300'000) };
        w.openFile ("/a/one.earmark");
    }

    SECTION ("by ear")
    {
        w.openFile ("/a/one.earmark");
        REQUIRE (run (w, "review"));

        for (std::size_t i = 0; i < w.chapters().size(); ++i)
        {
            CHECK (w.cutFinder().finding().kind == Kind::unknown);
            REQUIRE (run (w, "review-accept"));
        }
    }

    CHECK (w.cutFinder().finding().kind == Kind::agrees);
    REQUIRE (run (w, "save"));
    CHECK (desk.world.projects["/a/one.earmark"].project.timedFor
           == TimedFor { lasting (600), desk.world.pauses });
}

TEST_CASE ("Chapters that a host brings go by the audio that they say themselves", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.mediaLength = lasting (570);
    desk.world.pauses = { rangeOf (99'000, 100'000), rangeOf (199'000, 200'000), rangeOf (269'000, 270'000) };
    w.openFile ("/new.m4a");
    REQUIRE (w.prompt());

    auto brought = makeDocument (outlineAt ({ 0, 100, 200, 290 }));
    brought.media = MediaReference { "/new.m4a", lasting (570) };
    brought.timedFor = TimedFor { lasting (570), {} };
    w.hostTimeline().take (brought);
    CHECK_FALSE (w.prompt());
    CHECK (w.cutFinder().finding().kind == Kind::agrees);

    // Kept before the audio came back shorter.
    brought = makeDocument (outlineAt ({ 0, 100, 200, 300 }));
    brought.media = MediaReference { "/new.m4a", lasting (600) };
    brought.timedFor = TimedFor { lasting (600), {} };
    w.hostTimeline().take (brought);
    REQUIRE (w.prompt());
    CHECK (w.cutFinder().finding().kind == Kind::explained);
    CHECK (w.cutFinder().toKeep()->timedFor->length == lasting (600));
}

TEST_CASE ("What was heard in one audio is not said of another that a host's chapters name", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.pauses = pausesLasting (600);
    w.openFile ("/episode.m4a");
    auto brought = makeDocument (outlineAt ({ 0, 100, 200, 300 }));
    brought.media = MediaReference { "/other.m4a", lasting (600) };
    w.hostTimeline().take (brought);
    CHECK_FALSE (w.cutFinder().toKeep()->timedFor);
    cutTwice (desk.world);
    w.openFile ("/other.m4a");
    CHECK (w.audio().earlierPauses().empty());
    CHECK_FALSE (w.audio().earlierPeaks().complete);
}

TEST_CASE ("Chapters that are set on an open audio are saved with what it is", "[session]")
{
    EpisodeDesk desk;
    desk.world.pauses = pausesLasting (600);
    desk.w->openFile ("/episode.m4a");
    desk.world.chosenFile = "/new.earmark";
    REQUIRE (run (*desk.w, "save"));
    CHECK (desk.world.projects["/new.earmark"].project.timedFor
           == TimedFor { lasting (600), pausesLasting (600) });
}

} // namespace earmark::tests
