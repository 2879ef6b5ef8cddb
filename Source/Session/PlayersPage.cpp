// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PlayersPage.h"

#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

PlayersReached reachedBy (const std::vector<PlayerList>& lists)
{
    PlayersReached reached;

    for (const auto& list : lists)
    {
        if (list.kind == PlayerList::Kind::unknown)
        {
            ++reached.unknown;
            continue;
        }

        ++reached.all;

        if (! list.rows.empty())
            continue;

        ++reached.silent;

        if (list.kind == PlayerList::Kind::read && ! list.remark.empty())
            reached.lost.push_back ({ list.name, list.remark });
    }

    return reached;
}

std::string summaryOf (const PlayerList& list)
{
    if (list.kind == PlayerList::Kind::unknown)
        return tr ("not known");

    const auto count = list.rows.size();

    if (count == 0)
        return tr ("no chapters");

    const auto hidden = std::ranges::count (list.rows, false, &ShownRow::isListed);
    const auto chapters = tr (count, "{} chapter", "{} chapters");
    return hidden > 0 ? tr ("{}, {} not listed", chapters, hidden) : chapters;
}

} // namespace earmark
