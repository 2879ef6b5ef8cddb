// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// Projects, outlines, and writing into files.

namespace earmark::commandtables
{

namespace
{

/** Also audio alone, and an old project that all is taken out of. */
bool canSave (const W& w)
{
    return w.services.writeProject
           && (hasChapters (w) || w.document().media || ! w.projects().path().empty() || ! w.isSaved());
}

bool canQuit (const W& w)
{
    return bool (w.services.quit);
}

bool canOpenWritePanel (const W& w)
{
    return w.services.planWrite && (hasChapters (w) || w.view().panel == Panel::write);
}

bool canRestoreWritten (const W& w)
{
    return isInWritePanel (w) && ! w.writing().panel()->isWriting()
           && w.writing().panel()->count (WriteTarget::State::written) > 0;
}

/** A panel about writing, by the function that opens it. */
template <Panel panel, void (*open) (W&)>
void togglePage (W& w)
{
    w.view().panel == panel ? w.closePanel() : open (w);
}

void openWriting (W& w)
{
    w.writing().open (Panel::write);
}

void openPlayers (W& w)
{
    w.players().open();
}

void openDocuments (W& w)
{
    w.documents().open();
}

bool canOpenPlayers (const W& w)
{
    return w.services.showAsPlayers && (canOpenWritePanel (w) || w.view().panel == Panel::players);
}

bool canOpenDocuments (const W& w)
{
    return w.services.documentKinds && (hasChapters (w) || w.view().panel == Panel::documents);
}

bool canWatch (const W& w)
{
    return bool (w.services.watch);
}

bool canFix (const W& w)
{
    return isInWritePanel (w) && ! w.writing().isBusy() && ! w.writing().panel()->fixes().empty();
}

bool canSaveProof (const W& w)
{
    return isInWritePanel (w) && w.services.writeProofPage && w.writing().panel()->hasProof();
}

bool canPublish (const W& w)
{
    return isInDocuments (w) && w.services.publish && hasChapters (w)
           && ! w.documents().page()->isPublishing() && ! w.writing().isBusy();
}

bool canChooseWatched (const W& w)
{
    return isInWatchPanel (w) && w.watchedFolder().page().state == WatchPage::State::off;
}

} // namespace

std::vector<Command> fileCommands()
{
    using namespace actions;

    return {
        { "new", "File", "New", { "ctrl+n" }, always, [] (W& w) { w.projects().beginNew(); } },
        { "open",
          "File",
          "Open a project, audio or an outline\u2026",
          { "ctrl+o" },
          always,
          actions::openFile },
        { "paste", "File", "Paste an outline", { "ctrl+v" }, always, paste },
        { "save", "File", "Save", { "ctrl+s" }, canSave, [] (W& w) { w.projects().save (false); } },
        { "save-as",
          "File",
          "Save as\u2026",
          { "ctrl+alt+s" },
          canSave,
          [] (W& w) { w.projects().save (true); } },
        { "write",
          "File",
          "Write into audio files\u2026",
          { "w" },
          canOpenWritePanel,
          togglePage<Panel::write, openWriting> },
        { "write-add",
          "File",
          "Add audio files to write into\u2026",
          { "ctrl+shift+o" },
          isInWritePanel,
          addWriteTargets },
        { "write-restore",
          "File",
          "Take back what was written",
          { "ctrl+shift+u" },
          canRestoreWritten,
          restoreWritten },
        { "write-fix",
          "File",
          "Fix what players would show wrongly",
          { "ctrl+shift+f" },
          canFix,
          fixFindings },
        { "write-advice",
          "File",
          "Show or hide advice about the files",
          { "ctrl+shift+a" },
          isInWritePanel,
          [] (W& w) { w.writing().showAdvice (! w.writing().panel()->showsAdvice); } },
        { "save-proof",
          "File",
          "Save the proof as a page\u2026",
          { "ctrl+shift+p" },
          canSaveProof,
          saveProof },
        { "players",
          "File",
          "The files, as players show them",
          { "v" },
          canOpenPlayers,
          togglePage<Panel::players, openPlayers> },
        { "export",
          "File",
          "Descriptions and exports\u2026",
          { "ctrl+e" },
          canOpenDocuments,
          togglePage<Panel::documents, openDocuments> },
        { "publish",
          "File",
          "Write all destinations\u2026",
          { "ctrl+shift+e" },
          canPublish,
          actions::publish },
        { "watch", "File", "Watched folder\u2026", { "ctrl+shift+w" }, canWatch, toggle<Panel::watch> },
        { "watch-folder",
          "File",
          "Choose the folder to watch\u2026",
          { "ctrl+shift+d" },
          canChooseWatched,
          chooseWatchedFolder },
        { "copy", "File", "Copy as a list of times", { "ctrl+c" }, hasChapters, copyTimestamps },
        { "quit", "File", "Close Earmark", { "ctrl+q" }, canQuit, [] (W& w) { w.projects().close(); } },
    };
}

} // namespace earmark::commandtables
