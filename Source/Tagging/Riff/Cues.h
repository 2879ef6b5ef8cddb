// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Riff/Chunks.h"

// Cue points of a WAV: their places in the chunk "cue ", their names, comments and lengths in a LIST of type "adtl". Source: Multimedia
// Programming Interface and Data Specifications 1.0, 3-12 to 3-16. Ends of regions that REAPER writes are loops in the chunk "smpl".

namespace earmark::riff
{

/** What a file says of its cue points: the contents of chunks. */
struct CueSource
{
    std::string cue;               ///< of "cue "
    std::vector<std::string> adtl; ///< of each LIST of type "adtl"
    std::string sampler;           ///< of "smpl"
};

/** The cue points as chapters, sorted, rounded down to the millisecond. The name is a label ("labl"), or else the text of a region ("ltxt");
    a comment ("note") is the summary. The length of a region makes an end, and so does a loop of the cue point's id that begins with it. */
std::vector<Chapter> chaptersFromCues (const CueSource&, std::int64_t sampleRate);

struct CueChunks
{
    std::string cue;  ///< content of "cue "
    std::string adtl; ///< content of "LIST"
    std::size_t written =
        0; ///< the first so many chapters; others begin after the last sample that 32 bits can count
};

/** Ids count from 0: FFmpeg takes cue points and ID3 chapters of the same id for one. A sample is the first one that is not before the
    millisecond, so that reading gives it back. Only a chapter that ends before the next one begins gets a length. */
CueChunks renderCues (const ChapterPlan&, std::int64_t sampleRate);

/** The first sample at or after a millisecond. */
std::int64_t sampleAt (std::int64_t ms, std::int64_t sampleRate);

/** The millisecond that holds a sample. */
Position positionOf (std::uint32_t sample, std::int64_t sampleRate);

} // namespace earmark::riff
