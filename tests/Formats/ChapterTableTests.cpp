// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ReadTables.h"

#include <string>
#include <utility>

// What the columns of anybody's table are taken for, by their headings or their cells.

namespace earmark
{

using namespace tests;

TEST_CASE ("A column that only counts gives way to one that holds the titles or the starts")
{
    constexpr std::string_view expected = "0:00 Tide | 1:30 Fog | 12:05 Letters";

    for (const auto* table :
         { "Chapter,Start,Title\n1,00:00:00,Tide\n2,00:01:30,Fog\n3,00:12:05,Letters\n",
           "Kapitel;Start;Titel\n1;0:00;Tide\n2;1:30;Fog\n3;12:05;Letters\n",
           "Position,Start Time,Title\n1,0:00:00,Tide\n2,0:01:30,Fog\n3,0:12:05,Letters\n",
           "Chapter #,Chapter Title,Start Time\n1,Tide,0:00\n2,Fog,1:30\n3,Letters,12:05\n",
           "Marker,Time,Name\nM1,0:00.000,Tide\nM2,1:30.000,Fog\nM3,12:05.000,Letters\n",
           "Chapter,Title,Start\nChapter 1,Tide,0:00\nChapter 2,Fog,1:30\nChapter 3,Letters,12:05\n",
           "Title,Start,Chapter\n,0:00,Tide\n,1:30,Fog\n,12:05,Letters\n",
           "Chapter,Start,Name\nTide,0:00,Ann\nFog,1:30,Bob\nLetters,12:05,Ann\n" })
    {
        CAPTURE (table);
        CHECK (tableOf (table) == expected);
    }

    CHECK (tableOf ("Position,Title,Length\n1,Tide,1:30\n2,Fog,10:35\n")
           == "0:00 – 1:30 Tide | 1:30 – 12:05 Fog");
}

TEST_CASE ("Headings are known in more languages, in any case and with the form of their times")
{
    constexpr std::string_view expected = "0:00 – 1:30 Tide | 1:30 – 12:05 Fog";

    for (const auto* headings : { "Von;Bis;Titel",
                                  "DÉBUT;FIN;CHAPITRE",
                                  "In\u00EDcio;Fim;T\u00EDtulo",
                                  "Starttijd;Eindtijd;Hoofdstuk",
                                  "Inizio;Fine;Capitolo",
                                  "НАЧАЛО;Конец;Название",
                                  "開始;終了;タイトル",
                                  "시작;종료;제목",
                                  "Heure;Fin;Chapitre",
                                  "Hora;Fim;Capítulo",
                                  "Czas;Koniec;Tytuł",
                                  "Başlangıç;Bitiş;Başlık",
                                  "Таймкод;Конец;Тема",
                                  "开始时间;结束时间;章节",
                                  "Start TC;End TC;Name",
                                  "Timecode In;Timecode Out;Marker",
                                  "Start (hh:mm:ss);End [mm:ss.fff];Title" })
    {
        CAPTURE (headings);
        CHECK (tableOf (std::string (headings) + "\n0:00;1:30;Tide\n1:30;12:05;Fog\n") == expected);
    }

    // Hours and minutes are no times of an audio.
    CHECK (tableOf ("Aired (hh:mm),Start,Title\n18:00,0:00,Tide\n18:01,1:30,Fog\n")
           == "0:00 Tide | 1:30 Fog");
}

TEST_CASE ("Lengths are known in more languages, where the cells alone would pass for ends")
{
    for (const auto* headings : { "开始,标题,时长",
                                  "開始,標題,時長",
                                  "開始,タイトル,長さ",
                                  "Начало,Название,Продолжительность",
                                  "시작,제목,길이",
                                  "Tid,Rubrik,Längd",
                                  "Zaman,Konu,Süre" })
    {
        CAPTURE (headings);
        CHECK (tableOf (std::string (headings) + "\n0:00,Tide,1:30\n1:30,Fog,10:35\n")
               == "0:00 – 1:30 Tide | 1:30 – 12:05 Fog");
    }
}

TEST_CASE ("Below a heading for hours or minutes are clock times, for their numbers have no seconds")
{
    CHECK (tableOf ("Minuto,Tema\n0:00,Tide\n1:30,Fog\n") == "0:00 Tide | 1:30 Fog");
    CHECK_FALSE (importOutline ("Minuto,Tema\n0,Tide\n3,Fog\n7,Oil\n", {}));
    CHECK (tableOf ("Hora,Minuto,Segundo,Tema\n0,0,0,Tide\n0,1,30,Fog\n1,2,3,Oil\n")
           == "0:00 Tide | 1:30 Fog | 1:02:03 Oil");
}

TEST_CASE ("In LibriVox's tables the time is the length of a section")
{
    CHECK (tableOf ("Section\tChapter\tReader\tTime\n01\tThe Tide\tAnn\t0:01:30\n02\tThe "
                    "Fog\tBen\t0:10:35\n03\tThe Oil\tAnn\t0:00:40\n")
           == "0:00 – 1:30 The Tide | 1:30 – 12:05 The Fog | 12:05 – 12:45 The Oil");
}

TEST_CASE ("Cells that tabs divide are no part of a title")
{
    CHECK (tableOf ("Play 01\tThe Tide\tAnn\t0:00\nPlay 02\tThe Fog\tBen\t1:30\n")
           == "0:00 The Tide | 1:30 The Fog");
    CHECK (tableOf ("I\tTide\t0:00\nFog\t1:30\nOil\t12:05\n") == "0:00 I Tide | 1:30 Fog | 12:05 Oil");
}

TEST_CASE ("Pairs of a time and a title are a table where a program has written them")
{
    CHECK (tableOf ("\"0:00\",\"Tide\"\n\"1:30\",\"Fog\"\n") == "0:00 Tide | 1:30 Fog");
    CHECK (tableOf ("0:00,Tide\n1:30,\"Fog, thick\"\n12:05,\"The \"\"Oil\"\"\"\n")
           == "0:00 Tide | 1:30 Fog, thick | 12:05 The \"Oil\"");
    CHECK (tableOf ("12:00:00 AM\tTide\n12:01:30 AM\tFog\n1:02:03 AM\tOil\n")
           == "0:00 Tide | 1:30 Fog | 1:02:03 Oil");

    CHECK (tableOf ("0:00,Tide\n1:30,\"Fog\"\n") == "none");
    CHECK (tableOf ("0:00, \"Tide\", low\n1:30, \"Fog\", thick\n") == "none");
}

TEST_CASE ("Starts of a table, many of which fall, may be lengths")
{
    constexpr std::string_view doubt = "are they the lengths of the parts, not their starts?";
    CHECK (tells (readTable ("Credits\t0:25\nTide\t12:10\nFog\t32:50\nOil\t28:14\nRope\t19:48\n"), doubt));
    CHECK (tells (readTable ("Title,Time\nTide,12:10\nFog,2:50\nOil,28:14\nRope,19:48\n"), doubt));
    CHECK_FALSE (tells (readTable ("Title,Time\nTide,0:00\nFog,2:50\nRope,19:48\nOil,18:14\n"), doubt));
    CHECK_FALSE (tells (readTable ("Title,Length\nTide,12:10\nFog,2:50\nOil,28:14\nRope,19:48\n"), doubt));
}

TEST_CASE ("Below headings that do not name the times, the cells tell, and the headings what they can")
{
    CHECK (tableOf ("Wann;Was;Link;Titel\n0:00;a longer text than the "
                    "title;;Tide\n1:30;b;https://example.org/f;Fog\n")
           == "0:00 Tide | 1:30 Fog <https://example.org/f>");
    CHECK (tableOf ("Titel,Wann\n\"Tide, low\",0:00\nFog,1:30\n") == "0:00 Tide, low | 1:30 Fog");
    CHECK (
        tableOf ("Pocz\u0105tek;Koniec;Rozdzia\u0142\n0:00;1:30;Tide\n1:30;12:05;Fog\n12:05;30:00;Letters\n")
        == "0:00 – 1:30 Tide | 1:30 – 12:05 Fog | 12:05 – 30:00 Letters");

    const auto noted = readTable ("Wann;Titel;Notes\n0:00;Tide;How it turns\n1:30;Fog;\n");
    CHECK (noted.outline.chapters[0].summary == "How it turns");
}

TEST_CASE ("The heading of the titles may be any word beside one that is known")
{
    for (const auto* heading : { "Bezeichnung", "Station" })
    {
        const auto reading = readTable (std::format (
            "#;{};Zeit;Dauer\n1;Tide;0:00;1:12\n2;No. 34;1:12;8:00\n3;Bells;9:12;0:48\n", heading));
        CHECK (summaryOf (reading.outline.chapters) == "0:00-1:12 Tide, 1:12-9:12 No. 34, 9:12-10:00 Bells");
    }
}

TEST_CASE ("What only marks the rows is no title where notes are named")
{
    CHECK (listOf (readTable ("Position,Comment,Color\n0:00,Intro,FF0000\n1:12,Fog,00FF00\n"))
           == "0:00 Intro | 1:12 Fog");
    CHECK (listOf (readTable ("Timecode,Notes,Status\n0:00,Intro,ok\n1:12,Fog,ok\n"))
           == "0:00 Intro | 1:12 Fog");

    CHECK (
        listOf (readTable ("Start,End,Speaker\n0:00,1:00,Ann\n1:00,2:00,Bob\n2:00,3:00,Ann\n3:00,4:00,Bob\n"))
        == "0:00 Ann | 1:00 Bob | 2:00 Ann | 3:00 Bob");

    const auto both = readTable ("Start,Was,Notes\n0:00,Flut,How it turns\n1:12,Nebel,Why it stays\n");
    CHECK (listOf (both) == "0:00 Flut | 1:12 Nebel");
    CHECK (both.outline.chapters[0].summary == "How it turns");
}

TEST_CASE ("Rows above the headings are the episode's title, or told")
{
    const auto reading = readTable (
        "Chapters of episode 12;;;\nBy;Ann;;\n;;;\nStart;End;Title;Link\n0:00;1:30;Tide;\n1:30;12:05;Fog;\n");
    CHECK (listOf (reading) == "0:00 Tide | 1:30 Fog");
    CHECK (reading.outline.chapters[0].end == at ("1:30"));
    CHECK (reading.outline.episode.title == "Chapters of episode 12");
    CHECK (tells (reading, "'By;Ann;;' stands above the headings of the table; it was left out."));

    // Below a row with a time there are no headings.
    CHECK (tableOf ("Tide,0:00\nTitle,Start\nFog,1:30\n") == "none");
}

TEST_CASE ("Without headings the last column may hold the ends, or the starts behind the rows' numbers")
{
    constexpr std::string_view ended = "0:00 – 1:30 Tide | 1:30 – 12:05 Fog";

    for (const auto* table : { "Tide;00:00:00;00:01:30\nFog;00:01:30;00:12:05\n",
                               "Tide\t0:00\t1:30\nFog\t1:30\t12:05\n",
                               "1,Tide,0:00,1:30\n2,Fog,1:30,12:05\n",
                               "0:00,Tide,1:30\n1:30,Fog,12:05\n",
                               "0:00;1:30;Tide\n1:30;12:05;Fog\n" })
    {
        CAPTURE (table);
        CHECK (tableOf (table) == ended);
    }

    CHECK (tableOf ("1;Tide;0:00\n2;Fog;1:30\n3;Letters;12:05\n") == "0:00 Tide | 1:30 Fog | 12:05 Letters");

    // What nobody has quoted is a title.
    CHECK (tableOf ("1984, fog,0:00\n1985, rain,1:30\n") == "0:00 1984, fog | 1:30 1985, rain");
    CHECK (tableOf ("Tide, low,0:00\nFog, thick,1:30\n") == "0:00 Tide, low | 1:30 Fog, thick");
    CHECK (tableOf ("Tide,0:00,0:00\nFog, mist,1:30,1:31\n") == "0:00 Tide,0:00 | 1:31 Fog, mist,1:30");

    // An answer is heard.
    CHECK (listOf (readTable ("Tide, low,0:00\nFog, thick,1:30\n", { { "columns", "title:2,start:3" } }))
           == "0:00 low | 1:30 thick");
}

TEST_CASE ("A second time without a heading is a length where the starts follow from it")
{
    constexpr std::string_view expected = "0:00 – 1:30 Tide | 1:30 – 12:05 Fog | 12:05 – 30:05 Letters";
    CHECK (tableOf ("0:00,1:30,Tide\n1:30,10:35,Fog\n12:05,18:00,Letters\n") == expected);
    CHECK (tableOf ("0:00,Tide,0:01:30\n1:30,Fog,0:10:35\n12:05,Letters,0:18:00\n") == expected);
    CHECK (tableOf ("0:00,1:30,Tide\n1:30,12:05,Fog\n12:05,30:05,Letters\n") == expected);
    CHECK (tableOf ("0:10,0:20,Tide\n0:30,0:50,Fog\n1:10,1:40,Letters\n")
           == "0:10 – 0:30 Tide | 0:30 – 1:20 Fog | 1:10 – 2:50 Letters");
}

TEST_CASE ("Web addresses are links, however long, and what is the same in each row is no title")
{
    CHECK (
        tableOf ("0:00\tTide\thttps://example.org/a-long-address\n1:30\tFog\tHTTP://example.org/"
                 "\n12:05\tLetters\t\n")
        == "0:00 Tide <https://example.org/a-long-address> | 1:30 Fog <HTTP://example.org/> | 12:05 Letters");
    CHECK (tableOf ("chapter,0:00,Tide,x\nchapter,1:30,Fog,y\nchapter,12:05,Oil,z\n")
           == "0:00 Tide | 1:30 Fog | 12:05 Oil");
}

TEST_CASE ("Hours, minutes and seconds in columns of their own are one time")
{
    const auto reading = readTable ("Hours,Minutes,Seconds,Title\n0,0,0,Tide\n0,1,30.5,Fog\n1,2,3,Letters\n");
    CHECK (listOf (reading) == "0:00 Tide | 1:30.500 Fog | 1:02:03 Letters");
    CHECK_FALSE (tells (reading, "left out"));
    CHECK (listOf (readTable ("Title;Min;Sek\nTide;0;10\nFog;75;\n")) == "0:10 Tide | 1:15:00 Fog");

    // These are lengths, whose seconds are no starts.
    CHECK_FALSE (importOutline ("Title,Minutes,Seconds\nTide,4,24\nFog,1,30\n", {}));
}

} // namespace earmark
