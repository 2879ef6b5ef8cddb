// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"

#include "Session/Actions.h"
#include "Session/Commands/Tables.h"
#include "Session/Workspace.h"

#include <algorithm>
#include <iterator>

namespace earmark
{

namespace
{

const std::vector<Command>& table()
{
    static const auto rows = []
    {
        using namespace commandtables;
        std::vector<Command> all;

        // What is asked and the open panel come before all else, and a review before the rest: while they are there, their keys mean them.
        for (auto part : { panelCommands(),
                           reviewCommands(),
                           playbackCommands(),
                           chapterCommands(),
                           hostCommands(),
                           editCommands(),
                           fileCommands(),
                           viewCommands() })
            std::ranges::move (part, std::back_inserter (all));

        return all;
    }();

    return rows;
}

} // namespace

std::span<const Command> commands()
{
    return table();
}

const Command* findCommand (std::string_view id)
{
    const auto found = std::ranges::find (table(), id, &Command::id);
    return found != table().end() ? &*found : nullptr;
}

bool answersKey (const Workspace& w, const Command& command)
{
    const auto goesToHost = command.keyIsHosts && w.isHosted() && ! actions::playsHost (w);
    return command.isEnabled (w) && ! goesToHost;
}

bool run (Workspace& w, std::string_view id)
{
    const auto* command = findCommand (id);

    if (command == nullptr || ! command->isEnabled (w))
        return false;

    command->run (w);
    return true;
}

} // namespace earmark
