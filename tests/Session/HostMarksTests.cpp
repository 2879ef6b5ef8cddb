// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/QuietHost.h"

#include <catch2/catch_test_macros.hpp>

// Chapters that are marked while a host plays.

namespace earmark::tests
{

using Source = HostTransport::Source;

TEST_CASE ("Marks made while the host plays are named by number", "[session][host]")
{
    QuietHost desk;
    desk.hostIs (true, 0);
    CHECK (run (*desk.w, "marker-here"));
    desk.hostIs (true, 75);
    CHECK (run (*desk.w, "marker-here"));
    desk.hostIs (true, 130);
    CHECK (run (*desk.w, "marker-here"));
    CHECK (desk.chapters() == "Chapter 1@0 Chapter 2@75 Chapter 3@130 ");
    CHECK (desk.w->view().selection.focus == desk.w->chapters().back().id);
    CHECK (desk.w->message().text == "Marked: Chapter 3");
    desk.w->undo();
    CHECK (desk.w->chapters().size() == 2);
}

TEST_CASE ("When the episode starts later, marks can stay where they are on the timeline", "[session][host]")
{
    QuietHost desk;

    for (const auto seconds : { 5, 60, 120 })
    {
        desk.hostIs (true, seconds);
        REQUIRE (run (*desk.w, "marker-here"));
    }

    desk.hostIs (false, 40);
    REQUIRE (run (*desk.w, "episode-start"));
    CHECK (desk.chapters() == "Chapter 1@5 Chapter 2@60 Chapter 3@120 ");
    REQUIRE (desk.w->prompt() != nullptr);
    CHECK (desk.w->prompt()->kind == Prompt::Kind::episodeStart);
    CHECK (run (*desk.w, "answer-first"));
    CHECK (desk.chapters() == "Chapter 1@0 Chapter 2@20 Chapter 3@80 ");
    CHECK (desk.w->document().episodeStart == at (40));
    desk.w->undo();
    CHECK (desk.chapters() == "Chapter 1@5 Chapter 2@60 Chapter 3@120 ");

    // And earlier, where it is left as it is.
    desk.w->undo();
    CHECK (desk.w->document().episodeStart == at (0));
    desk.w->hostTimeline().setEpisodeStart (at (10), HostTimeline::Keep::places);
    CHECK (desk.chapters() == "Chapter 1@0 Chapter 2@50 Chapter 3@110 ");
    desk.w->hostTimeline().setEpisodeStart (at (0), HostTimeline::Keep::places);
    CHECK (desk.chapters() == "Chapter 1@10 Chapter 2@60 Chapter 3@120 ");

    // What is said of a move that nobody has answered about is about the places, not about the last move; other times end it.
    desk.hostIs (false, 20);
    REQUIRE (run (*desk.w, "episode-start"));
    desk.hostIs (false, 30);
    REQUIRE (run (*desk.w, "episode-start"));
    CHECK (desk.w->document().episodeStart == at (30));
    CHECK (run (*desk.w, "answer-first"));
    CHECK (desk.chapters() == "Chapter 1@0 Chapter 2@30 Chapter 3@90 ");
    desk.w->hostTimeline().setEpisodeStart (at (35));
    desk.w->hostTimeline().offerPlaces (at (30));
    REQUIRE (desk.w->prompt() != nullptr);
    desk.w->undo();
    CHECK (desk.w->prompt() == nullptr);

    // Titles that wait have no places.
    QuietHost planned;
    planned.chaptersAt ({ 0, 0 });
    planned.hostIs (false, 50);
    REQUIRE (run (*planned.w, "episode-start"));
    CHECK (planned.w->document().episodeStart == at (50));
    CHECK (planned.w->prompt() == nullptr);
}

TEST_CASE ("A mark takes the host's place of that moment, not of the last frame", "[session][host]")
{
    QuietHost desk;
    desk.hostIs (true, 10);
    desk.host.position = at (11);
    CHECK (run (*desk.w, "marker-here"));
    CHECK (desk.chapters() == "Chapter 1@11 ");
}

TEST_CASE ("Marks give the chapters of a plan their places in turn", "[session][host]")
{
    QuietHost desk;
    desk.chaptersAt ({ 0, 0, 0, 0 });
    actions::markLive (*desk.w, at (60));
    CHECK (desk.chapters() == "A@0 B@60 C@60 D@60 ");
    actions::markLive (*desk.w, at (125));
    CHECK (desk.chapters() == "A@0 B@60 C@125 D@125 ");

    // Earlier than those that wait, there is a chapter that was not planned.
    actions::markLive (*desk.w, at (30));
    CHECK (desk.chapters() == "A@0 Chapter 5@30 B@60 C@125 D@125 ");
    actions::markLive (*desk.w, at (200));
    CHECK (desk.chapters() == "A@0 Chapter 5@30 B@60 C@125 D@200 ");
    actions::markLive (*desk.w, at (300));
    CHECK (desk.chapters() == "A@0 Chapter 5@30 B@60 C@125 D@200 Chapter 6@300 ");
}

TEST_CASE ("A part that begins with its whole is in its place", "[session][host]")
{
    QuietHost desk;
    auto outline = outlineAt ({ 0, 0, 50 });
    outline.chapters[1].level = 1;
    desk.world.outlines["outline"] = outline;
    desk.w->outlineImport().begin ("outline", "Clipboard");
    desk.w->outlineImport().accept();
    actions::markLive (*desk.w, at (20));
    CHECK (desk.chapters() == "A@0 B@0 Chapter 4@20 C@50 ");
}

TEST_CASE ("A mark where there is one already adds none", "[session][host]")
{
    QuietHost desk;
    actions::markLive (*desk.w, at (10));
    actions::markLive (*desk.w, at (10.3));
    actions::markLive (*desk.w, at (9.7)); // the next pass of the same automation, in other blocks
    CHECK (desk.w->chapters().size() == 1);
    CHECK (desk.w->message().text == "Marked already: Chapter 1");
    actions::markLive (*desk.w, at (11));
    CHECK (desk.w->chapters().size() == 2);
    actions::markLive (*desk.w, at (-0.1)); // hosts begin a little before 0
    CHECK (desk.chapters() == "Chapter 3@0 Chapter 1@10 Chapter 2@11 ");
}

TEST_CASE ("Before the episode nothing is marked, and the window says so", "[session][host]")
{
    QuietHost desk;
    desk.w->hostTimeline().setEpisodeStart (at (60));
    desk.hostIs (true, 50);
    CHECK (desk.playhead() == 0);
    CHECK (run (*desk.w, "marker-here"));
    CHECK (desk.w->chapters().empty());
    CHECK (desk.w->message().grade == Message::Grade::warning);
    CHECK (desk.w->message().text.starts_with ("Not marked"));
    desk.hostIs (true, 59.8);
    CHECK (run (*desk.w, "marker-here"));
    CHECK (desk.chapters() == "Chapter 1@0 ");

    // While it stands, the place is the user's.
    desk.w->undo();
    desk.hostIs (false, 50);
    CHECK (run (*desk.w, "marker-here"));
    CHECK (desk.chapters() == "Chapter 1@0 ");
}

TEST_CASE ("Which chapter the next mark is for is known before it", "[session][host]")
{
    QuietHost desk;
    CHECK (actions::nextToMark (*desk.w) == nullptr);
    desk.chaptersAt ({ 0, 0, 0 });

    for (const auto* title : { "B", "C" })
    {
        REQUIRE (actions::nextToMark (*desk.w) != nullptr);
        CHECK (actions::nextToMark (*desk.w)->title == title);
        actions::markLive (*desk.w, desk.w->chapters().back().start + lasting (10));
        CHECK (desk.w->message().text == std::string ("Marked: ") + title);
    }

    CHECK (actions::nextToMark (*desk.w) == nullptr);
}

TEST_CASE ("Without audio from the host its time stands, which a mark says", "[session][host]")
{
    QuietHost desk;
    desk.hostIs (true, 30);
    desk.hostIs (false, 30, Source::silent);
    CHECK_FALSE (desk.w->playback().transport().playing);
    desk.w->playback().seek (at (20));
    desk.hostIs (false, 30, Source::silent);
    CHECK (desk.playhead() == 20);
    CHECK (run (*desk.w, "marker-here"));
    CHECK (desk.chapters() == "Chapter 1@20 ");
    CHECK (desk.w->message().grade == Message::Grade::warning);
    CHECK (desk.w->message().text.contains ("No audio comes from the host"));

    // Back again, where it was: the place stays the user's; elsewhere it is the host's.
    desk.hostIs (false, 30);
    CHECK (desk.playhead() == 20);
    desk.hostIs (true, 31);
    CHECK (desk.w->view().playhead == at (31));
}

} // namespace earmark::tests
