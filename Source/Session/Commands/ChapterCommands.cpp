// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"
#include "Session/Table.h"

// Chapters, one or several.

namespace earmark::commandtables
{

namespace
{

bool followsHost (const W& w)
{
    return w.playback().host().source != HostTransport::Source::nothing;
}

bool hasTargets (const W& w)
{
    return ! actions::targets (w).empty();
}

bool hasSeveral (const W& w)
{
    return w.view().selection.ids.size() > 1;
}

/** The table can be seen, or could be. */
bool hasTable (const W& w)
{
    return ! isWide (w.view().panel);
}

bool hasFocusInTable (const W& w)
{
    return hasTable (w) && w.view().selection.focus != ChapterId::none;
}

template <TypingPlace place>
void type (W& w)
{
    w.askToType (place);
}

template <int steps, Pick how>
void step (W& w)
{
    actions::selectStep (w, steps, how);
}

} // namespace

std::vector<Command> chapterCommands()
{
    using namespace actions;

    return {
        { "marker-here", "Chapters", "Marker at the playhead", { "i", "m" }, always, addAtPlayhead },
        { "ad-break", "Chapters", "Ad break at the playhead", { "b" }, always, addAdBreak },
        { "episode-start",
          "Chapters",
          "The episode starts here, at the playhead in the host",
          { "ctrl+shift+home" },
          followsHost,
          episodeStartsHere },
        { "previous", "Chapters", "Previous chapter", { "up" }, hasChapters, step<-1, Pick::only> },
        { "next", "Chapters", "Next chapter", { "down" }, hasChapters, step<1, Pick::only> },
        { "extend-up",
          "Chapters",
          "Select the one above too",
          { "shift+up" },
          hasChapters,
          step<-1, Pick::range> },
        { "extend-down",
          "Chapters",
          "Select the one below too",
          { "shift+down" },
          hasChapters,
          step<1, Pick::range> },
        { "page-up", "Chapters", "Ten chapters up", { "pageup" }, hasChapters, step<-10, Pick::only> },
        { "page-down", "Chapters", "Ten chapters down", { "pagedown" }, hasChapters, step<10, Pick::only> },
        { "select-all", "Chapters", "Select all", { "ctrl+a" }, hasChapters, selectAll },
        { "edit-title",
          "Chapters",
          "Edit the title",
          { "e", "f2" },
          hasFocusInTable,
          type<TypingPlace::title> },
        { "edit-start",
          "Chapters",
          "Edit the start",
          { "shift+e", "f3" },
          hasFocusInTable,
          type<TypingPlace::start> },
        { "filter", "Chapters", "Filter the list", { "ctrl+f" }, hasTable, type<TypingPlace::filter> },
        { "remove", "Chapters", "Remove", { "delete", "backspace" }, hasTargets, removeSelected },
        { "split", "Chapters", "Split at the playhead", { "s" }, hasChapters, splitAtPlayhead },
        { "merge", "Chapters", "Merge the selected", { "ctrl+m" }, hasSeveral, mergeSelected },
        { "earlier-10", "Chapters", "10 ms earlier", { ",", "ctrl+left" }, hasTargets, nudge<-10> },
        { "later-10", "Chapters", "10 ms later", { ".", "ctrl+right" }, hasTargets, nudge<10> },
        { "earlier-100", "Chapters", "100 ms earlier", { "<", "alt+left" }, hasTargets, nudge<-100> },
        { "later-100", "Chapters", "100 ms later", { ">", "alt+right" }, hasTargets, nudge<100> },
        { "earlier-1000", "Chapters", "1 second earlier", { "shift+alt+left" }, hasTargets, nudge<-1000> },
        { "later-1000", "Chapters", "1 second later", { "shift+alt+right" }, hasTargets, nudge<1000> },
        { "to-playhead", "Chapters", "Move to the playhead", { "t" }, hasOneTarget, moveToPlayhead },
        { "snap", "Chapters", "Snap to where speech begins", { "x" }, hasTargets, snapSelected },
        { "lock", "Chapters", "Lock or unlock", { "ctrl+l" }, hasTargets, toggleLock },
        { "contents", "Chapters", "Show in or hide from lists", { "h" }, hasTargets, toggleInContents },
        { "slide-up",
          "Chapters",
          "Slide titles up by one",
          { "alt+up" },
          hasTargets,
          [] (W& w) { slide (w, Slide::toEarlier); } },
        { "slide-down",
          "Chapters",
          "Slide titles down by one",
          { "alt+down" },
          hasTargets,
          [] (W& w) { slide (w, Slide::toLater); } },
    };
}

} // namespace earmark::commandtables
