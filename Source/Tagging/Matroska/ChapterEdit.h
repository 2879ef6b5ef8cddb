// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Matroska/Segment.h"
#include "Tagging/PieceTable.h"

namespace earmark::mkv
{

/** The element "Chapters" of a plan: one edition, a language of "und", times in nanoseconds. */
std::string renderChapters (const ChapterPlan&);

/** The file with other chapters; none where `chapters` is empty. No other part moves, so that every position that the file holds
    (SeekHead, Cues, clusters) stays right. New chapters take the place of the old ones and of the room behind them, if they fit;
    else the old place becomes room and they are put behind the last part, which a SeekHead names to players.

    Fails with Kind::unsupported for a live stream, for a segment with a checksum and for a SeekHead that has no room for one more
    entry; with Kind::tooLarge where the segment's size does not fit into its field. */
Result<PieceTable>
replaceChapters (const std::shared_ptr<const ByteSource>&, const Segment&, const std::string& chapters);

} // namespace earmark::mkv
