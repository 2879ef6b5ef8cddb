// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/PlayerView.h"

// Views that several players have in common.

namespace earmark::views
{

/** What AVFoundation hands out of an MP4. */
PlayerView quickTimeTrack (const FileFacts&);

/** Nero's list of an MP4. */
PlayerView neroList (const FileFacts&);

PlayerView unknown();

/** It has no look at such files, or none at what this one has. */
PlayerView ignored (std::string_view why);

PlayerView viewOf (const std::vector<Chapter>&);

/** The stored list of that form; null where there is none. */
const StoredList* listOf (const FileFacts&, std::string_view form);

} // namespace earmark::views
