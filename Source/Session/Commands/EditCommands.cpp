// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// Changes to many chapters, and undoing them.

namespace earmark::commandtables
{

std::vector<Command> editCommands()
{
    using namespace actions;

    return {
        { "shift", "Edit", "Shift chapters\u2026", { "ctrl+shift+s" }, hasChapters, toggle<Panel::shift> },
        { "stretch",
          "Edit",
          "Stretch between pins\u2026",
          { "ctrl+shift+t" },
          hasChapters,
          toggle<Panel::stretch> },
        { "insert-time",
          "Edit",
          "Insert or remove time\u2026",
          { "ctrl+shift+i" },
          hasChapters,
          toggle<Panel::insertTime> },
        { "find-cut", "Edit", "Find the cut\u2026", { "ctrl+shift+c" }, hasChapters, toggle<Panel::findCut> },
        { "snap-all", "Edit", "Snap all\u2026", { "ctrl+shift+x" }, hasChapters, toggle<Panel::snapAll> },
        { "place-all",
          "Edit",
          "Place titles at pauses\u2026",
          { "ctrl+shift+l" },
          hasChapters,
          toggle<Panel::placeAll> },
        { "rename",
          "Edit",
          "Rename, replace or renumber\u2026",
          { "ctrl+shift+n" },
          hasChapters,
          toggle<Panel::rename> },
        { "undo",
          "Edit",
          "Undo",
          { "ctrl+z" },
          [] (const W& w)
          { return ! hasChosenLines (w) && (w.history().canUndo() || w.history().isInGesture()); },
          [] (W& w) { w.undo(); } },
        { "redo",
          "Edit",
          "Redo",
          { "ctrl+shift+z", "ctrl+y" },
          [] (const W& w) { return ! hasChosenLines (w) && w.history().canRedo(); },
          [] (W& w) { w.redo(); } },
        { "history", "Edit", "Undo history", { "ctrl+h" }, always, toggle<Panel::history> },
        { "escape", "Edit", "Close, or give up a drag", { "escape" }, always, escape },
    };
}

} // namespace earmark::commandtables
