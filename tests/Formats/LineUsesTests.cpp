// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Foundation/Text.h"
#include "Support/LoseNothing.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

// The reader knows what it made of each line. That none of a text is without a use is checked wherever a text is read (LoseNothing).

namespace earmark::tests
{

namespace
{

using Kind = LineUse::Kind;
using Uses = std::vector<std::pair<Kind, std::size_t>>;

Uses usesIn (std::string_view text, std::string_view formatId = {})
{
    Uses uses;

    for (const auto& line : readLosingNothing (text, formatId).lines)
        uses.emplace_back (line.kind, line.chapter);

    return uses;
}

} // namespace

TEST_CASE ("Each line of an outline has its use")
{
    CHECK (usesIn ("The Storm Glass\n"
                   "\n"
                   "CHAPTERS\n"
                   "- 0:00 – 0:54\n"
                   "Welcome to the harbour\n"
                   "Ines opens the episode.\n"
                   "- • Who we are\n"
                   "- 0:54 – 1:30\n"
                   "Tide tables\n"
                   "How a page of numbers beats a forecast.\n"
                   "- • Moon and sun\n"
                   "\n"
                   "Thanks to all who wrote to us this week.\n")
           == Uses { { Kind::episode, 0 },
                     { Kind::none, 0 },
                     { Kind::none, 0 }, // a notice says that it is the heading of the list
                     { Kind::chapterStart, 1 },
                     { Kind::title, 1 },
                     { Kind::summary, 1 },
                     { Kind::point, 1 },
                     { Kind::chapterStart, 2 },
                     { Kind::title, 2 },
                     { Kind::summary, 2 },
                     { Kind::point, 2 },
                     { Kind::none, 0 },
                     { Kind::episode, 0 } });
}

TEST_CASE ("Titles above their times belong to what follows")
{
    CHECK (usesIn ("Opening\n0:00\nTides\n1:30\nStorm glass\n2:45")
           == Uses { { Kind::title, 1 },
                     { Kind::chapterStart, 1 },
                     { Kind::title, 2 },
                     { Kind::chapterStart, 2 },
                     { Kind::title, 3 },
                     { Kind::chapterStart, 3 } });
}

TEST_CASE ("Times in other styles have their lines as well, as they were written")
{
    for (const auto* text : { "2.15 First topic\n5.10 Second topic\n9.45 Third topic",
                              "2m 15s First topic\n5m 10s Second topic\n9m 45s Third topic" })
    {
        CAPTURE (text);
        const auto imported = importOutline (text, {});
        REQUIRE (imported);
        const auto& lines = imported->reading.lines;
        REQUIRE (lines.size() == 3);

        for (std::size_t i = 0; i < 3; ++i)
            CHECK (lines[i] == LineUse { std::string (splitLines (text)[i]), Kind::chapterStart, i + 1 });
    }
}

TEST_CASE ("Lines go with their chapters where those are sorted")
{
    CHECK (usesIn ("5:00 Third\n0:00 First\n2:00 Second")
           == Uses { { Kind::chapterStart, 3 }, { Kind::chapterStart, 1 }, { Kind::chapterStart, 2 } });
}

TEST_CASE ("Text around a list of timestamps is the episode's")
{
    CHECK (
        usesIn ("In this episode we talk about many things, and about the sea.\n\n0:00 Opening\n1:30 Tides",
                "timestamps")
        == Uses {
            { Kind::episode, 0 }, { Kind::none, 0 }, { Kind::chapterStart, 1 }, { Kind::chapterStart, 2 } });
}

TEST_CASE ("Each line of a list without times is the next title")
{
    const auto imported = importOutline (
        "# Tides\n\n1. **Tides**\n   - who prints them\n2. Tides: the tables\n---\n", {}, {}, "titles");
    REQUIRE (imported);
    Uses uses;

    for (const auto& line : imported->reading.lines)
        uses.emplace_back (line.kind, line.chapter);

    CHECK (uses
           == Uses { { Kind::episode, 0 },
                     { Kind::none, 0 },
                     { Kind::title, 1 },
                     { Kind::point, 1 },
                     { Kind::title, 2 },
                     { Kind::none, 0 } });
}

TEST_CASE ("Readers that do not go by lines say nothing of them")
{
    for (const auto* text :
         { "0.000000\t0.000000\tOpening\n60.5\t60.5\tSecond\n",
           "{\"version\":\"1.2.0\",\"chapters\":[\n{\"startTime\":0,\"title\":\"Opening\"}\n]}\n",
           "<ul><li>0:00 Opening</li><li>1:30 Tides</li></ul><p>Text</p><p>More</p>" })
    {
        CAPTURE (text);
        const auto imported = importOutline (text, {});
        REQUIRE (imported);
        CHECK (imported->reading.lines.empty());
    }
}

TEST_CASE ("No text has more lines than are kept")
{
    for (const auto* format : { "titles", "outline" })
    {
        const auto read = importOutline (std::string (2'000'001, '\n') + "Title", {}, {}, format);
        REQUIRE_FALSE (read);
        CHECK (read.error().kind == Error::Kind::tooLarge);
    }

    CHECK_FALSE (looksLikeTitles (std::string (2'000'001, '\n')));
    CHECK (looksLikeTitles ("One\nTwo\n"));
}

} // namespace earmark::tests
