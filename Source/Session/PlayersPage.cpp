// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PlayersPage.h"

#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

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
