// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WindowLayout.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>
#include <vector>

namespace earmark::tests
{

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

TEST_CASE ("A question has its place in the window", "[session]")
{
    for (const auto& [width, height] : { std::pair { 640, 480 }, { 1280, 800 } })
    {
        const auto without = layOut (width, height, {});
        const auto with = layOut (width, height, { .isAsking = true });
        CHECK (without.prompt.isEmpty());
        CHECK (with.prompt.y == with.top.bottom());
        CHECK (with.overview.y == with.prompt.bottom());
        CHECK (with.detail.height >= leastDetail);
        CHECK_FALSE (with.table.isEmpty());
    }
}

} // namespace earmark::tests
