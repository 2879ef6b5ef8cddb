// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"
#include "Support/LoseNothing.h"
#include "Support/Printing.h"
#include "Support/Samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Outlines of summary pages: a range, a title, a summary and points for each chapter, however they were pasted.

namespace earmark
{

using namespace tests;

namespace
{

using Points = std::vector<std::string>;

const ChapterFormat& detected (std::string_view text)
{
    const auto imported = importOutline (text, {});
    REQUIRE (imported);
    return *imported->format;
}

bool hasNotice (const OutlineReading& reading, std::string_view part, std::size_t line)
{
    return std::ranges::any_of (
        reading.notices, [&] (const Notice& n) { return n.message.contains (part) && n.where.line == line; });
}

bool hasWarning (const OutlineReading& reading)
{
    return std::ranges::any_of (reading.notices,
                                [] (const Notice& n) { return n.grade == Notice::Grade::warning; });
}

} // namespace

//======================================================================================================
// The main style, whole

TEST_CASE ("A pasted summary page is read whole")
{
    const auto text = sample ("outline/harbour-lights.txt");
    const auto reading = readLosingNothing (text);
    const auto& [episode, chapters] = reading.outline;

    CHECK (detected (text).id == "outline");
    CHECK (episode.show == "Harbour Lights Podcast");
    CHECK (episode.title
           == "The Tide Comes Back, Ferries Go Electric, Seagrass Math, Lighthouse Keeper Wanted");
    CHECK (episode.description.empty());
    CHECK_FALSE (hasWarning (reading));
    CHECK (reading.questions.empty());

    REQUIRE (chapters.size() == 6);
    CHECK (chapters[0].start == at ("0:00"));
    CHECK (chapters[0].end == at ("0:48"));
    CHECK (chapters[0].title
           == "A new crew: Ida Quist and Bo Lindqvist take the desk; what the season is about");
    CHECK (chapters[0].summary.starts_with ("Mara opens the season"));
    CHECK (chapters[0].summary.ends_with ("the tide gauge that made the news."));
    CHECK (chapters[0].points
           == Points { "Episode 41 kick-off and who sits where",
                       "Light banter about last year’s wrong forecasts (3 of 12)",
                       "Transition into the ‘tide comes back’ story" });

    // Times, ratios and versions inside texts stay there.
    CHECK (chapters[2].summary.contains ("At 22:10 the last boat leaves"));
    CHECK (chapters[2].points.back() == "Version 5.2 of the plan drops the night boat");

    CHECK (chapters[4].start == at ("59:50"));
    CHECK (chapters[4].end == at ("1:27:20"));
    CHECK (chapters[5].end == at ("1:41:42"));
    CHECK (chapters[5].points
           == Points { "Pay: room, coal, and 1,200 a month", "Next time: the bridge that opens twice" });

    for (std::size_t i = 0; i + 1 < chapters.size(); ++i)
        CHECK (chapters[i].end == chapters[i + 1].start);
}

TEST_CASE ("The heading of the list is told and dropped")
{
    CHECK (hasNotice (readLosingNothing (sample ("outline/harbour-lights.txt")), "heading", 2));
}

//======================================================================================================
// The main style, pasted through other programs

namespace
{

/** How a program that the text went through writes its parts. */
struct Paste
{
    std::string beforeRange = "- ";
    std::string inRange = " – ";
    std::string point = "- •";
    std::string lineEnd = "\n";
    bool blankBetweenChapters = false;
    bool blankBetweenParts = false;
    std::string heading = "CHAPTERS";
};

std::vector<Chapter> threeChapters()
{
    auto first = chapter ("0:00", "0:48", "A new crew: who sits where");
    first.summary = "Mara opens the season, and promises fewer jingles.";
    first.points = { "Kick-off", "Banter about forecasts (3 of 12)" };
    auto second = chapter ("0:48", "59:50", "The tide gauge—“read twice”");
    second.summary = "Ida explains the gauges. Up at 5.30 to look.";
    second.points = { "They disagree by ~40 cm" };
    auto third = chapter ("59:50", "1:27:20", "Letters: fog, knots");
    third.summary = "The longest letter is from a keeper’s daughter.";
    third.points = { "Three long, one short", "No egg" };
    return { first, second, third };
}

std::string pasted (const std::vector<Chapter>& chapters, const Paste& paste)
{
    std::string text = "Harbour Lights PodcastThe Tide Comes Back" + paste.lineEnd + paste.heading
                       + (paste.heading.empty() ? "" : paste.lineEnd);
    const auto line = [&] (const std::string& content)
    { text += content + paste.lineEnd + (paste.blankBetweenParts ? paste.lineEnd : ""); };

    for (const auto& c : chapters)
    {
        text += paste.blankBetweenChapters ? paste.lineEnd : "";
        line (paste.beforeRange + formatTime (c.start) + paste.inRange + formatTime (*c.end));
        line (c.title);
        line (c.summary);

        for (const auto& p : c.points)
            line (paste.point + p);
    }

    return text;
}

void checkPaste (const Paste& paste)
{
    const auto wanted = threeChapters();
    const auto reading = readLosingNothing (pasted (wanted, paste));
    INFO (pasted (wanted, paste));
    CHECK (reading.outline.episode.show == "Harbour Lights Podcast");
    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (reading.outline.episode.description.empty());
    CHECK (summaryOf (reading.outline.chapters) == summaryOf (wanted));
    CHECK (reading.outline.chapters == wanted);
}

} // namespace

TEST_CASE ("Any dash, arrow or word may stand in a range")
{
    for (const auto* sign :
         { " – ", " - ",  " — ",   "–",   "-", "—",       " ‒ ",   " − ", " -- ",          " to ",
           " → ", " -> ", " --> ", " ~ ", "~", " until ", " bis ", " ",   "\u00A0–\u00A0", "  -  " })
    {
        INFO ("with '" << sign << "'");
        checkPaste ({ .inRange = sign });
    }
}

TEST_CASE ("Anything may stand before a range that makes a list of ranges")
{
    for (const auto* before :
         { "",    "- ",   "* ",     "+ ",   "• ",   "•",      "– ",     "◦ ",  "▪ ",
           "1. ", "12) ", "## ",    "### ", "> ",   "[",      "(",      "**",  "⏱ ",
           "⏱️ ",  "🕒",   "\u200B", "\t",   "    ", "- [ ] ", "Time: ", "#3 ", "Chapter 3: " })
    {
        INFO ("with '" << before << "'");
        checkPaste ({ .beforeRange = before });
    }
}

TEST_CASE ("Brackets and emphasis may close behind a range")
{
    for (const auto& [before, after] : { std::pair { "[", "]" },
                                         { "(", ")" },
                                         { "**", "**" },
                                         { "*", "*" },
                                         { "`", "`" },
                                         { "- **[", "]**" },
                                         { "【", "】" },
                                         { "", ":" },
                                         { "", " |" } })
    {
        auto text = std::string ("Harbour Lights PodcastThe Tide Comes Back\nCHAPTERS\n");

        for (const auto& c : threeChapters())
            text += before + formatTime (c.start) + " – " + formatTime (*c.end) + after + "\n" + c.title
                    + "\n" + c.summary + "\n";

        auto wanted = threeChapters();

        for (auto& c : wanted)
            c.points.clear();

        const auto reading = readLosingNothing (text);
        INFO (text);
        CHECK (reading.outline.chapters == wanted);
    }
}

TEST_CASE ("Points have bullets of any style")
{
    for (const auto* bullet :
         { "- •", "- • ", "• ", "•",  "- ", "* ",   "*   ", "+ ",   "– ",  "— ",  "◦ ", "▪ ",
           "‣ ",  "● ",   "○ ", "· ", "・", "  - ", "\t• ", "- - ", "1. ", "2) ", "➢ ", "\u00A0• " })
    {
        INFO ("with '" << bullet << "'");
        checkPaste ({ .point = bullet });
    }
}

TEST_CASE ("Blank lines may stand between chapters, or between all parts")
{
    checkPaste ({ .blankBetweenChapters = true });
    checkPaste ({ .blankBetweenParts = true });
    checkPaste ({ .blankBetweenChapters = true, .blankBetweenParts = true });
}

TEST_CASE ("Lines may end in any way")
{
    for (const auto* end : { "\n", "\r\n", "\r", "  \n", "\t\r\n", "\u00A0\n" })
    {
        checkPaste ({ .lineEnd = end });
        checkPaste ({ .lineEnd = end, .blankBetweenParts = true });
    }
}

// Notes programs write a soft line break as a line separator or a vertical tab.
TEST_CASE ("Soft line breaks end lines, too")
{
    for (const auto* end : { "\u2028", "\u2029", "\v" })
    {
        const auto text = pasted (threeChapters(), { .lineEnd = end });
        const auto imported = importOutline (text, {});
        REQUIRE (imported);
        CHECK (imported->reading.outline.chapters == threeChapters());
    }
}

TEST_CASE ("The heading may look otherwise, or be missing")
{
    for (const auto* heading : { "CHAPTERS",
                                 "Chapters",
                                 "## Chapters",
                                 "Chapters:",
                                 "**Chapters**",
                                 "Timestamps",
                                 "TIMELINE",
                                 "INHALT",
                                 "Kapitel:",
                                 "In this episode:",
                                 "" })
    {
        INFO ("with '" << heading << "'");
        checkPaste ({ .heading = heading });
    }
}

TEST_CASE ("Everything at once, in many combinations")
{
    for (const auto* before : { "", "- ", "• ", "1. " })
        for (const auto* sign : { " – ", "-", " — ", " to " })
            for (const auto* point : { "- •", "• ", "* ", "- ", "– " })
                for (const auto* end : { "\n", "\r\n" })
                    for (const bool between : { false, true })
                        for (const bool parts : { false, true })
                            checkPaste ({ .beforeRange = before,
                                          .inRange = sign,
                                          .point = point,
                                          .lineEnd = end,
                                          .blankBetweenChapters = between,
                                          .blankBetweenParts = parts });
}

TEST_CASE ("Points that lost their bullets become part of the summary")
{
    const auto reading = readLosingNothing (pasted (threeChapters(), { .point = "" }));

    REQUIRE (reading.outline.chapters.size() == 3);
    CHECK (
        reading.outline.chapters[0].summary
        == "Mara opens the season, and promises fewer jingles.\nKick-off\nBanter about forecasts (3 of 12)");
    CHECK (reading.outline.chapters[2].summary.ends_with ("Three long, one short\nNo egg"));
}

//======================================================================================================
// Relatives of the main style

TEST_CASE ("The title may stand on the line of its range")
{
    const auto reading = readLosingNothing ("# The Tide Comes Back\n\n"
                                            "00:00 – 01:00  Intro\n\n- Quick hello\n- Notes / timestamps:\n\n"
                                            "01:00 – 10:00  News Segment\n\n- Each brings one\n- Key "
                                            "points:\n    - Why now?\n    - What changed?\n\n"
                                            "10:00 – 12:00  Sponsor / Shout-out\n\n- Read text\n");

    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00-1:00 Intro, 1:00-10:00 News Segment, 10:00-12:00 Sponsor / Shout-out");
    CHECK (reading.outline.chapters[1].points
           == Points { "Each brings one", "Key points:", "Why now?", "What changed?" });
    CHECK (reading.outline.chapters[2].points == Points { "Read text" });
}

TEST_CASE ("A bold run is the title, and what follows the summary")
{
    const auto reading =
        readLosingNothing ("## Temas\n\n"
                           "- **[00:00:00] Introducción:** Por qué vuelve la marea.\n"
                           "- **[00:00:34] El puerto y la inferencia (MTP):** Tres medidores, uno roto.\n"
                           "- **[00:02:18] Cierre** – Hasta la próxima.\n");

    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Introducción, 0:34 El puerto y la inferencia (MTP), 2:18 Cierre");
    CHECK (reading.outline.chapters[0].summary == "Por qué vuelve la marea.");
    CHECK (reading.outline.chapters[1].summary == "Tres medidores, uno roto.");
    CHECK (reading.outline.chapters[2].summary.contains ("Hasta la próxima."));
}

TEST_CASE ("A range that is given twice is one range")
{
    const auto reading =
        readLosingNothing ("##### 🌊 **The gauge (00:00:00 - 00:02:35)** (00:00 - 02:35)\n- One\n- Two\n\n"
                           "##### ⛴ **The ferry (00:02:35 - 00:09:10)** (02:35 - 09:10)\n- Three\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-2:35 🌊 The gauge, 2:35-9:10 ⛴ The ferry");
    CHECK (reading.outline.chapters[0].points == Points { "One", "Two" });
    CHECK (reading.outline.chapters[1].points == Points { "Three" });
}

TEST_CASE ("Titles stand above their times in a copied chapter panel")
{
    const auto reading = readLosingNothing ("Welcome aboard\n0:00\nThe tide gauge\n1:12\nLetters\n1:02:03\n");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 1:02:03 Letters");

    const auto withHeading =
        readLosingNothing ("Chapters\n\nWelcome aboard\n0:00\n\nThe tide gauge\n1:12\n\nLetters\n1:02:03");
    CHECK (summaryOf (withHeading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 1:02:03 Letters");
}

TEST_CASE ("Titles stand below their times in the other kind of panel")
{
    const auto reading = readLosingNothing ("0:00\nWelcome aboard\n1:12\nThe tide gauge\n1:02:03\nLetters\n");
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 1:02:03 Letters");
}

TEST_CASE ("Headings above times are titles, and what follows the time is the body")
{
    const auto reading =
        readLosingNothing ("# The Tide Comes Back\n\n## Welcome aboard\n0:00 – 1:12\nMara says hello.\n- "
                           "One\n\n## The tide gauge\n1:12 – 5:00\nIda explains.\n- Two\n");

    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:12 Welcome aboard, 1:12-5:00 The tide gauge");
    CHECK (reading.outline.chapters[0].summary == "Mara says hello.");
    CHECK (reading.outline.chapters[1].points == Points { "Two" });
}

TEST_CASE ("Lines that begin paragraphs above times are titles")
{
    const auto reading =
        readLosingNothing ("Welcome aboard\n0:00 – 1:12\nMara says hello.\n\nThe tide gauge\n1:12 – "
                           "5:00\nIda explains.\n\nGood-bye\n5:00 – 6:00\nThanks.\n");

    CHECK (summaryOf (reading.outline.chapters)
           == "0:00-1:12 Welcome aboard, 1:12-5:00 The tide gauge, 5:00-6:00 Good-bye");
    CHECK (reading.outline.chapters[0].summary == "Mara says hello.");
    CHECK (reading.outline.chapters[2].summary == "Thanks.");
}

TEST_CASE ("A point that begins with a time inside its range is a point")
{
    const auto reading = readLosingNothing ("0:00 – 5:00\nIntro\nMara opens.\n- 0:30 a joke\n- •2:10 "
                                            "another\n5:00 – 9:00\nTopic\nIda explains.\n- 6:00 the gauge\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-5:00 Intro, 5:00-9:00 Topic");
    CHECK (reading.outline.chapters[0].points == Points { "0:30 a joke", "2:10 another" });
    CHECK (reading.outline.chapters[1].points == Points { "6:00 the gauge" });
}

TEST_CASE ("Indented lines continue a point")
{
    const auto reading = readLosingNothing (
        "0:00 – 1:00\nHello\n- A long point\n  that goes on\n- Another\n1:00 – 2:00\nBye\n- Last\n");
    CHECK (reading.outline.chapters[0].points == Points { "A long point that goes on", "Another" });
}

TEST_CASE ("A summary of several lines keeps them")
{
    const auto reading = readLosingNothing (
        "0:00 – 1:00\nHello\nFirst paragraph.\nSecond paragraph.\n- P\n1:00 – 2:00\nBye\nThird.\n- Q\n");
    CHECK (reading.outline.chapters[0].summary == "First paragraph.\nSecond paragraph.");
}

TEST_CASE ("Only the last chapter may have a body, right below it")
{
    const auto reading =
        readLosingNothing ("0:00 – 1:00\nHello\n1:00 – 2:00\nBye\nThanks to all.\n- Credits\n");
    CHECK (reading.outline.chapters[1].summary == "Thanks to all.");
    CHECK (reading.outline.chapters[1].points == Points { "Credits" });
}

TEST_CASE ("A picture in a body is the chapter's")
{
    const auto reading = readLosingNothing (
        "0:00 – 1:00\nHello\n![](https://example.org/a.png)\nText.\n1:00 – 2:00\nBye\nText.\n");
    CHECK (reading.outline.chapters[0].image == Image (LinkedImage { "https://example.org/a.png" }));
    CHECK (reading.outline.chapters[0].summary == "Text.");
}

//======================================================================================================
// What surrounds the list

TEST_CASE ("Text behind the last chapter's body is the description, not its summary")
{
    const auto reading = readLosingNothing (pasted (threeChapters(), {})
                                            + "\n\nFollow us on the radio.\nMail: desk@example.org\n\n## "
                                              "Links\n- [Gauge](https://example.org/gauge)\n");

    CHECK (reading.outline.chapters == threeChapters());
    CHECK (reading.outline.episode.description
           == "Follow us on the radio.\nMail: desk@example.org\n\nLinks\nGauge (https://example.org/gauge)");
    CHECK (std::ranges::any_of (reading.notices,
                                [] (const Notice& n) { return n.message.contains ("description"); }));
}

TEST_CASE ("A transcript behind the list is another list, which can be asked for")
{
    auto text = std::string ("Harbour Lights PodcastThe Tide Comes Back\nCHAPTERS\n0:00 Welcome aboard\n1:12 "
                             "The tide gauge\n5:00 Letters\n9:00 Good-bye\n\nTranscript\n");

    for (const auto* time : { "0:00", "0:04", "0:09", "0:15", "0:21" })
        text += std::string (time) + " and so we said something at this point\n";

    const auto reading = readLosingNothing (text);
    CHECK (summaryOf (reading.outline.chapters)
           == "0:00 Welcome aboard, 1:12 The tide gauge, 5:00 Letters, 9:00 Good-bye");
    REQUIRE (reading.questions.size() == 1);
    CHECK (reading.questions[0].id == "list");
    CHECK (reading.questions[0].choices.size() == 2);
    CHECK (hasWarning (reading));

    const auto second = readLosingNothing (text, {}, { .answers = { { "list", "2" } } });
    CHECK (second.outline.chapters.size() == 5);
    CHECK (second.outline.chapters[1].start == at ("0:04"));
}

TEST_CASE ("Front matter gives title and date where the text has none")
{
    const auto reading =
        readLosingNothing ("---\nnumber: 41\ntitle: \"The Tide Comes Back\"\ndate: "
                           "2031-05-04T16:40:04\n---\n\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");

    CHECK (reading.outline.episode.title == "The Tide Comes Back");
    CHECK (reading.outline.episode.date == "2031-05-04T16:40:04");
    CHECK (reading.outline.chapters.size() == 3);

    const auto toml = readLosingNothing ("+++\ntitle = \"Прилив 41\"\ndate = \"2031-05-04\"\n+++\n- Начало - "
                                         "*00:00:00*.\n- [Паром](https://example.org/a) - *00:12:39*.\n");
    CHECK (toml.outline.episode.title == "Прилив 41");
    CHECK (summaryOf (toml.outline.chapters) == "0:00 Начало, 12:39 Паром");
}

TEST_CASE ("A rule at the top is no front matter")
{
    const auto reading = readLosingNothing ("---\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");
    CHECK (reading.outline.chapters.size() == 3);
}

TEST_CASE ("A picture and a link in the header are not lost")
{
    const auto reading =
        readLosingNothing ("![](https://example.org/cover.jpg)\n\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");
    CHECK (reading.outline.episode.title.empty());

    const auto linked = readLosingNothing (
        "# [The Tide Comes Back](https://example.org/41)\n\n0:00 Welcome\n1:00 Gauge\n2:00 Bye\n");
    CHECK (linked.outline.episode.title == "The Tide Comes Back");
    CHECK (hasNotice (linked, "https://example.org/41", 1));
}

//======================================================================================================
// Show and episode

namespace
{

std::string showAndTitle (std::string_view firstLine)
{
    const auto reading = readLosingNothing (
        std::string (firstLine) + "\nCHAPTERS\n- 0:00 – 0:48\nHello\nText.\n- 0:48 – 2:00\nBye\nText.\n");
    return reading.outline.episode.show + " / " + reading.outline.episode.title;
}

} // namespace

TEST_CASE ("The name of a show is split off where the page glued it to the title")
{
    CHECK (showAndTitle ("Harbour Lights PodcastThe Tide Comes Back")
           == "Harbour Lights Podcast / The Tide Comes Back");
    CHECK (showAndTitle ("The Morning ShowFerries, Fog and Fish")
           == "The Morning Show / Ferries, Fog and Fish");
    CHECK (showAndTitle ("Coast RadioÖland bei Nacht") == "Coast Radio / Öland bei Nacht");
    CHECK (showAndTitle ("The YouTube Deal") == " / The YouTube Deal");
    CHECK (showAndTitle ("Why McDonald and iPhone matter") == " / Why McDonald and iPhone matter");
}

TEST_CASE ("The name of a show is split off at a separator")
{
    CHECK (showAndTitle ("Harbour Lights Podcast | The Tide Comes Back")
           == "Harbour Lights Podcast / The Tide Comes Back");
    CHECK (showAndTitle ("The Tide Comes Back - Harbour Lights Radio")
           == "Harbour Lights Radio / The Tide Comes Back");
    CHECK (showAndTitle ("The Tide Comes Back – a story") == " / The Tide Comes Back – a story");
    CHECK (showAndTitle ("Harbour Lights Podcast\nThe Tide Comes Back")
           == "Harbour Lights Podcast / The Tide Comes Back");
}

TEST_CASE ("A full stop makes no prose of a title")
{
    for (const auto* title :
         { "Dr. Quist explains the gauge", "Part 3. Fog", "Tide vs. Ferry", "No. 41", "The U.S. Coast" })
        CHECK (showAndTitle (title) == std::string (" / ") + title);

    const auto reading = readLosingNothing ("This is the story of a tide. It came back in May.\n0:00 – "
                                            "0:48\nHello\nText.\n0:48 – 2:00\nBye\nText.\n");
    CHECK (reading.outline.episode.title.empty());
    CHECK (reading.outline.episode.description == "This is the story of a tide. It came back in May.");
}

TEST_CASE ("A joint that may be a name is asked about, and the answer is taken")
{
    const std::string text = "Harbour LightsThe Tide Comes Back\nCHAPTERS\n- 0:00 – 0:48\nHello\nText.\n- "
                             "0:48 – 2:00\nBye\nText.\n";
    const auto reading = readLosingNothing (text);

    CHECK (reading.outline.episode.title == "Harbour LightsThe Tide Comes Back");
    REQUIRE (reading.questions.size() == 1);
    CHECK (reading.questions[0].id == "show");
    CHECK (reading.questions[0].choices == Points { "Harbour Lights" });

    const auto answered = readLosingNothing (text, {}, { .answers = { { "show", "Harbour Lights" } } });
    CHECK (answered.outline.episode.show == "Harbour Lights");
    CHECK (answered.outline.episode.title == "The Tide Comes Back");
}

//======================================================================================================
// Odd ranges

TEST_CASE ("A range that does not rise keeps its start and says so")
{
    const auto reading = readLosingNothing (
        "- 0:00 – 0:48\nHello\nText.\n- 0:48 – 0:30\nTurned round\nText.\n- 2:00 – 2:00\nEmpty\nText.\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-0:48 Hello, 0:48 Turned round, 2:00 Empty");
    CHECK (hasNotice (reading, "end", 4));
    CHECK (hasNotice (reading, "end", 7));
}

TEST_CASE ("Overlaps and equal starts are kept and told")
{
    const auto reading = readLosingNothing (
        "- 0:00 – 1:30\nHello\nText.\n- 1:00 – 2:00\nTwo\nText.\n- 1:00 – 3:00\nThree\nText.\n");

    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:30 Hello, 1:00-2:00 Two, 1:00-3:00 Three");
    CHECK (hasNotice (reading, "after the next one begins", 1));
    CHECK (hasNotice (reading, "Two chapters begin", 7));
}

TEST_CASE ("Chapters out of order are sorted, with a warning")
{
    const auto reading = readLosingNothing ("5:00 Late\n0:00 Early\n9:00 Last\n2:00 Middle\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00 Early, 2:00 Middle, 5:00 Late, 9:00 Last");
    CHECK (hasWarning (reading));
}

TEST_CASE ("A chapter without a title is kept and told")
{
    const auto reading = readLosingNothing ("- 0:00 – 0:48\nHello\n- 0:48 – 2:00\n- 2:00 – 3:00\nBye\n");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-0:48 Hello, 0:48-2:00, 2:00-3:00 Bye");
    CHECK (hasNotice (reading, "no title", 3));
}

//======================================================================================================
// Writing

TEST_CASE ("An outline is written as the main style")
{
    Outline outline { .episode = { .show = "Harbour Lights Podcast", .title = "The Tide\nComes Back" },
                      .chapters = threeChapters() };
    outline.chapters.push_back (chapter ("1:27:20.5", "Open  end"));

    CHECK (writeDocument (*findFormat ("outline"), outline)
           == "Harbour Lights Podcast | The Tide Comes Back\n\nCHAPTERS\n"
              "- 0:00 – 0:48\nA new crew: who sits where\nMara opens the season, and promises fewer "
              "jingles.\n- •Kick-off\n- •Banter about forecasts (3 of 12)\n"
              "- 0:48 – 59:50\nThe tide gauge—“read twice”\nIda explains the gauges. Up at 5.30 to look.\n- "
              "•They disagree by ~40 cm\n"
              "- 59:50 – 1:27:20\nLetters: fog, knots\nThe longest letter is from a keeper’s daughter.\n- "
              "•Three long, one short\n- •No egg\n"
              "- 1:27:20.500\nOpen end\n");
}

TEST_CASE ("An end that the written times cannot tell from the start is not written")
{
    const Outline outline { .episode = {},
                            .chapters = { chapter ("0:00", "0:00", "a"),
                                          { .start = at ("0:05"),
                                            .end = Position::fromNanoseconds (5'000'000'400),
                                            .title = "b" } } };
    CHECK (writeDocument (*findFormat ("outline"), outline) == "CHAPTERS\n- 0:00\na\n- 0:05\nb\n");
}

} // namespace earmark
