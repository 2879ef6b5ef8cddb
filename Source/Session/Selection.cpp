// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Selection.h"

#include <algorithm>
#include <unordered_set>

namespace earmark
{

Selection picked (Selection selection, ChapterId id, Pick how, std::span<const ChapterId> order)
{
    const auto to = std::ranges::find (order, id);
    const auto from = std::ranges::find (order, selection.anchor);

    if (how == Pick::toggle)
    {
        if (selection.ids.erase (id) == 0)
            selection.ids.insert (id);
    }
    else if (how == Pick::range && to != order.end() && from != order.end())
    {
        const auto [first, last] = std::minmax (from, to);
        selection.ids = { first, last + 1 };
        selection.focus = id;
        return selection;
    }
    else
    {
        selection.ids = { id };
    }

    selection.focus = selection.anchor = id;
    return selection;
}

Selection stepped (const Selection& selection, int steps, Pick how, std::span<const ChapterId> order)
{
    if (order.empty())
        return selection;

    const auto at = std::ranges::find (order, selection.focus);
    const auto last = std::ptrdiff_t (order.size()) - 1;
    const auto from = at != order.end() ? at - order.begin() : steps > 0 ? -1 : last + 1;
    const auto to = std::clamp<std::ptrdiff_t> (from + steps, 0, last);
    return picked (selection, order[std::size_t (to)], how, order);
}

Selection cleaned (Selection selection, const std::vector<Chapter>& chapters)
{
    std::unordered_set<ChapterId> known;

    for (const auto& chapter : chapters)
        known.insert (chapter.id);

    std::erase_if (selection.ids, [&] (ChapterId id) { return ! known.contains (id); });

    if (! known.contains (selection.focus))
        selection.focus = selection.ids.empty() ? ChapterId::none : *selection.ids.begin();

    if (! known.contains (selection.anchor))
        selection.anchor = selection.focus;

    return selection;
}

std::vector<ChapterId> inOrder (const Selection& selection, const std::vector<Chapter>& chapters)
{
    std::vector<ChapterId> ids;

    for (const auto& chapter : chapters)
        if (selection.contains (chapter.id))
            ids.push_back (chapter.id);

    return ids;
}

} // namespace earmark
