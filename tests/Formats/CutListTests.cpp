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
                              "1. 0:12.5 to 0:31, a cough\n2. 1:12 to 1:20.25, the phone\n" })
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

TEST_CASE ("What is only muted is no cut")
{
    const auto list = readCutList ("10.0 20.0 0\n30 40 1\n50 60 3\n");
    REQUIRE (list);
    CHECK (list->cuts.size() == 2);
    REQUIRE (list->notices.size() == 1);
    CHECK (list->notices[0].where == Place::atLine (2));

    // Not every number there is an action.
    CHECK (readCutList ("10 20 0\n30 40 1\n50 60 7\n")->cuts.size() == 3);
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
