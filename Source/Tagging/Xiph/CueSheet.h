// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Chapter.h"
#include "Tagging/Xiph/Comments.h"

// Cue sheets inside audio files: the table of contents of a CD. Earmark reads them, and leaves them alone unless told
// to take them out.

namespace earmark::xiph
{

/** The tracks of a FLAC block of type CUESHEET, without names, rounded down to the millisecond; the lead-out is no track. Source:
    RFC 9639, section 8.7. */
std::vector<Chapter> chaptersFromCueBlock (std::string_view block, std::int64_t sampleRate);

/** The tracks of a comment CUESHEET, which holds a .cue file: TRACK, TITLE and INDEX 01, in minutes, seconds and 75ths. */
std::vector<Chapter> chaptersFromCueComment (const Comments&);

} // namespace earmark::xiph
