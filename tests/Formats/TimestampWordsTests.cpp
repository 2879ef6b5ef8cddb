// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/ReadLists.h"

#include <catch2/catch_test_macros.hpp>

// Words and signs around the times of a list: labels, ranges, separators.

namespace earmark
{

namespace
{

using namespace tests;

/** Of a text whose words about times are no part of what is read. */
std::string chaptersOf (std::string_view text)
{
    INFO (text);
    const auto imported = importOutline (text, {});
    return imported ? summaryOf (imported->reading.outline.chapters) : "none";
}

} // namespace

TEST_CASE ("A label may stand before the time, in many languages")
{
    for (const std::string_view label : { "Min. ",
                                          "Minuto ",
                                          "ab ",
                                          "Ab ",
                                          "с ",
                                          "Tip #1 - ",
                                          "Q1: ",
                                          "Lesson 1: ",
                                          "Step 1 - ",
                                          "1.1 ",
                                          "Day 1: " })
        CHECK (chaptersOf (std::string (label) + "0:00 Welcome\n" + std::string (label) + "1:12 The gauge\n"
                           + std::string (label) + "1:02:03 Letters")
               == threeLines);
}

TEST_CASE ("What only begins like a word for times is a title, and parts of parts are chapters")
{
    CHECK (chaptersOf ("Capítulo 1 - 0:00\nCapítulo 2 - 1:12") == "0:00 Capítulo 1, 1:12 Capítulo 2");
    CHECK (chaptersOf ("Day 1 0:00\nDay 2 1:12\nDay 3 2:00") == "0:00 Day 1, 1:12 Day 2, 2:00 Day 3");
    CHECK (chaptersOf ("1. 0:00 Welcome\n1.1 0:30 Plan\n1.2 1:00 Crew\n2. 1:12 The gauge\n2.1 2:00 Scale\n")
           == "0:00 Welcome, 0:30 Plan, 1:00 Crew, 1:12 The gauge, 2:00 Scale");
}

TEST_CASE ("The first chapter may stand behind the heading of the list")
{
    CHECK (chaptersOf ("Timestamps: 0:00 Welcome\n1:12 The gauge\n1:02:03 Letters") == threeLines);
    CHECK (chaptersOf ("TIMESTAMPS: 0:00 Welcome 1:12 The gauge 1:02:03 Letters") == threeLines);
    CHECK (chaptersOf ("Kapitel: 0:00 Welcome\n1:12 The gauge\n1:02:03 Letters") == threeLines);
}

TEST_CASE ("The numbers of a word processor's list are no times")
{
    CHECK (chaptersOf ("1.\t0:00\tWelcome\n2.\t1:12\tThe gauge\n3.\t1:02:03\tLetters") == threeLines);
}

TEST_CASE ("A range may be written with words")
{
    constexpr auto wanted = "0:00-1:12 Welcome, 1:12-2:00 The gauge";
    CHECK (chaptersOf ("von 0:00 bis 1:12: Welcome\nvon 1:12 bis 2:00: The gauge") == wanted);
    CHECK (chaptersOf ("De 0:00 à 1:12 : Welcome\nDe 1:12 à 2:00 : The gauge") == wanted);
    CHECK (chaptersOf ("С 0:00 до 1:12 — Welcome\nС 1:12 до 2:00 — The gauge") == wanted);
    CHECK (chaptersOf ("0:00 hasta 1:12 Welcome\n1:12 hasta 2:00 The gauge") == wanted);
    CHECK (chaptersOf ("Welcome (von 0:00 bis 1:12)\nThe gauge (von 1:12 bis 2:00)") == wanted);
    CHECK (chaptersOf ("Welcome (ab 0:00)\nThe gauge [starts at 1:12]\nLetters (um 1:02:03)") == threeLines);
}

TEST_CASE ("Sentences and dates that begin like a label are no chapters")
{
    CHECK (chaptersOf ("von 9:00 bis 17:00 geöffnet") == "none");
    CHECK (chaptersOf ("Ab 19:00 Einlass\nAb 20:00 Konzert") == "none");
    CHECK (chaptersOf ("24.12 20:00 Konzert\n25.12 20:00 Konzert") == "none");
    CHECK (read ("0:00 Welcome\n1:12 The gauge\n1:02:03 Letters\n\nab 20:00 live") == threeLines);
}

TEST_CASE ("Brackets around the whole line are no part of its title")
{
    CHECK (read ("[0:00 Welcome]\n[1:12 The gauge]\n[1:02:03 Letters]") == threeLines);
    CHECK (read ("(0:00 - Welcome)\n(1:12 - Fog (and why))") == "0:00 Welcome, 1:12 Fog (and why)");
    CHECK (read ("(0:00) Welcome :)\n(1:12) The gauge") == "0:00 Welcome :), 1:12 The gauge");
}

TEST_CASE ("Arrows, strokes and rows of dashes are separators")
{
    for (const std::string_view sign : { " ➤ ", " ► ", " ➡️ ", " ▶️ ", " ⇒ ", " 丨 ", "——", " --- ", "から " })
        CHECK (chaptersOf ("0:00" + std::string (sign) + "Welcome\n1:12" + std::string (sign)
                           + "The gauge\n1:02:03" + std::string (sign) + "Letters")
               == threeLines);

    CHECK (chaptersOf ("0:00 Min. Welcome\n1:12 Min. The gauge\n1:02:03 Min. Letters") == threeLines);
}

TEST_CASE ("A title may be called one")
{
    CHECK (chaptersOf (
               "Timestamp: 0:00 | Title: Welcome\nTimestamp: 1:12 | Title: The gauge\nTimestamp: 1:02:03 | "
               "Title: Letters")
           == threeLines);
    CHECK (read ("0:00 Title: Fog\n1:12 Title: Tide") == "0:00 Title: Fog, 1:12 Title: Tide");
}

TEST_CASE ("The time may stand in brackets between title and text")
{
    constexpr auto wanted = "0:00-1:12 Welcome, 1:12-2:00 The gauge, 2:00-3:00 Letters";
    const auto reading =
        readLosingNothing ("- **Welcome (0:00 – 1:12):** Who we are.\n- **The gauge (1:12 – 2:00):** Read "
                           "twice.\n- **Letters (2:00 – 3:00):** Fog.");
    CHECK (summaryOf (reading.outline.chapters) == wanted);
    CHECK (reading.outline.chapters[1].summary == "Read twice.");

    CHECK (chaptersOf ("* **Welcome** ([0:00](https://example.org/v?t=0)): Who we are.\n* **The gauge** "
                       "([1:12](https://example.org/v?t=72)): Read twice.\n* **Letters of the 1980s** "
                       "([1:02:03](https://example.org/v?t=3723)): Fog.")
           == "0:00 Welcome, 1:12 The gauge, 1:02:03 Letters of the 1980s");
    CHECK (read ("Doors (18:00) at the hall\nConcert (19:00) on the quay\nBar (22:00) below") == "none");
    CHECK (read ("Fog (0:00) is told\nTide (1:12) is not") == "none");
}

TEST_CASE ("Times with characters for units or blanks in them are times in a list of such")
{
    CHECK (chaptersOf ("0分00秒 Welcome\n1分12秒 The gauge\n1時間2分3秒 Letters") == threeLines);
    CHECK (chaptersOf ("0 : 00 Welcome\n1 : 12 The gauge\n62 : 03 Letters") == threeLines);
}

TEST_CASE ("A length beside the start is no title where the title stands above")
{
    CHECK (chaptersOf ("Welcome\n0:00 · 1 min\nThe gauge\n1:12 · 60 min\nLetters\n1:02:03 · 9 min\n")
           == threeLines);
    CHECK (chaptersOf ("0:00 · 1 min\n1:12 · 60 min") == "0:00 1 min, 1:12 60 min");
}

} // namespace earmark
