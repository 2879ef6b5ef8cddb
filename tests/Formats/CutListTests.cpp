// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/CutList.h"

#include "Support/Chapters.h"

#include <catch2/catch_test_macros.hpp>

#include <initializer_list>

namespace earmark
{

using namespace tests;

namespace
{

/** "0:12.500-0:31": the cuts on one line. */
std::string cutsOf (std::string_view text)
{
    const auto list = readCutList (text);

    if (! list)
        return list.error().message;

    std::string line;

    for (const auto& cut : list->cuts)
        line += (line.empty() ? "" : " ") + formatTime (cut.start) + "-" + formatTime (cut.end);

    return line;
}

} // namespace

TEST_CASE ("Cuts are read as people and programs write them")
{
    for (const auto* text : { "12.5 31\n72 80.25\n",
                              "12.5\t31\tcough\n72\t80.25\tphone\n",
                              "12.5,31\n72,80.25\n",
                              "12,5;31;cough\n72;80,25;phone\n",
                              "0:12.5 - 0:31\n1:12 - 1:20.25",
                              "0:12.5-0:31\r\n1:12\u20131:20.25\r\n",
                              "00:00:12,500 --> 00:00:31,000\n00:01:12,000 --> 00:01:20,250\n",
                              "# removed\n\n0:12.5 0:31\n1:12 1:20.25\n",
                              "start,end,reason\n12.5,31,cough\n72,80.25,phone\n",
                              "reason,end,start\ncough,31,12.5\nphone,80.25,72\n",
                              "Start;Duration\n0:12.5;18.5\n1:12;8.25\n",
                              "sep=;\nstart;end\n12,5;31\n72;80,25\n",
                              "sep=;\r\n12.5;31\r\n72;80.25\r\n",
                              "1\n00:00:12,500 --> 00:00:31,000\na cough\n\n"
                              "2\n00:01:12,000 --> 00:01:20,250\nthe phone\n",
                              "1\n00:00:12,500 --> 00:00:31,000\n\n2\n00:01:12,000 --> 00:01:20,250\n",
                              "- 0:12.5 0:31\n- 1:12 1:20.25\n",
                              "\u2022 0:12.5\u20130:31\n\u2022 1:12\u20131:20.25\n",
                              "1. 0:12.5\u20130:31\n2. 1:12\u20131:20.25\n",
                              "1: 0:12.5 - 0:31\n2: 1:12 - 1:20.25\n",
                              "1: from 0:12.5 to 0:31, a cough\n2: 1:12 to 1:20.25\n",
                              "1) 12.5 31 cough\n2) 72 80.25 phone\n",
                              "12.5 31 18.5 0:18\n72 80.25 8.25 0:08\n",
                              "from to\n12.5 31\n72 80.25\n",
                              "0:12.5 to 0:31\n1:12 until 1:20.25\n",
                              "from 0:12.5 to 0:31 cough\nFrom 1:12 To 1:20.25: phone\n",
                              "von 0:12.5 bis 0:31\nbetween 1:12 and 1:20.25\n",
                              "0:12.5 \u2013 0:31, a cough\n1:12 \u2013 1:20.25, the phone\n",
                              "0:12.5 \u2013 0:31, a cough, twice\n1:12 \u2013 1:20.25\n",
                              "0:12.5 - 0:31\n1:12 - 1:20.25, the phone\n",
                              "0:12.5 - 0:31\ta cough\n1:12 - 1:20.25\tthe phone\n",
                              "0:12.5 - 0:31 - a cough\n1:12 - 1:20.25 \u2014 the phone\n",
                              "0:12.5-0:31; a cough\n1:12-1:20.25; the phone\n",
                              "1. 0:12.5 to 0:31, a cough\n2. 1:12 to 1:20.25, the phone\n",
                              "[0:12.5] - [0:31]\n[1:12] - [1:20.25] the phone\n",
                              "(0:12.5 - 0:31)\n( 1:12 - 1:20.25 )\n",
                              "(0:12.5, 0:31)\n(1:12, 1:20.25)\n",
                              "0:12.5..0:31\n1:12 ... 1:20.25\n",
                              "0:12.5\u20260:31\n1:12 \u2026 1:20.25\n",
                              "\"0:12.5\" to \"0:31\"\n\u201C1:12\u201D to \u201C1:20.25\u201D\n",
                              "'0:12.5' to '0:31'\n1:12 to 1:20.25\n",
                              "\"0:12.5\" to \"0:31\", a cough\n\"1:12\" to \"1:20.25\", the phone\n",
                              "My cuts\n0:12.5 0:31\n1:12 1:20.25\n" })
    {
        CAPTURE (text);
        CHECK (cutsOf (text) == "0:12.500-0:31 1:12-1:20.250");
    }

    CHECK (cutsOf ("72 80\n12345.5 12350\n10 90\n")
           == "1:12-1:20 3:25:45.500-3:25:50 0:10-1:30"); // as they stand
}

TEST_CASE ("A header of cuts tells whether numbers are milliseconds, and numbers of samples are none")
{
    CHECK (cutsOf ("start_ms,end_ms\n12500,31000\n72000,80250\n") == "0:12.500-0:31 1:12-1:20.250");
    CHECK (cutsOf ("start;duration (ms)\n0:12.5;18500\n") == "0:12.500-0:31");
    CHECK_FALSE (readCutList ("start (samples),end (samples)\n44100,88200\n"));
}

TEST_CASE ("A first line that was meant as a cut is no header")
{
    for (const auto* line : { "0:75 to 0:80",
                              "from 0:75 to 0:80",
                              "from (0:75) to (0:80)",
                              "0:75 to 0:80, a cough",
                              "0.05.00 to 0.06.00",
                              "00:00:05:00 - 00:00:06:00",
                              "[00:00:05:00] - [00:00:06:00]",
                              "00:00:05:00 - 00:00:06:00, a cough",
                              "cut 5",
                              "( -0:05 - 0:06 )",
                              "-0:05 to 0:06" })
    {
        CAPTURE (line);
        const auto list = readCutList (std::string (line) + "\n0:10 to 0:11\n");
        REQUIRE_FALSE (list);
        CHECK (list.error().kind == Error::Kind::malformed);
        CHECK (list.error().where == Place::atLine (1));
    }

    CHECK (cutsOf ("0:75 to 0:80") == "'0:75' is no time that can be read, such as 1:30, 1:02:03.5 or 90.");
    CHECK (cutsOf ("0:05 to 0:75, a cough")
           == "'0:75' is no time that can be read, such as 1:30, 1:02:03.5 or 90.");
    CHECK (cutsOf ("0 to 99999999999999999999").starts_with ("'99999999999999999999' is no time"));
    CHECK (cutsOf ("(00:00:05:00 - 00:00:06:00)").starts_with ("'(00:00:05:00' counts frames"));

    // An apostrophe alone means minutes.
    CHECK (cutsOf ("5' - 6'").starts_with ("'5'' is no time"));
}

TEST_CASE ("The numbers of rows are no times")
{
    for (const auto* text : { "#,Start,End\n1,0:05,0:06\n2,0:10,0:11\n",
                              "# removed in May\n#;Start;Ende\n1;0:05;0:06\n2;0:10;0:11\n",
                              "#\tStart\tLength\n1\t0:05\t1\n2\t0:10\t1\n",
                              "#Start,End\n0:05,0:06\n# not that one\n0:10,0:11\n",
                              "No.,Start,End\n1,0:05,0:06\n2,0:10,0:11\n",
                              "Nr.,Von,Bis\n1,0:05,0:06\n2,0:10,0:11\n",
                              "1,0:05,0:06\n2,0:10,0:11\n",
                              "1\t0:05\t0:06\tcough\n2\t0:10\t0:11\tphone\n",
                              "1 0:05 0:06\n2 0:10 0:11\n",
                              "1 0:05 to 0:06\n2 from 0:10 to 0:11\n",
                              "1) 0:05 to 0:06\n2) 0:10 to 0:11\n",
                              "1),0:05,0:06\n2),0:10,0:11\n",
                              "1,0:05 - 0:06,cough\n2,0:10 - 0:11,phone\n",
                              "3,0:05,0:06\n7,0:10,0:11\n",
                              "1,5,6\n2,10,11\n",
                              "1 5 6 cough\n2 10 11 phone\n" })
    {
        CAPTURE (text);
        CHECK (cutsOf (text) == "0:05-0:06 0:10-0:11");
    }

    CHECK (cutsOf ("1,0:05,0:06") == "0:05-0:06");
    CHECK (cutsOf ("1 0:05 0:06") == "0:05-0:06");

    // They are times where a length is behind them, where nothing counts, and where MPlayer's actions are.
    CHECK (cutsOf ("1,0:05,0:04") == "0:01-0:05");
    CHECK (cutsOf ("1 5 4\n2 8 6\n") == "0:01-0:05 0:02-0:08");
    CHECK (cutsOf ("3 5 6\n7 10 11\n") == "0:03-0:05 0:07-0:10");
    CHECK (cutsOf ("1 2 3\n2 2.5 3\n") == "0:01-0:02 0:02-0:02.500");

    // A row that has one and no range does not make a range of it.
    for (const auto* text : { "1,0:05,0:06\n2,0:10\n", "1,0:05,0:06\n2,0:11,0:10\n" })
        CHECK (readCutList (text).error().where == Place::atLine (2));
}

TEST_CASE ("A second cut in a line is found behind what joins it to the first")
{
    for (const auto* text : { "0:05 to 0:06 and 0:10 to 0:11",
                              "0:05 to 0:06 & 0:10 to 0:11",
                              "0:05 to 0:06 &0:10 to 0:11",
                              "0:05 to 0:06 / 0:10 to 0:11",
                              "0:05 to 0:06 + 0:10 - 0:11",
                              "0:05 to 0:06, then 0:10 to 0:11",
                              "0:05 to 0:06 then again 0:10 to 0:11",
                              "0:05 - 0:06 and from 0:10 to 0:11",
                              "0:05 - 0:06 and between 0:10 and 0:11, a cough",
                              "von 0:05 bis 0:06 und von 0:10 bis 0:11",
                              "0:05 -> 0:06 , 0:10 -> 0:11",
                              "5 to 6 and 10 to 11",
                              "5 to 6, and 10 to 11",
                              "0:05,0:06,and 0:10 to 0:11" })
    {
        CAPTURE (text);
        CHECK (cutsOf (text) == "The line holds more than one cut; each needs a line of its own.");
    }

    for (const auto* text : { "0:05 to 0:06, the part about 10 to 20 people",
                              "0:05 to 0:06 and a cough",
                              "0:05 to 0:06 and 7 people who cough",
                              "0:05 to 0:06, a cough that was at 0:10 to 0:11",
                              "0:05 to 0:06 (0:01)",
                              "0:05,0:06,10 to 20 people" })
    {
        CAPTURE (text);
        CHECK (cutsOf (text) == "0:05-0:06");
    }
}

TEST_CASE ("What is only muted is no cut")
{
    const auto list = readCutList ("10.0 20.0 0\n30 40 1\n50 60 3\n");
    REQUIRE (list);
    CHECK (list->cuts.size() == 2);
    REQUIRE (list->notices.size() == 1);
    CHECK (list->notices[0].where == Place::atLine (2));

    // Not every number there is an action.
    CHECK (readCutList ("10 20 0\n30 40 1\n50 60 7\n")->cuts.size() == 3);

    // Where nothing is left, it is said why.
    CHECK (readCutList ("0:05,0:06,1").error().kind == Error::Kind::empty);
    CHECK (cutsOf ("0:05,0:06,1").starts_with ("There are no cuts in it: a 1 or a 2 behind a range"));
    CHECK (cutsOf ("start,end\n") == "There are no cuts in it.");
}

TEST_CASE ("A list that cannot be read whole is not read by half")
{
    for (const auto* text : { "10 20\nto 40\n",
                              "0:10 to 0:20\n0:30 to\n",
                              "0:10 to 0:20\n0:30 to later, surely\n",
                              "10 20\nsoon 40\n",
                              "10 20\n1: 0:30\n",
                              "10 20\n2: 30 later\n",
                              "10 20\n30\n",
                              "10 20\n-5 x\n" })
    {
        CAPTURE (text);
        const auto list = readCutList (text);
        REQUIRE_FALSE (list);
        CHECK (list.error().kind == Error::Kind::malformed);
        CHECK (list.error().where == Place::atLine (2));
    }

    CHECK (cutsOf ("20 10") == "'20' is no cut: it ends where it begins, or before.");
    CHECK (cutsOf ("-1:00 1:30") == "'-1:00' is no cut: it begins before the audio.");
    CHECK (cutsOf ("\u22121:00 - 1:30") == "'-1:00' is no cut: it begins before the audio.");
    CHECK (cutsOf ("-1:00;1:30\n2:00;2:10") == "'-1:00' is no cut: it begins before the audio.");

    for (const auto* text : { "1:00 - 1:30, 2:00 - 2:10\n3:00 - 3:10, 4:00 - 4:10",
                              "1:00 1:30 2:00 2:10",
                              "60 90 120 130",
                              "1:00\t1:30\t2:00\t2:10" })
        CHECK (cutsOf (text) == "The line holds more than one cut; each needs a line of its own.");

    CHECK (readCutList ("start,end\n").error().kind == Error::Kind::empty);
    CHECK (readCutList ("").error().kind == Error::Kind::empty);
    CHECK (readCutList (std::string_view ("\0\1\2\3", 4)).error().kind == Error::Kind::malformed);
}

} // namespace earmark
