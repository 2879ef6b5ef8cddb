// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Formats/ReadLists.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Lists of times in Markdown.

namespace earmark
{

namespace
{

using namespace tests;

std::string urlsOf (std::string_view text)
{
    std::string urls;

    for (const auto& c : readLosingNothing (text).outline.chapters)
        urls += (c.link ? c.link->url : "-") + " ";

    return urls;
}

} // namespace

//======================================================================================================
// Markdown

TEST_CASE ("The time may be a link that only repeats it, and the label wins")
{
    CHECK (
        read ("- [0:00](#t=0:00) – Welcome\n- [1:12](#t=1:13) – The gauge\n- [1:02:03](#t=1:02:03) – Letters")
        == threeLines);
    CHECK (urlsOf ("- [0:00](#t=0:00) – Welcome\n- [1:12](#t=1:13) – The gauge") == "- - ");
}

TEST_CASE ("Behind a bold time the title ends where its own bold text does, if it begins with that")
{
    const auto first = [] (std::string_view line)
    {
        const auto reading =
            readLosingNothing (std::string (line) + "\n**1:12** The gauge\n**9:30** Letters\n");
        return reading.outline.chapters[0].title + "|" + reading.outline.chapters[0].summary;
    };

    CHECK (first ("**0:00 Welcome:** All aboard.") == "Welcome|All aboard.");
    CHECK (first ("**0:00** **Welcome** All aboard.") == "Welcome|All aboard.");
    CHECK (first ("**0:00** 🎬 **Welcome**") == "🎬 Welcome|");
    CHECK (first ("⏱ **[0:00 – 0:54]** — 🎬 **Welcome** All aboard.") == "🎬 Welcome|All aboard.");
    CHECK (first ("**0:00** Our guest **Ida** sings") == "Our guest Ida sings|");
    CHECK (first ("**0:00** 1. **Water**") == "1. Water|");
    CHECK (first ("**0:00** **Welcome** – All aboard.") == "Welcome|All aboard.");
    CHECK (first ("**0:00** **Docker** vs **Podman**") == "Docker vs Podman|");
    CHECK (first ("**0:00** **Ida** sings") == "Ida sings|");
    CHECK (first ("**0:00** **Rock**-Paper") == "Rock-Paper|");
    CHECK (first ("**0:00** **Welcome:** We meet **Ida** here.") == "Welcome|We meet Ida here.");
    CHECK (first ("**0:00** **1.** Water") == "1. Water|");
}

TEST_CASE ("An address in angle brackets at the end of a title is its link")
{
    constexpr std::string_view links = "- https://example.org/gauge - ";

    for (const auto& [before, after] : { std::pair { "00:00:00", " " },
                                         { "00:00:00.00", " " },
                                         { "0:00.000", "  " },
                                         { "00:00:00,000", "\u00A0" } })
    {
        const auto b = std::string (before), a = std::string (after);
        const auto text = b + a + "Welcome\n" + "1:12" + a + "The gauge <https://example.org/gauge>\n1:02:03"
                          + a + "Letters\n";
        CHECK (read (text) == threeLines);
        CHECK (urlsOf (text) == links);
    }

    CHECK (read ("Chapters\n00:00:00.000 Welcome\n00:01:12.000 The gauge <https://example.org/gauge>\n"
                 "01:02:03.000 Letters")
           == threeLines);
    CHECK (urlsOf ("Welcome 0:00\nThe gauge <https://example.org/gauge> 1:12\nLetters 1:02:03") == links);
    CHECK (urlsOf ("0:00 Welcome 1:12 The gauge <https://example.org/gauge> 1:02:03 Letters") == links);
    CHECK (
        urlsOf (
            "0:00 – 1:12\nWelcome\n1:12 – 3:00\nThe gauge <https://example.org/gauge>\n3:00 – 4:00\nLetters")
        == links);
    CHECK (urlsOf ("0:00 Welcome\n1:12 Write <mailto:keeper@example.org>") == "- mailto:keeper@example.org ");

    // Of a title that is nothing else, and of what is no address, nothing goes.
    CHECK (read ("0:00 <https://example.org/a>\n1:12 Array<Boat>\n2:00 The gauge <see https://example.org>")
           == "0:00 <https://example.org/a>, 1:12 Array<Boat>, 2:00 The gauge <see https://example.org>");
}

TEST_CASE ("The whole line may be a link, or the title, and its address is kept")
{
    CHECK (read ("[(0:00) Welcome](https://example.org/v?t=0s)  \n[(1:12) The "
                 "gauge](https://example.org/v?t=72s)  \n[(1:02:03) Letters](https://example.org/v?t=3723s)")
           == threeLines);
    CHECK (
        urlsOf (
            "[(0:00) Welcome](https://example.org/v?t=0s)\n[(1:12) The gauge](https://example.org/v?t=72s)")
        == "https://example.org/v?t=0s https://example.org/v?t=72s ");

    CHECK (read ("- Начало - *00:00:00*.\n- [Паром на батареях](https://example.org/a_(1)) - *00:12:39*.\n- "
                 "[Письма ](https://example.org/b) - *01:49:31*.")
           == "0:00 Начало, 12:39 Паром на батареях, 1:49:31 Письма");
    CHECK (urlsOf ("- Начало - *00:00:00*.\n- [Паром на батареях](https://example.org/a_(1)) - *00:12:39*.\n")
           == "- https://example.org/a_(1) ");
}

TEST_CASE ("The title of a link is the link's text, and an address holds no blanks")
{
    const auto reading =
        readLosingNothing ("0:00 [Welcome](https://example.org/a \"All about it\")\n"
                           "1:12 [The gauge](see below)\n"
                           "2:00 Bye\n\n[Mail](mailto:desk@example.org 'Write us')\n![Our boat](boat.png)\n");

    CHECK (reading.outline.chapters[0].link == Link { "https://example.org/a", "All about it" });
    CHECK (reading.outline.chapters[1].title == "[The gauge](see below)");
    CHECK_FALSE (reading.outline.chapters[1].link);
    CHECK (reading.outline.episode.description
           == "Mail (mailto:desk@example.org \"Write us\")\nOur boat (boat.png)");
}

TEST_CASE ("A second link of a chapter is told")
{
    const auto reading = readLosingNothing (
        "0:00 [Welcome](https://example.org/a) and [more](https://example.org/b)\n1:12 The gauge\n2:00 Bye");
    CHECK (reading.outline.chapters[0].title == "Welcome and more");
    CHECK (reading.outline.chapters[0].link->url == "https://example.org/a");
    CHECK (std::ranges::any_of (
        reading.notices,
        [] (const Notice& n) { return n.message.contains ("https://example.org/b") && n.where.line == 1; }));
}

TEST_CASE ("A picture on the line of a chapter is the chapter's")
{
    const auto reading =
        readLosingNothing ("0:00 ![](https://example.org/a.png) Welcome\n1:12 The gauge\n2:00 Bye");
    CHECK (reading.outline.chapters[0].title == "Welcome");
    CHECK (reading.outline.chapters[0].image == Image (LinkedImage { "https://example.org/a.png" }));
}

TEST_CASE ("Emphasis goes, and what only looks like it stays")
{
    CHECK (read ("**0:00** **Welcome**\n**1:12** *The gauge*\n**1:02:03** __Letters__") == threeLines);
    CHECK (read ("0:00 2**10 boats\n1:00 snake_case_name\n2:00 5 * 3 * 2")
           == "0:00 2**10 boats, 1:00 snake_case_name, 2:00 5 * 3 * 2");
}

TEST_CASE ("A table is a list, too")
{
    CHECK (read ("| Time | Title |\n|------|-------|\n| 0:00 | Welcome |\n| 1:12 | The gauge |\n| 1:02:03 | "
                 "Letters |\n")
           == threeLines);
    CHECK (read ("| # | Time | Title |\n|:--|:--:|--:|\n| 1 | 0:00 | Welcome |\n| 2 | 1:12 | The gauge |\n| "
                 "3 | 1:02:03 | Letters |\n")
           == threeLines);
}

TEST_CASE ("The head of a table is neither title nor description")
{
    for (const auto* table :
         { "| Time | Title |\n|------|-------|\n| 0:00 | Welcome |\n| 1:12 | The gauge |\n",
           "Time | Title\n:--|--:\n0:00 | Welcome\n1:12 | The gauge\n" })
    {
        const auto reading = readLosingNothing (table, "timestamps");
        CHECK (summaryOf (reading.outline.chapters) == "0:00 Welcome, 1:12 The gauge");
        CHECK (reading.outline.episode.show.empty());
        CHECK (reading.outline.episode.title.empty());
        CHECK (reading.outline.episode.description.empty());
        CHECK (hasNotice (reading, "The header of the table.", 1));
    }

    const auto titled = readLosingNothing (
        "# The Tide\n\n| Time | Title |\n|---|---|\n| 0:00 | Welcome |\n| 1:12 | The gauge |\n");
    CHECK (titled.outline.episode.title == "The Tide");
    CHECK (titled.outline.episode.description.empty());

    // A row with a time is a chapter wherever the bars and dashes stand.
    CHECK (read ("| 0:00 | Welcome |\n|---|---|\n| 1:12 | The gauge |\n") == "0:00 Welcome, 1:12 The gauge");
}

TEST_CASE ("The notes of a table are its chapters' summaries")
{
    const auto reading =
        readLosingNothing ("| Time | Title | Notes |\n|:--|--:|---|\n| 0:00 | Intro | first words |\n"
                           "| | Untimed | no time |\n| 1:00 | **Last** | and out |\n| 2:00 | Bye | |\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00 Intro, 1:00 Last, 2:00 Bye");
    CHECK (reading.outline.chapters[0].summary.starts_with ("first words"));
    CHECK (reading.outline.chapters[1].summary == "and out");
    CHECK (reading.outline.chapters[2].summary.empty());
    CHECK (reading.outline.episode.show.empty());
    CHECK (reading.outline.episode.title.empty());
    CHECK_FALSE (reading.outline.episode.description.contains ("Time"));

    // Other columns stay together.
    CHECK (read ("| Time | Who | What |\n|---|---|---|\n| 0:00 | Ann | Fog |\n| 1:00 | Ben | Tide |\n")
           == "0:00 Ann | Fog, 1:00 Ben | Tide");
}

TEST_CASE ("The cells of a table are what its head says")
{
    const auto reading = readLosingNothing (
        "| Start | End | Chapter | Summary |\n|---|---|---|---|\n| 0:00 | 1:12 | Welcome | Who we are |\n"
        "| 1:12 | 2:00 | The gauge | Read twice |\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:12 Welcome, 1:12-2:00 The gauge");
    CHECK (reading.outline.chapters[0].summary == "Who we are");

    const auto middle =
        readLosingNothing ("| Section | Time | Key points |\n|---|---|---|\n"
                           "| Welcome | 0:00 – 1:12 | Who we are |\n"
                           "| [The gauge](https://example.org/g) | 1:12 – 2:00 | Read twice |\n");
    CHECK (summaryOf (middle.outline.chapters) == "0:00-1:12 Welcome, 1:12-2:00 The gauge");
    CHECK (middle.outline.chapters[1].summary == "Read twice");
    REQUIRE (middle.outline.chapters[1].link);
    CHECK (middle.outline.chapters[1].link->url == "https://example.org/g");
}

TEST_CASE ("An escaped bar is part of its cell")
{
    const auto reading =
        readLosingNothing ("| Time | Title | Notes |\n|---|---|---|\n| 0:00 | Fog \\| Rain | wet |\n"
                           "| 1:12 | [Tide \\| Ebb](https://example.org) | salt \\| mud |\n"
                           "| 2:00 | Letters | either \\||\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Fog | Rain, 1:12 Tide | Ebb, 2:00 Letters");
    CHECK (reading.outline.chapters[0].summary == "wet");
    CHECK (reading.outline.chapters[1].summary == "salt | mud");
    CHECK (reading.outline.chapters[2].summary.starts_with ("either"));
}

TEST_CASE ("Escaped marks are what they stand for")
{
    CHECK (read ("\\[0:00\\] Welcome\n\\[1:12\\] The gauge\n\\[1:02:03\\] Letters") == threeLines);
    CHECK (read ("0:00 \\- Welcome\n1:12 \\- Q\\&A \\#3, a [fog \\[horn\\]](https://example.org)\n")
           == "0:00 Welcome, 1:12 Q&A #3, a fog [horn]");
    CHECK (read ("0:00 ¯\\_(ツ)_/¯ Fog\n1:12 C:\\Fog and fog\\_horn\n")
           == "0:00 ¯\\_(ツ)_/¯ Fog, 1:12 C:\\Fog and fog_horn");
}

TEST_CASE ("A list may be one of tasks, ticked or not")
{
    const auto reading =
        importOutline ("- [x] 0:00 Welcome\n- [X]  **1:12** – The gauge\n- [ ] 1:02:03 Letters", {});
    REQUIRE (reading);
    CHECK (summaryOf (reading->reading.outline.chapters) == threeLines);
}

TEST_CASE ("What sets text off as code says nothing")
{
    for (const std::string fence : { "```", "```text" })
    {
        const auto imported =
            importOutline (fence + "\n0:00 Welcome\n1:12 The gauge\n1:02:03 Letters\n```\n", {});
        REQUIRE (imported);
        CHECK (summaryOf (imported->reading.outline.chapters) == threeLines);
        CHECK (imported->reading.outline.episode == Episode {});
    }
}

} // namespace earmark
