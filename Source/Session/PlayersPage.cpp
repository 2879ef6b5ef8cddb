// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PlayersPage.h"

#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

PlayersReached reachedBy (const std::vector<PlayerList>& lists)
{
    const auto isSilent = [] (const PlayerList& list) { return list.rows.empty(); };
    return { lists.size(), std::size_t (std::ranges::count_if (lists, isSilent)) };
}

std::string summaryOf (const PlayerList& list)
{
    const auto count = list.rows.size();

    if (count == 0)
        return tr ("no chapters");

    const auto hidden = std::ranges::count (list.rows, false, &ShownRow::isListed);
    const auto chapters = tr (count, "{} chapter", "{} chapters");
    return hidden > 0 ? tr ("{}, {} not listed", chapters, hidden) : chapters;
}

} // namespace earmark
