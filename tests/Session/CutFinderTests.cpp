// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CutFinder.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"
#include "Session/ProjectDesk.h"
#include "Support/Waves.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** A second each, and over by then. */
std::vector<TimeRange> pausesBefore (std::initializer_list<double> ends)
{
    std::vector<TimeRange> pauses;

    for (const auto end : ends)
        pauses.push_back ({ at (end - 1), at (end) });

    return pauses;
}

void openNew (EpisodeDesk& desk, double length, std::initializer_list<double> pauseEnds)
{
    desk.world.mediaLength = lasting (length);
    desk.world.pauses = pausesBefore (pauseEnds);
    desk.w->openFile ("/new.m4a");
}

std::vector<std::string> choicesOf (const Workspace& w)
{
    std::vector<std::string> labels;

    for (const auto& choice : w.prompt()->choices)
        labels.push_back (choice.label);

    return labels;
}

using Kind = CutFinding::Kind;

} // namespace

TEST_CASE ("A cut between two bounces is asked about, shown, and taken out in one step", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 570, { 100, 200, 231, 270 });
    REQUIRE (w.prompt());
    CHECK (w.prompt()->kind == Prompt::Kind::otherLength);
    CHECK (w.prompt()->text
           == "The new audio is 30 s shorter. A cut between 3:20 and 5:00 explains it: 4 of 4 marks then "
              "begin after a pause.");
    CHECK (choicesOf (w) == std::vector<std::string> { "Show the moves\u2026", "Not now" });

    w.answerPrompt (0);
    REQUIRE (w.view().panel == Panel::findCut);
    CHECK (desk.start (3) == 300);
    actions::proposeCut (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 1);
    CHECK (w.proposal()->moves[0].to == at (270));

    REQUIRE (run (w, "apply"));
    CHECK (desk.start (2) == 200);
    CHECK (desk.start (3) == 270);
    CHECK (w.history().steps().all().back().name == "Remove time");
    CHECK (w.cutFinder().finding().kind == Kind::agrees);

    w.undo();
    CHECK (desk.start (3) == 300);
    CHECK (w.cutFinder().finding().kind == Kind::explained);
}

TEST_CASE ("A question about audio goes with it", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 570, { 100, 200, 231, 270 });
    REQUIRE (w.prompt());
    desk.world.mediaLength = lasting (600);
    w.openFile ("/old.m4a");
    CHECK (w.prompt() == nullptr);
}

TEST_CASE ("A piece put in between two bounces is found by the command, too", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 645, { 100, 245, 345 });
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text
           == "The new audio is 45 s longer. A piece put in between 1:40 and 3:20 explains it: 4 of 4 marks "
              "then begin after a pause.");
    REQUIRE (run (w, "escape"));
    CHECK_FALSE (w.prompt());

    REQUIRE (run (w, "find-cut"));
    REQUIRE (w.view().panel == Panel::findCut);
    actions::proposeCut (w);
    REQUIRE (run (w, "apply"));
    CHECK (w.chapters()[1].start == at (100));
    CHECK (w.chapters()[2].start == at (245));
    CHECK (w.chapters()[3].start == at (345));
}

TEST_CASE ("Two bounces that were both heard tell the place themselves", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto levels = levelsLasting (600);
    desk.world.peaks = waveOf (levels);
    w.openFile ("/episode.m4a");
    CHECK_FALSE (w.prompt());

    SECTION ("between two marks, though nobody pauses")
    {
        desk.world.peaks = waveOf (without (levels, 231, 261));
        w.openFile ("/new.m4a");
        REQUIRE (w.prompt());
        CHECK (w.prompt()->text.starts_with ("The new audio is 30 s shorter. A cut at 3:5"));
        actions::proposeCut (w);
        REQUIRE (w.proposal());
        REQUIRE (w.proposal()->moves.size() == 1);
        CHECK (w.proposal()->moves[0].to == at (270));
    }

    SECTION ("with a mark in it")
    {
        desk.world.peaks = waveOf (without (levels, 190, 220));
        w.openFile ("/new.m4a");
        REQUIRE (w.prompt());
        actions::proposeCut (w);
        REQUIRE (w.proposal());
        REQUIRE (w.proposal()->moves.size() == 2);
        CHECK (w.proposal()->moves[0].to < at (191));
        CHECK (w.proposal()->moves[1].to == at (270));
    }

    SECTION ("behind the last mark")
    {
        desk.world.peaks = waveOf (without (levels, 560, 590));
        w.openFile ("/new.m4a");
        CHECK_FALSE (w.prompt());
        CHECK (w.message().text.contains ("No mark has to move"));
    }
}

TEST_CASE ("Bounces of two sample rates tell the place as well", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto levels = levelsLasting (600);
    desk.world.peaks = waveOf (levels, 44'100);
    w.openFile ("/episode.m4a");
    desk.world.peaks = waveOf (without (levels, 231, 261), 48'000);
    w.openFile ("/new.m4a");
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text.starts_with ("The new audio is 30 s shorter. A cut at 3:5"));
}

TEST_CASE ("What no one place explains is said, with the forms for it", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 570, {});
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text
           == "The new audio is 30 s shorter. No single cut explains it: too few marks would begin after a "
              "pause.");
    CHECK (choicesOf (w) == std::vector<std::string> { "Shift\u2026", "Stretch\u2026", "Not now" });
    CHECK (w.cutFinder().finding().edits.empty());

    SECTION ("shift")
    {
        w.answerPrompt (0);
        CHECK (w.view().panel == Panel::shift);
    }

    SECTION ("stretch")
    {
        w.answerPrompt (1);
        CHECK (w.view().panel == Panel::stretch);
    }

    SECTION ("neither: the panel proposes nothing")
    {
        w.answerPrompt (2);
        REQUIRE (run (w, "find-cut"));
        actions::proposeCut (w);
        CHECK (w.proposal()->changesNothing());
        CHECK_FALSE (run (w, "apply"));
    }
}

TEST_CASE ("Audio that ends earlier behind the last marker asks nothing", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 570, { 100, 200, 300 });
    CHECK_FALSE (w.prompt());
    CHECK (w.message().text
           == "The new audio is 30 s shorter. No mark has to move: 4 of 4 begin after a pause as they are.");
    CHECK (w.cutFinder().finding().kind == Kind::agrees); // they belong to this one as well
}

TEST_CASE ("Audio of the same length asks nothing, nor does a first one", "[session]")
{
    EpisodeDesk desk;
    openNew (desk, 600.2, {});
    CHECK_FALSE (desk.w->prompt());
    CHECK (desk.w->cutFinder().finding().kind == Kind::agrees);

    World world;
    world.outlines["outline"] = outlineAt ({ 0, 100 });
    Workspace w (world.services());
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();
    CHECK (w.cutFinder().finding().sentence == "Load the audio first: without it nothing can be heard.");
    w.openFile ("/new.m4a");
    CHECK_FALSE (w.prompt());
    CHECK (w.cutFinder().finding().kind == Kind::unknown);
}

TEST_CASE ("The stated end of an outline tells the length where no audio does", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 100, 200, 300 });
    world.outlines["outline"].chapters.back().end = at (600);
    Workspace w (world.services());
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();
    world.mediaLength = lasting (570);

    SECTION ("explained")
    {
        world.pauses = pausesBefore ({ 100, 200, 270 });
        w.openFile ("/new.m4a");
        REQUIRE (w.prompt());
        CHECK (
            w.prompt()->text
            == "The audio is 30 s shorter than the chapters say. A cut between 3:20 and 5:00 explains it: 4 "
               "of 4 marks then begin after a pause.");
    }

    SECTION ("it may be a guess: where no mark has to move, nothing is said")
    {
        world.pauses = pausesBefore ({ 100, 200, 300 });
        w.openFile ("/new.m4a");
        CHECK_FALSE (w.prompt());
        CHECK (w.cutFinder().finding().kind == Kind::behindLast);
        CHECK_FALSE (w.message().text.contains ("No mark has to move"));
    }

    SECTION ("it may be a guess: where nothing explains it, that is only said")
    {
        w.openFile ("/new.m4a");
        CHECK_FALSE (w.prompt());
        CHECK (w.message().grade == Message::Grade::warning);
        CHECK (
            w.message().text.starts_with ("The audio is 30 s shorter than the chapters say. No single cut"));
    }
}

TEST_CASE ("A project's audio that was rendered anew is compared with what it was", "[session]")
{
    ProjectDesk desk;
    desk.world.projects["/a/one.earmark"] = projectAt ({ 0, 100, 200, 300 }, "/a/one.m4a"); // of 600 s
    desk.world.mediaLength = lasting (570);
    desk.world.pauses = pausesBefore ({ 100, 170, 270 });
    desk.w->openFile ("/a/one.earmark");
    REQUIRE (desk.w->prompt());
    CHECK (desk.w->prompt()->text.starts_with ("The new audio is 30 s shorter. A cut between 1:40 and 3:20"));

    // Another project has nothing to do with it.
    desk.world.mediaLength = lasting (600);
    desk.w->openFile ("/a/two.earmark");
    CHECK_FALSE (desk.w->prompt());
    CHECK (desk.w->cutFinder().finding().kind == Kind::unknown);
}

TEST_CASE ("A list of what was cut out is taken instead of what would be found", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.cutLists["list"] = { { at (250), at (270) }, { at (50), at (60) } };
    REQUIRE (run (w, "find-cut"));

    SECTION ("typed")
    {
        w.listCuts ("list");
    }

    SECTION ("pasted")
    {
        desk.world.clipboard = "list";
        REQUIRE (run (w, "paste"));
    }

    SECTION ("from a file")
    {
        desk.world.files["/cuts.txt"] = "list";
        w.openFile ("/cuts.txt");
    }

    CHECK (w.view().panel == Panel::findCut);
    actions::proposeCut (w);
    REQUIRE (run (w, "apply"));
    CHECK (desk.start (1) == 90);
    CHECK (desk.start (2) == 190);
    CHECK (desk.start (3) == 270);
    CHECK (w.history().steps().all().back().name == "Take out 2 cuts");
    CHECK (w.listedCuts().empty());
    w.undo();
    CHECK (desk.start (3) == 300);
}

TEST_CASE ("What is no list of cuts is refused in the panel, and goes with it", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "find-cut"));
    w.listCuts ("no list");
    actions::proposeCut (w);
    CHECK_FALSE (w.proposal());
    CHECK (w.proposalProblem() == "There are no cuts in it.");
    REQUIRE (run (w, "escape"));
    CHECK (w.listedCuts().empty());
}

TEST_CASE ("What is no list of cuts but an outline is imported, though a list is asked for", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "find-cut"));
    w.takeText ("no list", "Dropped text");
    CHECK (w.listedCuts() == "no list");
    CHECK (w.view().panel == Panel::findCut);

    w.takeText ("outline", "Dropped text");
    CHECK (w.listedCuts().empty());
    CHECK (w.view().panel == Panel::import);
    REQUIRE (w.outlineImport().preview());
    CHECK (w.outlineImport().preview()->name == "Dropped text");
}

TEST_CASE ("The question goes when the chapters get other times", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 570, { 100, 200, 231, 270 });
    REQUIRE (w.prompt());
    w.perform (SetField { desk.id (1), SetField::Title { "Another" } });
    CHECK (w.prompt());
    w.perform (MoveChapter { desk.id (1), at (101) });
    CHECK_FALSE (w.prompt());
}

TEST_CASE ("Chapters that were left as they are go by the audio before the last one", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    openNew (desk, 570, { 100, 200, 270 });
    REQUIRE (w.prompt());
    REQUIRE (run (w, "escape"));
    openNew (desk, 560, { 100, 200, 260 });
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text.starts_with ("The new audio is 40 s shorter. A cut between 3:20 and 5:00"));

    // And once that is taken out, by the last one.
    w.answerPrompt (0);
    actions::proposeCut (w);
    REQUIRE (run (w, "apply"));
    openNew (desk, 550, { 90, 190, 250 });
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text.starts_with ("The new audio is 10 s shorter. A cut between 0:00 and 1:40"));
}

} // namespace earmark::tests
