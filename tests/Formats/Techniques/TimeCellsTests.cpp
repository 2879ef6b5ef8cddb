// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/TimeCells.h"

#include "Formats/ReadTables.h"

namespace earmark
{

using namespace tests;

TEST_CASE ("Times with their units are read, and none that could mean another")
{
    for (const auto& [cell, seconds] : { std::pair { "1m 30s", 90 },
                                         { "0s", 0 },
                                         { "1h 2m 3s", 3723 },
                                         { "1 Std. 2 Min.", 3720 },
                                         { "PT1H2M3S", 3723 },
                                         { "PT90S", 90 },
                                         { "1:30 min", 90 },
                                         { "1:02:03 h", 3723 },
                                         { "12:01:30 AM", 90 },
                                         { "1:02:03 AM", 3723 },
                                         { "12:00:00 pm", 43200 },
                                         { "1:02:03 PM", 46923 } })
    {
        CAPTURE (cell);
        CHECK (timeWithUnits (cell) == Duration::fromSeconds (seconds));
    }

    for (const auto* cell : { "",
                              "1",
                              "m",
                              "30s 1m",
                              "1m 2m",
                              "1:30 h",
                              "1:30",
                              "1:30 fog",
                              "12:01 AM",
                              "13:01:30 AM",
                              "99999999h",
                              "1.5 m" })
    {
        CAPTURE (cell);
        CHECK_FALSE (timeWithUnits (cell));
    }

    CHECK (listOf (readTable ("Start;Title\n0s;Tide\n1m 30s;Fog\n")) == "0:00 Tide | 1:30 Fog");
    CHECK (tableOf ("Time;Topic\n0:00 min;Tide\n1:30 min;Fog\n") == "0:00 Tide | 1:30 Fog");
}

TEST_CASE ("Marks between the thousands of milliseconds are none of fractions")
{
    CHECK (listOf (readTable ("Start (ms);Title\n0;Tide\n90.500;Fog\n1.805.000;Letters\n"))
           == "0:00 Tide | 1:30.500 Fog | 30:05 Letters");
    CHECK (listOf (readTable ("Start (ms);Title\n0;Tide\n9050.500;Fog\n90.500;Letters\n"))
           == "0:00 Tide | 0:00.091 Letters | 0:09.051 Fog");
    CHECK (listOf (readTable ("Start;Title\n0;Tide\n90.500;Fog\n")) == "0:00 Tide | 1:30.500 Fog");
}

TEST_CASE ("Whole numbers that last for days are doubted, and cells that hold no time are named")
{
    const auto days = readTable ("start,title\n0,Tide\n90500,Fog\n725000,Letters\n");
    CHECK (tells (days, "the latest is taken for 201:23:20; these look like milliseconds"));
    CHECK_FALSE (tells (readTable ("start,title\n0,Tide\n25:00:00,Fog\n"), "milliseconds"));
    CHECK_FALSE (tells (readTable ("start,title\n0,Tide\n80000,Fog\n"), "milliseconds"));

    CHECK (tells (readTable ("Start,Title\n0:00,Tide\n1.30.00 pm,Fog\n"),
                  "'1.30.00 pm' cannot be read as a time; the row was left out."));
    const auto none = importOutline ("Start,Title\n12:00 AM,Tide\n12:01 AM,Fog\n", {}, {}, "csv");
    REQUIRE_FALSE (none);
    CHECK (none.error().message
           == "No row of the table holds a time. '12:00 AM' cannot be read as a time; the row was left out.");
}

TEST_CASE ("Lengths that a spreadsheet shows as times of day are times")
{
    for (const auto* table : { "Title,Start\nTide,12:00:00 AM\nFog,12:01:30 AM\nBells,1:02:03 AM\n",
                               "1,12:00:00 AM,Tide\n2,12:01:30 AM,Fog\n3,1:02:03 AM,Bells\n" })
    {
        INFO (table);
        const auto imported = importOutline (table, {});
        REQUIRE (imported);
        CHECK (summaryOf (imported->reading.outline.chapters) == "0:00 Tide, 1:30 Fog, 1:02:03 Bells");
    }
}

TEST_CASE ("Times of day in a table count from the first, unless told otherwise")
{
    const std::string log = "Time,Topic\n2:03:15 PM,Tide\n2:10:40\u202FPM,Fog\n";
    const auto reading = readTable (log);
    CHECK (listOf (reading) == "0:00 Tide | 7:25 Fog");
    CHECK (tells (reading, "they were counted from the first, 14:03:15"));
    CHECK (listOf (readTable (log, { { "clock", "no" } })) == "14:03:15 Tide | 14:10:40 Fog");

    CHECK (listOf (readTable ("Time,Topic\n10:50:00 PM,Tide\n11:50:00 PM,Fog\n12:10:00 AM,Bells\n"))
           == "0:00 Tide | 1:00:00 Fog | 1:20:00 Bells");
    CHECK (listOf (readTable ("Time,Topic\n0:00,Tide\n2:03:15 PM,Fog\n")) == "0:00 Tide | 14:03:15 Fog");
}

TEST_CASE ("Line ends in a quoted cell are those of any text")
{
    CHECK (readTable ("Start,Title,Note\r\n0:00,Tide,\"One\r\n\r\ntwo\rthree\"\r\n1:30,Fog,\r\n")
               .outline.chapters[0]
               .summary
           == "One\n\ntwo\nthree");
}

} // namespace earmark
