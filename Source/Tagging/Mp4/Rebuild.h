// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Mp4/ChapterSamples.h"
#include "Tagging/Mp4/Movie.h"
#include "Tagging/PieceTable.h"

namespace earmark::mp4
{

/** What replaces the chapters of a movie; empty to only take them out. */
struct NewChapters
{
    const ChapterPlan* plan = nullptr;  ///< for Nero's list
    std::vector<ChapterSamples> tracks; ///< titles first: some players look at the first track only
    std::size_t maxNeroTitle = 0;       ///< bytes of UTF-8
};

/** Rebuilds moov once and lays the file out anew, without moving a byte of audio more than needed:

    - the tracks that any track named as its chapters go, with their samples where nobody else uses them, and Nero's list;
    - the new list and tracks come in, the samples in an mdat of their own in front of the moov's followers, or in front of
      moov where that is last;
    - every chunk offset follows its bytes, in 64 bits where needed;
    - all else stays byte for byte and in its order. What precedes moov does not move; what follows it moves by a multiple of
      4096 bytes where audio is among it, by a `free` atom behind moov.

    `movie.moov` may hold edits of the caller (titles). Fails with Kind::malformed where sample tables point outside. */
Result<PieceTable> rebuild (const std::shared_ptr<const ByteSource>&, Movie, const NewChapters&);

} // namespace earmark::mp4
