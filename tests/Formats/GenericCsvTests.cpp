// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ReadTables.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>

// The table that is written for spreadsheets; how tables of others are read, tests/Formats/Samples/csv says.

namespace earmark
{

using namespace tests;

namespace
{

std::string csvOf (const Outline& outline)
{
    return writeDocument (*findFormat ("csv"), outline);
}

/** As any document, by its content alone. */
Outline readAgain (const std::string& document)
{
    const auto imported = importOutline (document, {});
    REQUIRE (imported);
    CHECK (imported->format->id == "csv");
    return imported->reading.outline;
}

Outline titled (const std::string& title)
{
    return { .episode = {}, .chapters = { chapter ("0:00", title), chapter ("1:00", "Plain") } };
}

} // namespace

TEST_CASE ("Separators in the texts of the last column, which nobody quoted, are of them")
{
    const auto check = [] (const std::string& table, std::string_view expected)
    {
        CAPTURE (table);
        const auto reading = readTable (table);
        CHECK (listOf (reading) == expected);
        CHECK_FALSE (tells (reading, "more cells"));
    };
    check ("start,title\n0:00,Hi\n0:30,Hello, world\n", "0:00 Hi | 0:30 Hello, world");
    check ("start;title\n0:00;Hi;\n0:30;Hello; \"big\"; world;;\n", "0:00 Hi | 0:30 Hello; \"big\"; world");
    check ("start,title\n0:00,Hi\n1:00, \"Bye, now\"\n", "0:00 Hi | 1:00 Bye, now");
    check ("Fog, \"mist\",0:00\nRain,1:00\n", "0:00 Fog, \"mist\" | 1:00 Rain");
    CHECK (importOutline ("start,title\n0:00,Hi\n0:30,Hello, world\n", {})->reading.outline.chapters[1].title
           == "Hello, world");

    const auto described = readTable ("start,title,note\n0:00,Hi,\n0:30,Fog,Thick, and wet\n");
    CHECK (described.outline.chapters[1].title == "Fog");
    CHECK (described.outline.chapters[1].summary == "Thick, and wet");
}

TEST_CASE ("What stands behind the last column of another kind is told with its row")
{
    const auto reading = readTable ("title,start,url\nHi,0:00,,,\nFog,0:30,https://example.org/,a, b\n");
    CHECK (listOf (reading) == "0:00 Hi | 0:30 Fog");
    const auto told = std::ranges::find_if (
        reading.notices, [] (const Notice& n) { return n.message.contains ("more cells"); });
    REQUIRE (told != reading.notices.end());
    CHECK (told->message == "The row has more cells than the table has columns; 'a, b' was left out.");
    CHECK (told->grade == Notice::Grade::warning);
    CHECK (told->where == Place::atLine (3));
}

TEST_CASE ("A quotation mark that nothing closes takes no rows with it")
{
    CHECK (listOf (readTable ("start,title\n0:00,A\n0:30,\"B\n1:00,C\n1:30,D \"end\"\n2:00,E\n"))
           == "0:00 A | 0:30 \"B | 1:00 C | 1:30 D \"end\" | 2:00 E");
}

TEST_CASE ("Headings tell whether times are milliseconds")
{
    const auto reading =
        readTable ("start_ms,End (ms),title\n0,61500,A\n61500,62000,B\n40000000,40000000.5,C\n");
    CHECK (listOf (reading) == "0:00 A | 1:01.500 B | 11:06:40 C");
    CHECK (reading.outline.chapters[1].end == at ("1:02"));
    CHECK (listOf (readTable ("Title,duration_ms\nA,61500\nB,500\n")) == "0:00 A | 1:01.500 B");
    CHECK (readTable ("start,length ms,title\n0:10,500,A\n0:20,,B\n").outline.chapters[0].end
           == at ("0:10.500"));
    CHECK_FALSE (tells (readTable ("start_ms,title\n0,A\n400,B\n900,C\n"), "a spreadsheet's days"));

    // The unit is the column's, whatever an answer makes of it.
    CHECK (listOf (readTable ("offset ms,title\n0,A\n61500,B\n", { { "columns", "start:1,title:2" } }))
           == "0:00 A | 1:01.500 B");

    // What no heading says, an answer may.
    const auto answered =
        readTable ("0,61500,A\n61500,62000,B\n", { { "columns", "start_ms:1,end_ms:2,title:3" } });
    CHECK (listOf (answered) == "0:00 A | 1:01.500 B");
    CHECK (answered.outline.chapters[1].end == at ("1:02"));

    for (const auto* wrong : { "title_ms:3", "start_ms:0", "start_ms:9999999999999" })
        CHECK (
            tells (readTable ("Start,Title\n0:00,A\n1:01,B\n", { { "columns", wrong } }), "names no column"));
}

TEST_CASE ("What counts samples is no time")
{
    for (const auto& answers : { Answers {}, Answers { { "columns", "start:1,title:2" } } })
        CHECK_FALSE (
            importOutline ("start (samples),title\n0,A\n44100,B\n", {}, { .answers = answers }, "csv"));
}

TEST_CASE ("A column of levels makes sub-chapters, whatever number is its top")
{
    for (const auto* table : { "start,level,title\n0:00,0,A\n1:00,1,B\n2:00,,C\n3:00,2,D\n",
                               "start,Depth,title\n0:00,1,A\n1:00,2,B\n2:00,,C\n3:00,3,D\n" })
    {
        CAPTURE (table);
        const auto reading = readTable (table);
        const auto& chapters = reading.outline.chapters;
        REQUIRE (chapters.size() == 4);
        CHECK (chapters[0].level == 0);
        CHECK (chapters[1].level == 1);
        CHECK (chapters[2].level == 0);
        CHECK (chapters[3].level == 2);
        CHECK_FALSE (tells (reading, "left out"));
    }

    for (const auto* cells : { "0:00,easy,A\n1:00,2,B\n",
                               "0:00,-3.5,A\n1:00,-6,B\n",
                               "0:00,10,A\n1:00,20,B\n",
                               "0:00,,A\n1:00,,B\n" })
    {
        CAPTURE (cells);
        const auto reading = readTable (std::string ("start,level,title\n") + cells);
        CHECK (reading.outline.chapters[1].level == 0);
        CHECK (tells (reading, "The column of levels holds no small whole numbers"));
    }

    CHECK (readTable ("start,part,title\n0:00,1,A\n1:00,2,B\n").outline.chapters[1].level == 0);
}

TEST_CASE ("A table has headings, and quotes what RFC 4180 wants quoted")
{
    auto full = chapter ("0:54", "1:30.250", "The \"gauge\", and more");
    full.summary = "Two\nlines";
    full.link = Link { "https://example.org/?a=1,2", {} };
    full.image = LinkedImage { "https://example.org/a.png" };
    const Outline outline { .episode = {},
                            .chapters = { chapter ("0:00", "Welcome"), full, chapter ("27:46:40", "Late") } };

    const auto table = csvOf (outline);
    CHECK (table
           == "Start,End,Title,Summary,Link,Picture\r\n"
              "00:00:00,,Welcome,,,\r\n"
              "00:00:54,00:01:30.250,\"The \"\"gauge\"\", and more\",\"Two\nlines\","
              "\"https://example.org/?a=1,2\",https://example.org/a.png\r\n"
              "27:46:40,,Late,,,\r\n");
    CHECK (readAgain (table) == outline);
}

TEST_CASE ("A file that is called .tsv gets tabs, and is read as any table")
{
    CHECK (findWriterFor ("a.csv")->id == "csv");
    CHECK (findWriterFor ("a.tsv")->id == "tsv");

    const auto outline = titled ("Tide, and \"fog\"");
    const auto table = writeDocument (*findFormat ("tsv"), outline);
    CHECK (table.starts_with ("Start\tEnd\tTitle\tSummary\tLink\tPicture\r\n"));
    CHECK (readAgain (table) == outline);
}

TEST_CASE ("A table with tabs is not taken for another program's, whatever its cells hold")
{
    const Outline outline { .episode = {},
                            .chapters = { chapter ("0:00", "0:59.500", "One"),
                                          chapter ("1:13.394", "2:02.120", "Two"),
                                          chapter ("2:02.120", "3:00.007", "Three") } };
    auto told = outline;
    told.chapters[1].summary = "What it is about";

    for (const auto& each : { outline, told })
        CHECK (readAgain (writeDocument (*findFormat ("tsv"), each)).chapters == each.chapters);
}

TEST_CASE ("Where a table holds lengths and no starts, the chapters follow each other")
{
    const auto expected =
        std::vector { std::pair { "0:00", "Low, water" }, { "4:24", "Fog" }, { "9:32", "Bell" } };
    const auto check = [&] (const std::string& table, const ReadOptions& options = {})
    {
        CAPTURE (table);
        const auto imported = importOutline (table, {}, options);
        REQUIRE (imported);
        CHECK (imported->format->id == "csv");
        const auto& chapters = imported->reading.outline.chapters;
        REQUIRE (chapters.size() == 3);

        for (std::size_t i = 0; i < 3; ++i)
        {
            CHECK (chapters[i].start == at (expected[i].first));
            CHECK (chapters[i].title == expected[i].second);
        }

        CHECK (chapters[2].end == at ("14:34"));
        CHECK (std::ranges::any_of (imported->reading.notices,
                                    [] (const Notice& n)
                                    { return n.message.contains ("lengths and no starts"); }));
    };
    check ("Title,Duration\n\"Low, water\",00:04:24\nFog,00:05:08\nBell,00:05:02\n");
    check ("#,Title,Length\n1,\"Low, water\",4:24\n2,Fog,5:08\n3,Bell,5:02\n");
    check ("Titel;Dauer\nLow, water;0:04:24\nFog;0:05:08\nBell;0:05:02\n");
    check ("1,\"Low, water\",4:24,x\n2,Fog,5:08,x\n3,Bell,5:02,x\n",
           { .answers = { { "columns", "title:2,duration:3" } } });
}

TEST_CASE ("Lengths are not added up where a column beside them holds the starts")
{
    const auto check = [] (const std::string& table, std::string_view expected, bool addsUp)
    {
        CAPTURE (table);
        const auto imported = importOutline (table, {});
        REQUIRE (imported);
        CHECK (imported->format->id == "csv");
        CHECK (listOf (imported->reading) == expected);
        CHECK (tells (imported->reading, "lengths and no starts") == addsUp);
    };
    check ("Marker time,Title,Length\n0:00,A,4:24\n5:00,B,5:08\n12:00,C,5:02\n",
           "0:00 A | 5:00 B | 12:00 C",
           false);
    check ("Title;Dauer;Wann\nA;0:10;00:00:30\nB;0:10;00:01:00\n", "0:30 A | 1:00 B", false);

    // Sums of the lengths, the numbers of sections, and lengths of another kind are no starts.
    check ("Title,Length,Total\nA,4:24,4:24\nB,5:08,9:32\nC,5:02,14:34\n", "0:00 A | 4:24 B | 9:32 C", true);
    check ("No.,Title,Length\n1.1,A,4:24\n1.2,B,5:08\n", "0:00 A | 4:24 B", true);
    check ("Title,Length,Raw\nA,4:24,6:00\nB,5:08,5:30\nC,1:00,7:00\n", "0:00 A | 4:24 B | 9:32 C", true);

    // An end that is stated knows of what lies between.
    check ("Title,Length,End\nA,1:00,1:00\nB,1:00,3:00\nC,0:30,\n", "0:00 A | 2:00 B | 3:00 C", true);
}

TEST_CASE ("A first row with a time is no header, whatever words it holds")
{
    CHECK (listOf (readTable ("0:00,Length\n5:00,Fog\n")) == "0:00 Length | 5:00 Fog");

    const auto reading = readTable ("Notes,0:00\nFog,5:00\n");
    CHECK (listOf (reading) == "0:00 Notes | 5:00 Fog");
    CHECK (reading.outline.chapters[0].summary.empty());
}

TEST_CASE ("Lengths that no audio has leave the chapters behind them out, and are told")
{
    std::string table = "Title,Length\nFirst,0:10\nNone,\n";

    for (int i = 0; i < 400; ++i)
        table += "Long,9999:00:00\n";

    const auto imported = importOutline (table, {}, {}, "csv");
    REQUIRE (imported);
    const auto& reading = imported->reading;
    CHECK (reading.outline.chapters[1].start == at ("0:10"));
    CHECK (std::ranges::is_sorted (reading.outline.chapters, {}, &Chapter::start));
    CHECK (reading.outline.chapters.size() < 5);
    CHECK (std::ranges::any_of (
        reading.notices, [] (const Notice& n) { return n.message.contains ("The row holds no time"); }));
    CHECK (std::ranges::any_of (reading.notices,
                                [] (const Notice& n)
                                { return n.message.contains ("begins at a time that no audio has"); }));
}

TEST_CASE ("An answer about columns that names none is told, with what it may name")
{
    const auto imported = importOutline (
        "Start,Title\n0:00,Tide\n1:00,Fog\n", {}, { .answers = { { "columns", "bogus:9" } } }, "csv");
    REQUIRE (imported);
    CHECK (imported->reading.outline.chapters.size() == 2);
    CHECK (std::ranges::any_of (imported->reading.notices,
                                [] (const Notice& n)
                                {
                                    return n.message.contains (
                                        "'bogus:9' names no column; it takes 'title, start, end, duration, ");
                                }));
}

TEST_CASE ("What holds what is asked of anybody's table, but not of Earmark's own")
{
    const auto questionsOf = [] (const std::string& table)
    {
        const auto imported = importOutline (table, {}, {}, "csv");
        REQUIRE (imported);
        return imported->reading.questions.size();
    };
    const auto own = csvOf (titled ("Tide"));
    CHECK (questionsOf (own) == 0);
    CHECK (questionsOf ("Start,Title\n0:00,Tide\n1:00,Fog\n") == 1);

    // Who says it unasked is heard.
    const auto told = importOutline (own, {}, { .answers = { { "columns", "title:1" } } }, "csv");
    REQUIRE (told);
    CHECK (told->reading.outline.chapters[0].title == "00:00:00");
}

TEST_CASE ("No title is a formula to a spreadsheet, and every title comes back as it was")
{
    for (const auto& [title, cell] : { std::pair<std::string, std::string> { "=1+1", "'=1+1" },
                                       { "+1", "'+1" },
                                       { "-1", "'-1" },
                                       { "@SUM(A1)", "'@SUM(A1)" },
                                       { "\uFF1D1", "'\uFF1D1" },
                                       { "'=1", "''=1" },
                                       { "''-1", "'''-1" },
                                       { "'quoted'", "'quoted'" },
                                       { "It's", "It's" },
                                       { "a=b", "a=b" } })
    {
        CAPTURE (title);
        const auto outline = titled (title);
        const auto table = csvOf (outline);
        CHECK (table.contains ("00:00:00,," + cell + ",,,\r\n"));
        CHECK (readAgain (table) == outline);
    }

    // A summary and a link are anybody's, too.
    auto outline = titled ("Tide");
    outline.chapters[0].summary = "=HYPERLINK(A1)\n-2";
    outline.chapters[0].link = Link { "@example", {} };
    const auto table = csvOf (outline);
    CHECK (table.contains (",\"'=HYPERLINK(A1)\n-2\",'@example,"));
    CHECK (readAgain (table) == outline);
}

TEST_CASE ("In a table of anybody else's an apostrophe is one")
{
    const auto imported = importOutline ("Start,Title\n0:00,'+1 for the tide'\n1:00,Fog\n", {}, {}, "csv");
    REQUIRE (imported);
    CHECK (imported->reading.outline.chapters[0].title == "'+1 for the tide'");
}

TEST_CASE ("A table whose starts are no times is refused, and no time in a title is taken for one")
{
    const auto imported = importOutline ("Start,Title\nsoon,Fog at 1:23\nlater,Rain till 4:56\n", {});
    REQUIRE_FALSE (imported);
    CHECK (imported.error().message
           == "No row of the table holds a time. 'soon' cannot be read as a time; the row was left out.");
}

TEST_CASE ("A list below headings is one where its lines are no rows")
{
    const auto imported = importOutline ("Time, Title\n0:00 Welcome\n1:23 Fog\n4:56 Rain\n", {});
    REQUIRE (imported);
    CHECK (imported->format->id != "csv");
    CHECK (imported->reading.outline.chapters.size() == 3);
}

TEST_CASE ("Starts that a spreadsheet has not spoilt are not doubted")
{
    for (const auto* rows : { "0,A\n0.5,B\n1.5,C\n",
                              "0,A\n0.5,B\n",
                              "0:00,A\n59:00,B\n1:02:00,C\n",
                              "20:00,A\n5:00,B\n10:00,C\n",
                              "59:00,A\n2:00,B\n1:02:00,C\n" })
    {
        CAPTURE (rows);
        const auto imported = importOutline (std::string ("Start,Title\n") + rows, {}, {}, "csv");
        REQUIRE (imported);

        for (const auto& notice : imported->reading.notices)
        {
            CHECK_FALSE (notice.message.contains ("a spreadsheet's days"));
            CHECK_FALSE (notice.message.contains ("hours seem to be missing"));
        }
    }
}

TEST_CASE ("Headings tell what divides the cells, whatever stands in them")
{
    auto outline = titled ("Tide");
    outline.chapters[0].summary = "a; b\nc; d\ne; f\ng; h";
    outline.chapters[1].summary = "i; j\nk; l\nm; n";
    CHECK (readAgain (csvOf (outline)) == outline);
}

} // namespace earmark
