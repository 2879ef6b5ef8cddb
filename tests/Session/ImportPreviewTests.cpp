// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportPreview.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Proposal.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Each line of an outline has its fate", "[session]")
{
    ImportedText reading;
    reading.format = "outline";
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
    reading.format = "titles";
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

TEST_CASE ("Lines whose times are written in another style are found by their titles", "[session]")
{
    ImportedText reading;
    reading.format = "timestamps";
    reading.outline = outlineAt ({ 135, 310, 585, 750 });
    auto& chapters = reading.outline.chapters;
    chapters[0].title = "First topic";
    chapters[1].title = "Second topic";
    chapters[2].title = "Third topic";
    chapters[3].title = "Fourth";

    for (const auto* text : { "2.15 First topic\n5.10 Second topic\n9.45 Third topic\n12.30 Fourth\n",
                              "2m 15s First topic\n5m 10s Second topic\n9m 45s Third topic\n12m 30s Fourth\n",
                              "First topic\n2:15\nSecond topic\n5:10\nThird topic\n9:45\nFourth\n12:30\n" })
    {
        CAPTURE (text);
        const auto fates = fatesOf (text, reading);
        const auto linesOfAChapter = fates.size() / chapters.size();

        for (std::size_t i = 0; i < fates.size(); ++i)
        {
            CAPTURE (i);
            CHECK (fates[i].kind
                   == (i % linesOfAChapter == 0 ? LineFate::Kind::title : LineFate::Kind::chapterStart));
            CHECK (fates[i].chapter == i / linesOfAChapter + 1);
        }
    }
}

TEST_CASE ("Nothing but the reader's own words is said of lines in formats that are not read by lines",
           "[session]")
{
    using Kind = LineFate::Kind;
    ImportedText reading;
    reading.format = "podcasting-json";
    reading.outline = outlineAt ({ 0, 60 });
    reading.outline.chapters[0].title = "Opening";
    reading.notices = { { Notice::Grade::ignored, "An advertisement.", Place::atLine (3) },
                        { Notice::Grade::warning, "It begins late.", Place::atLine (4) } };

    const auto fates = fatesOf ("{ \"chapters\": [\n"
                                "{ \"startTime\": 0, \"title\": \"Opening\" },\n"
                                "{ \"startTime\": 9, \"ad\": true },\n"
                                "{ \"startTime\": 60 }\n"
                                "] }\n",
                                reading);
    REQUIRE (fates.size() == 5);
    CHECK (fates[0].kind == Kind::blank);
    CHECK (fates[1].kind == Kind::blank);
    CHECK (fates[2].kind == Kind::ignored);
    CHECK (fates[2].remark == "An advertisement.");
    CHECK (fates[3].kind == Kind::warning);
    CHECK (fates[4].kind == Kind::blank);
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

TEST_CASE ("What is taken is what was shown", "[session]")
{
    World world;
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    w.playback().seek (at (100));
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::atPlayhead; });
    REQUIRE (w.proposal());
    const auto shown = w.proposal()->after;
    CHECK (shown.outline.chapters[0].start == at (100));

    w.playback().seek (at (200));
    CHECK (run (w, "accept-import"));
    CHECK (w.document() == shown);
}

TEST_CASE ("An import that was left for another panel does not come back", "[session]")
{
    World world;
    world.mediaChapters = outlineAt ({ 0, 50 });
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    w.outlineImport().begin ("outline", "Clipboard");
    CHECK (run (w, "shift"));
    CHECK_FALSE (w.outlineImport().preview());
    w.perform (SetField { w.chapters()[0].id, SetField::Title { "New" } });
    CHECK_FALSE (w.proposal());
}

TEST_CASE ("What an outline does not say of the episode stays", "[session]")
{
    Document mine = makeDocument (outlineAt ({ 0 }));
    mine.outline.episode = { .show = "Harbour Lights", .title = "Old", .number = "41" };
    ImportPreview preview { .bytes = {}, .name = {} };
    preview.reading = ImportedText { .outline = outlineAt ({ 0, 10 }) };
    preview.reading->outline.episode.title = "The Storm Glass";

    const auto after = proposalOf (mine, editsOf (preview, mine, {}), {});
    REQUIRE (after);
    CHECK (after->after.outline.episode
           == Episode { .show = "Harbour Lights", .title = "The Storm Glass", .number = "41" });
    CHECK (after->after.outline.chapters.size() == 2);
}

TEST_CASE ("The same outline once more changes nothing", "[session]")
{
    const auto outline = outlineAt ({ 0, 10, 20 });
    const auto mine = makeDocument (outline);
    ImportPreview preview { .bytes = {}, .name = {} };
    preview.reading = ImportedText { .outline = outline };
    const auto again = proposalOf (mine, editsOf (preview, mine, {}), {});
    REQUIRE (again);
    CHECK (again->changesNothing());
}

} // namespace earmark::tests
