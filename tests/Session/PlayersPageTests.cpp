// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PlayersPage.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

namespace
{

PlayerList listOf (const std::string& name, std::size_t count)
{
    return { .name = name,
             .basis = "by its source",
             .from = "Reader.java",
             .remark = {},
             .rows = { count, ShownRow {} } };
}

struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    Desk()
    {
        for (const auto* path : { "/show/a.m4a", "/show/a.mp3" })
            world.previews[path] = {
                .container = "MP4", .changes = {}, .notices = {}, .plan = std::make_shared<const int>()
            };

        world.mediaChapters = outlineAt ({ 0, 10, 20 });
        world.playerLists = std::vector { listOf ("AntennaPod", 3), listOf ("VLC 3", 0) };
        w = std::make_unique<Workspace> (world.services());
        w->openFile ("/show/a.m4a");
    }

    const PlayersPage& page() const { return w->players().page(); }
};

} // namespace

TEST_CASE ("A list of chapters is counted", "[session][players]")
{
    CHECK (summaryOf (listOf ("VLC 3", 0)) == "no chapters");
    CHECK (summaryOf (listOf ("VLC 3", 1)) == "1 chapter");
    auto list = listOf ("AntennaPod", 3);
    list.rows[1].isListed = false;
    CHECK (summaryOf (list) == "3 chapters, 1 not listed");
    list = listOf ("Overcast", 0);
    list.kind = PlayerList::Kind::unknown;
    CHECK (summaryOf (list) == "not known");
}

TEST_CASE ("Players show a file as it will be, then as it is", "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    CHECK (run (w, "players"));
    CHECK (w.view().panel == Panel::players);
    CHECK (desk.page().path == "/show/a.m4a");
    CHECK (desk.page().isAfterWrite);
    CHECK (desk.world.playersAsked.back() == "/show/a.m4a planned");
    REQUIRE (desk.page().lists.size() == 2);

    CHECK (run (w, "row-down"));
    CHECK (desk.page().chosen == 1);
    CHECK (run (w, "row-down"));
    CHECK (desk.page().chosen == 1);
    CHECK (run (w, "row-up"));
    CHECK (desk.page().chosen == 0);

    // Written, it is what lies on the disk.
    CHECK (run (w, "write"));
    CHECK (run (w, "write-now"));
    CHECK (run (w, "players"));
    CHECK (desk.world.playersAsked.back() == "/show/a.m4a");
    CHECK_FALSE (desk.page().isAfterWrite);
}

TEST_CASE ("Another file is looked at by a key, and follows an edit", "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    run (w, "players");
    CHECK (run (w, "file-after"));
    CHECK (desk.page().path == "/show/a.mp3");
    CHECK (run (w, "file-after"));
    CHECK (desk.page().path == "/show/a.mp3");
    const auto asked = desk.world.playersAsked.size();
    w.perform (ShiftChapters { ShiftChapters::All {}, lasting (1) });
    CHECK (desk.world.playersAsked.size() > asked);
    CHECK (desk.world.playersAsked.back() == "/show/a.mp3 planned");
    CHECK (run (w, "file-before"));
    CHECK (desk.page().path == "/show/a.m4a");
}

TEST_CASE ("What a chapter of a player's list is heard in is said where it is not that file",
           "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.playerLists->front().rows[2].start = at (20);
    CHECK (actions::heardInstead (w).empty());
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    run (w, "players");
    CHECK (actions::heardInstead (w).empty());
    const auto said = w.message().number;
    actions::playShown (w, 2);
    CHECK (w.view().playhead == at (20));
    CHECK (w.message().number == said);

    run (w, "file-after");
    REQUIRE (desk.page().path == "/show/a.mp3");
    constexpr auto* instead = "Plays the open audio, \u201ca.m4a\u201d, not this file.";
    CHECK (actions::heardInstead (w) == instead);
    CHECK (w.message().number == said);
    actions::playShown (w, 1);
    CHECK (w.view().playhead == at (0));
    CHECK (w.message().text == instead);
    actions::playShown (w, 99);
    CHECK (w.view().playhead == at (0));
}

TEST_CASE ("Where all is well, the write panel counts the players that show nothing", "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    const auto said = [&] { return linesOf (w.writing().panel()->targets.front()).back(); };
    using Tone = WriteLine::Tone;
    run (w, "write");
    CHECK (desk.world.playersAsked == std::vector<std::string> { "/show/a.m4a planned" });
    CHECK (said()
           == WriteLine { Tone::good,
                          "No player that reads these chapters is known to show them wrongly; 1 of 2 players "
                          "shows none at all." });

    // Of what lies on the disk, after the write.
    desk.world.playerLists = std::vector { listOf ("AntennaPod", 0), listOf ("VLC 3", 0) };
    run (w, "write-now");
    CHECK (desk.world.playersAsked.back() == "/show/a.m4a");
    CHECK (said() == WriteLine { Tone::warning, "None of the 2 known players shows chapters of this file." });

    // Unknown, or none: nothing is counted.
    desk.world.playerLists = failure (Error::Kind::unreadable, "It cannot be read.");
    w.writing().setProfile ("minimal");
    constexpr auto* allClear = "No player that reads these chapters is known to show them wrongly.";
    CHECK (said() == WriteLine { Tone::good, allClear });
    desk.world.playerLists = std::vector { listOf ("AntennaPod", 3) };
    w.writing().setProfile ("safe");
    CHECK (said() == WriteLine { Tone::good, allClear });
}

TEST_CASE ("Players are asked of one file after the other, and not of what has findings",
           "[session][players]")
{
    constexpr LintRule rule { "a",         LintRule::Grade::warning, "Spotify",
                              "it is cut", "keep it short",          LintRule::Repair::byHand,
                              "b" };
    Desk desk;
    auto& w = *desk.w;
    desk.world.previews["/show/b.m4a"] = { .container = "MP4",
                                           .changes = {},
                                           .notices = {},
                                           .findings = { { &rule, "It is long." } },
                                           .plan = std::make_shared<const int>() };
    desk.world.isSlowToLook = true;
    run (w, "write");
    w.writing().add ("/show/b.m4a");
    w.writing().add ("/show/a.mp3");
    desk.world.finish(); // all plans
    const auto reached = [&] (std::size_t i) { return w.writing().panel()->targets[i].reached; };
    CHECK (std::ranges::all_of (desk.world.playersAsked,
                                [] (const auto& asked) { return asked == "/show/a.m4a planned"; }));
    CHECK_FALSE (reached (0));
    desk.world.finish();
    CHECK (reached (0) == PlayersReached { 2, 1 });
    CHECK (desk.world.playersAsked.back() == "/show/a.mp3 planned");
    desk.world.finish();
    CHECK_FALSE (reached (1));
    CHECK (reached (2) == PlayersReached { 2, 1 });
    CHECK (desk.world.unfinished.empty());
}

TEST_CASE ("A file that cannot be read says why", "[session][players]")
{
    Desk desk;
    desk.world.playerLists = failure (Error::Kind::unreadable, "It cannot be read.");
    run (*desk.w, "players");
    CHECK (desk.page().problem == "It cannot be read.");
    CHECK (desk.page().lists.empty());
    desk.w->players().choose (7);
    CHECK (desk.page().chosen == 0);
}

TEST_CASE ("Players of a project that is left are not shown in the next", "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlowToLook = true;
    run (w, "players");
    desk.world.finish(); // the plan
    REQUIRE (desk.world.unfinished.size() == 1);
    CHECK (desk.page().lists.empty());
    w.projects().beginNew();
    desk.world.finish();
    CHECK (desk.page().lists.empty());
    CHECK (desk.page().path.empty());
}

TEST_CASE ("A file that is taken off the list is not shown any more", "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    run (w, "players");
    w.writing().remove ("/show/a.m4a");
    CHECK (desk.page().path == "/show/a.mp3");
    CHECK (desk.world.playersAsked.back() == "/show/a.mp3 planned");

    desk.world.isSlowToLook = true;
    w.players().chooseFile ("/show/a.mp3");
    w.writing().remove ("/show/a.mp3");
    desk.world.finish(); // too late
    CHECK (desk.page().path.empty());
    CHECK (desk.page().lists.empty());
}

TEST_CASE (
    "Players that lose all chapters are named with the reason; those that never read such files are not",
    "[session][players]")
{
    Desk desk;
    auto& w = *desk.w;
    using Tone = WriteLine::Tone;
    constexpr auto* whyLost = "YouTube reads no chapters from files, and none from the description: "
                              "chapter 1 is shorter than 10 s.";
    auto youTube = listOf ("YouTube", 0), vlc = listOf ("VLC 3", 0), other = listOf ("Overcast", 0);
    youTube.remark = whyLost;
    vlc.remark = "It shows no chapters of MP3s.";
    vlc.kind = PlayerList::Kind::ignored;
    other.remark = "What it makes of such a file is not known.";
    other.kind = PlayerList::Kind::unknown;
    const std::vector lists { listOf ("AntennaPod", 3), youTube, vlc, other };
    CHECK (reachedBy (lists) == PlayersReached { 3, 2, { { "YouTube", whyLost } }, 1 });

    desk.world.playerLists = lists;
    run (w, "write");
    const auto lines = linesOf (w.writing().panel()->targets.front());
    CHECK (std::ranges::none_of (lines, [] (const WriteLine& line) { return line.tone == Tone::good; }));
    REQUIRE (lines.size() >= 2);
    CHECK (lines[lines.size() - 2]
           == WriteLine { Tone::warning, std::string ("YouTube lists none of these chapters. ") + whyLost });
    CHECK (lines.back()
           == WriteLine { Tone::quiet, "Of 1 more player it is not known what it makes of such a file." });

    // Without it the rest is as good as it can be.
    desk.world.playerLists = std::vector { listOf ("AntennaPod", 3), vlc };
    w.writing().setProfile ("minimal");
    CHECK (linesOf (w.writing().panel()->targets.front()).back().tone == Tone::good);
}

} // namespace earmark::tests
