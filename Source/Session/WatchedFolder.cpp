// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WatchedFolder.h"

#include "Language/Translation.h"
#include "Session/Paths.h"

#include <format>

namespace earmark
{

using State = WatchPage::State;

namespace
{

constexpr std::size_t maxEntries = 500;

} // namespace

void WatchedFolder::choose (const std::string& path)
{
    if (watched.state != State::off || path.empty())
        return;

    watched.folder = path;
    desk.tell (Changed::writing);
}

void WatchedFolder::turn (bool on)
{
    if (on && watched.state == State::off && ! watched.folder.empty() && desk.services.watch)
    {
        watched.state = State::on;
        desk.services.watch (watched.folder,
                             desk.document().outline,
                             writing.wishes(),
                             [this] (WatchNews news) { heard (std::move (news)); });
        desk.say (Message::Grade::info, tr ("Renders in {} get the chapters.", fileNameOf (watched.folder)));
        desk.tell (Changed::writing);
    }
    else if (! on && watched.state == State::on && desk.services.stopWatching)
    {
        watched.state = State::stopping;
        desk.tell (Changed::writing);
        desk.services.stopWatching (
            [this]
            {
                watched.state = State::off;
                desk.say (Message::Grade::info,
                          tr ("{} is not watched any more.", fileNameOf (watched.folder)));
                desk.tell (Changed::writing);
            });
    }
}

void WatchedFolder::update()
{
    if (watched.state == State::on && desk.services.updateWatched)
        desk.services.updateWatched (desk.document().outline, writing.wishes());
}

void WatchedFolder::heard (WatchNews news)
{
    if (news.kind == WatchNews::Kind::tagged)
        desk.say (news.warnings.empty() ? Message::Grade::info : Message::Grade::warning,
                  withWarnings (tr ("The chapters are in {}, a new render.", news.file), news));
    else if (news.kind == WatchNews::Kind::failed)
        desk.say (Message::Grade::error, std::format ("{}: {}", news.file, trMade (news.problem)));

    watched.log.insert (watched.log.begin(), std::move (news));

    if (watched.log.size() > maxEntries)
        watched.log.pop_back();

    desk.tell (Changed::writing);
}

} // namespace earmark
