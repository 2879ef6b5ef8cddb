// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportPreview.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Each line of an outline has its fate", "[session]")
{
    ImportedText reading;
    reading.outline = outlineAt ({ 0, 54 });
    reading.outline.episode.title = "The Storm Glass";
    auto& chapters = reading.outline.chapters;
    chapters[0].title = "Welcome to the harbour";
    chapters[0].summary = "Ines opens the episode.";
    chapters[0].points = { "Who we are" };
    chapters[1].title = "Tide tables";
    reading.notices = { { Notice::Grade::warning, "The end lies before the start.", Place::atLine (6) },
                        { Notice::Grade::ignored, "An advertisement.", Place::atLine (9) } };

    const auto fates = fatesOf ("The Storm Glass\n"
                                "CHAPTERS\n"
                                "- 0:00 – 0:54\n"
                                "Welcome to the harbour\n"
                                "Ines opens the episode.\n"
                                "- 0:54 – 0:10\n"
                                "- • Tide tables\n"
                                "\n"
                                "Buy now!\n"
                                "Something else\n",
                                reading);
    using Kind = LineFate::Kind;
    REQUIRE (fates.size() == 10);
    CHECK (fates[0].kind == Kind::episode);
    CHECK (fates[1].kind == Kind::ignored);
    CHECK (fates[2].kind == Kind::chapterStart);
    CHECK (fates[2].chapter == 1);
    CHECK (fates[3].kind == Kind::title);
    CHECK (fates[4].kind == Kind::summary);
    CHECK (fates[5].kind == Kind::warning);
    CHECK (fates[5].remark == "The end lies before the start.");
    CHECK (fates[5].chapter == 2);
    CHECK (fates[6].kind == Kind::title);
    CHECK (fates[6].chapter == 2);
    CHECK (fates[7].kind == Kind::blank);
    CHECK (fates[8].kind == Kind::ignored);
    CHECK (fates[9].kind == Kind::unused);
}

TEST_CASE ("Each line of a list without times is the next title", "[session]")
{
    ImportedText reading;
    reading.isUntimed = true;
    reading.outline = outlineAt ({ 0, 0, 0 });
    auto& chapters = reading.outline.chapters;
    chapters[0].title = "Tides";
    chapters[0].points = { "who prints them" };
    chapters[1].title = "Tides: the tables";
    chapters[2].title = "Tides";

    const auto fates =
        fatesOf ("1. **Tides**\n   - who prints them\n\n2. Tides: the tables\n3. Tides\nTides\n", reading);
    using Kind = LineFate::Kind;
    REQUIRE (fates.size() == 6);
    CHECK (fates[0].chapter == 1);
    CHECK (fates[1].kind == Kind::point);
    CHECK (fates[3].chapter == 2);
    CHECK (fates[4].chapter == 3);

    for (const auto line : { 0u, 3u, 4u })
        CHECK (fates[line].kind == Kind::title);
}

TEST_CASE ("Notices that lie outside the text do no harm", "[session]")
{
    ImportedText reading;
    reading.notices = { { Notice::Grade::warning, "x", Place::atLine (99) },
                        { Notice::Grade::warning, "x", Place::atLine (0) },
                        { Notice::Grade::warning, "x", {} } };
    CHECK (fatesOf ("a\nb", reading).size() == 2);
    CHECK (fatesOf ("", reading).empty());
}

} // namespace earmark::tests
