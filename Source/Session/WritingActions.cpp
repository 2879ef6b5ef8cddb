// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Actions.h"
#include "Session/Paths.h"

#include <algorithm>

namespace earmark::actions
{

namespace
{

std::size_t stepped (std::size_t from, int steps, std::size_t count)
{
    return std::size_t (std::clamp<std::ptrdiff_t> (
        std::ptrdiff_t (from) + steps, 0, std::max<std::ptrdiff_t> (0, std::ptrdiff_t (count) - 1)));
}

/** Begins where the host's renders lie, if somebody has said so. */
FileWish wishForRenders (const Workspace& w)
{
    return { FileKind::folder, {}, w.view().preferences.renderFolder };
}

} // namespace

void addWriteTargets (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (FileKind::audio, [&w] (const std::string& path) { w.writing().add (path); });
}

void restoreWritten (Workspace& w)
{
    const auto panel = w.writing().panel();

    if (! panel)
        return;

    for (const auto& target : panel->targets)
        if (target.state == WriteTarget::State::written)
            w.writing().restore (target.path);
}

void fixFindings (Workspace& w)
{
    if (! w.writing().panel())
        return;

    for (const auto fix : w.writing().panel()->fixes())
        w.writing().apply (fix);
}

void showChapters (Workspace& w, const std::vector<ChapterId>& meant)
{
    auto ids = meant;
    std::erase_if (ids, [&] (ChapterId id) { return w.find (id) == nullptr; });

    if (ids.empty())
        return;

    showTable (w);
    const auto shown = w.order();

    if (! std::ranges::all_of (ids, [&] (ChapterId id) { return std::ranges::contains (shown, id); }))
        w.look ([] (ViewState& v) { v.filter.clear(); });

    // Selected anew, so that also what was selected already is brought into sight.
    w.look ([] (ViewState& v) { v.selection = {}; });
    select (w, ids.front(), Pick::only);
    w.look ([&] (ViewState& v) { v.selection.ids.insert (ids.begin(), ids.end()); });
}

void saveProof (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile ({ FileKind::proof, w.documents().stem() + "-proof.html" },
                               [&w] (const std::string& path) { w.writing().saveProof (path); });
}

void saveDocument (Workspace& w)
{
    const auto* row = w.documents().page() ? w.documents().page()->current() : nullptr;

    if (row != nullptr && w.services.chooseFile)
        w.services.chooseFile ({ FileKind::document, w.documents().stem() + row->kind.suffix },
                               [&w] (const std::string& path) { w.documents().save (path); });
}

void publish (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (FileKind::folder,
                               [&w] (const std::string& path) { w.documents().publishInto (path); });
}

void chooseWatchedFolder (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (wishForRenders (w),
                               [&w] (const std::string& path) { w.watchedFolder().choose (path); });
}

void toggleWatching (Workspace& w)
{
    if (w.watchedFolder().page().state != WatchPage::State::off)
        w.watchedFolder().turn (false);
    else if (! w.watchedFolder().page().folder.empty())
        w.watchedFolder().turn (true);
    else if (w.services.chooseFile)
        w.services.chooseFile (wishForRenders (w),
                               [&w] (const std::string& path)
                               {
                                   w.watchedFolder().choose (path);
                                   w.watchedFolder().turn (true);
                               });
}

void choosePageRow (Workspace& w, int steps)
{
    if (w.view().panel == Panel::players && w.writing().panel())
        w.players().choose (stepped (w.players().page().chosen, steps, w.players().page().lists.size()));
    else if (w.view().panel == Panel::documents && w.documents().page())
        w.documents().choose (
            stepped (w.documents().page()->chosen, steps, w.documents().page()->rows.size()));
    else if (w.view().panel == Panel::import && w.outlineImport().preview())
        w.outlineImport().goToLine (std::ptrdiff_t (w.outlineImport().preview()->line) + steps);
}

std::string heardInstead (const Workspace& w)
{
    if (w.players().page().path.empty())
        return {};

    if (const auto& file = w.audio().file())
        return file->path == w.players().page().path
                   ? std::string()
                   : tr ("Plays the open audio, \u201c{}\u201d, not this file.", fileNameOf (file->path));

    return playsHost (w) ? tr ("Plays the timeline of {}, not this file.", w.hostTimeline().link()->host)
                         : tr ("No audio is open: a click only puts the playhead there.");
}

void playShown (Workspace& w, std::size_t row)
{
    const auto& page = w.players().page();

    if (page.chosen >= page.lists.size() || row >= page.lists[page.chosen].rows.size())
        return;

    playFrom (w, page.lists[page.chosen].rows[row].start);

    if (const auto instead = heardInstead (w); ! instead.empty())
        w.say (Message::Grade::info, instead);
}

void choosePlayersFile (Workspace& w, int steps)
{
    if (! w.writing().panel() || w.writing().panel()->targets.empty())
        return;

    const auto& targets = w.writing().panel()->targets;
    const auto current = std::ranges::find (targets, w.players().page().path, &WriteTarget::path);
    const auto index = current == targets.end() ? 0 : std::size_t (current - targets.begin());
    w.players().chooseFile (targets[stepped (index, steps, targets.size())].path);
}

} // namespace earmark::actions
