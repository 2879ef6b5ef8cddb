// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Support/Chapters.h"
#include "Support/LoseNothing.h"
#include "Support/Printing.h"
#include "Support/Samples.h"

#include <catch2/catch_test_macros.hpp>

// Outlines of summary pages: a range, a title, a summary and points for each chapter.

namespace earmark
{

namespace
{

using namespace tests;

const ChapterFormat& detected (std::string_view text)
{
    const auto imported = importOutline (text, {});
    REQUIRE (imported);
    return *imported->format;
}

} // namespace

//======================================================================================================
// The main style, whole

TEST_CASE ("A pasted summary page is read whole")
{
    const auto text = sample ("outline/harbour-lights.txt");
    const auto reading = readLosingNothing (text);
    const auto& [episode, chapters] = reading.outline;

    CHECK (detected (text).id == "outline");
    CHECK (episode.show == "Harbour Lights Podcast");
    CHECK (episode.title
           == "The Tide Comes Back, Ferries Go Electric, Seagrass Math, Lighthouse Keeper Wanted");
    CHECK (episode.description.empty());
    CHECK_FALSE (hasWarning (reading));
    CHECK (reading.questions.empty());

    REQUIRE (chapters.size() == 6);
    CHECK (chapters[0].start == at ("0:00"));
    CHECK (chapters[0].end == at ("0:48"));
    CHECK (chapters[0].title
           == "A new crew: Ida Quist and Bo Lindqvist take the desk; what the season is about");
    CHECK (chapters[0].summary.starts_with ("Mara opens the season"));
    CHECK (chapters[0].summary.ends_with ("the tide gauge that made the news."));
    CHECK (chapters[0].points
           == Points { "Episode 41 kick-off and who sits where",
                       "Light banter about last year’s wrong forecasts (3 of 12)",
                       "Transition into the ‘tide comes back’ story" });

    // Times, ratios and versions inside texts stay there.
    CHECK (chapters[2].summary.contains ("At 22:10 the last boat leaves"));
    CHECK (chapters[2].points.back() == "Version 5.2 of the plan drops the night boat");

    CHECK (chapters[4].start == at ("59:50"));
    CHECK (chapters[4].end == at ("1:27:20"));
    CHECK (chapters[5].end == at ("1:41:42"));
    CHECK (chapters[5].points
           == Points { "Pay: room, coal, and 1,200 a month", "Next time: the bridge that opens twice" });

    for (std::size_t i = 0; i + 1 < chapters.size(); ++i)
        CHECK (chapters[i].end == chapters[i + 1].start);
}

TEST_CASE ("The heading of the list is told and dropped")
{
    CHECK (hasNotice (readLosingNothing (sample ("outline/harbour-lights.txt")), "heading", 2));
}

TEST_CASE ("Points that lost their bullets become part of the summary")
{
    const auto reading = readLosingNothing (pasted (threeChapters(), { .point = "" }));

    REQUIRE (reading.outline.chapters.size() == 3);
    CHECK (
        reading.outline.chapters[0].summary
        == "Mara opens the season, and promises fewer jingles.\nKick-off\nBanter about forecasts (3 of 12)");
    CHECK (reading.outline.chapters[2].summary.ends_with ("Three long, one short\nNo egg"));
}

TEST_CASE ("Points below few of the times are points")
{
    const std::string_view page =
        "Bright Corners – Episode 42: The Bridge\n\n✨ Summary\nAbout a bridge that sang.\n\n"
        "📌 Chapters\n0:00 – 0:49 👋 Welcome\n• Who is here\n• What comes\n\n"
        "0:50 – 1:45 The news\n1:46 – 3:44 The guest\n3:45 – 5:28 The night\n"
        "5:29 – 6:02 Letters\n\n🔗 Links\nhttps://example.org/bridge\n";
    CHECK (detected (page).id == "outline");

    const auto reading = readLosingNothing (page);
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00-0:49 👋 Welcome, 0:50-1:45 The news, 1:46-3:44 The guest, 3:45-5:28 The night, 5:29-6:02 "
              "Letters");
    CHECK (reading.outline.chapters[0].points == Points { "Who is here", "What comes" });
    CHECK (reading.outline.episode.show == "Bright Corners");
    CHECK (reading.outline.episode.description.starts_with ("✨ Summary\nAbout a bridge"));
    CHECK (reading.outline.episode.description.ends_with ("https://example.org/bridge"));
}

TEST_CASE ("A list's own bullets without times are no points")
{
    CHECK (detected ("- 0:00 Welcome\n- a song\n- 0:50 The news\n- 1:46 The guest\n- 3:45 The night\n").id
           == "timestamps");
    CHECK (detected ("- 0:00 Welcome\n  - who is here\n- 0:50 The news\n- 1:46 The guest\n- 3:45 Night\n").id
           == "outline");
    CHECK (detected ("0:00 Welcome\nA remark.\n0:50 The news\n• a point\n1:46 The guest\n3:45 Night\n5:00 "
                     "Letters\n")
               .id
           == "timestamps");
}

//======================================================================================================
// Relatives of the main style

TEST_CASE ("The title may stand on the line of its range")
{
    const auto reading = readLosingNothing ("# The Tide Comes Back\n\n"
                                            "00:00 – 01:00  Intro\n\n- Quick hello\n- Notes / timestamps:\n\n"
                                            "01:00 – 10:00  News Segment\n\n- Each brings one\n- Key "
                                            "points:\n    - Why now?\n    - What changed?\n\n"
                                            "10:00 – 12:00  Sponsor / Shout-out\n\n- Read text\n");

    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00-1:00 Intro, 1:00-10:00 News Segment, 10:00-12:00 Sponsor / Shout-out");
    CHECK (reading.outline.chapters[1].points
           == Points { "Each brings one", "Key points:", "Why now?", "What changed?" });
    CHECK (reading.outline.chapters[2].points == Points { "Read text" });
}

TEST_CASE ("A bold run is the title, and what follows the summary")
{
    const auto reading =
        readLosingNothing ("## Temas\n\n"
                           "- **[00:00:00] Introducción:** Por qué vuelve la marea.\n"
                           "- **[00:00:34] El puerto y la inferencia (MTP):** Tres medidores, uno roto.\n"
                           "- **[00:02:18] Cierre** – Hasta la próxima.\n");

    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Introducción, 0:34 El puerto y la inferencia (MTP), 2:18 Cierre");
    CHECK (reading.outline.chapters[0].summary == "Por qué vuelve la marea.");
    CHECK (reading.outline.chapters[1].summary == "Tres medidores, uno roto.");
    CHECK (reading.outline.chapters[2].summary.contains ("Hasta la próxima."));
}

TEST_CASE ("A range that is given twice is one range")
{
    const auto reading =
        readLosingNothing ("##### 🌊 **The gauge (00:00:00 - 00:02:35)** (00:00 - 02:35)\n- One\n- Two\n\n"
                           "##### ⛴ **The ferry (00:02:35 - 00:09:10)** (02:35 - 09:10)\n- Three\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-2:35 🌊 The gauge, 2:35-9:10 ⛴ The ferry");
    CHECK (reading.outline.chapters[0].points == Points { "One", "Two" });
    CHECK (reading.outline.chapters[1].points == Points { "Three" });
}

TEST_CASE ("Titles stand above their times in a copied chapter panel")
{
    const auto reading = readLosingNothing ("Welcome aboard\n0:00\nThe tide gauge\n1:12\nLetters\n1:02:03\n");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 1:02:03 Letters");

    const auto withHeading =
        readLosingNothing ("Chapters\n\nWelcome aboard\n0:00\n\nThe tide gauge\n1:12\n\nLetters\n1:02:03");
    CHECK (summaryOf (withHeading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 1:02:03 Letters");
}

TEST_CASE ("Titles stand below their times in the other kind of panel")
{
    const auto reading = readLosingNothing ("0:00\nWelcome aboard\n1:12\nThe tide gauge\n1:02:03\nLetters\n");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 1:02:03 Letters");
}

TEST_CASE ("Headings above times are titles, and what follows the time is the body")
{
    const auto reading =
        readLosingNothing ("# The Tide Comes Back\n\n## Welcome aboard\n0:00 – 1:12\nMara says hello.\n- "
                           "One\n\n## The tide gauge\n1:12 – 5:00\nIda explains.\n- Two\n");

    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:12 Welcome aboard, 1:12-5:00 The tide gauge");
    CHECK (reading.outline.chapters[0].summary == "Mara says hello.");
    CHECK (reading.outline.chapters[1].points == Points { "Two" });
}

TEST_CASE ("Lines that begin paragraphs above times are titles")
{
    const auto reading =
        readLosingNothing ("Welcome aboard\n0:00 – 1:12\nMara says hello.\n\nThe tide gauge\n1:12 – "
                           "5:00\nIda explains.\n\nGood-bye\n5:00 – 6:00\nThanks.\n");

    CHECK (summaryOf (reading.outline.chapters)
           == "0:00-1:12 Welcome aboard, 1:12-5:00 The tide gauge, 5:00-6:00 Good-bye");
    CHECK (reading.outline.chapters[0].summary == "Mara says hello.");
    CHECK (reading.outline.chapters[2].summary == "Thanks.");
}

TEST_CASE ("A point that begins with a time inside its range is a point")
{
    const auto reading = readLosingNothing ("0:00 – 5:00\nIntro\nMara opens.\n- 0:30 a joke\n- •2:10 "
                                            "another\n5:00 – 9:00\nTopic\nIda explains.\n- 6:00 the gauge\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-5:00 Intro, 5:00-9:00 Topic");
    CHECK (reading.outline.chapters[0].points == Points { "0:30 a joke", "2:10 another" });
    CHECK (reading.outline.chapters[1].points == Points { "6:00 the gauge" });
}

TEST_CASE ("Indented lines continue a point")
{
    const auto reading = readLosingNothing (
        "0:00 – 1:00\nHello\n- A long point\n  that goes on\n- Another\n1:00 – 2:00\nBye\n- Last\n");
    CHECK (reading.outline.chapters[0].points == Points { "A long point that goes on", "Another" });
}

TEST_CASE ("A summary of several lines keeps them")
{
    const auto reading = readLosingNothing (
        "0:00 – 1:00\nHello\nFirst paragraph.\nSecond paragraph.\n- P\n1:00 – 2:00\nBye\nThird.\n- Q\n");
    CHECK (reading.outline.chapters[0].summary == "First paragraph.\nSecond paragraph.");
}

TEST_CASE ("Only the last chapter may have a body, right below it")
{
    const auto reading =
        readLosingNothing ("0:00 – 1:00\nHello\n1:00 – 2:00\nBye\nThanks to all.\n- Credits\n");
    CHECK (reading.outline.chapters[1].summary == "Thanks to all.");
    CHECK (reading.outline.chapters[1].points == Points { "Credits" });
}

TEST_CASE ("A picture in a body is the chapter's")
{
    const auto reading = readLosingNothing (
        "0:00 – 1:00\nHello\n![](https://example.org/a.png)\nText.\n1:00 – 2:00\nBye\nText.\n");
    CHECK (reading.outline.chapters[0].image == Image (LinkedImage { "https://example.org/a.png" }));
    CHECK (reading.outline.chapters[0].summary == "Text.");
}

//======================================================================================================
// Odd ranges

TEST_CASE ("A range that does not rise keeps its start and says so")
{
    const auto reading = readLosingNothing (
        "- 0:00 – 0:48\nHello\nText.\n- 0:48 – 0:30\nTurned round\nText.\n- 2:00 – 2:00\nEmpty\nText.\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-0:48 Hello, 0:48 Turned round, 2:00 Empty");
    CHECK (hasNotice (reading, "end", 4));
    CHECK (hasNotice (reading, "end", 7));
}

TEST_CASE ("Overlaps and equal starts are kept and told")
{
    const auto reading = readLosingNothing (
        "- 0:00 – 1:30\nHello\nText.\n- 1:00 – 2:00\nTwo\nText.\n- 1:00 – 3:00\nThree\nText.\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:30 Hello, 1:00-2:00 Two, 1:00-3:00 Three");
    CHECK (hasNotice (reading, "after the next one begins", 1));
    CHECK (hasNotice (reading, "Two chapters begin", 7));
}

TEST_CASE ("Chapters out of order are sorted, with a warning")
{
    const auto reading = readLosingNothing ("5:00 Late\n0:00 Early\n9:00 Last\n2:00 Middle\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Early, 2:00 Middle, 5:00 Late, 9:00 Last");
    CHECK (hasWarning (reading));
}

TEST_CASE ("A chapter without a title is kept and told")
{
    const auto reading = readLosingNothing ("- 0:00 – 0:48\nHello\n- 0:48 – 2:00\n- 2:00 – 3:00\nBye\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-0:48 Hello, 0:48-2:00, 2:00-3:00 Bye");
    CHECK (hasNotice (reading, "no title", 3));
}

//======================================================================================================
// Writing

TEST_CASE ("An outline is written as the main style")
{
    Outline outline { .episode = { .show = "Harbour Lights Podcast", .title = "The Tide\nComes Back" },
                      .chapters = threeChapters() };
    outline.chapters.push_back (chapter ("1:27:20.5", "Open  end"));

    CHECK (writeDocument (*findFormat ("outline"), outline)
           == "Harbour Lights Podcast | The Tide Comes Back\n\nCHAPTERS\n"
              "- 0:00 – 0:48\nA new crew: who sits where\nMara opens the season, and promises fewer "
              "jingles.\n- •Kick-off\n- •Banter about forecasts (3 of 12)\n"
              "- 0:48 – 59:50\nThe tide gauge—“read twice”\nIda explains the gauges. Up at 5.30 to look.\n- "
              "•They disagree by ~40 cm\n"
              "- 59:50 – 1:27:20\nLetters: fog, knots\nThe longest letter is from a keeper’s daughter.\n- "
              "•Three long, one short\n- •No egg\n"
              "- 1:27:20.500\nOpen end\n");
}

TEST_CASE ("An end that the written times cannot tell from the start is not written")
{
    const Outline outline { .episode = {},
                            .chapters = { chapter ("0:00", "0:00", "a"),
                                          { .start = at ("0:05"),
                                            .end = Position::fromNanoseconds (5'000'000'400),
                                            .title = "b" } } };
    CHECK (writeDocument (*findFormat ("outline"), outline) == "CHAPTERS\n- 0:00\na\n- 0:05\nb\n");
}

} // namespace earmark
