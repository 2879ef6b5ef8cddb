// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/Csv.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using Cells = std::vector<std::string>;

Cells cellsOf (std::string_view line)
{
    const auto rows = readCsv (line, ',');
    return rows.empty() ? Cells {} : rows.front().cells;
}

} // namespace

TEST_CASE ("Cells are divided, and quotes taken off")
{
    CHECK (cellsOf ("a,b,c") == Cells { "a", "b", "c" });
    CHECK (cellsOf ("a,,") == Cells { "a", "", "" });
    CHECK (cellsOf ("\"a,b\",\"c \"\"d\"\"\"") == Cells { "a,b", "c \"d\"" });
    CHECK (cellsOf ("\"two\nlines\",x") == Cells { "two\nlines", "x" });
    CHECK (cellsOf ("5\" pipe,x") == Cells { "5\" pipe", "x" });
    CHECK (cellsOf ("\"open,x") == Cells { "\"open", "x" });
}

TEST_CASE ("A quotation mark opens a cell behind blanks, too, and only where another closes it")
{
    CHECK (cellsOf ("1, \"a, b\" ,c") == Cells { "1", "a, b ", "c" });
    CHECK (cellsOf ("  \"a\nb\"") == Cells { "a\nb" });
    CHECK (cellsOf ("\"a\"b,c") == Cells { "\"a\"b", "c" });
    CHECK (cellsOf ("\"Fog\" by night, \"Tide\" by day") == Cells { "\"Fog\" by night", " \"Tide\" by day" });
    CHECK (cellsOf ("\"a,\"\",\"b,c\"") == Cells { "\"a", "", "b,c" });
    CHECK (cellsOf ("\"\"a,b") == Cells { "\"\"a", "b" });

    const auto rows = readCsv ("0:30,\"B\n1:00,C\n1:30,D \"end\"\n2:00,\"two\nlines\"\n2:30,F", ',');
    REQUIRE (rows.size() == 5);
    CHECK (rows[0].cells == Cells { "0:30", "\"B" });
    CHECK (rows[2].cells == Cells { "1:30", "D \"end\"" });
    CHECK (rows[3].cells == Cells { "2:00", "two\nlines" });
    CHECK (rows[4].line == 6);
}

TEST_CASE ("Cells are found as they stand in the text")
{
    const auto rows = readCsv ("a\n1; \"two; \"\"\nlines\"\"\" ;three;; \"four\r\nb", ';');
    REQUIRE (rows.size() == 3);
    const auto& row = rows[1];
    REQUIRE (row.cells.size() == 5);
    CHECK (row.written == "1; \"two; \"\"\nlines\"\"\" ;three;; \"four");
    CHECK (writtenCells (row, ';', 1, 1) == " \"two; \"\"\nlines\"\"\" ");
    CHECK (writtenCells (row, ';', 2, 2) == "three;");
    CHECK (writtenCells (row, ';', 2, 9) == "three;; \"four");
    CHECK (writtenCells (row, ';', 5, 1).empty());
}

TEST_CASE ("Many quotation marks that close nothing are read in linear time")
{
    constexpr std::size_t many = 1u << 16;

    for (const auto* piece : { "\"a,", "\"a\n", "\"\"\"a,", "\"a,\"\",", " \"\"a,\"b\n", "a, \"" })
    {
        CAPTURE (piece);
        std::string text;

        for (std::size_t i = 0; i < many; ++i)
            text += piece;

        const auto rows = readCsv (text, ',');
        CHECK_FALSE (rows.empty());
        std::size_t cells = 0;

        for (const auto& row : rows)
            cells += row.cells.size();

        CHECK (cells >= many);
    }
}

TEST_CASE ("Rows know their lines, also behind quoted line ends")
{
    const auto rows = readCsv ("a\r\n\r\n\"b\nc\",d\re\n", ',');
    REQUIRE (rows.size() == 3);
    CHECK (rows[0].line == 1);
    CHECK (rows[1].line == 3);
    CHECK (rows[2].line == 5);
    CHECK (readCsv ("", ',').empty());
    CHECK (readCsv ("\n \n", ',').empty());
}

TEST_CASE ("A written cell is read as it was")
{
    for (const auto* text : { "", "plain", "a,b", "\"", "\"\"", "a\"b", "two\nlines", " blanks " })
        CHECK (cellsOf (csvCell (text, ',') + ",x") == Cells { text, "x" });
}

TEST_CASE ("The separator is what divides the rows alike")
{
    CHECK (guessSeparator ("a;b,c\nd;e\n") == ';');
    CHECK (guessSeparator ("a\tb\nc\td\n") == '\t');
    CHECK (guessSeparator ("a,b\nc,d\n") == ',');
    CHECK (guessSeparator ("a b\nc d\n") == 0);
    CHECK (guessSeparator ("") == 0);
}

TEST_CASE ("A first line may state the separator, and is no row")
{
    CHECK (guessSeparator ("sep=;\na,b;c,d\ne,f;g,h\n") == ';');
    CHECK (statedSeparator ("SEP=\t\r\n") == '\t');

    for (const auto* text : { "sep=\n", "sep=x\n", "sep=;a\n", "a\nsep=;\n", "" })
        CHECK (statedSeparator (text) == 0);

    const auto rows = readCsv ("sep=;\r\na;b\r\n", ';');
    REQUIRE (rows.size() == 1);
    CHECK (rows[0].line == 2);
    CHECK (rows[0].cells == Cells { "a", "b" });
}

TEST_CASE ("A header's words tell the columns in several languages")
{
    const auto columns = columnsOf ({ 1, { "Nr.", "Titel", "Beginn", "Ende", "Link", "Name" } });
    CHECK (columns[MarkerColumn::title] == 1u);
    CHECK (columns[MarkerColumn::start] == 2u);
    CHECK (columns[MarkerColumn::end] == 3u);
    CHECK (columns[MarkerColumn::url] == 4u);
    CHECK_FALSE (columns[MarkerColumn::image]);
    CHECK (columnsOf ({ 1, { "Start Time", "END_TIME", "Marker Name" } })[MarkerColumn::start] == 0u);
}

TEST_CASE ("A heading may tell the unit of its numbers")
{
    for (const auto* cell : { "start_ms",
                              "Start (ms)",
                              "startms",
                              "start ms",
                              "START [msec]",
                              "startMs",
                              "Milliseconds",
                              "Time (milliseconds)" })
    {
        CAPTURE (cell);
        const auto columns = columnsOf ({ 1, { "Title", cell } });
        CHECK (columns[MarkerColumn::start] == 1u);
        CHECK (columns.unitOf (MarkerColumn::start) == NumberUnit::milliseconds);
    }

    for (const auto* cell :
         { "start", "Starts", "Start (s)", "start_seconds", "Start (sec)", "Seconds", "Times" })
    {
        CAPTURE (cell);
        const auto columns = columnsOf ({ 1, { "Title", cell } });
        CHECK (columns[MarkerColumn::start] == 1u);
        CHECK (columns.unitOf (MarkerColumn::start) == NumberUnit::seconds);
    }

    for (const auto* cell : { "start (samples)", "startsamples", "Start frame", "Time (µs)", "start_ns" })
    {
        CAPTURE (cell);
        const auto columns = columnsOf ({ 1, { "Title", cell } });
        CHECK_FALSE (columns.knows (1));
        CHECK (columns.unitAt (1) == NumberUnit::unknown);
    }

    const auto columns = columnsOf ({ 1, { "end_ms", "duration (ms)", "Films", "offset ms" } });
    CHECK (columns.unitOf (MarkerColumn::end) == NumberUnit::milliseconds);
    CHECK (columns.unitOf (MarkerColumn::duration) == NumberUnit::milliseconds);
    CHECK (columns.unitAt (2) == NumberUnit::seconds);
    CHECK (columns.unitAt (3) == NumberUnit::milliseconds);
    CHECK (columns.unitAt (4) == NumberUnit::seconds);
}

TEST_CASE ("Plain numbers are read by their unit, and clocks as such in any")
{
    CellTimes times;
    constexpr auto milliseconds = NumberUnit::milliseconds;
    CHECK (times.read ("61500", milliseconds) == Duration::fromMilliseconds (61500));
    CHECK (times.read ("'61500.5", milliseconds) == Duration::fromNanoseconds (61'500'500'000));
    CHECK (times.read ("43200000.5", milliseconds) == Duration::fromNanoseconds (43'200'000'500'000));
    CHECK (times.read ("6.15e4", milliseconds) == Duration::fromMilliseconds (61500));
    CHECK (times.read ("7", milliseconds) == Duration::fromMilliseconds (7));
    CHECK (times.read ("-20", milliseconds) == Duration::fromMilliseconds (-20));
    CHECK (times.read ("90000000", milliseconds) == Duration::fromSeconds (90000));
    CHECK (times.read ("1:01.5", milliseconds) == Duration::fromMilliseconds (61500));
    CHECK (times.read ("90s", milliseconds) == Duration::fromSeconds (90));
    CHECK (times.read ("61500") == Duration::fromSeconds (61500));
    CHECK_FALSE (times.read ("44100", NumberUnit::unknown));
    CHECK_FALSE (times.read ("9223372036854775807", milliseconds));
    CHECK (times.read ("0:10", NumberUnit::unknown) == Duration::fromSeconds (10));
}

} // namespace earmark
