// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// What is asked, and what is done in the open panel.

namespace earmark::commandtables
{

namespace
{

bool canAcceptProposal (const W& w)
{
    return w.view().panel != Panel::import && w.proposal() && ! w.proposal()->changesNothing();
}

bool canAcceptImport (const W& w)
{
    return w.view().panel == Panel::import && w.outlineImport().preview()
           && w.outlineImport().preview()->reading.has_value();
}

bool isAsked (const W& w)
{
    return w.prompt() != nullptr;
}

bool isAskedFirst (const W& w)
{
    return w.isAskedFirst();
}

bool hasSecondChoice (const W& w)
{
    return isAsked (w) && w.prompt()->choices.size() > 1 && actions::answerOfEscape (*w.prompt()) != 1;
}

template <std::size_t choice>
void answer (W& w)
{
    w.answerPrompt (choice);
}

bool canWrite (const W& w)
{
    return isInWritePanel (w) && w.writing().panel()->canWrite();
}

bool isInPageWithRows (const W& w)
{
    return canChooseLines (w) || (w.view().panel == Panel::players && w.writing().panel())
           || (w.view().panel == Panel::documents && w.documents().page());
}

/** Also one whose lines are only read: its ends are nearer than the timeline's. */
bool isInPageWithEnds (const W& w)
{
    return isInPageWithRows (w) || (w.view().panel == Panel::import && w.outlineImport().preview());
}

/** More than there are in any page. */
constexpr int allRows = 1'000'000'000;

bool isInPlayers (const W& w)
{
    return w.view().panel == Panel::players && w.writing().panel() && w.writing().panel()->targets.size() > 1;
}

bool canCopyDocument (const W& w)
{
    return isInDocuments (w) && w.documents().page()->current()->kind.isText;
}

bool canSwitchWatching (const W& w)
{
    return isInWatchPanel (w) && w.watchedFolder().page().state != WatchPage::State::stopping
           && (hasChapters (w) || w.watchedFolder().page().state == WatchPage::State::on);
}

} // namespace

std::vector<Command> panelCommands()
{
    using namespace actions;

    return {
        { "answer-first", "Questions", "Take the first answer", { "enter" }, isAskedFirst, answer<0> },
        { "answer-second", "Questions", "Take the second answer", { "ctrl+d" }, hasSecondChoice, answer<1> },
        { "accept-import",
          "File",
          "Import what is previewed",
          { "ctrl+enter", "enter" },
          canAcceptImport,
          [] (W& w) { w.outlineImport().accept(); } },
        { "toggle-line",
          "File",
          "Leave a line out of the import, or take it in",
          { "space" },
          canChooseLines,
          [] (W& w) { w.outlineImport().toggleLine(); } },
        { "undo-line",
          "File",
          "Undo leaving lines out",
          { "ctrl+z" },
          hasChosenLines,
          [] (W& w) { w.outlineImport().undoLines(); } },
        { "redo-line",
          "File",
          "Redo leaving lines out",
          { "ctrl+shift+z", "ctrl+y" },
          hasChosenLines,
          [] (W& w) { w.outlineImport().redoLines(); } },
        { "write-now",
          "File",
          "Write the chapters into the files shown",
          { "ctrl+enter", "enter" },
          canWrite,
          [] (W& w) { w.writing().start(); } },
        { "copy-document",
          "File",
          "Copy the document shown",
          { "ctrl+c" },
          canCopyDocument,
          [] (W& w) { w.documents().copy(); } },
        { "save-document",
          "File",
          "Save the document shown as\u2026",
          { "enter", "ctrl+enter" },
          isInDocuments,
          actions::saveDocument },
        { "watch-switch",
          "File",
          "Watch the folder, or stop that",
          { "enter" },
          canSwitchWatching,
          toggleWatching },
        { "row-up",
          "View",
          "Previous player, document or line",
          { "up" },
          isInPageWithRows,
          [] (W& w) { choosePageRow (w, -1); } },
        { "row-down",
          "View",
          "Next player, document or line",
          { "down" },
          isInPageWithRows,
          [] (W& w) { choosePageRow (w, 1); } },
        { "row-first",
          "View",
          "First player, document or line",
          { "home" },
          isInPageWithEnds,
          [] (W& w) { choosePageRow (w, -allRows); } },
        { "row-last",
          "View",
          "Last player, document or line",
          { "end" },
          isInPageWithEnds,
          [] (W& w) { choosePageRow (w, allRows); } },
        { "file-before",
          "View",
          "Previous file, as players show it",
          { "left" },
          isInPlayers,
          [] (W& w) { choosePlayersFile (w, -1); } },
        { "file-after",
          "View",
          "Next file, as players show it",
          { "right" },
          isInPlayers,
          [] (W& w) { choosePlayersFile (w, 1); } },
        { "apply",
          "Edit",
          "Apply what is previewed",
          { "ctrl+enter", "enter" },
          canAcceptProposal,
          [] (W& w) { w.acceptProposal(); } },
    };
}

} // namespace earmark::commandtables
