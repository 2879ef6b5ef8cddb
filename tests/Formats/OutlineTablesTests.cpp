// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ReadLists.h"
#include "Formats/ReadTables.h"

#include <format>
#include <string>

// Tables in Markdown and on pages, inside of other text, are read as any table of chapters.

namespace earmark
{

using namespace tests;

namespace
{

constexpr std::string_view ended = "0:00-1:30 Tide, 1:30-12:05 Fog";

/** With cells like "Tide | 0:00" as a row of Markdown, of a page or of tabs each. */
std::string inMarkdown (std::string_view head, std::initializer_list<std::string_view> rows)
{
    auto table = std::format ("| {} |\n", head);

    for (std::size_t i = 0; i <= std::size_t (std::ranges::count (head, '|')); ++i)
        table += "|---";

    table += "|\n";

    for (const auto row : rows)
        table += std::format ("| {} |\n", row);

    return table;
}

std::string onPage (std::string_view head, std::initializer_list<std::string_view> rows)
{
    const auto rowOf = [] (std::string_view cells)
    {
        std::string row = "<tr><td>";

        for (const char c : cells)
            row += c == '|' ? std::string ("</td><td>") : std::string (1, c);

        return row + "</td></tr>\n";
    };
    auto table = "<table>" + rowOf (head);

    for (const auto row : rows)
        table += rowOf (row);

    return table + "</table>\n";
}

std::string chaptersOf (const std::string& text)
{
    const auto imported = importOutline (text, {});
    return imported ? summaryOf (imported->reading.outline.chapters) : imported.error().message;
}

} // namespace

TEST_CASE ("A table's head may have columns for numbers, ends and lengths")
{
    struct Case
    {
        std::string_view head;
        std::initializer_list<std::string_view> rows;
    };

    for (const auto& [head, rows] :
         { Case { "Chapter | Title | Start | End", { "1 | Tide | 0:00 | 1:30", "2 | Fog | 1:30 | 12:05" } },
           Case { "Chapter # | Chapter Title | Start Time | End Time",
                  { "1 | Tide | 00:00:00 | 00:01:30", "2 | Fog | 00:01:30 | 00:12:05" } },
           Case { "# | Title | Start | Duration", { "1 | Tide | 0:00 | 1:30", "2 | Fog | 1:30 | 10:35" } },
           Case { "Start | End | Duration | Title",
                  { "0:00 | 1:30 | 1:30 | Tide", "1:30 | 12:05 | 10:35 | Fog" } },
           Case { "Timestamp | Chapter | Length", { "0:00 | Tide | 1:30", "1:30 | Fog | 10:35" } },
           Case { "Nr. | Zeit | Kapitel | Dauer", { "1 | 0:00 | Tide | 1:30", "2 | 1:30 | Fog | 10:35" } },
           Case { "Minuto | Capítulo | Duración", { "0:00 | Tide | 1:30", "1:30 | Fog | 10:35" } } })
    {
        CAPTURE (head);
        CHECK (chaptersOf (inMarkdown (head, rows)) == ended);
        CHECK (chaptersOf (onPage (head, rows)) == ended);
    }
}

TEST_CASE ("A column of a table that nothing is known of is left out and told")
{
    for (const auto& table :
         { inMarkdown ("Time | Topic | Speaker", { "0:00 | Tide | Ann", "1:30 | Fog | Ben" }),
           inMarkdown ("Topic | Time | Speaker", { "Tide | 0:00 | Ann", "Fog | 1:30 | Ben" }),
           inMarkdown ("Title | Speaker | Wann", { "Tide | Ann | 0:00", "Fog | Ben | 1:30" }) })
    {
        const auto reading = readLosingNothing (table);
        CHECK (summaryOf (reading.outline.chapters) == "0:00 Tide, 1:30 Fog");
        CHECK (tells (reading, "The column 'Speaker' of the table was left out."));
    }

    const auto page =
        importOutline (onPage ("Thema | Zeit | Gast", { "Tide | 0:00 | Ann", "Fog | 1:30 | Ben" }), {});
    REQUIRE (page);
    CHECK (summaryOf (page->reading.outline.chapters) == "0:00 Tide, 1:30 Fog");
    CHECK (page->reading.outline.episode.title.empty());
    CHECK (tells (page->reading, "The column 'Gast' of the table was left out."));

    // Numbers of the rows tell nothing.
    CHECK_FALSE (
        tells (readLosingNothing (inMarkdown ("# | Time | Title", { "1 | 0:00 | Tide", "2 | 1:30 | Fog" })),
               "column"));
}

TEST_CASE ("A table's notes are summaries, whatever language names them, and its cells may have line ends")
{
    for (const auto* head : { "Heure | Chapitre | Résumé", "Czas | Tytuł | Opis", "时间 | 标题 | 内容" })
    {
        CAPTURE (head);
        const auto reading =
            readLosingNothing (inMarkdown (head, { "0:00 | Tide | It turns", "1:30 | Fog | It stays" }));
        CHECK (summaryOf (reading.outline.chapters) == "0:00 Tide, 1:30 Fog");
        CHECK (reading.outline.chapters[1].summary == "It stays");
    }

    const auto broken = importOutline (
        inMarkdown ("Chapter | Title | Start | Summary",
                    { "1 | Tide | 0:00 | Low<br>High", "2 | Fog | 1:30 | Thick<br>Wet \\| cold" }),
        {});
    REQUIRE (broken);
    CHECK (summaryOf (broken->reading.outline.chapters) == "0:00 Tide, 1:30 Fog");
    CHECK (broken->reading.outline.chapters[0].summary == "Low\nHigh");
    CHECK (broken->reading.outline.chapters[1].summary == "Thick\nWet | cold");
}

TEST_CASE ("Of a table of lengths the chapters follow each other")
{
    const auto reading = readLosingNothing (
        inMarkdown ("Part | Title | Length", { "1 | Tide | 1:30", "2 | Fog | 10:35", "3 | Oil | 0:40" }));
    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:30 Tide, 1:30-12:05 Fog, 12:05-12:45 Oil");
    CHECK (tells (reading, "The table holds lengths and no starts"));
}

TEST_CASE ("Times in a table's cells may be seconds or what a spreadsheet makes of them")
{
    CHECK (read (inMarkdown ("Start (s) | Title", { "0 | Tide", "90 | Fog" })) == "0:00 Tide, 1:30 Fog");
    CHECK (chaptersOf (inMarkdown ("Start | Title", { "12:00:00 AM | Tide", "12:01:30 AM | Fog" }))
           == "0:00 Tide, 1:30 Fog");
}

TEST_CASE ("A time in the notes of a table begins no chapter")
{
    CHECK (read (inMarkdown (
               "Time | Title | Notes",
               { "0:00 | Tide | A wave at 0:30, a storm", "1:30 | Fog | Rain 2:00 then 2:30 sun" }))
           == "0:00 Tide, 1:30 Fog");
}

TEST_CASE ("Two tables in one text are read by their own heads")
{
    CHECK (read (inMarkdown ("Time | Title | Speaker", { "0:00 | Tide | Ann", "1:30 | Fog | Ben" })
                 + inMarkdown ("Title | Time", { "Oil | 12:05", "Rope | 20:00" }))
           == "0:00 Tide, 1:30 Fog, 12:05 Oil, 20:00 Rope");
}

} // namespace earmark
