// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace earmark
{

/** Which chapters are selected; by id, so that it survives edits. A value. */
struct Selection
{
    std::set<ChapterId> ids;
    ChapterId focus = ChapterId::none;  ///< what the inspector shows and keys move on from
    ChapterId anchor = ChapterId::none; ///< where a range began

    bool operator== (const Selection&) const = default;

    bool contains (ChapterId id) const { return ids.contains (id); }
};

/** How a click or an arrow key changes it. */
enum class Pick
{
    only,   ///< it alone
    toggle, ///< it too, or no longer
    range   ///< all from the anchor to it
};

/** `order`: the chapters that can be seen, in their order; a range goes through them. */
Selection picked (Selection, ChapterId, Pick, std::span<const ChapterId> order);

/** The neighbour `steps` further in the order, staying within it. Nothing in the focus counts as before the first. */
Selection stepped (const Selection&, int steps, Pick, std::span<const ChapterId> order);

/** Without chapters that are no more. The focus goes to what is left of the selection. */
Selection cleaned (Selection, const std::vector<Chapter>&);

/** In the order of the chapters. */
std::vector<ChapterId> inOrder (const Selection&, const std::vector<Chapter>&);

} // namespace earmark
