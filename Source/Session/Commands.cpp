// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"

#include "Session/Actions.h"
#include "Session/WindowLayout.h"

#include <algorithm>

namespace earmark
{

namespace
{

using W = Workspace;

bool always (const W&)
{
    return true;
}

bool hasMedia (const W& w)
{
    return w.media().has_value();
}

bool followsHost (const W& w)
{
    return w.host().source != HostTransport::Source::nothing;
}

bool hasChapters (const W& w)
{
    return ! w.chapters().empty();
}

bool isInHost (const W& w)
{
    return w.isHosted();
}

bool canPush (const W& w)
{
    return w.hostLink() != nullptr && w.hostLink()->carryOut && ! w.isPushingMarkers()
           && (hasChapters (w) || ! w.markerLinks().empty());
}

bool canPull (const W& w)
{
    return w.hostLink() != nullptr && w.hostLink()->markers && ! w.isPushingMarkers();
}

bool hasTargets (const W& w)
{
    return ! actions::targets (w).empty();
}

bool hasOneTarget (const W& w)
{
    return actions::targets (w).size() == 1;
}

bool hasSeveral (const W& w)
{
    return w.view().selection.ids.size() > 1;
}

bool isReviewing (const W& w)
{
    return w.review().active && w.view().panel != Panel::import && ! isAboutWriting (w.view().panel);
}

bool canAcceptProposal (const W& w)
{
    return w.view().panel != Panel::import && w.proposal() && ! w.proposal()->changesNothing();
}

bool canAcceptImport (const W& w)
{
    return w.view().panel == Panel::import && w.import() && w.import()->reading.has_value();
}

bool isAsked (const W& w)
{
    return w.prompt() != nullptr;
}

template <std::size_t choice>
bool hasChoice (const W& w)
{
    return isAsked (w) && w.prompt()->choices.size() > choice + 1; // the last is what Escape takes
}

template <std::size_t choice>
void answer (W& w)
{
    w.answerPrompt (choice);
}

/** Also audio alone, and an old project that all is taken out of. */
bool canSave (const W& w)
{
    return w.services.writeProject
           && (hasChapters (w) || w.document().media || ! w.projectPath().empty() || ! w.isSaved());
}

bool canQuit (const W& w)
{
    return bool (w.services.quit);
}

template <int steps>
bool canScale (const W& w)
{
    return scaleStep (w.view().preferences.scale, steps) != w.view().preferences.scale;
}

template <int steps>
void scale (W& w)
{
    w.look ([] (ViewState& v) { v.preferences.scale = scaleStep (v.preferences.scale, steps); });
}

bool canOpenWritePanel (const W& w)
{
    return w.services.planWrite && (hasChapters (w) || w.view().panel == Panel::write);
}

bool isInWritePanel (const W& w)
{
    return w.view().panel == Panel::write && w.writing();
}

bool canWrite (const W& w)
{
    return isInWritePanel (w) && w.writing()->canWrite();
}

bool canRestoreWritten (const W& w)
{
    return isInWritePanel (w) && ! w.writing()->isWriting()
           && w.writing()->count (WriteTarget::State::written) > 0;
}

/** A panel about writing, by the function that opens it. */
template <Panel panel, void (W::*open)()>
void togglePage (W& w)
{
    w.view().panel == panel ? w.closePanel() : (w.*open)();
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

bool isInPageWithRows (const W& w)
{
    return (w.view().panel == Panel::players && w.writing())
           || (w.view().panel == Panel::documents && w.documents());
}

bool isInPlayers (const W& w)
{
    return w.view().panel == Panel::players && w.writing() && w.writing()->targets.size() > 1;
}

bool canFix (const W& w)
{
    return isInWritePanel (w) && ! w.writing()->isBusy() && ! w.writing()->fixes().empty();
}

bool canSaveProof (const W& w)
{
    return isInWritePanel (w) && w.services.writeProofPage && w.writing()->hasProof();
}

bool isInDocuments (const W& w)
{
    return w.view().panel == Panel::documents && w.documents() && w.documents()->current() != nullptr;
}

bool canCopyDocument (const W& w)
{
    return isInDocuments (w) && w.documents()->current()->kind.isText;
}

bool canPublish (const W& w)
{
    return isInDocuments (w) && w.services.publish && hasChapters (w) && ! w.documents()->isPublishing()
           && (! w.writing() || ! w.writing()->isBusy());
}

bool isInWatchPanel (const W& w)
{
    return w.view().panel == Panel::watch && w.services.watch;
}

bool canChooseWatched (const W& w)
{
    return isInWatchPanel (w) && w.watching().state == WatchPage::State::off;
}

bool canSwitchWatching (const W& w)
{
    return isInWatchPanel (w) && w.watching().state != WatchPage::State::stopping
           && (hasChapters (w) || w.watching().state == WatchPage::State::on);
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

template <std::size_t n>
bool hasCandidate (const W& w)
{
    return isReviewing (w) && actions::reviewCandidates (w).size() > n;
}

template <std::size_t n>
void takeCandidate (W& w)
{
    actions::takeCandidate (w, n);
}

template <std::int64_t ms>
void nudge (W& w)
{
    actions::nudge (w, Duration::fromMilliseconds (ms));
}

template <std::int64_t seconds>
void skip (W& w)
{
    actions::skip (w, Duration::fromSeconds (seconds));
}

template <int steps, Pick how>
void step (W& w)
{
    actions::selectStep (w, steps, how);
}

template <Panel panel>
void toggle (W& w)
{
    w.toggle (panel);
}

void toEnd (W& w)
{
    w.seek (w.endOfAudio().value_or (Position (w.view().scale.total)));
    w.look ([] (ViewState& v) { v.scale = revealing (v.scale, v.playhead); });
}

const std::vector<Command>& table()
{
    using namespace actions;

    static const std::vector<Command> rows {
        // What is asked comes before all else, and a review before the rest: while it goes on, its keys mean it.
        { "answer-first", "Questions", "Take the first answer", { "enter" }, isAsked, answer<0> },
        { "answer-second", "Questions", "Take the second answer", { "ctrl+d" }, hasChoice<1>, answer<1> },
        { "accept-import",
          "File",
          "Import what is previewed",
          { "ctrl+enter", "enter" },
          canAcceptImport,
          [] (W& w) { w.acceptImport(); } },
        { "write-now",
          "File",
          "Write the chapters into the files shown",
          { "ctrl+enter", "enter" },
          canWrite,
          [] (W& w) { w.writeTargets(); } },
        { "copy-document",
          "File",
          "Copy the document shown",
          { "ctrl+c" },
          canCopyDocument,
          [] (W& w) { w.copyDocument(); } },
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
          "Previous player or document",
          { "up" },
          isInPageWithRows,
          [] (W& w) { choosePageRow (w, -1); } },
        { "row-down",
          "View",
          "Next player or document",
          { "down" },
          isInPageWithRows,
          [] (W& w) { choosePageRow (w, 1); } },
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
        { "review-accept", "Review", "Accept and next", { "enter", "a" }, isReviewing, acceptAndNext },
        { "review-play", "Review", "Play around the marker again", { "space" }, isReviewing, playReviewed },
        { "review-previous",
          "Review",
          "Previous chapter",
          { "shift+enter", "up", "p" },
          isReviewing,
          [] (W& w) { reviewStep (w, -1); } },
        { "review-next",
          "Review",
          "Next chapter, not accepted",
          { "down", "n" },
          isReviewing,
          [] (W& w) { reviewStep (w, 1); } },
        { "candidate-1", "Review", "Take candidate 1", { "1" }, hasCandidate<0>, takeCandidate<0> },
        { "candidate-2", "Review", "Take candidate 2", { "2" }, hasCandidate<1>, takeCandidate<1> },
        { "candidate-3", "Review", "Take candidate 3", { "3" }, hasCandidate<2>, takeCandidate<2> },
        { "candidate-4", "Review", "Take candidate 4", { "4" }, hasCandidate<3>, takeCandidate<3> },
        { "candidate-5", "Review", "Take candidate 5", { "5" }, hasCandidate<4>, takeCandidate<4> },
        { "candidate-6", "Review", "Take candidate 6", { "6" }, hasCandidate<5>, takeCandidate<5> },
        { "review-earlier", "Review", "10 ms earlier", { "left" }, isReviewing, nudge<-10> },
        { "review-later", "Review", "10 ms later", { "right" }, isReviewing, nudge<10> },
        { "review-earlier-100", "Review", "100 ms earlier", { "shift+left" }, isReviewing, nudge<-100> },
        { "review-later-100", "Review", "100 ms later", { "shift+right" }, isReviewing, nudge<100> },
        { "review", "Review", "Review the chapters one by one", { "r" }, hasChapters, beginReview },
        { "contact-sheet", "Review", "Contact sheet", { "g" }, hasChapters, toggle<Panel::contactSheet> },

        { "play", "Playback", "Play or pause", { "space" }, canPlay, togglePlay, true },
        { "stop", "Playback", "Pause, at normal speed", { "k" }, canPlay, pause },
        { "faster", "Playback", "Play, then faster", { "l" }, hasMedia, faster },
        { "slower", "Playback", "Slower", { "shift+j" }, hasMedia, slower },
        { "back-5", "Playback", "Back 5 seconds", { "j" }, always, skip<-5> },
        { "back-1", "Playback", "Back 1 second", { "left" }, always, skip<-1> },
        { "forward-1", "Playback", "Forward 1 second", { "right" }, always, skip<1> },
        { "back-10", "Playback", "Back 10 seconds", { "shift+left" }, always, skip<-10> },
        { "forward-10", "Playback", "Forward 10 seconds", { "shift+right" }, always, skip<10> },
        { "to-start",
          "Playback",
          "To the beginning",
          { "home" },
          always,
          [] (W& w)
          {
              w.seek ({});
              w.look ([] (ViewState& v) { v.scale = revealing (v.scale, {}); });
          } },
        { "to-end", "Playback", "To the end", { "end" }, always, toEnd },
        { "audition", "Playback", "Play around the marker", { "enter" }, hasOneTarget, auditionMarker },
        { "loop", "Playback", "Loop the marked stretch or the chapter", { "o" }, hasMedia, toggleLoop },

        { "marker-here", "Chapters", "Marker at the playhead", { "i", "m" }, always, addAtPlayhead },
        { "episode-start",
          "Chapters",
          "The episode starts here, at the playhead in the host",
          { "ctrl+shift+home" },
          followsHost,
          episodeStartsHere },
        { "host-panel", "Host", "Markers for a DAW\u2026", { "ctrl+shift+m" }, always, toggle<Panel::host> },
        { "host-push",
          "Host",
          "Set the chapters as the host\u2019s markers",
          { "ctrl+alt+m" },
          canPush,
          [] (W& w) { w.pushMarkers(); } },
        { "host-pull",
          "Host",
          "Take over the host\u2019s markers\u2026",
          { "ctrl+shift+alt+m" },
          canPull,
          [] (W& w) { w.pullMarkers(); } },
        { "render-folder",
          "Host",
          "Where renders lie\u2026",
          { "ctrl+shift+r" },
          isInHost,
          [] (W& w) { w.chooseRenderFolder(); } },
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
          [] (W& w) { slide (w, false); } },
        { "slide-down",
          "Chapters",
          "Slide titles down by one",
          { "alt+down" },
          hasTargets,
          [] (W& w) { slide (w, true); } },

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
        { "snap-all", "Edit", "Snap all\u2026", { "ctrl+shift+x" }, hasChapters, toggle<Panel::snapAll> },
        { "undo",
          "Edit",
          "Undo",
          { "ctrl+z" },
          [] (const W& w) { return w.history().canUndo(); },
          [] (W& w) { w.undo(); } },
        { "redo",
          "Edit",
          "Redo",
          { "ctrl+shift+z", "ctrl+y" },
          [] (const W& w) { return w.history().canRedo(); },
          [] (W& w) { w.redo(); } },
        { "history", "Edit", "Undo history", { "ctrl+h" }, always, toggle<Panel::history> },
        { "escape", "Edit", "Close, or give up a drag", { "escape" }, always, escape },

        { "new", "File", "New", { "ctrl+n" }, always, [] (W& w) { w.newProject(); } },
        { "open",
          "File",
          "Open a project, audio or an outline\u2026",
          { "ctrl+o" },
          always,
          actions::openFile },
        { "paste", "File", "Paste an outline", { "ctrl+v" }, always, paste },
        { "save", "File", "Save", { "ctrl+s" }, canSave, [] (W& w) { w.saveProject (false); } },
        { "save-as",
          "File",
          "Save as\u2026",
          { "ctrl+alt+s" },
          canSave,
          [] (W& w) { w.saveProject (true); } },
        { "write",
          "File",
          "Write into audio files\u2026",
          { "w" },
          canOpenWritePanel,
          togglePage<Panel::write, &W::openWritePanel> },
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
          [] (W& w) { w.showAdvice (! w.writing()->showsAdvice); } },
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
          togglePage<Panel::players, &W::openPlayers> },
        { "export",
          "File",
          "Descriptions and exports\u2026",
          { "ctrl+e" },
          canOpenDocuments,
          togglePage<Panel::documents, &W::openDocuments> },
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
        { "quit", "File", "Close Earmark", { "ctrl+q" }, canQuit, [] (W& w) { w.close(); } },

        { "zoom-in", "View", "Closer", { "+", "=" }, always, [] (W& w) { zoom (w, 1.6); } },
        { "zoom-out", "View", "Further", { "-" }, always, [] (W& w) { zoom (w, 1 / 1.6); } },
        { "zoom-selection", "View", "Zoom to the selection", { "z" }, always, zoomToSelection },
        { "show-all", "View", "The whole episode", { "f", "0" }, always, showAll },
        { "follow", "View", "Follow the playhead: off, page, centre", { "y" }, always, cycleFollow },
        { "inspector",
          "View",
          "Inspector",
          { "ctrl+i" },
          always,
          [] (W& w)
          {
              w.look (
                  [] (ViewState& v)
                  {
                      v.showsInspector = v.panel != Panel::inspector || ! v.showsInspector;
                      v.inspectorOnly = ! v.inspectorOnly;
                      v.panel = Panel::inspector;
                  });
          } },
        { "theme",
          "View",
          "Dark, light, high contrast",
          { "ctrl+t" },
          always,
          [] (W& w)
          { w.look ([] (ViewState& v) { v.preferences.theme = nextTheme (v.preferences.theme); }); } },
        { "larger", "View", "Everything larger", { "ctrl++", "ctrl+=" }, canScale<1>, scale<1> },
        { "smaller", "View", "Everything smaller", { "ctrl+-" }, canScale<-1>, scale<-1> },
        { "preferences", "View", "Preferences\u2026", { "ctrl+," }, always, toggle<Panel::preferences> },
        { "shortcuts", "View", "Keys and commands", { "?", "f1" }, always, toggle<Panel::shortcuts> },
        { "about", "View", "About Earmark", { "shift+f1" }, always, toggle<Panel::about> },
    };

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

bool run (Workspace& w, std::string_view id)
{
    const auto* command = findCommand (id);

    if (command == nullptr || ! command->isEnabled (w))
        return false;

    command->run (w);
    return true;
}

} // namespace earmark
