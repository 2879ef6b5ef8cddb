// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Id3/TagEdit.h"
#include "Tagging/Riff/Chunks.h"

// An ID3v2 tag in a chunk of its own, as WAV and AIFF files have it.

namespace earmark::riff
{

/** The file's first chunk called "ID3 " or, as some programs write it, "id3 ". */
struct Id3Chunk
{
    std::string id;          ///< as the file spells it; empty where there is none
    std::uint64_t begin = 0; ///< of the chunk
    std::optional<id3::RawTag> tag;
    std::string behind; ///< bytes of the chunk that follow the tag; kept

    /** The file says its title outside of the tag, too: in a WAV's INFO list, or an AIFF's NAME chunk. */
    bool isTitledOutside = false;

    bool isAt (const Chunk& chunk) const { return ! id.empty() && chunk.begin == begin; }

    bool hasChapters() const;
};

/** Fails as id3::readTag() does. */
Result<Id3Chunk> readId3 (const ByteSource&, const ChunkFile&);

/** The chunk with the plan's chapters, or without any where it has none; `fallbackId` is for a file that has none yet. A title that the
    file says outside of the tag is one that it has, for EpisodeTags::fillEmpty. Fails as id3::replaceChapters() does. */
Result<Replacement> replaceId3 (const Id3Chunk&,
                                std::string_view fallbackId,
                                const ChapterPlan&,
                                const Episode&,
                                const WriteOptions&,
                                ContainerEdit&);

/** Adds what the chunk holds besides chapters. */
void addItems (const Id3Chunk&, Inventory&);

} // namespace earmark::riff
