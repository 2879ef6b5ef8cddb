// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/ImportPreview.h"
#include "Session/ImportWarnings.h"
#include "Session/WindowLayout.h"
#include "Session/Workspace.h"

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

TEST_CASE ("Chapters that begin after the audio are warned of, at their lines", "[session]")
{
    ImportedText reading;
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

TEST_CASE ("An import says its warnings, and of what lies behind the audio", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 700 });
    world.notices = { { Notice::Grade::warning, "Two chapters begin at 6:03.", {} } };
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();

    CHECK (w.message().grade == Message::Grade::warning);
    CHECK (w.message().text == "2 chapters imported. Two chapters begin at 6:03. And 1 more.");

    // It can be seen, and dragged to where it belongs.
    CHECK (w.view().scale.total > Duration::fromSeconds (700));
    run (w, "undo");
    CHECK (w.view().scale.total == Duration::fromSeconds (600));

    world.notices.clear();
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
    CHECK (w.outlineImport().preview()->reading->notices.empty());
}

TEST_CASE ("A file that is not opened is named", "[session]")
{
    World world;
    Workspace w (world.services());
    w.openFile ("/folder/gone.txt");
    CHECK (w.message().text == "gone.txt is not opened. There is no such file.");
    CHECK (w.recentFiles().paths().empty());
}

//======================================================================================================
TEST_CASE ("The window's parts cover it without overlap, in every size", "[session]")
{
    for (const auto panel : { Panel::inspector,
                              Panel::import,
                              Panel::write,
                              Panel::players,
                              Panel::documents,
                              Panel::watch,
                              Panel::shift,
                              Panel::history,
                              Panel::contactSheet })
        for (const auto reviewing : { false, true })
            for (const auto& [width, height] :
                 { std::pair { 640, 480 }, { 800, 600 }, { 1280, 800 }, { 2560, 1440 } })
            {
                CAPTURE (int (panel), reviewing, width, height);
                const auto l = layOut (width, height, { .panel = panel, .isReviewing = reviewing });
                const std::vector<Area> stack { l.top, l.overview, l.detail, l.divider, l.review };
                int y = 0;

                for (const auto& area : stack)
                {
                    if (area.isEmpty())
                        continue;

                    CHECK (area.y == y);
                    CHECK (area.width == width);
                    y = area.bottom();
                }

                CHECK (l.foot.bottom() == height);
                CHECK (l.detail.height >= leastDetail);
                CHECK ((isWide (panel) ? l.whole.height : l.table.height + l.side.height) > 60);
                CHECK ((l.table.isEmpty() || l.table.right() <= (l.side.isEmpty() ? width : l.side.x)));

                if (panel != Panel::inspector && ! isWide (panel))
                    CHECK_FALSE (l.side.isEmpty());
            }
}

TEST_CASE ("The timeline's height is kept as it was dragged, within limits", "[session]")
{
    CHECK (layOut (1280, 800, { .detailHeight = 300 }).detail.height == 300);
    CHECK (layOut (1280, 800, { .detailHeight = 5000 }).detail.height < 600);
    CHECK (layOut (1280, 800, { .detailHeight = 1 }).detail.height == leastDetail);

    // What is about writing needs the room more, unless the user has said otherwise.
    CHECK (layOut (1280, 800, { .panel = Panel::write }).detail.height
           < layOut (1280, 800, { .panel = Panel::contactSheet }).detail.height);
    CHECK (layOut (1280, 800, { .panel = Panel::write, .detailHeight = 300 }).detail.height == 300);
}

} // namespace earmark::tests
