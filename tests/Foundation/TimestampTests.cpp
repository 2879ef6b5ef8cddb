// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

constexpr Duration time (std::int64_t hours, std::int64_t minutes, std::int64_t seconds, std::int64_t ms = 0)
{
    return Duration::fromMilliseconds (((hours * 60 + minutes) * 60 + seconds) * 1000 + ms);
}

/** What was found, as text: easier to read in a failure than offsets. */
std::vector<std::string> found (std::string_view line)
{
    std::vector<std::string> texts;

    for (const auto& t : findTimestamps (line))
        texts.emplace_back (line.substr (t.begin, t.end - t.begin));

    return texts;
}

std::optional<Duration> valueAt (std::string_view text, std::size_t at = 0)
{
    const auto t = timestampAt (text, at);
    return t ? std::optional (t->value) : std::nullopt;
}

using Texts = std::vector<std::string>;

} // namespace

//======================================================================================================
// One time

TEST_CASE ("Two fields are minutes and seconds, three are hours, minutes and seconds")
{
    CHECK (valueAt ("0:00") == Duration());
    CHECK (valueAt ("00:00") == Duration());
    CHECK (valueAt ("0:0:0") == Duration());
    CHECK (valueAt ("1:02:03") == time (1, 2, 3));
    CHECK (valueAt ("01:02:03") == time (1, 2, 3));
    CHECK (valueAt ("48:48:17") == time (48, 48, 17));
    CHECK (timestampAt ("1:02", 0)->fields == 2);
    CHECK (timestampAt ("1:02:03", 0)->fields == 3);
}

TEST_CASE ("The first field may exceed 59, the others may not")
{
    CHECK (valueAt ("120:07") == time (2, 0, 7));
    CHECK (valueAt ("999:59") == time (16, 39, 59));
    CHECK (valueAt ("1:60") == std::nullopt);
    CHECK (valueAt ("1:60:00") == std::nullopt);
    CHECK (valueAt ("1:00:60") == std::nullopt);
    CHECK (valueAt ("9999:59:59") == time (9999, 59, 59));
    CHECK (valueAt ("10000:00:00") == std::nullopt);
}

TEST_CASE ("A time needs its digits")
{
    for (const std::string_view text : { "", ":", "1", "1:", ":30", "1:2", "a:bc", "1:0a", "1::30" })
        CHECK (valueAt (text) == std::nullopt);

    // "1:2" is a ratio, but "0:0:0" is a time that some tool writes.
    CHECK (valueAt ("0:7:5") == time (0, 7, 5));
}

TEST_CASE ("Four fields are no time of ours")
{
    CHECK (valueAt ("00:01:02:03") == std::nullopt);
    CHECK (found ("00:01:02:03 Frames").empty());
    CHECK (found ("00:01:02:03:04").empty());
}

TEST_CASE ("Fractions have a point or a comma and any number of digits")
{
    CHECK (valueAt ("17:02.148") == time (0, 17, 2, 148));
    CHECK (valueAt ("0:02:49,624") == time (0, 2, 49, 624));
    CHECK (valueAt ("0:01.5") == time (0, 0, 1, 500));
    CHECK (valueAt ("0:00.1234567") == Duration::fromNanoseconds (123'456'700));
    CHECK (valueAt ("0:00.000000001") == Duration::fromNanoseconds (1));
    CHECK (valueAt ("0:00.0000000005") == Duration::fromNanoseconds (1));
    CHECK (valueAt ("0:00.00000000049") == Duration());
    CHECK (valueAt ("0:00.9999999999") == Duration::fromSeconds (1));
    CHECK (valueAt ("0:00." + std::string (10'000, '3')) == Duration::fromNanoseconds (333'333'333));
}

TEST_CASE ("A point or comma that ends a sentence is no fraction")
{
    CHECK (timestampAt ("1:30. Then", 0)->end == 4);
    CHECK (timestampAt ("1:30, then", 0)->end == 4);
    CHECK (timestampAt ("0:54,3:17", 0)->end == 4);
}

TEST_CASE ("Times in letters")
{
    CHECK (valueAt ("1h02m03s") == time (1, 2, 3));
    CHECK (valueAt ("62m") == time (1, 2, 0));
    CHECK (valueAt ("90s") == time (0, 1, 30));
    CHECK (valueAt ("1h3s") == time (1, 0, 3));
    CHECK (timestampAt ("1h02m03s", 0)->fields == 3);
    CHECK (timestampAt ("1h02m03s", 0)->style == Timestamp::Style::letters);
    CHECK (valueAt ("3s2m") == std::nullopt);
    CHECK (valueAt ("5min") == std::nullopt);
    CHECK (valueAt ("20cm") == std::nullopt);
    CHECK (valueAt ("2h30") == std::nullopt);
}

TEST_CASE ("Full-width digits and colons are read like ASCII")
{
    CHECK (valueAt ("１：０２：０３") == time (1, 2, 3));
    CHECK (valueAt ("12：34") == time (0, 12, 34));
    CHECK (valueAt ("1∶02") == time (0, 1, 2));
    CHECK (found ("０：００　はじめに") == Texts { "０：００" });
}

TEST_CASE ("A time is read where it is asked for, whatever stands around it")
{
    const auto t = timestampAt ("x12:34y", 1);
    REQUIRE (t);
    CHECK (*t == Timestamp { 1, 6, time (0, 12, 34), Timestamp::Style::colons, 2 });
    CHECK (timestampAt ("12:34", 5) == std::nullopt);
}

//======================================================================================================
// Times in a line

TEST_CASE ("Times at both ends of a line are found")
{
    CHECK (found ("0:00 Intro") == Texts { "0:00" });
    CHECK (found ("Intro 1:02:03") == Texts { "1:02:03" });
    CHECK (found ("(0:00) Intro [1:00]") == Texts { "0:00", "1:00" });
    CHECK (found ("**00:00** Intro") == Texts { "00:00" });
    CHECK (found ("⌚ 02:48 Title") == Texts { "02:48" });
    CHECK (found ("17:02No delimiter") == Texts { "17:02" });
    CHECK (found ("开场00:00") == Texts { "00:00" });
}

TEST_CASE ("Ranges are two times, with blanks or without")
{
    CHECK (found ("0:54 – 3:17") == Texts { "0:54", "3:17" });
    CHECK (found ("0:54–3:17") == Texts { "0:54", "3:17" });
    CHECK (found ("0:54-3:17") == Texts { "0:54", "3:17" });
    CHECK (found ("0:54 to 3:17") == Texts { "0:54", "3:17" });
    CHECK (found ("0:54->3:17") == Texts { "0:54", "3:17" });
    CHECK (found ("00:00:01,200 --> 00:00:02,300") == Texts { "00:00:01,200", "00:00:02,300" });
    CHECK (found ("0:54,3:17") == Texts { "0:54", "3:17" });
    CHECK (found ("0:54/3:17") == Texts { "0:54", "3:17" });
}

TEST_CASE ("A leading hyphen is no minus and no part of a number")
{
    CHECK (found ("-00:48 Title") == Texts { "00:48" });
    CHECK (found ("–00:48") == Texts { "00:48" });
    CHECK (found ("Title -0:48") == Texts { "0:48" });
    CHECK (found ("2024-10:30").empty());
}

TEST_CASE ("Numbers, versions, words and dates hold no times")
{
    for (const std::string_view line : { "5.19.1",
                                         "v1:02",
                                         "Boost 1.82",
                                         "NY-10",
                                         "GLM 5.2",
                                         "~80%",
                                         "A1:30",
                                         "snake_1:30",
                                         "2604.26412",
                                         "1.5.19:10",
                                         "12345:30",
                                         "1:234",
                                         "2024-03-09T16:40:04",
                                         "date = \"2023-12-30T17:50:37\"",
                                         "2024-03-09 16:40:04",
                                         "1.12:30",
                                         "$1:30",
                                         "#1:30" })
    {
        INFO (line);
        CHECK (found (line).empty());
    }
}

TEST_CASE ("Web addresses hold no times")
{
    CHECK (found ("https://youtu.be/abc?t=1h2m3s").empty());
    CHECK (found ("see https://example.org/watch/33:40 for more").empty());
    CHECK (found ("www.example.org/00:00:14-x").empty());
    CHECK (found ("https://example.org/33:40 12:00 News") == Texts { "12:00" });
    CHECK (found ("<https://example.org/33:40>12:00") == Texts { "12:00" });
    CHECK (found ("1:02:03 https://example.org/1:02:04") == Texts { "1:02:03" });
}

TEST_CASE ("Clock times with AM, PM and the like are left out")
{
    for (const std::string_view line : { "1:30 PM",
                                         "1:30PM",
                                         "12:15pm - 1:45pm",
                                         "met at 6:30AM",
                                         "10:51 AM]",
                                         "05:37:15:PM",
                                         "9:00 a.m. sharp",
                                         "18:30 Uhr",
                                         "10:30h",
                                         "9:00\u00A0am" })
    {
        INFO (line);
        CHECK (found (line).empty());
    }

    CHECK (found ("1:30 Amazon") == Texts { "1:30" });
    CHECK (found ("1:30 Pmax") == Texts { "1:30" });
    CHECK (found ("1:30 Hello") == Texts { "1:30" });
    CHECK (found ("1:30 H is a letter") == Texts { "1:30" });
}

// "0:00 Am Anfang war das Wort" is German, and no clock shows 0:00 AM or 13:20 PM.
TEST_CASE ("A title that begins with Am or PM is a title where no clock time can be")
{
    CHECK (found ("1:30 Am Anfang") == Texts { "1:30" });
    CHECK (found ("0:00 am Anfang") == Texts { "0:00" });
    CHECK (found ("13:20 PM Modi in Paris") == Texts { "13:20" });
    CHECK (found ("0:15:00 AM radio") == Texts { "0:15:00" });
}

TEST_CASE ("Letter times are found in a line, apart from words")
{
    CHECK (found ("1h02m03s Title") == Texts { "1h02m03s" });
    CHECK (found ("at 90s, then") == Texts { "90s" });
    CHECK (found ("the 1990s were") == Texts { "1990s" }); // the outline reader decides, by the other lines
    CHECK (found ("x90s").empty());
}

TEST_CASE ("Accented and non-Latin letters before a time are letters, too")
{
    CHECK (found ("é1:30").empty());
    CHECK (found ("Ж1:30").empty());
    CHECK (found ("é-1:30").empty());
    CHECK (found ("é 1:30") == Texts { "1:30" });
}

TEST_CASE ("Offsets are bytes, behind characters of any length")
{
    const std::string_view line = "天 – 1:02";
    const auto times = findTimestamps (line);

    REQUIRE (times.size() == 1);
    CHECK (times[0].begin == line.size() - 4);
    CHECK (times[0].end == line.size());
}

// A reader that starts over at every digit takes hours for these; they have to end at all.
TEST_CASE ("Megabytes of hostile line are read")
{
    const auto repeat = [] (std::string_view unit, std::size_t size)
    {
        std::string line;

        while (line.size() < size)
            line += unit;

        return line;
    };

    for (const std::string_view unit : { "1", ":", "1:" })
        CHECK (findTimestamps (repeat (unit, 10u << 20)).size() <= 1);

    for (const std::string_view unit : { "1:1",
                                         "1:11:",
                                         "１：",
                                         "1:11 ",
                                         "1:11.9",
                                         "1:11,",
                                         "1h",
                                         "1h1m1s",
                                         "1h1m1s ",
                                         "-1:11",
                                         "https://",
                                         "www.",
                                         " ",
                                         "1:11 am ",
                                         "\xF0\x9F",
                                         "2024-03-09 1:11 " })
        CHECK (findTimestamps (repeat (unit, 1u << 20)).size() < (1u << 20) / 4);

    CHECK (timestampAt (repeat ("1", 10u << 20), 0) == std::nullopt);
    CHECK (timestampAt ("0:00." + repeat ("9", 10u << 20), 0)->value == Duration::fromSeconds (1));
}

//======================================================================================================
// What a user types

TEST_CASE ("Durations as they are typed")
{
    CHECK (parseDuration ("90") == time (0, 1, 30));
    CHECK (parseDuration ("0") == Duration());
    CHECK (parseDuration ("1:30") == time (0, 1, 30));
    CHECK (parseDuration ("0:01:30.250") == time (0, 1, 30, 250));
    CHECK (parseDuration ("1h02m") == time (1, 2, 0));
    CHECK (parseDuration ("1.5s") == time (0, 0, 1, 500));
    CHECK (parseDuration ("1,5") == time (0, 0, 1, 500));
    CHECK (parseDuration (".5") == time (0, 0, 0, 500));
    CHECK (parseDuration ("250ms") == time (0, 0, 0, 250));
    CHECK (parseDuration ("0.5ms") == Duration::fromNanoseconds (500'000));
    CHECK (parseDuration ("-0:02") == time (0, 0, -2));
    CHECK (parseDuration ("-1.5") == -time (0, 0, 1, 500));
    CHECK (parseDuration ("+3s") == time (0, 0, 3));
    CHECK (parseDuration ("  90 ") == time (0, 1, 30));
    CHECK (parseDuration ("999999999") == Duration::fromSeconds (999'999'999));
}

TEST_CASE ("What is no duration is refused")
{
    for (const std::string_view text :
         { "",     " ",   "-",   "+",     "s",   "ms",         ".",    "1.",      "abc",          "1:2",
           "1:60", "--5", "1 2", "1:30x", "1e3", "9999999999", "0x10", "1:2:3:4", "1:30 to 2:30", "∞" })
    {
        INFO (text);
        CHECK (parseDuration (text) == std::nullopt);
    }
}

//======================================================================================================
// Writing

TEST_CASE ("Times are shown as short as they can be")
{
    CHECK (formatTime (Duration()) == "0:00");
    CHECK (formatTime (time (0, 0, 54)) == "0:54");
    CHECK (formatTime (time (0, 59, 59)) == "59:59");
    CHECK (formatTime (time (1, 27, 20)) == "1:27:20");
    CHECK (formatTime (time (123, 4, 5)) == "123:04:05");
    CHECK (formatTime (time (0, 0, 0, 250)) == "0:00.250");
    CHECK (formatTime (time (1, 0, 0, 5)) == "1:00:00.005");
    CHECK (formatTime (-time (0, 0, 2)) == "-0:02");
    CHECK (formatTime (-time (1, 0, 0, 500)) == "-1:00:00.500");
    CHECK (formatTime (Position::fromSeconds (61)) == "1:01");
}

TEST_CASE ("Showing a time rounds it to the nearest millisecond, and the carry goes all the way")
{
    CHECK (formatTime (Duration::fromNanoseconds (3'599'999'500'000)) == "1:00:00");
    CHECK (formatTime (Duration::fromNanoseconds (59'999'499'999)) == "0:59.999");
    CHECK (formatTime (Duration::fromNanoseconds (-1)) == "0:00");
}

TEST_CASE ("Fixed times always have two-digit hours and three decimals")
{
    CHECK (formatTimeFixed (Position()) == "00:00:00.000");
    CHECK (formatTimeFixed (Position (time (1, 27, 20))) == "01:27:20.000");
    CHECK (formatTimeFixed (Position (time (123, 0, 0))) == "123:00:00.000");
    CHECK (formatTimeFixed (Position::fromNanoseconds (1'999'999)) == "00:00:00.002");
    CHECK (formatTimeFixed (Position::fromNanoseconds (1'999'999), Rounding::down) == "00:00:00.001");
    CHECK (formatTimeFixed (Position::fromNanoseconds (-1), Rounding::down) == "-00:00:00.001");
}

TEST_CASE ("The second that is shown is the one that has begun")
{
    CHECK (shownSecond (Position()) == 0);
    CHECK (shownSecond (Position (time (0, 1, 2, 700))) == 62);
    CHECK (shownSecond (Position (time (0, 1, 2, 999))) == 62);
    CHECK (shownSecond (Position (time (0, 1, 3))) == 63);
    CHECK (shownSecond (Position::fromNanoseconds (62'999'999'999)) == 63); // of a sample count
    CHECK (shownSecond (Position (-time (0, 0, 0, 1))) == -1);
}

TEST_CASE ("What is shown is read back as the same time")
{
    for (std::int64_t ms = 0; ms < 400LL * 3'600'000; ms = ms * 3 + 1)
    {
        const auto d = Duration::fromMilliseconds (ms);
        REQUIRE (parseDuration (formatTime (d)) == d);
        REQUIRE (parseDuration (formatTime (-d)) == -d);
        REQUIRE (parseDuration (formatTimeFixed (Position (d))) == d);
    }
}

} // namespace earmark
