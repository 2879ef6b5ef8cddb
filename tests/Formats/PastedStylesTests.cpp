// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Pastes.h"
#include "Support/Chapters.h"
#include "Support/LoseNothing.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

// The same outline in every style in which pages and editors leave it.

namespace earmark
{

namespace
{

using namespace tests;

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
         { " – ",  " - ",   " — ", "–", "-",       "—",     " ‒ ", " − ",           " -- ",  " to ", " → ",
           " -> ", " --> ", " ~ ", "~", " until ", " bis ", " ",   "\u00A0–\u00A0", "  -  ", " ─ " })
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

} // namespace earmark
