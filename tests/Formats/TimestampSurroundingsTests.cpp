// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Formats/ReadLists.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Lists of times in other text, and several of them.

namespace earmark
{

using namespace tests;

//======================================================================================================
// Several on one line

TEST_CASE ("Several chapters on one line are taken apart")
{
    CHECK (read ("0:00 Welcome 1:12 The gauge 1:02:03 Letters") == threeLines);
    CHECK (read ("0:00 Welcome | 1:12 The gauge | 1:02:03 Letters") == threeLines);
    CHECK (read ("0:00 Welcome, 1:12 The gauge, 1:02:03 Letters") == threeLines);
    CHECK (read ("0:00 Welcome / 1:12 The gauge / 1:02:03 Letters") == threeLines);
    CHECK (read ("(0:00) Welcome (1:12) The gauge (1:02:03) Letters") == threeLines);
    CHECK (read ("0:00 Welcome 1:12 The gauge\n2:00 Fog 3:00 Fish")
           == "0:00 Welcome, 1:12 The gauge, 2:00 Fog, 3:00 Fish");
}

TEST_CASE ("A time that a title mentions makes no chapter")
{
    CHECK (read ("0:00 Welcome\n1:12 The 9:40 ferry\n20:00 Letters\n30:00 Bye")
           == "0:00 Welcome, 1:12 The 9:40 ferry, 20:00 Letters, 30:00 Bye");
    CHECK (read ("0:00 Welcome (more at 5:10)\n1:12 The gauge\n20:00 Letters\n30:00 Bye")
           == "0:00 Welcome (more at 5:10), 1:12 The gauge, 20:00 Letters, 30:00 Bye");
}

//======================================================================================================
// The text around the list

TEST_CASE ("Text around the list is kept as the description")
{
    const auto reading =
        readLosingNothing ("In this episode the tide comes back. We talk about gauges and ferries.\n"
                           "Support us: https://example.org/33:40\n\n"
                           "CHAPTERS:\n(0:00) Welcome\n(1:12) The gauge\n(1:02:03) Letters\n\n"
                           "----------\nFollow Ida: https://example.org/ida\n#tide #ferry\n");

    CHECK (summaryOf (reading.outline.chapters) == threeLines);
    const auto& description = reading.outline.episode.description;
    CHECK (description.starts_with ("In this episode the tide comes back."));
    CHECK (description.contains ("https://example.org/33:40"));
    CHECK (description.ends_with ("Follow Ida: https://example.org/ida\n#tide #ferry"));
    CHECK (std::ranges::count_if (reading.notices,
                                  [] (const Notice& n) { return n.message.contains ("description"); })
           == 2);
}

TEST_CASE ("Text below the last line of a list does not become part of it")
{
    const auto reading =
        readLosingNothing ("0:00 Welcome\n1:12 The gauge\n1:02:03 Letters\nThanks to our sponsor!\nSee you.");
    CHECK (reading.outline.chapters[2].summary.empty());
    CHECK (reading.outline.episode.description == "Thanks to our sponsor!\nSee you.");
}

TEST_CASE ("A heading of the first level above a list is the episode's title, and a deeper one the list's")
{
    CHECK (readLosingNothing ("# The Tide\n\n0:00 Welcome\n1:12 The gauge\n2:00 Bye").outline.episode.title
           == "The Tide");
    CHECK (readLosingNothing ("## Kapitelmarken\n\n0:00 Welcome\n1:12 The gauge\n2:00 Bye")
               .outline.episode.title.empty());
    CHECK (readLosingNothing ("# The Tide\n\n## Kapitelmarken\n\n0:00 Welcome\n1:12 The gauge\n2:00 Bye")
               .outline.episode.title
           == "The Tide");
}

TEST_CASE ("A list that starts over is another list")
{
    const std::string text =
        "Deutsch\n0:00 Hallo\n1:12 Pegel\n2:00 Ende\n\nEnglish\n0:00 Welcome\n1:12 The gauge\n2:00 Bye\n";
    const auto reading = readLosingNothing (text);
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Hallo, 1:12 Pegel, 2:00 Ende");
    REQUIRE (reading.questions.size() == 1);
    CHECK (summaryOf (readLosingNothing (text, {}, { .answers = { { "list", "2" } } }).outline.chapters)
           == "0:00 Welcome, 1:12 The gauge, 2:00 Bye");
    CHECK (
        summaryOf (readLosingNothing (text, {}, { .answers = { { "list", "nonsense" } } }).outline.chapters)
        == "0:00 Hallo, 1:12 Pegel, 2:00 Ende");
}

TEST_CASE ("A range may end with the word for the end")
{
    const auto wanted = "0:00-1:12 Welcome, 1:12 The gauge";
    CHECK (read ("[0:00 - 1:12] Welcome\n[1:12 - end] The gauge") == wanted);
    CHECK (read ("(0:00–1:12) Welcome\n(1:12–Ende) The gauge") == wanted);
    CHECK (read ("0:00 - 1:12 | Welcome\n1:12 - END | The gauge") == wanted);
    CHECK (read ("Welcome (0:00 - 1:12)\nThe gauge (1:12 - ...)") == wanted);
    CHECK (read ("0:00 - Welcome\n1:12 - End Credits") == "0:00 Welcome, 1:12 End Credits");
    CHECK (read ("0:00 - Welcome\n1:12 - End") == "0:00 Welcome, 1:12 End");

    // Without a bracket where the others are ranges with the same sign.
    for (const auto* list : { "0:00 - 1:12 Welcome\n1:12 - End The gauge",
                              "0:00-1:12 Welcome\n1:12-Ende The gauge",
                              "0:00–1:12 – Welcome\n1:12–end – The gauge",
                              "0:00–1:12: Welcome\n1:12–end: The gauge",
                              "0:00 – 1:12: Welcome\n1:12 – …: The gauge",
                              "**0:00 – 1:12** Welcome\n**1:12 – End** The gauge",
                              "- 0:00 – 1:12\nWelcome\n- 1:12 – End\nThe gauge" })
        CHECK (summaryOf (importOutline (list, {}).value().reading.outline.chapters) == wanted);

    CHECK (hasNotice (importOutline ("0:00 - 1:12 Welcome\n1:12 - End The gauge", {}).value().reading,
                      "'End' was taken for the end of the range",
                      2));

    // Where it may begin the title, or is all of it.
    CHECK (read ("0:00 - 1:12 Welcome\n1:12 - End of the tide") == "0:00-1:12 Welcome, 1:12 End of the tide");
    CHECK (read ("0:00 - 1:12 Welcome\n1:12 - End Credits") == "0:00-1:12 Welcome, 1:12 End Credits");
    CHECK (read ("0:00 - 1:12 Welcome\n1:12 - Fine Tuning") == "0:00-1:12 Welcome, 1:12 Fine Tuning");
    CHECK (read ("0:00 - 1:12 Welcome\n1:12 - Fine tuning") == "0:00-1:12 Welcome, 1:12 Fine tuning");
    CHECK (read ("0:00 - 1:12 Welcome\n1:12 - Ende") == "0:00-1:12 Welcome, 1:12 Ende");
    CHECK (read ("Part 1: 0:00 – 1:12\nPart 2: 1:12 – …") == "0:00-1:12 Part 1, 1:12 Part 2");
    CHECK (summaryOf (
               importOutline ("Part 1: 0:00 – 1:12\nPart 2: 1:12 – End", {}).value().reading.outline.chapters)
           == "0:00-1:12 Part 1, 1:12 Part 2");

    // In a table it has no part in the title.
    for (const auto* table :
         { "| Time | Chapter | Summary |\n|---|---|---|\n| 0:00–1:12 | Welcome | We board. |\n| 1:12–End | "
           "The gauge | It rises. |\n",
           "| Chapter | Time |\n|---|---|\n| Welcome | 0:00–1:12 |\n| The gauge | 1:12–End |\n" })
        CHECK (summaryOf (importOutline (table, {}).value().reading.outline.chapters) == wanted);

    CHECK (read ("0:00–1:12 – Welcome\n1:12 – End credits") == "0:00-1:12 Welcome, 1:12 End credits");
    CHECK (read ("0:00 – 1:12 Welcome\n1:12 – Ending") == "0:00-1:12 Welcome, 1:12 Ending");
}

TEST_CASE ("Chapters that begin together are both kept")
{
    CHECK (read ("0:00 Welcome\n0:00 Music\n1:12 The gauge") == "0:00 Welcome, 0:00 Music, 1:12 The gauge");
}

} // namespace earmark
