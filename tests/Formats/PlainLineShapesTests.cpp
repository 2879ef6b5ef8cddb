// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>
#include <string>

// Lists of plain lines whose times, bullets, links or line ends have a shape of their own.

namespace earmark
{

using namespace tests;

namespace
{

OutlineReading readingOf (std::string_view text)
{
    INFO (text);
    return importOutline (text, {}).value().reading;
}

std::string chaptersOf (std::string_view text)
{
    INFO (text);
    const auto imported = importOutline (text, {});
    return imported ? summaryOf (imported->reading.outline.chapters) : "none";
}

bool says (const OutlineReading& reading, std::string_view message)
{
    return std::ranges::contains (reading.notices, message, &Notice::message);
}

std::vector<int> levelsOf (std::string_view text)
{
    std::vector<int> levels;

    for (const auto& chapter : readingOf (text).outline.chapters)
        levels.push_back (chapter.level);

    return levels;
}

constexpr std::string_view french = "2:30 Le phare, 14:05 La brume, 32:00 Les cordes, 1:02:00 Adieu";

} // namespace

//======================================================================================================
// Times in other styles

TEST_CASE ("The last number of a time may have no unit, and it is told")
{
    for (const std::string_view text :
         { "2 min 30 : Le phare\n14 min 05 : La brume\n32 min : Les cordes\n1 h 02 : Adieu\n",
           "2min30 Le phare\n14min05 La brume\n32min Les cordes\n1h02 Adieu\n",
           "- 2mn30 – Le phare\n- 14mn05 – La brume\n- 32mn – Les cordes\n- 1h02 – Adieu\n",
           "[2'30] Le phare\n[14'05] La brume\n[32'00] Les cordes\n[1h02] Adieu\n" })
    {
        CHECK (chaptersOf (text) == french);
        CHECK (says (readingOf (text),
                     "Times such as 1h02 and 2 min 30 were read as hours, minutes and seconds."));
    }

    CHECK (chaptersOf ("00h00 Le phare\n00h03 La brume\n1h02:10 Les cordes\n1h15’20 Adieu\n")
           == "0:00 Le phare, 3:00 La brume, 1:02:10 Les cordes, 1:15:20 Adieu");

    // A programme of the day.
    CHECK (chaptersOf ("9h00 Accueil\n10h30 Pause\n12h00 Repas\n") == "none");
}

TEST_CASE ("A list goes on with units below times with colons")
{
    CHECK (chaptersOf ("0:00 – Bonjour\n2 min 30 : Le phare\n14 min 05 : La brume\n32 min : Les cordes\n1 h "
                       "02 : Adieu\n")
           == "0:00 Bonjour, " + std::string (french));
    CHECK (chaptersOf ("0:00 Le phare\n45:10 La brume\n1h02:10 Les cordes\n1h15 Adieu\n")
           == "0:00 Le phare, 45:10 La brume, 1:02:10 Les cordes, 1:15:00 Adieu");

    // What is said of a chapter is no other one, and one time alone is told only.
    CHECK (chaptersOf ("0:00 Welcome\n1:12 The gauge\n5 minutes of silence\n17:45 Letters\n")
           == "0:00 Welcome, 1:12 The gauge, 17:45 Letters");
    const auto mistyped = readingOf ("0:00 Welcome\n1:12 The gauge\n1h02:15 Fog\n2:41:20 Letters\n");
    CHECK (mistyped.outline.chapters.size() == 3);
    CHECK (hasNotice (mistyped, "'1h02:15' may be meant", 3));

    // Units that are read as they stand need no word.
    CHECK_FALSE (hasWarning (readingOf ("0m00s Welcome\n1m12s The gauge\n1h02m03s Letters\n")));
}

TEST_CASE ("Times in other styles make a list among other text where they begin at zero")
{
    constexpr std::string_view wanted = "0:00 Welcome, 3:20 The gauge, 15:40 Letters";
    constexpr std::string_view list = "00.00 Welcome\n03.20 The gauge\n15.40 Letters\n";
    const auto text = std::format (
        "Mara and Ida talk about the tide.\n\n{}\nLinks:\nA book: https://example.org/a\nA song: "
        "https://example.org/b\n\nMusic: Ben\nSound: Ola\nText: Kim\n",
        list);
    CHECK (chaptersOf (text) == wanted);
    CHECK (readingOf (text).outline.episode.description.contains ("Mara and Ida talk"));
    CHECK (readingOf (text).outline.episode.description.contains ("Music: Ben"));

    for (const std::string_view same :
         { "✅ 00.00 Welcome\n✅ 03.20 The gauge\n✅ 15.40 Letters\n",
           "Welcome 0.00\nThe gauge 3.20\nLetters 15.40\n",
           "Welcome (0'00)\nThe gauge (3'20)\nLetters (15'40)\n",
           "1. 0'00\" Welcome\n2. 3'20\" The gauge\n3. 15'40\" Letters\n",
           "Price of the boat: 3.50 a day.\n\n00.00 Welcome\n03.20 The gauge\n15.40 Letters\n" })
        CHECK (chaptersOf (same) == wanted);

    constexpr std::string_view minutes = "0:00 Welcome, 3:00 The gauge, 1:02:00 Letters";

    for (const std::string_view same : { "0 Min.: Welcome\n3 Min.: The gauge\n62 Min.: Letters\n",
                                         "Minute 0: Welcome\nMinute 3: The gauge\nMinute 62: Letters\n",
                                         "Minuto 0: Welcome\nMinuto 3: The gauge\nMinuto 62: Letters\n",
                                         "0' Welcome\n3' The gauge\n62' Letters\n",
                                         "0 мин – Welcome\n3 мин – The gauge\n62 мин – Letters\n" })
        CHECK (chaptersOf (same) == minutes);
}

TEST_CASE ("Prices, versions and dates are no times of a list")
{
    CHECK (chaptersOf ("Tea 2.20\nSoup 3.40\nFish 8.50\n") == "none");
    CHECK (
        chaptersOf (
            "Our menu for tonight.\n2.20 Tea\n3.40 Soup\n8.50 Fish\nAll fresh.\nAsk us.\nPay here.\nBye.\n")
        == "none");
    CHECK (chaptersOf ("$0.00 Tea\n$1.20 Soup\n$8.50 Fish\n") == "none");
    CHECK (chaptersOf ("10.11.2024 Fog\n11.11.2024 Tide\n12.11.2024 Bells\n") == "none");
}

TEST_CASE ("Of times that count frames it is told why they are not read")
{
    const auto refused =
        importOutline ("00:00:00:00 - Welcome\n00:03:20:12 - The gauge\n00:15:40:00 - Letters\n", {});
    REQUIRE_FALSE (refused);
    CHECK (refused.error().message.contains ("count frames, such as 00:00:00:00"));
}

//======================================================================================================
// Bullets, lines and their ends

TEST_CASE ("Letters and Roman numbers are bullets in front of a time")
{
    constexpr std::string_view wanted = "0:00 Welcome, 3:20 The gauge, 5:00 Fog, 9:00 Tide, 15:40 Letters";

    for (const std::string_view text :
         { "1. 0:00 Welcome\n2. 3:20 The gauge\n   a. 5:00 Fog\n   b. 9:00 Tide\n3. 15:40 Letters\n",
           "1. 0:00 Welcome\n2. 3:20 The gauge\n   i) 5:00 Fog\n   ii) 9:00 Tide\n3. 15:40 Letters\n",
           "•\t0:00 Welcome\n•\t3:20 The gauge\no\t5:00 Fog\no\t9:00 Tide\n•\t15:40 Letters\n" })
    {
        CHECK (chaptersOf (text) == wanted);
        CHECK (levelsOf (text) == std::vector { 0, 0, 1, 1, 0 });
    }

    for (const std::string_view text : { "A) 0:00 Welcome\nB) 3:20 The gauge\nC) 15:40 Letters\n",
                                         "a. 0:00 Welcome\nb. 3:20 The gauge\nc. 15:40 Letters\n",
                                         "I. (0:00) Welcome\nII. (3:20) The gauge\nIII. (15:40) Letters\n" })
    {
        CHECK (chaptersOf (text) == "0:00 Welcome, 3:20 The gauge, 15:40 Letters");
        CHECK (levelsOf (text) == std::vector { 0, 0, 0 });
    }

    // Initials are part of the title.
    CHECK (chaptersOf ("0:00 Welcome\nA. Keeper opens.\n3:20 The gauge\n") == "0:00 Welcome, 3:20 The gauge");
    CHECK (readingOf ("0:00 Welcome\nA. Keeper opens.\n3:20 The gauge\n").outline.chapters[0].summary
           == "A. Keeper opens.");
}

TEST_CASE ("One line holds a list with times behind the titles")
{
    constexpr std::string_view wanted = "0:00 Welcome, 3:20 The gauge, 15:40 Fog, 1:02:10 Letters";

    for (const std::string_view text :
         { "Welcome (0:00), The gauge (3:20), Fog (15:40), Letters (1:02:10)",
           "Welcome: 0:00 • The gauge: 3:20 • Fog: 15:40 • Letters: 1:02:10",
           "Welcome (0:00) The gauge (3:20) Fog (15:40) Letters (1:02:10)",
           "Welcome 0:00 | The gauge 3:20 | Fog 15:40 | Letters 1:02:10",
           "Topics: Welcome [00:00], The gauge [03:20], Fog [15:40], Letters [1:02:10]",
           "Ida is here. Welcome - 0:00 The gauge - 3:20 Fog - 15:40 Letters - 1:02:10",
           "About tides.\n\nWelcome (0:00), The gauge (3:20), Fog (15:40), Letters "
           "(1:02:10)\n\nWrite to us.\n" })
        CHECK (chaptersOf (text) == wanted);

    CHECK (chaptersOf ("Part 1: Welcome (0:00), Part 2: The gauge (3:20), Part 3: Fog (15:40)")
           == "0:00 Part 1: Welcome, 3:20 Part 2: The gauge, 15:40 Part 3: Fog");

    // Times in a sentence.
    CHECK (chaptersOf ("The ferries leave 8:00, later 9:20 and last 15:40") == "none");
    CHECK (chaptersOf ("They stood 0:00, later 9:20 and then 15:40 when the bell rang") == "none");
}

TEST_CASE ("In one line, titles may have lost the blank behind them")
{
    CHECK (chaptersOf ("0:00 Welcome3:20 The gauge15:40 Fog1:02:10 Letters")
           == "0:00 Welcome, 3:20 The gauge, 15:40 Fog, 1:02:10 Letters");
    CHECK (chaptersOf ("0:00 Welcome to John3:16") == "0:00 Welcome to John3:16");
}

TEST_CASE ("A unit of minutes at all times is no word of the titles")
{
    CHECK (chaptersOf ("0:00 min Welcome\n3:20 min The gauge\n15:40 min Letters\n")
           == "0:00 Welcome, 3:20 The gauge, 15:40 Letters");
    CHECK (chaptersOf ("0:00 Velkommen\n3:20 min historie\n15:40 Breve\n")
           == "0:00 Velkommen, 3:20 min historie, 15:40 Breve");
}

TEST_CASE ("A backslash ends a line of Markdown, and three stars are an ornament")
{
    CHECK (chaptersOf ("0:00 Welcome\\\n3:20 The gauge\\\n15:40 Letters\n")
           == "0:00 Welcome, 3:20 The gauge, 15:40 Letters");
    CHECK (chaptersOf ("0:00 Welcome\n*** 3:20 AD BREAK ***\n15:40 Letters\n")
           == "0:00 Welcome, 3:20 AD BREAK, 15:40 Letters");
    CHECK (chaptersOf ("0:00 Welcome\n***3:20 The gauge***\n15:40 C:\\\n")
           == "0:00 Welcome, 3:20 The gauge, 15:40 C:\\");
}

TEST_CASE ("A blank beside the colon is told")
{
    const auto reading = readingOf ("0:00 Welcome\n3: 20 The gauge\n15 :40 Fog\n20:00 Letters\n");
    CHECK (hasNotice (reading, "'3: 20' may be meant as the time of a chapter", 2));
    CHECK (hasNotice (reading, "'15 :40' may be meant as the time of a chapter", 3));
}

//======================================================================================================
// Titles and ends

TEST_CASE ("An address at the end of a title is the chapter's link")
{
    for (const std::string_view line : { "The gauge: https://example.org/a",
                                         "The gauge – https://example.org/a",
                                         "The gauge | https://example.org/a",
                                         "The gauge (https://example.org/a)",
                                         "The gauge [https://example.org/a]",
                                         "The gauge https://example.org/a" })
    {
        const auto chapters =
            readingOf (std::format ("0:00 Welcome\n3:20 {}\n15:40 Letters\n", line)).outline.chapters;
        REQUIRE (chapters.size() == 3);
        CHECK (chapters[1].title == "The gauge");
        REQUIRE (chapters[1].link);
        CHECK (chapters[1].link->url == "https://example.org/a");
    }

    const auto titleOf = [] (std::string_view line)
    { return readingOf (std::format ("0:00 Welcome\n3:20 {}\n", line)).outline.chapters[1].title; };
    CHECK (titleOf ("https://example.org") == "https://example.org");
    CHECK (titleOf ("More at https://example.org") == "More at https://example.org");
    CHECK (titleOf ("Maps: https://example.org/a https://example.org/b")
           == "Maps: https://example.org/a https://example.org/b");
    CHECK (titleOf ("The page https://example.org/a_(fog)") == "The page");
}

TEST_CASE ("Hours in a title end no chapter")
{
    CHECK (chaptersOf ("0:00 Welcome\n15:40 3h of fog\n20:00 24h on the pier\n")
           == "0:00 Welcome, 15:40 3h of fog, 20:00 24h on the pier");
}

TEST_CASE ("Behind the first hour times may lack their seconds, and it is told")
{
    const auto reading =
        readingOf ("0:00 Welcome\n30:15 The gauge\n58:20 Fog\n1:05 Tide\n1:12 Bells\n1:30 Letters\n");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome, 30:15 The gauge, 58:20 Fog, 1:05:00 Tide, 1:12:00 Bells, 1:30:00 Letters");
    CHECK (hasNotice (
        reading,
        "'1:05' stands behind 58:20; from there on the times were read as hours and minutes, 1:05:00.",
        4));

    CHECK (chaptersOf ("0:00 Welcome\n\n58:20 Fog\n\n1:05:00 Tide\n\n1:12 Bells\n")
           == "0:00 Welcome, 58:20 Fog, 1:05:00 Tide, 1:12:00 Bells");

    // Far behind, before the hour has come, and behind a gap or text.
    for (const std::string_view text :
         { "0:00 Welcome\n46:15 The gauge\n50:20 Fog\n1:35 Tide\n",
           "0:00 Welcome\n5:15 The gauge\n20:20 Fog\n1:05 Tide\n",
           "0:00 Welcome\n30:15 The gauge\n58:20 Fog\n\n1:05 Tide\n1:12 Bells\n",
           "0:00 Welcome\n30:15 The gauge\n58:20 Fog\nIt falls.\n1:05 Tide\n" })
        CHECK_FALSE (chaptersOf (text).contains ("1:05:00"));
}

} // namespace earmark
