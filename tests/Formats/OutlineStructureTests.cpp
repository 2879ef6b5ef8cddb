// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Pastes.h"
#include "Formats/ReadLists.h"

// Which lines of a pasted text are the list, and what belongs to its chapters.

namespace earmark
{

using namespace tests;

namespace
{

constexpr std::string_view list = "0:00 Welcome\n1:12 The gauge\n17:45 Fog\n41:20 Letters\n";
constexpr std::string_view listed = "0:00 Welcome, 1:12 The gauge, 17:45 Fog, 41:20 Letters";

std::string listThen (std::string_view text)
{
    return std::string (list) + std::string (text);
}

bool says (const OutlineReading& reading, std::string_view part)
{
    return std::ranges::any_of (reading.notices, [&] (const Notice& n) { return n.message.contains (part); });
}

} // namespace

TEST_CASE ("Quotes, mentions and a transcript behind a list are another list")
{
    for (const auto* text : { "\nQuotes\n4:02 It hummed.\n19:30 No egg.\n42:11 Three long.\n",
                              "\nMentioned\n[5:32] The almanac\n[19:08] The museum\n[44:51] The song\n",
                              "\nTranscript\n[00:02] Mara: Hello.\n[00:05] Ida: Hello.\n[00:09] Mara: So.\n",
                              "\nTranscript\n0:01\nhello all and\n0:04\nwelcome to the\n0:07\nharbour\n" })
    {
        INFO (text);
        const auto reading = readLosingNothing (listThen (text));
        CHECK (summaryOf (reading.outline.chapters) == listed);
        REQUIRE (reading.questions.size() == 1);
        CHECK (reading.questions.front().id == "list");
    }

    // One slip below a heading is none, and a list with text inside stays whole.
    CHECK (read (listThen ("\nMore\n40:10 Songs\n50:00 Bells\n55:00 Bye\n"))
           == "0:00 Welcome, 1:12 The gauge, 17:45 Fog, 40:10 Songs, 41:20 Letters, 50:00 Bells, 55:00 Bye");
    CHECK (read ("0:00 Welcome\nAll aboard.\n1:12 The gauge\nIt rises.\n17:45 Fog\nIt falls.\n4:02 "
                 "Tea\n19:30 Rope\n"
                 "42:11 Bye\n")
           == "0:00 Welcome, 1:12 The gauge, 4:02 Tea, 17:45 Fog, 19:30 Rope, 42:11 Bye");
}

TEST_CASE ("Chapters may be written as forms")
{
    const auto form = importOutline ("Title: Welcome\nStart: 00:00\nEnd: 01:12\nDescription: All aboard.\n\n"
                                     "Title: The gauge\nStart: 01:12\nEnd: 02:00\nDescription: It rises.\n\n"
                                     "Title: Fog\nStart: 02:00\nEnd: 03:30\nDescription: It falls.\n",
                                     {});
    REQUIRE (form);
    const auto& chapters = form->reading.outline.chapters;
    CHECK (summaryOf (chapters) == "0:00-1:12 Welcome, 1:12-2:00 The gauge, 2:00-3:30 Fog");
    CHECK (chapters[1].summary == "It rises.");

    const auto yaml = importOutline ("chapters:\n- start: 00:00\n  title: Welcome\n"
                                     "- start: 01:12\n  title: \"Tide: the gauge\"\n"
                                     "- start: 02:00\n  title: Fog\n",
                                     {});
    REQUIRE (yaml);
    CHECK (summaryOf (yaml->reading.outline.chapters) == "0:00 Welcome, 1:12 Tide: the gauge, 2:00 Fog");

    CHECK (read ("0:00 Title: Welcome\n1:12 The gauge\n2:00 Fog\n")
           == "0:00 Title: Welcome, 1:12 The gauge, 2:00 Fog");
}

TEST_CASE ("The first chapter may stand behind prose, where a page has lost the line end")
{
    const auto reading = readLosingNothing ("Mara and Ida talk of rope and of the harbour. (0:00) "
                                            "Welcome\n(1:12) The gauge\n(17:45) Fog\n(41:20) Letters\n");
    CHECK (summaryOf (reading.outline.chapters) == listed);
    CHECK (reading.outline.episode.description.contains ("Mara and Ida talk of rope and of the harbour."));

    CHECK (read ("Of rope and of the harbour. Chapters: (0:00) Welcome (1:12) The gauge (17:45) Fog (41:20) "
                 "Letters")
           == listed);
    CHECK_FALSE (
        importOutline ("The harbour closes at 0:00, the light goes on at 4:30 and off at 6:15.", {}));

    CHECK (read ("It begins at 0:00 sharp.\n0:00 Welcome\n1:12 The gauge\n17:45 Fog\n")
           == "0:00 Welcome, 1:12 The gauge, 17:45 Fog");
    CHECK (read ("We met at 9:30 sharp.\n1:12 The gauge\n17:45 Fog\n") == "1:12 The gauge, 17:45 Fog");
}

TEST_CASE ("Of the list that was not chosen nothing becomes the episode's or a chapter's")
{
    const auto text = listThen ("\nDeutsch:\n0:00 Willkommen\n1:12 Der Pegel\n17:45 Nebel\n");
    const auto second = importOutline (text, {}, { .answers = { { "list", "2" } } });
    REQUIRE (second);
    CHECK (summaryOf (second->reading.outline.chapters) == "0:00 Willkommen, 1:12 Der Pegel, 17:45 Nebel");
    CHECK (second->reading.outline.episode.title.empty());

    const auto first = importOutline (
        "0:00 Welcome\nAll aboard.\n\nAnd calm.\n\n5:00 Fog\nIt falls.\n\n10:00 Bye\nSo long.\n\n"
        "0:00 Hello\n0:05 all\n0:10 of you",
        {});
    REQUIRE (first);
    CHECK (first->reading.outline.chapters.back().summary == "So long.");
}

TEST_CASE ("Of lines with the time first and lines with the time last those are the list that begin at zero")
{
    for (const auto* text : { "\nTranscript\n\nMara  0:02\nHello.\n\nIda  0:05\nHello.\n\nMara  "
                              "0:09\nSo.\n\nIda  0:11\nYes.\n\nMara  "
                              "0:14\nNo.\n",
                              "\n\"It hummed.\" (4:02)\n\"No egg.\" (19:30)\n\"Three long.\" "
                              "(21:15)\n\"Fog.\" (24:40)\n\"Bye.\" "
                              "(42:11)\n",
                              "\nThe museum is open:\nMon 9:00–17:00\nTue 9:00–17:00\nWed 9:00–17:00\nThu "
                              "9:00–20:00\nFri 9:00–17:00\n" })
    {
        INFO (text);
        CHECK (read (listThen (text)) == listed);
    }

    CHECK (read ("Welcome (0:00)\nThe gauge (1:12)\nBye (2:00)\n\n[0:02] Mara: Hello.\n[0:05] Ida: "
                 "Hello.\n[0:09] Mara: "
                 "So.\n[0:11] Ida: Yes.\n")
           == "0:00 Welcome, 1:12 The gauge, 2:00 Bye");
}

TEST_CASE ("Two lines of other text that end with times are no list")
{
    CHECK (read ("Doors open at 18:30\nShow starts at 19:30\nCurfew 22:30\n\nBring a coat.\n") == "none");
    CHECK (read ("The Harbour Hour\n\nLive: Tuesdays 19:00\nRepeat: Sundays 11:00\n") == "none");
    CHECK (read ("0:00 Welcome\n\nLive: Tuesdays 19:00\nRepeat: Sundays 11:00\n") == "0:00 Welcome");
    CHECK (read ("Welcome 0:10\nThe gauge 1:12\n") == "0:10 Welcome, 1:12 The gauge");
    CHECK (read ("The Tide\n\nWelcome 0:00\nThe gauge 1:12\n") == "0:00 Welcome, 1:12 The gauge");
    CHECK (read ("The Tide\n\nWelcome (0:10–1:12)\nThe gauge (1:12–2:00)\n")
           == "0:10-1:12 Welcome, 1:12-2:00 The gauge");
}

TEST_CASE ("The times of points inside the ranges of chapters make no chapters")
{
    const auto wanted = "0:00-10:00 Opening, 10:00-24:30 Fog";
    const auto first =
        readLosingNothing ("**0:00–10:00 Opening**\n- 2:10 Mara's joke\n- 6:45 The season\n\n**10:00–24:30 "
                           "Fog**\n- 12:05 Three long\n");
    CHECK (summaryOf (first.outline.chapters) == wanted);
    CHECK (first.outline.chapters[0].points == Points { "2:10 Mara's joke", "6:45 The season" });
    const auto last =
        readLosingNothing ("**Opening** (0:00 - 10:00)\n- Mara's joke (2:10)\n- The season (6:45)\n\n**Fog** "
                           "(10:00 - 24:30)\n- Three long (12:05)\n");
    CHECK (summaryOf (last.outline.chapters) == wanted);
    CHECK (last.outline.chapters[1].points == Points { "Three long (12:05)" });

    const auto sentence = readLosingNothing (
        "0:00 – 10:00\nOpening\nAll aboard.\n10:00 – 24:30\nFog\n12:30 at noon is when it comes.\n");
    CHECK (summaryOf (sentence.outline.chapters) == wanted);
    CHECK (sentence.outline.chapters[1].summary == "12:30 at noon is when it comes.");

    // Ranges that are bullets themselves have chapters beside them.
    CHECK (read ("- 0:00–10:00 Opening\n- 6:45 The season\n- 10:00–24:30 Fog\n")
           == "0:00-10:00 Opening, 6:45 The season, 10:00-24:30 Fog");
}

TEST_CASE ("A line inside the list that seems meant as a chapter is told")
{
    for (const auto* line :
         { "1.45 Fog", "1:5 Fog", "1h02:15 Fog", "1.02.15 Fog", "ca. 29:10 Fog", "Break 29:10–30:00" })
    {
        INFO (line);
        const auto reading = readLosingNothing ("0:00 Welcome\n1:02 The gauge\n" + std::string (line)
                                                + "\n2:41:20 Letters\n2:50:00 Bye\n");
        CHECK (reading.outline.chapters.size() == 4);
        CHECK (hasNotice (reading, "may be meant as the time of a chapter", 3));
    }

    CHECK (hasNotice (
        readLosingNothing ("0:00 Welcome\n:45 Fog\n1:12 The gauge\n2:00 Bye\n"), "':45' may be meant", 2));
    CHECK (hasNotice (readLosingNothing (listThen ("1.29.04 Credits\n")), "'1.29.04' may be meant", 5));

    const auto withText = readLosingNothing ("0:00 - Welcome\nAll aboard.\n1:12 - The gauge\nIt "
                                             "rises.\n14.45 - Fog\nIt falls.\n17:45 - Bye\nSee you.\n");
    CHECK (hasNotice (withText, "'14.45' may be meant", 5));

    // Not a title on a line of its own.
    CHECK_FALSE (says (readLosingNothing ("0:00\n1.30 in the morning\n12:30\n14.30 Tea\n20:00\nThe end\n"),
                       "may be meant"));

    // Out of the order, prices, and sentences in a chapter's text.
    CHECK_FALSE (hasWarning (readLosingNothing ("0:00 Welcome\n1:12 The gauge\n45.50 Fog\n2:00 Bye\n")));
    CHECK_FALSE (hasWarning (readLosingNothing ("0:00 Welcome\nAll aboard.\n1:12 The gauge\n3.50 was the "
                                                "price of tea.\n17:45 Fog\nAt noon, 12:30 it comes.\n")));
}

TEST_CASE ("A footer is no summary of a last chapter that has none")
{
    const auto reading =
        readLosingNothing ("0:00 Welcome\nMara opens.\n1:12 The gauge\nIt rises.\n17:45 Fog\nIt "
                           "falls.\n41:20 Letters\n\nWrite to us at the harbour\n");
    CHECK (summaryOf (reading.outline.chapters) == listed);
    CHECK (reading.outline.chapters.back().summary.empty());
    CHECK (reading.outline.episode.description == "Write to us at the harbour");

    const auto apart = readLosingNothing ("0:00 Welcome\n\nMara opens.\n\n1:12 The gauge\n\nIt rises.\n");
    CHECK (apart.outline.chapters.back().summary == "It rises.");
}

TEST_CASE ("What is listed below the last chapter's text is the episode's")
{
    const std::string twoChapters =
        "0:00 Welcome\nMara opens.\n\n- one\n- two\n\n1:12 The gauge\nIt rises.\n\n";

    for (const std::string links : { "Links:\n- the museum\n- the dam\n",
                                     "**Resources**\n- the museum\n- the dam\n",
                                     "🔗 Mentioned in this episode\nthe museum\nthe dam\n" })
        for (const std::string points : { "", "- three\n- four\n\n" })
        {
            CAPTURE (links, points);
            const auto reading = readLosingNothing (twoChapters + points + links);
            const auto& last = reading.outline.chapters.back();
            CHECK (last.summary == "It rises.");
            CHECK (last.points == (points.empty() ? Points {} : Points { "three", "four" }));
            CHECK (reading.outline.episode.description.ends_with ("the museum\nthe dam"));
        }

    // Without a line above them, too, where no chapter before has two lists of points.
    const auto apart = readLosingNothing (twoChapters + "- three\n- four\n\n- the museum\n- the dam\n");
    CHECK (apart.outline.chapters.back().points == Points { "three", "four" });
    CHECK (apart.outline.episode.description == "the museum\nthe dam");
    CHECK (apart.lines[12].kind == LineUse::Kind::episode);
    CHECK (apart.lines[13].kind == LineUse::Kind::episode);

    // Lines with blank ones between all of them are one body, and so are lists that others have as well.
    const auto wide = readLosingNothing ("0:00 Welcome\n\nMara opens.\n\n- one\n\n- two\n\n1:12 The "
                                         "gauge\n\nIt rises.\n\n- three\n\n- four\n");
    CHECK (wide.outline.chapters.back().points == Points { "three", "four" });
    const auto each = readLosingNothing ("0:00 Welcome\nMara opens.\n\nLinks:\n- one\n\n1:12 The gauge\nIt "
                                         "rises.\n\nLinks:\n- two\n");
    CHECK (each.outline.chapters.back().points == Points { "two" });
}

TEST_CASE ("Headings inside the chapters do not end them")
{
    const auto reading = readLosingNothing ("# The Tide\n\n## 0:00 Welcome\n\nAll aboard.\n\n### "
                                            "Takeaways\n- one\n- two\n\n## 1:12 The gauge\n\nIt rises.\n\n"
                                            "### Takeaways\n- three\n\n### Transcript\nMara: Hello.\n\n## "
                                            "17:45 Fog\n\nIt falls.\n\n### Takeaways\n- four\n\n## "
                                            "Links\n- the museum\n");
    const auto& chapters = reading.outline.chapters;
    CHECK (summaryOf (chapters) == "0:00 Welcome, 1:12 The gauge, 17:45 Fog");
    CHECK (reading.outline.episode.title == "The Tide");
    CHECK (chapters[0].summary == "All aboard.");
    CHECK (chapters[0].points == Points { "one", "two" });
    CHECK (chapters[1].points == Points { "three" });
    CHECK (chapters[2].points == Points { "four" });
    CHECK (hasNotice (reading, "'Takeaways' is a heading in several chapters", 7));
    CHECK (reading.outline.episode.description.contains ("Mara: Hello."));
    CHECK (reading.outline.episode.description.contains ("the museum"));

    const auto own = readLosingNothing ("## 0:00 Welcome\n### The crew\n- Mara\n## 1:12 The gauge\n### The "
                                        "scale\n- Ida\n## 17:45 Fog\n### The horn\n- Bo\n");
    CHECK (own.outline.chapters[2].summary == "The horn");
    CHECK (own.outline.chapters[2].points == Points { "Bo" });

    // Points below two headings of the last chapter are no two lists of which one is the episode's.
    const auto two =
        readLosingNothing ("## 0:00 Welcome\n\nAll aboard.\n\n### Plan\n\n- one\n- two\n\n## 5:00 "
                           "Knots\n\nIt holds.\n\n### Bowline\n\n- three\n- four\n\n### "
                           "Hitch\n\n- five\n- six\n");
    CHECK (two.outline.chapters[1].points == Points { "three", "four", "five", "six" });
    CHECK (two.outline.episode.description.empty());

    const auto bold = readLosingNothing ("**0:00 – 1:12: Welcome**\n\nAll aboard.\n\n### Takeaways\n- "
                                         "one\n\n**1:12 – 2:00: The gauge**\n\nIt rises.\n\n### "
                                         "Takeaways\n- two\n");
    CHECK (bold.outline.chapters[0].points == Points { "one" });
    CHECK (bold.outline.chapters[1].points == Points { "two" });
}

TEST_CASE ("Lines that come as fast as speech may be a transcript")
{
    CHECK (says (readLosingNothing (
                     "[00:02] Mara: Hello.\n[00:05] Ida: Hello.\n[00:09] Mara: So.\n[00:11] Ida: Yes.\n"),
                 "3 s apart on average"));
    CHECK_FALSE (says (readLosingNothing ("0:00 One\n0:12 Two\n0:24 Three\n0:36 Four\n"), "transcript"));
}

TEST_CASE ("A list that begins long after zero is told, unless it may be times of day")
{
    CHECK (says (readLosingNothing ("3:14 The gauge\n4:15 Fog\n"), "the first one begins at 3:14"));
    CHECK_FALSE (says (readLosingNothing ("0:54 The gauge\n4:15 Fog\n"), "near 0:00"));
    CHECK_FALSE (says (readLosingNothing ("19:30 The gauge\n20:15 Fog\n21:00 Bye\n"), "near 0:00"));
}

TEST_CASE ("Titles may stand above their times with sentences below, and above their summaries")
{
    const auto below = readLosingNothing (
        "Welcome\n\n0:00 - 1:12\n\nMara opens the season.\n\nThe gauge\n\n1:12 - 17:45\n\nIt "
        "rises.\n\nFog\n\n17:45 - 20:00\n\nIt falls.\n");
    CHECK (summaryOf (below.outline.chapters) == "0:00-1:12 Welcome, 1:12-17:45 The gauge, 17:45-20:00 Fog");
    CHECK (below.outline.chapters[2].summary == "It falls.");

    const auto above = readLosingNothing ("Outline\n\nWelcome\nMara opens the season.\n0:05\n\nThe gauge\nIt "
                                          "rises.\n1:12\n\nFog\nIt falls.\n17:45\n");
    CHECK (summaryOf (above.outline.chapters) == "0:05 Welcome, 1:12 The gauge, 17:45 Fog");
    CHECK (above.outline.chapters[0].summary == "Mara opens the season.");
    CHECK (above.outline.chapters[2].summary == "It falls.");
    CHECK (above.lines[3].kind == LineUse::Kind::summary);
    CHECK (above.lines[3].chapter == 1);
}

TEST_CASE ("Chapters that begin together are told wherever they stand")
{
    CHECK (hasNotice (
        readLosingNothing ("0:00 Welcome\n1:12 The gauge\n2:00 Fog\n1:12 The gauge again\n41:20 Letters\n"),
        "Two chapters begin at 1:12.",
        4));
}

TEST_CASE ("A title between tildes is no fence")
{
    CHECK (summaryOf (
               importOutline ("0:00\n~~~Welcome~~~\n1:12\n~~~Fog~~~\n", {}).value().reading.outline.chapters)
           == "0:00 ~~~Welcome~~~, 1:12 ~~~Fog~~~");
}

TEST_CASE ("A list that has each chapter twice, one behind the other, is read once")
{
    const auto reading = readLosingNothing ("Low water\n0:00\nLow water\n0:00\n"
                                            "The gauge\n1:12\nThe gauge\n1:12\n"
                                            "Letters\n9:30\nLetters\n9:30\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Low water, 1:12 The gauge, 9:30 Letters");
    CHECK (hasNotice (reading, "'The gauge' stands here for the second time", 7));

    const auto together = readLosingNothing ("Low water\n0:00\nLow water\n0:00\n"
                                             "The gauge\n0:00\nThe gauge\n0:00\n");
    CHECK (hasNotice (together, "Two chapters begin at 0:00.", 6));

    // Not the whole list: both may be meant.
    CHECK (read ("0:00 Low water\n0:00 Low water\n1:12 The gauge\n9:30 Letters\n")
           == "0:00 Low water, 0:00 Low water, 1:12 The gauge, 9:30 Letters");
}

TEST_CASE ("Nested bullets and deeper headings are sub-chapters")
{
    const auto levels = [] (std::string_view text)
    {
        std::vector<int> found;

        for (const auto& chapter : readLosingNothing (text).outline.chapters)
            found.push_back (chapter.level);

        return found;
    };

    CHECK (levels ("- 0:00 Fog\n  - 0:45 Horns\n    - 0:50 Three long\n  - 1:12 Bells\n- 17:45 Letters\n")
           == std::vector { 0, 1, 2, 1, 0 });
    CHECK (levels ("## [0:00] Fog\n### [0:45] Horns\nThree long.\n## [1:12] Letters\nOne.\n")
           == std::vector { 0, 1, 0 });

    // The first line of a copy has lost its indent, and numbers stand flush right.
    CHECK (levels ("- 0:00 Fog\n  - 0:45 Horns\n  - 1:12 Letters\n") == std::vector { 0, 0, 0 });
    CHECK (levels ("8. 0:00 Fog\n 9. 0:45 Horns\n10. 1:12 Letters\n") == std::vector { 0, 0, 0 });
}

} // namespace earmark
