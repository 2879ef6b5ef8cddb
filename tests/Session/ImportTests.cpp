// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/ImportPreview.h"
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
