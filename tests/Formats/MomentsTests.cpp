// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Pastes.h"
#include "Formats/ReadLists.h"

// Lists of moments beside that of the chapters: quotes, clips, sponsors.

namespace earmark
{

using namespace tests;

namespace
{

constexpr std::string_view list = "0:00 Welcome\n1:12 The gauge\n17:45 Fog\n41:20 Letters\n";
constexpr std::string_view listed = "0:00 Welcome, 1:12 The gauge, 17:45 Fog, 41:20 Letters";

} // namespace

TEST_CASE ("A list of moments below a heading that says so is none of chapters, however short it is")
{
    for (const std::string heading : { "Quotes",
                                       "## Social clips",
                                       "🔥 **Best moments:**",
                                       "SPONSORS:",
                                       "Zitate",
                                       "Unsere Werbepartner:",
                                       "Citas destacadas" })
        for (const std::string moments :
             { "2:10 It hummed.\n", "2:10 It hummed.\n20:00 No egg.\n", "- 20:00 Salt\n- 40:10 Rope\n" })
        {
            CAPTURE (heading, moments);
            const auto reading = readLosingNothing (std::string (list) + "\n" + heading + "\n" + moments);
            CHECK (summaryOf (reading.outline.chapters) == listed);
            CHECK (hasNotice (reading, "is another list of times, not of chapters; list 2 can be chosen", 7));
            CHECK_FALSE (hasWarning (reading));
            REQUIRE (reading.questions.size() == 1);
            CHECK (reading.questions[0].defaultAnswer == "1");
            CHECK (reading.lines[6].kind == LineUse::Kind::episode);
        }

    const auto second = readLosingNothing (std::string (list) + "\nQuotes\n2:10 It hummed.\n20:00 No egg.\n",
                                           {},
                                           { .answers = { { "list", "2" } } });
    CHECK (summaryOf (second.outline.chapters) == "2:10 It hummed., 20:00 No egg.");
}

TEST_CASE (
    "Moments behind the last chapter's start are known by their heading where the chapters have one as well")
{
    CHECK (read ("Chapters\n" + std::string (list) + "\nQuotes\n42:00 It hummed.\n43:10 No egg.\n")
           == listed);
    CHECK (read (std::string (list) + "\nQuotes\n42:00 From the almanac\n43:10 From the song\n")
           == std::string (listed) + ", 42:00 From the almanac, 43:10 From the song");
}

TEST_CASE ("Moments below ranges with points are no chapters and end none")
{
    const auto reading =
        readLosingNothing ("## Outline\n\n**Welcome (0:00 – 1:12)**\n\n* the crew\n\n**Fog (1:12 – "
                           "17:45)**\n\n* three long\n\n---\n\n## "
                           "Key Quotes\n\n> \"It hummed.\" — Mara (1:02)\n\n> \"No egg.\" — Ida (14:20)\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:12 Welcome, 1:12-17:45 Fog");
    CHECK (reading.outline.chapters[1].points == Points { "three long" });
    CHECK (reading.outline.episode.description.contains ("\"It hummed.\" — Mara (1:02)"));
    CHECK_FALSE (hasWarning (reading));

    const auto withText =
        readLosingNothing ("0:00 Welcome\nAll aboard.\n1:12 The gauge\nIt rises.\n17:45 Fog\nIt "
                           "falls.\n\nSoundbites\n4:02 It hummed.\n19:30 No egg.\n");
    CHECK (summaryOf (withText.outline.chapters) == "0:00 Welcome, 1:12 The gauge, 17:45 Fog");
    CHECK (withText.outline.chapters[2].summary == "It falls.");
}

TEST_CASE ("Of lists in front of the chapters' none is taken for it")
{
    for (const std::string moments : { "Highlights:\n20:00 No egg.\n40:10 Rope\n",
                                       "Highlights:\n12:30 Salt\n20:00 No egg.\n40:10 Rope\n" })
    {
        CAPTURE (moments);
        const auto reading = readLosingNothing (moments + "\nChapters:\n" + std::string (list));
        CHECK (summaryOf (reading.outline.chapters) == listed);
        CHECK (reading.outline.episode.title.empty());
        CHECK (reading.outline.episode.description.starts_with ("Highlights:\n"));
        REQUIRE (reading.questions.size() == 1);
        CHECK (reading.questions[0].defaultAnswer == "2");
    }

    // By where it begins alone.
    CHECK (read ("12:30 Salt\n20:00 No egg.\n40:10 Rope\n\nAnd all of it\n" + std::string (list)) == listed);
}

TEST_CASE ("Two moments below a heading of whatever are another list where they stay behind the chapters")
{
    const auto reading =
        readLosingNothing (std::string (list) + "\nWhat we loved:\n1:30 It hummed.\n20:00 No egg.\n");
    CHECK (summaryOf (reading.outline.chapters) == listed);
    CHECK (hasNotice (reading, "Another list of 2 times is not among the chapters", 7));
}

TEST_CASE ("What lists of moments are called may be a chapter's title or a part of its text")
{
    CHECK (read ("Chapters\n\n0:00\nWelcome\n\n1:12\nSponsors\n\n17:45\nFog\n\n41:20\nQuotes\n\n42:00\nBye\n")
           == "0:00 Welcome, 1:12 Sponsors, 17:45 Fog, 41:20 Quotes, 42:00 Bye");
    CHECK (
        read (
            "Chapters\n\nWelcome\n0:00\nAll aboard.\n\nSponsors\n1:12\nSalt pays.\n\nFog\n17:45\nIt falls.\n")
        == "0:00 Welcome, 1:12 Sponsors, 17:45 Fog");
    CHECK (read ("## 0:00 Welcome\n\nHighlights:\n- one\n\n## 1:12 The gauge\n\nHighlights:\n- two\n\n## "
                 "17:45 Fog\n")
           == "0:00 Welcome, 1:12 The gauge, 17:45 Fog");
}

TEST_CASE ("Moments on one line, and the head of aligned columns, are not the episode's title")
{
    const auto reading = readLosingNothing ("Sponsors: Salt (2:30), Rope (20:10)\n\n" + std::string (list));
    CHECK (summaryOf (reading.outline.chapters) == listed);
    CHECK (reading.outline.episode.title.empty());
    CHECK (reading.outline.episode.description == "Sponsors: Salt (2:30), Rope (20:10)");
    CHECK (hasNotice (reading, "description", 1));

    const auto table =
        readLosingNothing ("Timestamp     Topic\n0:00          Welcome\n1:12          The gauge\n"
                           "1:02:03       Letters\n");
    CHECK (summaryOf (table.outline.chapters) == threeLines);
    CHECK (table.outline.episode.title.empty());
    CHECK (hasNotice (table, "The header of the table.", 1));

    CHECK (readLosingNothing ("Highlights\n" + std::string (list)).outline.episode.title.empty());
}

} // namespace earmark
