// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/HostImports.h"
#include "Session/Workspace.h"

#include <cstddef>
#include <string>
#include <string_view>

// What commands and buttons do, as functions of a workspace.

namespace earmark
{

enum class Slide; // Table.h

} // namespace earmark

namespace earmark::actions
{

//======================================================================================================
// Chapters

/** The selected ones in order; while a review is going on, the one under review. */
std::vector<ChapterId> targets (const Workspace&);

/** The next chapter that waits for its place gets it, else there is a new one, unless one begins there; in a host as markLive() does. */
void addAtPlayhead (Workspace&);

/** True where a chapter that begins together with the one before it would get its place here; none behind it that has its own
    would be moved. */
bool isAnyWaitingFor (const Workspace&, Position);

/** At the playhead, an ad break that players do not list: the chapter that begins there, or a new one. An ad break there becomes a chapter. */
void addAdBreak (Workspace&);
void splitAtPlayhead (Workspace&);
void removeSelected (Workspace&);
void mergeSelected (Workspace&);
void nudge (Workspace&, Duration);
void moveToPlayhead (Workspace&);
void snapSelected (Workspace&);

/** The preference, from what is typed: whole milliseconds. Fails where it is none, which is said, too, and changes nothing. */
Result<void> setLead (Workspace&, std::string_view);
void toggleLock (Workspace&);
void toggleInContents (Workspace&);

/** Several that are selected, in order; else this chapter alone. */
std::vector<ChapterId> selectedOr (const Workspace&, ChapterId);

/** What can be the same for many, such as a picture or a level: one step for selectedOr(). */
void setForSelected (Workspace&, ChapterId, const SetField::Field&);
void slide (Workspace&, Slide);

/** Performs what was typed, or says why it cannot be. */
void performTyped (Workspace&, const Result<Edit>&);
void selectAll (Workspace&);
void selectStep (Workspace&, int steps, Pick);

/** The playhead, and outside of a review the first or the last chapter that the table shows. */
void goToBeginning (Workspace&);
void goToEnd (Workspace&);

/** A click in the timeline or table: selects, and when it is only this one puts the playhead there. */
void select (Workspace&, ChapterId, Pick);

/** The places that a dragged marker sticks to: candidates of the chapters, pauses in sight, the playhead. */
std::vector<Magnet> magnets (const Workspace&);

//======================================================================================================
// Many chapters, shown before it is done

/** By the workspace's form; "from here on" begins at the first selected chapter, else at the focused one, else at the playhead. */
void proposeShift (Workspace&);

/** The form for shifting, as it opens: about the selected chapters where there are several, and only there. */
void beginShiftForm (Workspace&);

/** By the pins in the workspace's form. */
void proposeStretch (Workspace&);

/** By the workspace's form. */
void proposeTime (Workspace&);

/** The form for what was put in or cut out, as it opens: about the marked stretch, else at the playhead. */
void beginTimeForm (Workspace&);

void proposeSnaps (Workspace&);

/** Chapters that wait for their place go to the longest pauses. Nothing while the audio is still being read. */
void proposePlaces (Workspace&);

/** What is listed as removed is taken out of the chapters' times; without a list, what makes the audio longer or shorter than they expect is
    taken out or put in. */
void proposeCut (Workspace&);

/** By the workspace's form. */
void proposeNames (Workspace&);

//======================================================================================================
// Playback

/** There is a file, or a host that lets itself be played. */
bool canPlay (const Workspace&);

/** What would be played is the host's own timeline. */
bool playsHost (const Workspace&);

void togglePlay (Workspace&);

/** Puts the playhead there, in sight, and plays on from it; where nothing can be played it only stands there. */
void playFrom (Workspace&, Position);
void pause (Workspace&);
void skip (Workspace&, Duration);
void faster (Workspace&);
void slower (Workspace&);

/** Around the focused chapter's marker; where the host is what is heard, from the marker on. */
void auditionMarker (Workspace&);
void toggleLoop (Workspace&);

//======================================================================================================
// In a host

/** A marker while the host goes on: the next chapter that waits for its place gets it, else there is a new one, called
    "Chapter N". Says so, and does nothing, where there is a marker already, and before the episode starts. */
void markLive (Workspace&, Position inEpisode);

/** The same where the host is, or where the playhead was put while it stands. */
void markHere (Workspace&);

// The file that a DAW takes markers from, where Earmark cannot reach its timeline.

/** The host that Earmark is in, else the one that files went to last: its row in hostImports(). */
std::size_t suggestedHost (const Workspace&);

/** That is where files go; for the next suggestedHost(). */
void rememberHost (const Workspace&, const HostImport&);

/** False where the host takes no file, or there are no chapters yet. */
bool hasHostFile (const Workspace&, const HostImport&);

/** Makes it, to be dragged into the host: its path. Empty, with a message, where it could not be made. */
std::string makeHostFile (Workspace&, const HostImport&);

/** Asks where to, and saves it there. */
void saveHostFile (Workspace&, const HostImport&);

/** The chapter that waits for the next mark; null where none does. */
const Chapter* nextToMark (const Workspace&);

/** The playhead becomes 0:00. */
void episodeStartsHere (Workspace&);

//======================================================================================================
// View

void zoom (Workspace&, double factor);
void zoomToSelection (Workspace&);
void showAll (Workspace&);

/** Closes the panel; in a window too narrow for both, the inspector too makes room for the table. */
void showTable (Workspace&);
void cycleFollow (Workspace&);

//======================================================================================================
// Review

/** From the contact sheet to the timeline and the table, with the marker that is chosen there. */
void leaveSheet (Workspace&);
void beginReview (Workspace&);
void endReview (Workspace&);
void acceptAndNext (Workspace&);
void reviewStep (Workspace&, int steps);

/** Around its marker: the file, or without one the host, as far as it lets itself be played. */
void playReviewed (Workspace&);

/** Moves the one under review to its n-th candidate in time, counted from 0, and plays it. */
void takeCandidate (Workspace&, std::size_t n);

/** How much is heard before and after a marker, as typed; says why where it is no time. Plays it. */
void setRolls (Workspace&, const std::string& before, const std::string& after);

/** The candidates of the chapter under review in the order of time: what keys 1 to 9 take. */
std::vector<Candidate> reviewCandidates (const Workspace&);

/** Why nothing is known yet of the sound around a marker. */
enum class Unheard
{
    listening, ///< to the file
    hostToPlay,
    noAudio
};

Unheard whyNothingIsHeard (const Workspace&);

std::string sentenceOf (Unheard);

//======================================================================================================
// Files

void openFile (Workspace&);
void paste (Workspace&);
void copyTimestamps (Workspace&);

/** What Escape does: the nearest thing that is open closes. */
void escape (Workspace&);

/** The answer that Escape gives: the one with nothing to do, else the last. */
std::size_t answerOfEscape (const Prompt&);

//======================================================================================================
// Writing

/** Asks for audio files to write into as well. */
void addWriteTargets (Workspace&);

/** Takes back what was written since the panel was opened. */
void restoreWritten (Workspace&);

/** Does about the findings of all files what can be done. */
void fixFindings (Workspace&);

/** Closes the panel that tells of these chapters, selects them and brings the first into sight in table and timeline, with the playhead.
    Those that are no more are passed over; a filter that hides the others goes. */
void showChapters (Workspace&, const std::vector<ChapterId>&);

/** Asks where the page goes. */
void saveProof (Workspace&);

/** Asks where the chosen document goes. */
void saveDocument (Workspace&);

/** Asks for the folder of the documents, then writes everything everywhere. */
void publish (Workspace&);

/** Asks for the folder to be watched. */
void chooseWatchedFolder (Workspace&);

/** On or off; asks for the folder first where there is none. */
void toggleWatching (Workspace&);

/** In the list of players, documents or lines, whichever is shown. */
void choosePageRow (Workspace&, int steps);

/** What a click on a chapter in a player's list plays, as a sentence, where that is not the file that is shown; empty where it is. */
std::string heardInstead (const Workspace&);

/** Plays from a chapter in the list of the player that is looked at, and says it where another file is heard. */
void playShown (Workspace&, std::size_t row);

/** Shows another file as players show it. */
void choosePlayersFile (Workspace&, int steps);

} // namespace earmark::actions
