// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/ReadLists.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Lists of times with titles, line by line.

namespace earmark
{

using namespace tests;

//======================================================================================================
// How a line may look

TEST_CASE ("Anything may stand around a time in front of its title")
{
    for (const auto& [before, after] :
         { std::pair { "", " " }, { "", " - " },      { "", " – " },   { "", " — " },     { "(", ") " },
           { "[", "] " },         { "- ", " " },      { "• [", "] " }, { "⌚ ", " " },    { "", " | " },
           { "**", "** " },       { "*", "* " },      { "_", "_ " },   { "__", "__ " },   { "`", "` " },
           { "", ": " },          { "", ", " },       { "", ";" },     { "", "," },       { "", "\t" },
           { "", "\u00A0" },      { "", " ~ : " },    { "", " :: " },  { "", " => " },    { "", " → " },
           { "", " » " },         { "", "... " },     { "-", " " },    { "–", " " },      { "> ", " " },
           { "| ", " | " },       { "【", "】" },     { "（", "）" },  { "", "、" },      { "", "：" },
           { "＊", " " },         { "🎬", " - " },    { "### ", " " }, { "### [", "] " }, { "\u200E", " " },
           { "\uFEFF", " " },     { "- **", ":** " }, { "", " ─ " },   { "", "──" },      { "", " ▸ " },
           { "", "，" },          { "", "، " },       { "", "・" } })
    {
        const auto b = std::string (before), a = std::string (after);
        INFO ("with '" << b << "' and '" << a << "'");

        CHECK (read (b + "0:00" + a + "Welcome\n" + b + "1:12" + a + "The gauge\n" + b + "1:02:03" + a
                     + "Letters\n")
               == threeLines);
    }
}

TEST_CASE ("Numbering of any kind may stand before a time")
{
    CHECK (read ("1. 0:00 Welcome\n2. 1:12 The gauge\n3. 1:02:03 Letters") == threeLines);
    CHECK (read ("1) 0:00 Welcome\n2) 1:12 The gauge\n3) 1:02:03 Letters") == threeLines);
    CHECK (read ("#1 0:00 Welcome\n#2 1:12 The gauge\n#3 1:02:03 Letters") == threeLines);
    CHECK (read ("01 - 0:00 - Welcome\n02 - 1:12 - The gauge\n03 - 1:02:03 - Letters") == threeLines);
    CHECK (read ("Chapter 1: 0:00 Welcome\nChapter 2: 1:12 The gauge\nChapter 3: 1:02:03 Letters")
           == threeLines);
    CHECK (read ("Kapitel 1 (0:00) Welcome\nKapitel 2 (1:12) The gauge\nKapitel 3 (1:02:03) Letters")
           == threeLines);
    CHECK (read ("1. 0:00 Welcome\n1. 1:12 The gauge\n1. 1:02:03 Letters") == threeLines);
}

TEST_CASE ("A title keeps its own dashes, numbers and marks")
{
    CHECK (
        read ("0:00 - Quist - Tidal Song\n1:00 – 24\n2:00 99 boats\n3:00 ...and then\n4:00 \"Quoted\"\n5:00 "
              "What?! (live)\n6:00 C++ & .d.ts\n7:00 Array<Boat>\n8:00 `never`\n9:00 2:1 for us")
        == "0:00 Quist - Tidal Song, 1:00 24, 2:00 99 boats, 3:00 ...and then, 4:00 \"Quoted\", 5:00 What?! "
           "(live), 6:00 C++ & .d.ts, 7:00 Array<Boat>, 8:00 `never`, 9:00 2:1 for us");
}

TEST_CASE ("No blank needs to stand behind a time")
{
    CHECK (read ("0:00Welcome\n1:12The gauge\n1:02:03Letters") == threeLines);
    CHECK (read ("0:00-Welcome\n1:12-The gauge\n1:02:03-Letters") == threeLines);
}

TEST_CASE ("Two and three fields, leading zeros and many minutes mix")
{
    CHECK (read ("00:00 A\n59:50 B\n1:01:31 C\n62:30 D\n120:07 E")
           == "0:00 A, 59:50 B, 1:01:31 C, 1:02:30 D, 2:00:07 E");
    CHECK (read ("0:0:0 A\n0:7:52 B\n0:14:25 C") == "0:00 A, 7:52 B, 14:25 C");
    CHECK (read ("48:48:17 A\n49:00:00 B\n50:00:00 C") == "48:48:17 A, 49:00:00 B, 50:00:00 C");
}

TEST_CASE ("Fractions are kept")
{
    CHECK (read ("00:00:00.000 A\n00:17:02.148 B\n0:18:49,624 C") == "0:00 A, 17:02.148 B, 18:49.624 C");
}

TEST_CASE ("Times in letters make a list when one of them has two units")
{
    CHECK (read ("0m00s A\n1m12s B\n1h02m03s C") == "0:00 A, 1:12 B, 1:02:03 C");
    CHECK (read ("5m users joined\n10m of rope\n20s of silence") == "none");
}

TEST_CASE ("Ends on the line of the title")
{
    CHECK (read ("0:00 - 1:12 Welcome\n1:12 - 2:00 The gauge\n2:00 - 3:00 Letters")
           == "0:00-1:12 Welcome, 1:12-2:00 The gauge, 2:00-3:00 Letters");
    CHECK (read ("0:00 1:12 Welcome\n1:12 2:00 The gauge\n2:00 3:00 Letters")
           == "0:00-1:12 Welcome, 1:12-2:00 The gauge, 2:00-3:00 Letters");
    CHECK (read ("[0:00 to 1:12] Welcome\n[1:12 to 2:00] The gauge")
           == "0:00-1:12 Welcome, 1:12-2:00 The gauge");
    CHECK (read ("(0:00)–(1:12) Welcome\n(1:12)–(2:00) The gauge")
           == "0:00-1:12 Welcome, 1:12-2:00 The gauge");
}

TEST_CASE ("Blank lines between all entries do not matter")
{
    CHECK (read ("0:00 Welcome\n\n1:12  The gauge\n\n\n1:02:03   Letters") == threeLines);
}

//======================================================================================================
// Title first

TEST_CASE ("The time may stand last, with anything around it")
{
    for (const auto& [before, after] :
         { std::pair { " ", "" }, { " - ", "" },   { " – ", "" },    { " — ", "" }, { ": ", "" },
           { " (", ")" },         { " [", "]" },   { " - *", "*." }, { " … ", "" }, { " ..... ", "" },
           { "\t", "" },          { " @ ", "" },   { ", ", "" },     { " | ", "" }, { " → ", "" },
           { " ", " " },          { " 【", "】" }, { "：", "" },     { " • ", "" }, { " ─ ", "" },
           { " ｜ ", "" } })
    {
        const auto b = std::string (before), a = std::string (after);
        INFO ("with '" << b << "' and '" << a << "'");
        CHECK (read ("Welcome" + b + "0:00" + a + "\nThe gauge" + b + "1:12" + a + "\nLetters" + b + "1:02:03"
                     + a + "\n")
               == threeLines);
    }
}

TEST_CASE ("Ranges may stand last, too")
{
    CHECK (read ("Welcome [0:00 - 1:12]\nThe gauge [1:12 - 2:15]")
           == "0:00-1:12 Welcome, 1:12-2:15 The gauge");
    CHECK (read ("Welcome 0:00–1:12\nThe gauge 1:12–2:15") == "0:00-1:12 Welcome, 1:12-2:15 The gauge");
}

TEST_CASE ("A sentence may say where something starts")
{
    CHECK (read ("The gauge starts at [4:29](#t=4:29)\n\nLetters begins at [33:48](#t=33:48)\n\nGood-bye "
                 "starts at 1:02:03")
           == "4:29 The gauge, 33:48 Letters, 1:02:03 Good-bye");
}

// A label without another word is the title.
TEST_CASE ("Titles that are only a number or a part's name are titles")
{
    CHECK (read ("Start 0:00\nThe gauge 1:12\nLetters 1:02:03")
           == "0:00 Start, 1:12 The gauge, 1:02:03 Letters");
    CHECK (read ("Chapter 1 - 0:00\nChapter 2 - 1:12\nChapter 3 - 1:02:03")
           == "0:00 Chapter 1, 1:12 Chapter 2, 1:02:03 Chapter 3");
    CHECK (read ("Part One 0:00\nPart Two 1:12") == "0:00 Part One, 1:12 Part Two");
    CHECK (read ("Teil 1: 0:00\nTeil 2: 1:12") == "0:00 Teil 1, 1:12 Teil 2");
    CHECK (read ("Chapter 1: Welcome 0:00\nChapter 2: The gauge 1:12")
           == "0:00 Chapter 1: Welcome, 1:12 Chapter 2: The gauge");
    CHECK (read ("0:00 Chapter 1\n1:12 Chapter 2") == "0:00 Chapter 1, 1:12 Chapter 2");
}

//======================================================================================================
// Languages

TEST_CASE ("Titles of any script are read")
{
    CHECK (read ("00:24 لماذا نعود\n00:39 ما هي المنارة\n01:02:03 رسائل")
           == "0:24 لماذا نعود, 0:39 ما هي المنارة, 1:02:03 رسائل");
    CHECK (read ("\u200F0:00\u200F ברוכים הבאים\u200E\n\u202B1:12\u202C המדחום\n\u200F2:00 סוף")
           == "0:00 ברוכים הבאים, 1:12 המדחום, 2:00 סוף");
    CHECK (read ("المنارة 3:50\nالمرفأ 7:56\nالوداع  1:10:00")
           == "3:50 المنارة, 7:56 المرفأ, 1:10:00 الوداع");
    CHECK (read ("- 00:00 开场 · 潮水为什么回来了？\n- 01:34 海草（一）· 数一数\n- 10:09 结束")
           == "0:00 开场 · 潮水为什么回来了？, 1:34 海草（一）· 数一数, 10:09 结束");
    CHECK (read ("00:00　オープニング\n00:25　灯台（2回目）\n01:10:35 ~ : 手紙")
           == "0:00 オープニング, 0:25 灯台（2回目）, 1:10:35 手紙");
    CHECK (read ("０：００ はじめに\n１：１２ 灯台\n１：０２：０３ 手紙")
           == "0:00 はじめに, 1:12 灯台, 1:02:03 手紙");
    CHECK (read ("开场00:00\n灯塔01:34\n结束10:09") == "0:00 开场, 1:34 灯塔, 10:09 结束");
    CHECK (read ("0:00 Am Anfang\n1:12 Um Mitternacht\n13:20 PM oder AM")
           == "0:00 Am Anfang, 1:12 Um Mitternacht, 13:20 PM oder AM");
}

TEST_CASE ("A language that every title begins with is taken off and told")
{
    const auto reading = readLosingNothing ("Menu\n00:00:00.000 : en:Welcome\n00:01:12.500 : en:The gauge\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Welcome, 1:12.500 The gauge");
    CHECK (std::ranges::any_of (reading.notices,
                                [] (const Notice& n) { return n.message.contains ("language"); }));
    CHECK (read ("0:00 re:Welcome\n1:12 The gauge\n2:00 Bye") == "0:00 re:Welcome, 1:12 The gauge, 2:00 Bye");
}

//======================================================================================================
// No chapters

TEST_CASE ("Prose with times of day has no chapters")
{
    for (const std::string_view text :
         { "Meet at 10:30 today\nLunch at 12:00",
           "The boat leaves at 9:40 and comes back at 17:15.",
           "We met at 6:30AM at the pier.",
           "Published 2024-03-09T16:40:04\nNothing else.",
           "Doors open 19:00 Uhr\nBeginn 20:00 Uhr",
           "Call me between 1:30 PM and 2:45 PM.",
           "Read John 3:16 with me.",
           "A score of 3:1 and a ratio of 2:1.",
           "https://example.org/watch?t=1h2m3s\nhttps://example.org/33:40",
           "Version 5.19.1 fixes 2 bugs.",
           "No numbers at all.",
           "It ended\nafter a long night\nat 4:30",
           "The meeting by 10:30\nThe other until 11:30\nThe last since 12:30" })
    {
        INFO (text);
        const auto imported = importOutline (text, {});
        REQUIRE_FALSE (imported);
        CHECK (imported.error().kind == Error::Kind::empty);
        CHECK_FALSE (imported.error().message.empty());
    }
}

TEST_CASE ("One line can be a list when it begins at zero or is alone")
{
    CHECK (read ("0:00 All of it") == "0:00 All of it");
    CHECK (read ("Some text.\n0:00 All of it") == "0:00 All of it");
    CHECK (read ("12:30 Something") == "12:30 Something");
    CHECK (read ("Some text.\n12:30 Something\nMore text.") == "none");
}

TEST_CASE ("Lengths instead of starts are suspected")
{
    const auto reading =
        readLosingNothing ("3:59 Mercury\n4:10 Saturn\n3:20 Venus\n4:00 Jupiter\n2:50 Mars\n3:10 Earth\n");
    CHECK (std::ranges::any_of (
        reading.notices,
        [] (const Notice& n)
        { return n.grade == Notice::Grade::warning && n.message.contains ("lengths"); }));
}

//======================================================================================================
// Writing

TEST_CASE ("A list is written as all three platforms read it")
{
    const std::vector chapters { chapter ("0:00", "0:48", "Wel\ncome "),
                                 chapter ("0:48.5", "Gauge"),
                                 chapter ("1:02:03", "Letters") };
    CHECK (writeDocument (*findFormat ("timestamps"), { .episode = { .show = "S" }, .chapters = chapters })
           == "0:00 Wel come\n0:48.500 Gauge\n1:02:03 Letters\n");
}

} // namespace earmark
