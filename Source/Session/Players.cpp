// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Players.h"

#include <algorithm>

namespace earmark
{

void Players::open()
{
    writing.open (Panel::players);
}

void Players::choose (std::size_t index)
{
    if (index >= shown.lists.size())
        return;

    shown.chosen = index;
    desk.tell (Changed::writing);
}

void Players::chooseFile (const std::string& path)
{
    if (! writing.panel() || writing.panel()->find (path) == nullptr)
        return;

    shown.path = path;
    targetsChanged();
    desk.tell (Changed::writing);
}

void Players::targetsChanged()
{
    if (! writing.panel() || writing.panel()->targets.empty())
    {
        shown = {};
        ++asked;
        return;
    }

    if (desk.view().panel != Panel::players || ! desk.services.showAsPlayers)
        return;

    const auto& panel = *writing.panel();
    const auto* target = panel.find (shown.path);

    if (target == nullptr)
        target = &panel.targets.front();

    if (target->state == WriteTarget::State::planning || target->isBusy())
        return; // asked again after that

    shown.path = target->path;
    shown.isAfterWrite = target->state == WriteTarget::State::ready;
    desk.services.showAsPlayers (shown.path,
                                 shown.isAfterWrite ? target->preview.plan : nullptr,
                                 [this, number = ++asked] (Result<std::vector<PlayerList>> lists)
                                 {
                                     if (asked != number)
                                         return;

                                     shown.problem = lists ? std::string() : lists.error().message;
                                     shown.lists = lists ? std::move (*lists) : std::vector<PlayerList>();
                                     shown.chosen = shown.lists.empty()
                                                        ? 0
                                                        : std::min (shown.chosen, shown.lists.size() - 1);
                                     desk.tell (Changed::writing);
                                 });
}

} // namespace earmark
