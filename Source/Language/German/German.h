// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Language.h"

// Each file of this folder holds the rows of some screens.

namespace earmark::german
{

std::span<const Translation> commands(); ///< what can be done, its keys, the names of steps in the history
std::span<const Translation> window();   ///< bars, timeline, table, inspector, review
std::span<const Translation> panels();   ///< what opens in the table's place or beside it
std::span<const Translation> writing();  ///< the four pages about writing
std::span<const Translation> hosts();    ///< markers for a DAW, and what a host has rendered
std::span<const Translation> messages(); ///< what is said in the bar at the foot, asked, or refused

// What the rooms below say, in English, and the window translates where it shows it.
std::span<const Translation> formats();    ///< chapter documents: their names, questions and losses
std::span<const Translation> readers();    ///< what single formats find in a document
std::span<const Translation> outline();    ///< the chapters themselves, and plain files
std::span<const Translation> rules();      ///< what players are known to do wrong, for whom, and what to do
std::span<const Translation> findings();   ///< how files break the rules, and what players make of them
std::span<const Translation> containers(); ///< MP4, Matroska, WAV, AIFF, and what each cannot hold
std::span<const Translation> tags();       ///< ID3 tags and comments, and the names of parts
std::span<const Translation> disk();       ///< the check before a write, the disk, taking a write back
std::span<const Translation> sound();      ///< decoding, pictures, jobs, projects

std::span<const std::span<const Translation>> all();

} // namespace earmark::german
