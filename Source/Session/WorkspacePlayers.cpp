// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include <algorithm>

// The files that chapters go into, as listeners' players show them.

namespace earmark
{

void Workspace::openPlayers()
{
    openTargets (Panel::players);
}

void Workspace::choosePlayer (std::size_t index)
{
    if (! outgoing || index >= outgoing->players.lists.size())
        return;

    outgoing->players.chosen = index;
    tell (Changed::writing);
}

void Workspace::choosePlayersFile (const std::string& path)
{
    if (! outgoing || outgoing->find (path) == nullptr)
        return;

    outgoing->players.path = path;
    askPlayers();
    tell (Changed::writing);
}

/** Of the file that is looked at, or else of the first. */
void Workspace::askPlayers()
{
    if (state.panel != Panel::players || ! outgoing || ! services.showAsPlayers)
        return;

    auto& page = outgoing->players;
    const auto* target = outgoing->find (page.path);

    if (target == nullptr && ! outgoing->targets.empty())
        target = &outgoing->targets.front();

    if (target == nullptr)
    {
        page.lists.clear();
        page.problem.clear();
        return;
    }

    if (target->state == WriteTarget::State::planning || target->isBusy())
        return; // asked again after that

    page.path = target->path;
    page.isAfterWrite = target->state == WriteTarget::State::ready;
    const auto number = ++page.asked;
    services.showAsPlayers (page.path,
                            page.isAfterWrite ? target->preview.plan : nullptr,
                            [this, number] (Result<std::vector<PlayerList>> lists)
                            {
                                if (! outgoing || outgoing->players.asked != number)
                                    return;

                                auto& shown = outgoing->players;
                                shown.problem = lists ? std::string() : lists.error().message;
                                shown.lists = lists ? std::move (*lists) : std::vector<PlayerList>();
                                shown.chosen =
                                    shown.lists.empty() ? 0 : std::min (shown.chosen, shown.lists.size() - 1);
                                tell (Changed::writing);
                            });
}

} // namespace earmark
