// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Formats/ReadLists.h"

#include <catch2/catch_test_macros.hpp>

// Lists with the length of the whole behind each time, as players show it.

namespace earmark
{

using namespace tests;

namespace
{

constexpr std::string_view wanted = "0:00 Welcome, 4:10 The gauge, 30:00-58:23 Letters";

} // namespace

TEST_CASE ("The length of the whole behind each time is no title, and ends the last chapter")
{
    for (const std::string_view text :
         { "0:00 / 58:23\nWelcome\n4:10 / 58:23\nThe gauge\n30:00 / 58:23\nLetters\n",
           "Welcome\n0:00 / 58:23\nThe gauge\n4:10 / 58:23\nLetters\n30:00 / 58:23\n",
           "0:00 / 58:23 Welcome\n4:10 / 58:23 The gauge\n30:00 / 58:23 Letters\n",
           "0:00/58:23 – Welcome\n4:10/58:23 – The gauge\n30:00/58:23 – Letters\n",
           "[0:00 / 58:23] Welcome\n[4:10 / 58:23] The gauge\n[30:00 / 58:23] Letters\n",
           "- **0:00** / 58:23 **Welcome**\n- **4:10** / 58:23 **The gauge**\n- **30:00** / 58:23 "
           "**Letters**\n",
           "Welcome (0:00 / 58:23)\nThe gauge (4:10 / 58:23)\nLetters (30:00 / 58:23)\n",
           "[0:00](#t=0:00) / [58:23](#end) Welcome\n[4:10](#t=4:10) / [58:23](#end) The gauge\n"
           "[30:00](#t=30:00) / [58:23](#end) Letters\n" })
        CHECK (read (text) == wanted);
}

TEST_CASE ("The length behind the times is told, and a link behind it stays one")
{
    const auto reading = readLosingNothing ("0:00 / 58:23 [Welcome](https://example.org/a)\n"
                                            "4:10 / 58:23 The gauge\n58:23 / 58:23 Bye\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Welcome, 4:10 The gauge, 58:23 Bye");
    CHECK (reading.outline.chapters[0].link->url == "https://example.org/a");
    CHECK (hasNotice (reading, "'/ 58:23' behind the times was taken for the length of the episode", 1));
    CHECK_FALSE (hasWarning (reading));
}

TEST_CASE ("Times behind a slash that differ, come first or stand alone are titles")
{
    CHECK (read ("0:00 / 9:40 ferry\n4:10 / 11:15 ferry") == "0:00 9:40 ferry, 4:10 11:15 ferry");
    CHECK (read ("0:00 / 3:00 ferry\n4:10 / 3:00 ferry") == "0:00 3:00 ferry, 4:10 3:00 ferry");
    CHECK (read ("0:00 Welcome\n4:10 / 9:40 ferry\n30:00 Letters")
           == "0:00 Welcome, 4:10 9:40 ferry, 30:00 Letters");
}

} // namespace earmark
