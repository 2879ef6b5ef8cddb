// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Pasted lists that might be read in more ways than one, and what a careful person makes of them.

namespace earmark
{

using namespace tests;

namespace
{

ImportedOutline import (std::string_view text)
{
    const auto imported = importOutline (text, {});
    REQUIRE (imported);
    return *imported;
}

std::string chaptersOf (std::string_view text)
{
    return summaryOf (import (text).reading.outline.chapters);
}

constexpr std::string_view expected = "0:00 Welcome, 0:54 The gauge, 1:02:03 Letters";

} // namespace

TEST_CASE ("Titles may stand above their times, with text behind the list")
{
    CHECK (chaptersOf ("Welcome\n0:00\nThe gauge\n0:54\nLetters\n1:02:03\n") == expected);
    CHECK (chaptersOf ("Harbour Lights\n\nWelcome\n0:00\nThe gauge\n0:54\nLetters\n1:02:03\n\nAbout us\nWe "
                       "like boats.\n")
           == expected);

    // Below them is the rule.
    CHECK (chaptersOf ("Harbour Lights\n0:00\nWelcome\n0:54\nThe gauge\n1:02:03\nLetters\n") == expected);
}

TEST_CASE ("A heading right behind the last points is none of them")
{
    const auto reading =
        import (
            "0:00 – 0:54\nWelcome\nAll aboard.\n- one\n- two\n0:54 – 1:30\nThe gauge\nIt rises.\n- three\n"
            "- four\nLinks\nhttps://example.org\n")
            .reading;
    const auto& last = reading.outline.chapters.back();
    CHECK (last.summary == "It rises.");
    CHECK (last.points == std::vector<std::string> { "three", "four" });
    CHECK (reading.outline.episode.description.contains ("Links"));
}

TEST_CASE ("A whole list may stand on one line, with ranges or without")
{
    CHECK (chaptersOf ("0:00 Welcome 0:54 The gauge 1:02:03 Letters") == expected);
    CHECK (chaptersOf ("0:00 – 0:54 Welcome 0:54 – 1:02:03 The gauge 1:02:03 – 1:10:00 Letters")
           == "0:00-0:54 Welcome, 0:54-1:02:03 The gauge, 1:02:03-1:10:00 Letters");
    CHECK (chaptersOf ("0:00 Welcome 0:54 The gauge\n1:02:03 Letters 1:04:00 End\n")
           == "0:00 Welcome, 0:54 The gauge, 1:02:03 Letters, 1:04:00 End");
}

TEST_CASE ("Tables of any separator and order are lists")
{
    CHECK (chaptersOf ("Title,Time\n\"Welcome\",0:00\n\"The gauge\",0:54\n\"Letters\",1:02:03\n")
           == expected);
    CHECK (chaptersOf ("Welcome,0:00\nThe gauge,0:54\nLetters,1:02:03\n") == expected);
    CHECK (chaptersOf ("0:00;Welcome\n0:54;The gauge\n1:02:03;Letters\n") == expected);
    CHECK (chaptersOf ("0:00\tWelcome\n0:54\tThe gauge\n1:02:03\tLetters\n") == expected);
    CHECK (chaptersOf ("| 0:00 | Welcome |\n| 0:54 | The gauge |\n| 1:02:03 | Letters |\n") == expected);
    CHECK (chaptersOf ("<ul><li>0:00 Welcome</li><li>0:54 The <b>gauge</b></li><li>1:02:03 Letters</li></ul>")
           == expected);
    CHECK (chaptersOf ("Welcome, all,0:00\nThe gauge,0:54\nLetters,1:02:03\n")
           == "0:00 Welcome, all, 0:54 The gauge, 1:02:03 Letters");
}

TEST_CASE ("Times in other styles are read where there are none in the common one, and said so")
{
    for (const auto* text : { "00.00 Welcome\n00.54 The gauge\n1.02.03 Letters\n",
                              "0'00 Welcome\n0'54\" The gauge\n62'03 Letters\n",
                              "0’00” Welcome\n0’54” The gauge\n62’03” Letters\n",
                              "0m Welcome\n54s The gauge\n1h 02m 3s Letters\n",
                              "- 0 min Welcome\n- 54 sec The gauge\n- 1 h 2 min 3 s Letters\n" })
    {
        INFO (text);
        const auto reading = import (text).reading;
        CHECK (summaryOf (reading.outline.chapters) == expected);
        CHECK (std::ranges::any_of (reading.notices,
                                    [] (const Notice& n) { return n.message.contains ("2.15"); }));
    }

    // Numbers that do not rise, or prices in prose, are no times.
    CHECK_FALSE (importOutline ("1.20 for bread\n1.10 for milk\n3.50 for fish\n", {}));
    CHECK_FALSE (importOutline ("We paid 1.20 and then 3.50.\nIt took 2 min to walk.\n", {}));
}

TEST_CASE ("Digits of other scripts are digits")
{
    CHECK (chaptersOf ("٠٠:٠٠ Welcome\n٠٠:٥٤ The gauge\n١:٠٢:٠٣ Letters\n") == expected);
    CHECK (chaptersOf ("۰۰:۰۰ Welcome\n۰۰:۵۴ The gauge\n۱:۰۲:۰۳ Letters\n") == expected);
    CHECK (chaptersOf ("०:०० Welcome\n०:५४ The gauge\n१:०२:०३ Letters\n") == expected);
}

TEST_CASE ("The name of a section is neither title, summary nor episode")
{
    const auto outline =
        import ("PART ONE: Fog\n0:00 Welcome\n0:54 The gauge\n\nPart II\n1:02:03 Letters\n").reading.outline;
    CHECK (summaryOf (outline.chapters) == expected);
    CHECK (outline.episode.title.empty());
    CHECK (std::ranges::all_of (outline.chapters, [] (const Chapter& c) { return c.summary.empty(); }));
    CHECK (outline.episode.description.contains ("PART ONE"));
}

TEST_CASE ("Of several headings between the times none is the episode's title")
{
    const auto episodeOf = [] (std::string_view above)
    {
        const auto outline =
            import (std::string (above) + "0:00 Welcome\n0:54 The gauge\n\n# Part Two\n1:02:03 Letters\n")
                .reading.outline;
        CHECK (summaryOf (outline.chapters) == expected);
        CHECK (outline.episode.show.empty());
        return outline.episode;
    };

    CHECK (episodeOf ("# Part One\n").title.empty());
    CHECK (episodeOf ("# Part One\n").description == "Part One\n\nPart Two");
    CHECK (episodeOf ("# Part One\nIn which fog comes\n\n").title.empty());
    CHECK (episodeOf ("# The Tide\n\n# Part One\n").title == "The Tide");
    CHECK (episodeOf ("# The Tide\n\n# Part One\n").description == "Part One\n\nPart Two");
}

TEST_CASE ("A line that begins with what looks like a time and is none is told")
{
    const auto textWith = [] (std::string_view line)
    {
        return "0:00 – 5:00\nWelcome\nAll aboard.\n" + std::string (line)
               + "\nThe bell\n1:30:00 – 1:40:00\nLetters\nIt rains.\n";
    };

    for (const auto* line : { "45:75 – 52:20",
                              "45:75",
                              "1;10;00 – 1:24:30",
                              "1;10;00 The bell",
                              "5;10 – 52:20",
                              "45.30 - 52:20",
                              "9:90 Kaputt",
                              "- [9:90] Kaputt",
                              "**1:2:75** Kaputt",
                              "９：９０ Kaputt" })
    {
        CAPTURE (line);
        const auto reading = import (textWith (line)).reading;
        CHECK (reading.outline.chapters.size() == 2);
        CHECK (hasNotice (reading, "looks like a time, but is none; the line was taken for text.", 4));
        CHECK (hasWarning (reading));
    }

    CHECK (hasNotice (import (textWith ("45:75 – 52:20")).reading, "'45:75' looks like", 4));

    // Scores, pictures, ratios, dates, prices, frames and rows
    for (const auto* line : { "3:2 in the end",
                              "16:9 for the pictures",
                              "98:76 in the last quarter",
                              "20:80 is the rule",
                              "24.12.98 was cold",
                              "9.90 for a ticket",
                              "10:20:75:12 on the tape",
                              "1;75;Fog",
                              "Psalm 9:90" })
    {
        CAPTURE (line);
        CHECK_FALSE (hasNotice (import (textWith (line)).reading, "looks like a time", 4));
    }
}

TEST_CASE ("An end that looks like a time and is none is left out")
{
    for (const auto* range :
         { "5:00 – 9:90", "5:00 – 9;50", "5:00-1;10;00", "[5:00 – 9:90]", "5:00 – 98:76" })
    {
        CAPTURE (range);
        const auto reading = import ("0:00 – 5:00\nWelcome\nAll aboard.\n" + std::string (range)
                                     + "\nThe gauge\nIt rises.\n10:00 – 12:00\nLetters\nFog.\n")
                                 .reading;
        CHECK (summaryOf (reading.outline.chapters)
               == "0:00-5:00 Welcome, 5:00 The gauge, 10:00-12:00 Letters");
        CHECK (reading.outline.chapters[1].summary == "It rises.");
        CHECK (hasNotice (reading, "looks like a time, but is none; the end was left out.", 4));
    }

    CHECK (chaptersOf ("0:00 – 5:00 Welcome\n5:00 – 9:90 The gauge\n10:00 – 12:00 Letters\n")
           == "0:00-5:00 Welcome, 5:00 The gauge, 10:00-12:00 Letters");

    // Scores and versions are titles.
    CHECK (chaptersOf ("0:00 Welcome\n5:00 – 98:76 against Oban\n9:00 – 1.20\n12:00 Bye\n")
           == "0:00 Welcome, 5:00 98:76 against Oban, 9:00 1.20, 12:00 Bye");
}

TEST_CASE ("Seconds of one digit behind hours are told, unless all is written so")
{
    const auto reading =
        import ("0:00:00 Welcome\n0:54:00 – 1:02:4 The gauge\n1:02:3 Letters\n1:10:00 Bye\n").reading;
    CHECK (hasNotice (reading, "'1:02:4' is read as 1:02:04.", 2));
    CHECK (hasNotice (reading, "'1:02:3' is read as 1:02:03.", 3));
    CHECK (reading.outline.chapters[2].start == at ("1:02:03"));

    CHECK_FALSE (
        hasNotice (import ("0:0:0 Welcome\n0:7:52 The gauge\n1:12:3 Letters\n").reading, "is read as", 3));
}

TEST_CASE ("Two short lines above an outline are the show and the episode")
{
    const auto outline =
        import (
            "Harbour Lights\nFog over the bar\n\n0:00 – 0:54\nWelcome\nAll aboard.\n0:54 – 2:00\nThe gauge\n"
            "It rises.\n")
            .reading.outline;
    CHECK (outline.episode.show == "Harbour Lights");
    CHECK (outline.episode.title == "Fog over the bar");
}

TEST_CASE ("A transcript behind the list is told and left out, and can be taken instead")
{
    constexpr std::string_view text =
        "0:00 Welcome\n0:54 The gauge\n1:02:03 Letters\n\nTranscript\n0:00 Keeper: Hello.\n"
        "0:04 Boat: Hello.\n0:08 Keeper: Fog today.\n";
    CHECK (chaptersOf (text) == expected);
    const auto other = importOutline (text, {}, { .answers = { { "list", "2" } } });
    REQUIRE (other);
    CHECK (other->reading.outline.chapters.size() == 3);
    CHECK (other->reading.outline.chapters[1].start == at ("0:04"));
}

TEST_CASE ("A list behind a megabyte of text is found")
{
    std::string text;

    while (text.size() < (1u << 20) + 1000)
        text += "Words about boats, and none of them a time.\n";

    CHECK (chaptersOf (text + "\n0:00 Welcome\n0:54 The gauge\n1:02:03 Letters\n") == expected);
}

} // namespace earmark
