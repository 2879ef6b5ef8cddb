// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/ReadLists.h"

#include <catch2/catch_test_macros.hpp>

// Lists with the time between a label and the title.

namespace earmark
{

using namespace tests;

TEST_CASE ("The time may stand between a label and the title, parted by signs")
{
    CHECK (read ("Chapter One - 0:00 - The beginning\nChapter Two - 4:10 - The middle")
           == "0:00 Chapter One - The beginning, 4:10 Chapter Two - The middle");
    CHECK (read ("Fog – 0:00 – with Ida\nTide – 4:10 – with Bo\nBells – 9:00 – alone")
           == "0:00 Fog – with Ida, 4:10 Tide – with Bo, 9:00 Bells – alone");
    CHECK (read ("Fog | [0:00] | with Ida\nTide | [4:10] | with Bo")
           == "0:00 Fog | with Ida, 4:10 Tide | with Bo");
    CHECK (read ("Fog -- 0:00 -- with Ida\nTide -- 4:10 -- with Bo")
           == "0:00 Fog -- with Ida, 4:10 Tide -- with Bo");
    CHECK (read ("- **Fog** · 0:00 · *with Ida*\n- **Tide** · 4:10 · *with Bo*")
           == "0:00 Fog · with Ida, 4:10 Tide · with Bo");
    CHECK (read ("| Fog | 0:00 | with Ida |\n| Tide | 4:10 | with Bo |")
           == "0:00 Fog | with Ida, 4:10 Tide | with Bo");
    CHECK (read ("Fog - 0:00 – 4:10 - with Ida\nTide - 4:10 – 9:00 - with Bo")
           == "0:00-4:10 Fog - with Ida, 4:10-9:00 Tide - with Bo");
}

TEST_CASE ("What only counts goes, as long as all labels of the list do")
{
    CHECK (read ("Part 1 | 0:00 | Welcome\nPart 2 | 1:12 | The gauge\nPart 3 | 1:02:03 | Letters")
           == threeLines);
    CHECK (read ("#1 – 00:00 – Welcome\n#2 – 01:12 – The gauge\n#3 – 1:02:03 – Letters") == threeLines);
    CHECK (read ("Prologue - 0:00 - Fog\nChapter 1 - 4:10 - Tide\nChapter 2 - 9:00 - Bells")
           == "0:00 Prologue - Fog, 4:10 Chapter 1 - Tide, 9:00 Chapter 2 - Bells");
    CHECK (read ("Chapter 1: 0:00 Fog\nChapter 2: 4:10 Tide\nEpilogue: 9:00 Bells")
           == "0:00 Chapter 1: Fog, 4:10 Chapter 2: Tide, 9:00 Epilogue: Bells");
}

TEST_CASE ("The name of a part needs no sign behind it")
{
    CHECK (read ("第1章 0:00 はじめに\n第2章 4:10 潮\n終章 10:00 手紙")
           == "0:00 第1章 はじめに, 4:10 第2章 潮, 10:00 終章 手紙");
    CHECK (read ("第一回【0:00】はじめに\n第十二回【4:10】潮") == "0:00 第一回 はじめに, 4:10 第十二回 潮");
    CHECK (read ("제1장 0:00 시작\n제2장 4:10 밀물\n에필로그 10:00 끝")
           == "0:00 제1장 시작, 4:10 제2장 밀물, 10:00 에필로그 끝");
    CHECK (read ("Chapter One: 0:00 Fog\nChapter Two: 4:10 Tide")
           == "0:00 Chapter One: Fog, 4:10 Chapter Two: Tide");
    CHECK (read ("Part II 0:00 Fog\nPart III 4:10 Tide") == "0:00 Part II Fog, 4:10 Part III Tide");
    CHECK (read ("EP3 0:00 Fog\nEP. 4 4:10 Tide\nEP 5 9:00 Bells")
           == "0:00 EP3 Fog, 4:10 EP. 4 Tide, 9:00 EP 5 Bells");
    CHECK (read ("Kapitel Eins (0:00) Nebel\nKapitel Zwei (4:10) Flut")
           == "0:00 Kapitel Eins Nebel, 4:10 Kapitel Zwei Flut");
}

TEST_CASE ("A line with its time first is a chapter among those with labels")
{
    CHECK (read ("0:00 Welcome\nChapter One - 4:10 - Fog\nChapter Two - 9:00 - Tide")
           == "0:00 Welcome, 4:10 Chapter One - Fog, 9:00 Chapter Two - Tide");
}

TEST_CASE ("Lists with labels have text around them and below each line")
{
    const auto reading = readLosingNothing ("# The Tide\n\nWe met at 10:30 in Oban.\n\n"
                                            "Fog - [0:00](#t=0) - [with "
                                            "Ida](https://example.org/ida)\nIt comes.\n- one horn\n"
                                            "Tide - [4:10](#t=250) - with Bo\nIt rises.\n- two bells\n"
                                            "Bells - [9:00](#t=540) - alone\nThey ring.\n- three\n",
                                            "outline");
    const auto& outline = reading.outline;
    CHECK (summaryOf (outline.chapters) == "0:00 Fog - with Ida, 4:10 Tide - with Bo, 9:00 Bells - alone");
    CHECK (outline.episode.title == "The Tide");
    CHECK (outline.chapters[0].link->url == "https://example.org/ida");
    CHECK (outline.chapters[1].summary == "It rises.");
    CHECK (outline.chapters[2].points == std::vector<std::string> { "three" });
}

TEST_CASE ("Sentences and timetables with a time between dashes are no lists")
{
    for (const std::string_view text :
         { "The train left - 10:30 - and nobody saw it.",
           "The train left - 0:00 - and nobody saw it.",
           "The train left - 10:30 - and nobody saw it.\nThe next - 11:15 - was late.\nThe last - 12:40 - "
           "was not.",
           "Bo ran it - 4:10 - on Sunday.\nIda ran it - 3:58 - a week later.\nAnn - 3:50 - beat them.",
           "The tide - 0:00 - turned.\nWe left at 1:30 and were back.\nIt was late - 2:10 - by then.\n"
           "Ida came at 3:00 with tea." })
        CHECK (read (text) == "none");

    // A list of another kind stays what it is.
    CHECK (
        read (
            "0:00 Welcome\n1:12 The gauge\n1:02:03 Letters\n\nThe train left - 1:10:30 - and nobody saw it.")
        == threeLines);
}

} // namespace earmark
