// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/WindowLayout.h"

// The table of commands in parts, and what several parts ask or do. Commands.cpp puts them in order.

namespace earmark::commandtables
{

using W = Workspace;

std::vector<Command> panelCommands();
std::vector<Command> reviewCommands();
std::vector<Command> playbackCommands();
std::vector<Command> chapterCommands();
std::vector<Command> hostCommands();
std::vector<Command> editCommands();
std::vector<Command> fileCommands();
std::vector<Command> viewCommands();

inline bool always (const W&)
{
    return true;
}

inline bool hasChapters (const W& w)
{
    return ! w.chapters().empty();
}

inline bool hasOneTarget (const W& w)
{
    return actions::targets (w).size() == 1;
}

inline bool isInWritePanel (const W& w)
{
    return w.view().panel == Panel::write && w.writing().panel();
}

inline bool isInDocuments (const W& w)
{
    return w.view().panel == Panel::documents && w.documents().page()
           && w.documents().page()->current() != nullptr;
}

inline bool isInWatchPanel (const W& w)
{
    return w.view().panel == Panel::watch && w.services.watch;
}

inline bool canChooseLines (const W& w)
{
    return w.view().panel == Panel::import && w.outlineImport().hasLinesToChoose();
}

/** Undoing means them, also with nothing left to undo, so that neither key nor button changes the document unseen. */
inline bool hasChosenLines (const W& w)
{
    const auto& lines = w.outlineImport().linesLeftOut();
    return canChooseLines (w) && (lines.canUndo() || lines.canRedo());
}

template <std::int64_t ms>
void nudge (W& w)
{
    actions::nudge (w, Duration::fromMilliseconds (ms));
}

template <Panel panel>
void toggle (W& w)
{
    w.toggle (panel);
}

} // namespace earmark::commandtables
