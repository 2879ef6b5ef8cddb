// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <format>

// The watched folder as a switch.

namespace earmark
{

using State = WatchPage::State;

namespace
{

constexpr std::size_t maxEntries = 500;

} // namespace

void Workspace::chooseWatchedFolder (const std::string& path)
{
    if (watched.state != State::off || path.empty())
        return;

    watched.folder = path;
    tell (Changed::writing);
}

void Workspace::setWatching (bool isOn)
{
    if (isOn && watched.state == State::off && ! watched.folder.empty() && services.watch)
    {
        watched.state = State::on;
        services.watch (watched.folder,
                        document().outline,
                        outgoing ? outgoing->wishes : WriteWishes(),
                        [this] (WatchNews news) { heardOfWatched (std::move (news)); });
        say (Message::Grade::info, tr ("Renders in {} get the chapters.", fileNameOf (watched.folder)));
        tell (Changed::writing);
    }
    else if (! isOn && watched.state == State::on && services.stopWatching)
    {
        watched.state = State::stopping;
        tell (Changed::writing);
        services.stopWatching (
            [this]
            {
                watched.state = State::off;
                say (Message::Grade::info, tr ("{} is not watched any more.", fileNameOf (watched.folder)));
                tell (Changed::writing);
            });
    }
}

void Workspace::heardOfWatched (WatchNews news)
{
    if (news.kind == WatchNews::Kind::tagged)
        say (Message::Grade::info, tr ("The chapters are in {}, a new render.", news.file));
    else if (news.kind == WatchNews::Kind::failed)
        say (Message::Grade::error, std::format ("{}: {}", news.file, trMade (news.problem)));

    watched.log.insert (watched.log.begin(), std::move (news));

    if (watched.log.size() > maxEntries)
        watched.log.pop_back();

    tell (Changed::writing);
}

} // namespace earmark
