// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Support/Chapters.h"
#include "Support/LoseNothing.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// What stands around the list: show, episode, description, front matter.

namespace earmark
{

namespace
{

using namespace tests;

//======================================================================================================
// Show and episode

std::string showAndTitle (std::string_view firstLine)
{
    const auto reading = readLosingNothing (
        std::string (firstLine) + "\nCHAPTERS\n- 0:00 – 0:48\nHello\nText.\n- 0:48 – 2:00\nBye\nText.\n");
    return reading.outline.episode.show + " / " + reading.outline.episode.title;
}

} // namespace

//======================================================================================================
// What surrounds the list

TEST_CASE ("Text behind the last chapter's body is the description, not its summary")
{
    const auto reading = readLosingNothing (pasted (threeChapters(), {})
                                            + "\n\nFollow us on the radio.\nMail: desk@example.org\n\n## "
                                              "Links\n- [Gauge](https://example.org/gauge)\n");

    CHECK (reading.outline.chapters == threeChapters());
    CHECK (reading.outline.episode.description
           == "Follow us on the radio.\nMail: desk@example.org\n\nLinks\nGauge (https://example.org/gauge)");
    CHECK (std::ranges::any_of (reading.notices,
                                [] (const Notice& n) { return n.message.contains ("description"); }));
}

TEST_CASE ("A transcript behind the list is another list, which can be asked for")
{
    auto text = std::string ("Harbour Lights PodcastThe Tide Comes Back\nCHAPTERS\n0:00 Welcome aboard\n1:12 "
                             "The tide gauge\n5:00 Letters\n9:00 Good-bye\n\nTranscript\n");

    for (const auto* time : { "0:00", "0:04", "0:09", "0:15", "0:21" })
        text += std::string (time) + " and so we said something at this point\n";

    const auto reading = readLosingNothing (text);
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 5:00 Letters, 9:00 Good-bye");
    REQUIRE (reading.questions.size() == 1);
    CHECK (reading.questions[0].id == "list");
    CHECK (reading.questions[0].choices.size() == 2);
    CHECK (hasWarning (reading));

    const auto second = readLosingNothing (text, {}, { .answers = { { "list", "2" } } });
    CHECK (second.outline.chapters.size() == 5);
    CHECK (second.outline.chapters[1].start == at ("0:04"));
}

TEST_CASE ("Front matter gives title and date where the text has none")
{
    const auto reading =
        readLosingNothing ("---\nnumber: 41\ntitle: \"The Tide Comes Back\"\ndate: "
                           "2031-05-04T16:40:04\n---\n\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");

    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (reading.outline.episode.date == "2031-05-04T16:40:04");
    CHECK (reading.outline.chapters.size() == 3);

    const auto toml = readLosingNothing ("+++\ntitle = \"Прилив 41\"\ndate = \"2031-05-04\"\n+++\n- Начало - "
                                         "*00:00:00*.\n- [Паром](https://example.org/a) - *00:12:39*.\n");
    CHECK (toml.outline.episode.title == "Прилив 41");
    CHECK (summaryOf (toml.outline.chapters) == "0:00 Начало, 12:39 Паром");
}

TEST_CASE ("A rule at the top is no front matter")
{
    const auto reading = readLosingNothing ("---\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");
    CHECK (reading.outline.chapters.size() == 3);
}

TEST_CASE ("A picture and a link in the header are not lost")
{
    const auto reading =
        readLosingNothing ("![](https://example.org/cover.jpg)\n\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");
    CHECK (reading.outline.episode.title.empty());

    const auto linked = readLosingNothing (
        "# [The Tide Comes Back](https://example.org/41)\n\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");
    CHECK (linked.outline.episode.title == "The Tide Comes Back");
    CHECK (hasNotice (linked, "https://example.org/41", 1));
}

TEST_CASE ("The name of a show is split off where the page glued it to the title")
{
    CHECK (showAndTitle ("Harbour Lights PodcastThe Tide Comes Back")
           == "Harbour Lights Podcast / The Tide Comes Back");
    CHECK (showAndTitle ("The Morning ShowFerries, Fog and Fish")
           == "The Morning Show / Ferries, Fog and Fish");
    CHECK (showAndTitle ("Coast RadioÖland bei Nacht") == "Coast Radio / Öland bei Nacht");
    CHECK (showAndTitle ("The YouTube Deal") == " / The YouTube Deal");
    CHECK (showAndTitle ("Why McDonald and iPhone matter") == " / Why McDonald and iPhone matter");
}

TEST_CASE ("The name of a show is split off at a separator")
{
    CHECK (showAndTitle ("Harbour Lights Podcast | The Tide Comes Back")
           == "Harbour Lights Podcast / The Tide Comes Back");
    CHECK (showAndTitle ("The Tide Comes Back - Harbour Lights Radio")
           == "Harbour Lights Radio / The Tide Comes Back");
    CHECK (showAndTitle ("The Tide Comes Back – a story") == " / The Tide Comes Back – a story");
    CHECK (showAndTitle ("Harbour Lights Podcast\nThe Tide Comes Back")
           == "Harbour Lights Podcast / The Tide Comes Back");
}

TEST_CASE ("The name of a show is split off in front of the episode's number")
{
    CHECK (showAndTitle ("Bright Corners – Episode 42: The Bridge 🎶")
           == "Bright Corners / Episode 42: The Bridge 🎶");
    CHECK (showAndTitle ("Bright CornersEp. 42 The Bridge") == "Bright Corners / Ep. 42 The Bridge");
    CHECK (showAndTitle ("Bright Corners | #42 The Bridge") == "Bright Corners / #42 The Bridge");
    CHECK (showAndTitle ("Nordlicht - Folge 7") == "Nordlicht / Folge 7");

    CHECK (showAndTitle ("Why the tide comes back – Episode 42")
           == " / Why the tide comes back – Episode 42");

    for (const auto* title : { "Episode 42 – The Bridge",
                               "Episode 42 | Ep. 43",
                               "The Bridge – 42 days",
                               "The Bridge – Chapter 42",
                               "The Bridge – Episode" })
        CHECK (showAndTitle (title) == std::string (" / ") + title);
}

TEST_CASE ("What lists and sections are called is neither show nor title")
{
    for (const std::string_view heading :
         { "Kapitelmarken",
           "Inhaltsverzeichnis",
           "Chapitres",
           "CAPÍTULOS DEL EPISODIO:",
           "Capítulos",
           "Capitoli",
           "Тайм-коды",
           "СОДЕРЖАНИЕ",
           "目次",
           "タイムスタンプ",
           "【时间轴】",
           "الفصول",
           "타임라인",
           "Timecodes",
           "Chapter markers",
           "Key moments",
           "Jump to",
           "In this video",
           "[TIMESTAMPS]",
           "⏰ TIMESTAMPS ⏰",
           "▬▬▬ Chapters ▬▬▬",
           "--- TIMESTAMPS ---",
           "Chapters 👇",
           "CHAPTERS (total 1:12:03)",
           "== Chapters ==",
           "Summary",
           "Transcript",
           "# Show notes",
           "Show notes\n## Chapters",
           "Time\nTopic",
           "Here are the chapters for your episode about the tide, with a time for each:" })
    {
        INFO (heading);
        const auto reading =
            readLosingNothing (std::string (heading) + "\n0:00 Welcome\n1:12 The gauge\n1:02:03 Letters");
        CHECK (summaryOf (reading.outline.chapters) == "0:00 Welcome, 1:12 The gauge, 1:02:03 Letters");
        CHECK (reading.outline.episode == Episode {});
        CHECK (hasNotice (reading, "head", 1));
    }
}

TEST_CASE ("A section's heading, a greeting and a sentence stay in the description")
{
    for (const std::string_view lines :
         { "Overview\nA talk on rope.", "Hi Bo,", "In this episode we talk about ropes." })
    {
        const auto reading = readLosingNothing (
            std::string (lines) + "\n\nChapters\n0:00 – 1:12\nWelcome\nText.\n1:12 – 2:00\nBye\nText.");
        CHECK (reading.outline.episode.title.empty());
        CHECK (reading.outline.episode.show.empty());
        CHECK (reading.outline.episode.description == lines);
    }

    const auto matter =
        readLosingNothing ("---\ntitle: The Tide\n---\n## Show notes\nOn rope.\n\n## Chapters\n"
                           "0:00 Welcome\n1:12 The gauge\n2:00 Bye\n");
    CHECK (matter.outline.episode.title == "The Tide");
}

TEST_CASE ("What stands before a bare number is asked about, and the answer is taken either way")
{
    const auto list = std::string ("\nCHAPTERS\n- 0:00 – 0:48\nHello\nText.\n- 0:48 – 2:00\nBye\nText.\n");
    const auto answered = [&] (std::string_view line, const std::string& answer)
    {
        const auto& episode =
            readLosingNothing (std::string (line) + list, {}, { .answers = { { "show", answer } } })
                .outline.episode;
        return episode.show + " / " + episode.title;
    };

    const auto likely = readLosingNothing ("Nordlicht – Folge 7" + list);
    REQUIRE (likely.questions.size() == 1);
    CHECK (likely.questions[0].id == "show");
    CHECK (likely.questions[0].defaultAnswer == "Nordlicht");
    CHECK (likely.questions[0].choices.empty());
    CHECK (answered ("Nordlicht – Folge 7", {}) == " / Nordlicht – Folge 7");
    CHECK (answered ("Nordlicht – Folge 7", "Nordlicht") == "Nordlicht / Folge 7");

    const auto unlikely = readLosingNothing ("Why the tide comes back – Episode 42" + list);
    REQUIRE (unlikely.questions.size() == 1);
    CHECK (unlikely.questions[0].defaultAnswer.empty());
    CHECK (answered ("All the tides we know – #7", "All the tides we know") == "All the tides we know / #7");

    CHECK (readLosingNothing ("Bright Corners – Episode 42: The Bridge" + list).questions.empty());
}

TEST_CASE ("A list's heading may begin with a pictogram")
{
    const auto reading = readLosingNothing (
        "The Bridge\n📌 Chapters\n0:00 – 0:48 Hello\n• Who is here\n0:48 – 2:00 Bye\n• Thanks\n");
    CHECK (reading.outline.episode.title == "The Bridge");
    CHECK (reading.outline.episode.description.empty());
    CHECK (hasNotice (reading, "the heading of the list", 2));
}

TEST_CASE ("A full stop makes no prose of a title")
{
    for (const auto* title :
         { "Dr. Quist explains the gauge", "Part 3. Fog", "Tide vs. Ferry", "No. 41", "The U.S. Coast" })
        CHECK (showAndTitle (title) == std::string (" / ") + title);

    const auto reading = readLosingNothing ("This is the story of a tide. It came back in May.\n0:00 – "
                                            "0:48\nHello\nText.\n0:48 – 2:00\nBye\nText.\n");
    CHECK (reading.outline.episode.title.empty());
    CHECK (reading.outline.episode.description == "This is the story of a tide. It came back in May.");
}

TEST_CASE ("A joint that may be a name is asked about, and the answer is taken")
{
    const std::string text = "Harbour LightsThe Tide Comes Back\nCHAPTERS\n- 0:00 – 0:48\nHello\nText.\n- "
                             "0:48 – 2:00\nBye\nText.\n";
    const auto reading = readLosingNothing (text);

    CHECK (reading.outline.episode.title == "Harbour LightsThe Tide Comes Back");
    REQUIRE (reading.questions.size() == 1);
    CHECK (reading.questions[0].id == "show");
    CHECK (reading.questions[0].choices == Points { "Harbour Lights" });

    const auto answered = readLosingNothing (text, {}, { .answers = { { "show", "Harbour Lights" } } });
    CHECK (answered.outline.episode.show == "Harbour Lights");
    CHECK (answered.outline.episode.title == "The Tide Comes Back");
}

} // namespace earmark
