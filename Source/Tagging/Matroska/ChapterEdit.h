// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Matroska/Segment.h"
#include "Tagging/PieceTable.h"

namespace earmark::mkv
{

enum class Nesting
{
    none,    ///< FFmpeg, and what is built on it, sees no chapter inside another (libavformat/matroskadec.c)
    asLevels ///< sub-chapters stand inside their chapter
};

/** A chapter with its place among the others. */
struct NestedChapter
{
    const PlannedChapter* planned = nullptr;
    int depth = 0;          ///< no more than one deeper than the one before it
    std::int64_t endMs = 0; ///< that of the last chapter inside it, where there is one
};

/** The chapters of a plan in its order; it must outlive them. */
std::vector<NestedChapter> treeOf (const ChapterPlan&, Nesting);

/** The element "Chapters": one edition, a language of "und", times in nanoseconds. */
std::string renderChapters (const std::vector<NestedChapter>&);

/** The file with other chapters; none where `chapters` is empty. No other part moves, so that every position that the file holds
    (SeekHead, Cues, clusters) stays right. New chapters take the place of the old ones and of the room behind them, if they fit;
    else the old place becomes room and they are put behind the last part, which a SeekHead names to players.

    Fails with Kind::unsupported for a live stream, for a segment with a checksum and for a SeekHead that has no room for one more
    entry; with Kind::tooLarge where the segment's size does not fit into its field. */
Result<PieceTable>
replaceChapters (const std::shared_ptr<const ByteSource>&, const Segment&, const std::string& chapters);

} // namespace earmark::mkv
