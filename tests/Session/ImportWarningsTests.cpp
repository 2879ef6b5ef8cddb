// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportWarnings.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Chapters that begin after the audio are warned of, at their lines", "[session]")
{
    ImportedText reading;
    using Use = LineUse::Kind;
    reading.lines = { { "0:00 A", Use::chapterStart, 1 },
                      { "0:54 B", Use::chapterStart, 2 },
                      { "11:40 Bloopers", Use::chapterStart, 3 } };
    reading.outline = outlineAt ({ 0, 54, 700, 800 });
    reading.outline.chapters[2].title = "Bloopers";
    const std::string text = "0:00 A\n0:54 B\n11:40 Bloopers\n";

    const auto warnings =
        warningsOfLength (reading.outline, fatesOf (text, reading), Duration::fromSeconds (600));
    REQUIRE (warnings.size() == 2);
    CHECK (warnings[0].message == "'Bloopers' begins at 11:40, but the audio ends at 10:00.");
    CHECK (warnings[0].where.line == 3);
    CHECK_FALSE (warnings[1].where.line); // it has none
    CHECK (warnings[1].grade == Notice::Grade::warning);
    CHECK (warningsOfLength (reading.outline, {}, Duration::fromSeconds (900)).empty());

    reading.notices = warnings;
    const auto fates = fatesOf (text, reading);
    CHECK (fates[1].kind == LineFate::Kind::chapterStart);
    CHECK (fates[2].kind == LineFate::Kind::warning);
    CHECK (fates[2].chapter == 3);
    CHECK (fates[2].remark == warnings[0].message);
}

} // namespace earmark::tests
