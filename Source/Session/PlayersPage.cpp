// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PlayersPage.h"

#include <algorithm>
#include <format>

namespace earmark
{

std::string summaryOf (const PlayerList& list)
{
    const auto count = list.rows.size();

    if (count == 0)
        return "no chapters";

    const auto hidden = std::ranges::count (list.rows, false, &ShownRow::isListed);
    return std::format ("{} chapter{}{}",
                        count,
                        count == 1 ? "" : "s",
                        hidden > 0 ? std::format (", {} not listed", hidden) : std::string());
}

} // namespace earmark
