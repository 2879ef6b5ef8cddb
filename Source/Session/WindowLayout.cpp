// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WindowLayout.h"

#include <algorithm>

namespace earmark
{

namespace
{

/** Narrower, table and inspector do not stand side by side. */
constexpr int leastBoth = 900;

Area takeTop (Area& from, int height)
{
    height = std::clamp (height, 0, std::max (0, from.height));
    const Area taken { from.x, from.y, from.width, height };
    from.y += height;
    from.height -= height;
    return taken;
}

Area takeBottom (Area& from, int height)
{
    height = std::clamp (height, 0, std::max (0, from.height));
    from.height -= height;
    return { from.x, from.y + from.height, from.width, height };
}

} // namespace

bool isWide (Panel panel)
{
    return isAboutWriting (panel) || panel == Panel::import || panel == Panel::contactSheet
           || panel == Panel::host || panel == Panel::shortcuts;
}

bool isAboutWriting (Panel panel)
{
    return panel == Panel::write || panel == Panel::players || panel == Panel::documents
           || panel == Panel::watch;
}

WindowLayout layOut (int width, int height, const WindowNeeds& needs)
{
    WindowLayout layout;
    Area rest { 0, 0, width, height };
    const auto small = height < 600;

    layout.compact = width < 1100;
    layout.top = takeTop (rest, 46);
    layout.foot = takeBottom (rest, 24);

    if (needs.isAsking)
        layout.prompt = takeTop (rest, width < 900 ? 58 : 46);

    layout.overview = takeTop (rest, small ? 34 : height > 1200 ? 72 : 54);

    // Who writes has looked at the times already.
    const auto share = isAboutWriting (needs.panel) ? 22 : small ? 42 : 44;
    const auto automatic = rest.height * share / 100;
    const auto highest = std::max (leastDetail, rest.height - leastBelow);
    layout.detail = takeTop (
        rest, std::clamp (needs.detailHeight > 0 ? needs.detailHeight : automatic, leastDetail, highest));
    layout.divider = takeTop (rest, 7);

    if (needs.isReviewing)
        layout.review = takeTop (rest, width < 1180 ? 96 : 64);

    if (isWide (needs.panel))
    {
        layout.whole = rest;
        return layout;
    }

    const auto wantsSide = needs.panel != Panel::inspector || needs.showsInspector;
    const auto sideWidth = width > 1900 ? 420 : 340;

    if (wantsSide && width >= leastBoth)
    {
        layout.side = { rest.x + rest.width - sideWidth, rest.y, sideWidth, rest.height };
        rest.width -= sideWidth + 1;
    }
    else if (needs.panel != Panel::inspector || (needs.inspectorOnly && width < leastBoth))
    {
        // In a narrow window a panel that was asked for takes the table's place.
        layout.side = rest;
        return layout;
    }

    layout.filter = takeTop (rest, 38);
    layout.table = rest;
    return layout;
}

} // namespace earmark
