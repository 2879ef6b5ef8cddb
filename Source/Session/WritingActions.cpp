// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Paths.h"

#include <algorithm>

namespace earmark::actions
{

namespace
{

/** What files that lie beside the audio are called after. */
std::string stemOf (const Workspace& w)
{
    const auto& panel = w.writing();

    if (panel && ! panel->targets.empty())
        return projectNameOf (panel->targets.front().path);

    return w.media()          ? projectNameOf (w.media()->path)
           : w.name().empty() ? std::string ("chapters")
                              : w.name();
}

std::size_t stepped (std::size_t from, int steps, std::size_t count)
{
    return std::size_t (std::clamp<std::ptrdiff_t> (
        std::ptrdiff_t (from) + steps, 0, std::max<std::ptrdiff_t> (0, std::ptrdiff_t (count) - 1)));
}

} // namespace

void addWriteTargets (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (FileKind::audio, [&w] (const std::string& path) { w.addWriteTarget (path); });
}

void restoreWritten (Workspace& w)
{
    const auto panel = w.writing();

    if (! panel)
        return;

    for (const auto& target : panel->targets)
        if (target.state == WriteTarget::State::written)
            w.restore (target.path);
}

void fixFindings (Workspace& w)
{
    if (! w.writing())
        return;

    for (const auto fix : w.writing()->fixes())
        w.applyFix (fix);
}

void saveProof (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile ({ FileKind::proof, stemOf (w) + "-proof.html" },
                               [&w] (const std::string& path) { w.saveProofPage (path); });
}

void saveDocument (Workspace& w)
{
    const auto* row = w.documents() ? w.documents()->current() : nullptr;

    if (row != nullptr && w.services.chooseFile)
        w.services.chooseFile ({ FileKind::document, stemOf (w) + row->kind.suffix },
                               [&w] (const std::string& path) { w.saveDocument (path); });
}

void publish (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (FileKind::folder, [&w] (const std::string& path) { w.publishInto (path); });
}

void chooseWatchedFolder (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (FileKind::folder,
                               [&w] (const std::string& path) { w.chooseWatchedFolder (path); });
}

void toggleWatching (Workspace& w)
{
    if (w.watching().state != WatchPage::State::off)
        w.setWatching (false);
    else if (! w.watching().folder.empty())
        w.setWatching (true);
    else if (w.services.chooseFile)
        w.services.chooseFile (FileKind::folder,
                               [&w] (const std::string& path)
                               {
                                   w.chooseWatchedFolder (path);
                                   w.setWatching (true);
                               });
}

void choosePageRow (Workspace& w, int steps)
{
    if (w.view().panel == Panel::players && w.writing())
        w.choosePlayer (stepped (w.writing()->players.chosen, steps, w.writing()->players.lists.size()));
    else if (w.view().panel == Panel::documents && w.documents())
        w.chooseDocument (stepped (w.documents()->chosen, steps, w.documents()->rows.size()));
}

void choosePlayersFile (Workspace& w, int steps)
{
    if (! w.writing() || w.writing()->targets.empty())
        return;

    const auto& targets = w.writing()->targets;
    const auto current = std::ranges::find (targets, w.writing()->players.path, &WriteTarget::path);
    const auto index = current == targets.end() ? 0 : std::size_t (current - targets.begin());
    w.choosePlayersFile (targets[stepped (index, steps, targets.size())].path);
}

} // namespace earmark::actions
