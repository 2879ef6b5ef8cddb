// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Riff/Chunks.h"

// Cue points of a WAV: their places in the chunk "cue ", their names and lengths in a LIST of type "adtl". Source: Multimedia
// Programming Interface and Data Specifications 1.0, 3-12 to 3-16.

namespace earmark::riff
{

/** The cue points as chapters, sorted, rounded down to the millisecond. A length ("ltxt") makes an end. */
std::vector<Chapter>
chaptersFromCues (std::string_view cueChunk, std::string_view adtlList, std::int64_t sampleRate);

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

/** A name as some program stored it: UTF-8, or the code page of Western Windows. */
std::string nameFrom (std::string_view bytes);

} // namespace earmark::riff
