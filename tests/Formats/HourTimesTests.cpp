// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Lists of hours and minutes, and lines that look like times of day among positions.

namespace earmark
{

using namespace tests;

namespace
{

std::string chaptersOf (std::string_view text)
{
    INFO (text);
    const auto imported = importOutline (text, {});
    return imported ? summaryOf (imported->reading.outline.chapters) : "none";
}

constexpr std::string_view wanted = "0:00 Welcome, 45:00 The gauge, 1:30:00 Letters";

} // namespace

TEST_CASE ("Times with a unit of hours are hours and minutes where all are so, and it is told")
{
    for (const std::string_view text : { "0:00h Welcome\n0:45h The gauge\n1:30h Letters\n",
                                         "0:00 h Welcome\n0:45 h The gauge\n1:30 h Letters\n",
                                         "0:00 hrs - Welcome\n0:45 hrs - The gauge\n1:30 hrs - Letters\n",
                                         "- 0:00 Std. Welcome\n- 0:45 Std. The gauge\n- 1:30 Std. Letters\n",
                                         "1. 0:00h Welcome\n2. 0:45h The gauge\n3. 1:30h Letters\n",
                                         "Welcome (0:00h)\nThe gauge (0:45h)\nLetters (1:30h)\n",
                                         "0:00h\nWelcome\n0:45h\nThe gauge\n1:30h\nLetters\n" })
    {
        CHECK (chaptersOf (text) == wanted);
        const auto reading = importOutline (text, {}).value().reading;
        CHECK (hasWarning (reading));
        CHECK (std::ranges::contains (
            reading.notices, "Times such as 1:30h were read as hours and minutes.", &Notice::message));
    }

    CHECK (chaptersOf ("0:00h – 0:45h Welcome\n0:45h – 1:30h The gauge\n")
           == "0:00-45:00 Welcome, 45:00-1:30:00 The gauge");

    // Times that are mentioned have no part in it, and stay as they are.
    CHECK (
        chaptersOf (
            "We met at 10:30 in Oban.\n\n0:00h Welcome\n0:45h The 9:40 ferry\n1:30h Letters of 2:00 h each\n")
        == "0:00 Welcome, 45:00 The 9:40 ferry, 1:30:00 Letters of 2:00 h each");

    const auto lines = importOutline ("0:00h Welcome\n0:45h The gauge\n", {}).value().reading.lines;
    CHECK (lines[1] == LineUse { "0:45h The gauge", LineUse::Kind::chapterStart, 2 });
}

TEST_CASE ("Opening hours, and lists where some times have no unit, are no hours and minutes")
{
    CHECK (chaptersOf ("19:00h Doors\n20:00h Concert\n22:00h Bar\n") == "none");
    CHECK (chaptersOf ("0:00 h Welcome\n0:45 The gauge\n1:30 Letters\n")
           == "0:00 h Welcome, 0:45 The gauge, 1:30 Letters");
    CHECK (chaptersOf ("0:00 hours of fog\n0:45 The gauge\n1:30 Letters\n")
           == "0:00 hours of fog, 0:45 The gauge, 1:30 Letters");
    CHECK (chaptersOf ("0:30h Welcome\n0:45h The gauge\n") == "none");
}

TEST_CASE ("A title among positions may begin with AM or PM, and it is told")
{
    const auto reading =
        importOutline ("0:00 Welcome\n12:04 AM radio in the fifties\n15:00 PM and product\n", {})
            .value()
            .reading;
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome, 12:04 AM radio in the fifties, 15:00 PM and product");
    CHECK (hasNotice (reading, "'12:04 AM' was read as a time in the episode, not as a time of day.", 2));

    CHECK (chaptersOf ("- 0:00 Los\n- 2:10 Pegel\n- 12:04 am Hafen\n")
           == "0:00 Los, 2:10 Pegel, 12:04 am Hafen");
    CHECK (chaptersOf ("0:00 Welcome\n\n12:04 AM radio\n\n15:00 Bye\n\nJoin us on Sunday, 9:00 AM in Oban.\n")
           == "0:00 Welcome, 12:04 AM radio, 15:00 Bye");
}

TEST_CASE ("Times of day with AM or PM make no chapters")
{
    CHECK (chaptersOf ("9:00 AM Start\n9:15 AM News\n10:00 AM Bye\n") == "none");

    // Several, out of the order, without a title, in a sentence, below the list
    for (const std::string line : { "4:00 AM radio\n5:00 PM radio\n",
                                    "12:04 AM radio\n",
                                    "9:00 AM\n",
                                    "9:00 AM - Start\n",
                                    "9:00 AM is when we left.\n" })
        CHECK (chaptersOf ("0:00 Welcome\n2:00 The gauge\n" + line + "10:00 Bye\n")
               == "0:00 Welcome, 2:00 The gauge, 10:00 Bye");

    CHECK (chaptersOf ("0:00 Welcome\n5:00 Bye\n\nJoin us live\n9:00 AM Sunday service\n")
           == "0:00 Welcome, 5:00 Bye");
}

} // namespace earmark
