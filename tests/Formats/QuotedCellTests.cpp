// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ReadLists.h"

// A list that was copied out of one cell of a spreadsheet, with the quotation marks around it.

namespace earmark
{

using namespace tests;

TEST_CASE ("Quotation marks around a whole list are a cell's, and those in it are doubled")
{
    CHECK (read ("\"0:00 Tide\n1:30 Fog\n12:05 Letters\"\n") == "0:00 Tide, 1:30 Fog, 12:05 Letters");
    CHECK (read ("\"0:00 \"\"Tide\"\"\r\n1:30 The \"\"big\"\" fog\r\n12:05 Letters\"")
           == "0:00 \"Tide\", 1:30 The \"big\" fog, 12:05 Letters");
    CHECK (read ("\"0:00 Tide\n1:30 \"\"Fog\"\"\"") == "0:00 Tide, 1:30 \"Fog\"");
}

TEST_CASE ("So are curly ones, with pairs in it")
{
    CHECK (read ("“0:00 Tide\n1:30 The “big” fog\n12:05 Letters”")
           == "0:00 Tide, 1:30 The “big” fog, 12:05 Letters");
    CHECK (read ("„0:00 Tide\n1:30 Fog“") == "0:00 Tide, 1:30 Fog");
    CHECK (read ("«0:00 Tide\n1:30 Fog»") == "0:00 Tide, 1:30 Fog");
}

TEST_CASE ("Quotation marks that are no cell's are text, and no line is lost from the count")
{
    CHECK (read ("0:00 \"Tide\"\n1:30 \"Fog\"") == "0:00 \"Tide\", 1:30 \"Fog\"");

    const auto quoted = importOutline ("“Salt” and more\n0:00 Tide\n1:30 Fog\n2:00 “Rope”", {});
    REQUIRE (quoted);
    CHECK (summaryOf (quoted->reading.outline.chapters) == "0:00 Tide, 1:30 Fog, 2:00 “Rope”");

    const auto cell = importOutline ("\"0:00 Tide\n1:30 Fog\n\"", {});
    REQUIRE (cell);
    REQUIRE (cell->reading.lines.size() == 2);
    CHECK (cell->reading.lines[1].text == "1:30 Fog");
}

} // namespace earmark
