// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Gathering.h"

#include <string>
#include <string_view>
#include <vector>

// What WebVTT, SubRip and SBV share: blocks of lines, one of which is "start --> end", or "start,end".

namespace earmark
{

struct Cue
{
    std::size_t line = 0; ///< of its times
    Duration start;
    Duration end;
    std::string
        text; ///< its lines joined by blanks, as they stand; its identifier, if that is no number, where it has none
};

/** Whether the line is the times of a cue as YouTube's SBV has them, "0:00:01.000,0:00:10.000". */
bool isTimesWithComma (std::string_view line);

/** All cues, also those that follow one another without a blank line. What a block holds without times is in no cue; comments (NOTE)
    are told, and so is a line with an arrow whose times cannot be read. */
std::vector<Cue> readCues (std::string_view text, Gathering&);

/** Warns where the cues are more likely subtitles than chapters. */
void warnOfTranscript (const std::vector<Cue>&, Gathering&);

} // namespace earmark
