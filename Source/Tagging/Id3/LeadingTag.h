// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Id3/TagEdit.h"

// A stream of audio frames with an ID3v2 tag in front of it, as MP3 and AAC files are.

namespace earmark::id3
{

struct TaggedStream
{
    PieceTable table;
    std::optional<RawTag> tag;
    std::uint64_t begin = 0; ///< of what follows the tag, in bytes
    std::uint64_t end = 0;   ///< of what is audio as far as the length goes: ID3v1 and APEv2 tags follow

    /** Fails as readTag() does. */
    static Result<TaggedStream> open (const std::shared_ptr<const ByteSource>&);

    const ByteSource& source() const { return table.source(); }
};

/** Where the stream begins if a tag stands in front, by its header alone. */
std::uint64_t sizeOfLeadingTag (const ByteSource&);

/** What the tag says: chapters, title, album and artist. */
ContainerReading readingOf (const TaggedStream&);

Result<ContainerEdit> writeChapters (const TaggedStream&, const Outline&, Duration, const WriteOptions&);
Result<ContainerEdit> stripChapters (const TaggedStream&);

/** The frames of the tag, and all that follows as one run. */
Result<Inventory> inventoryOf (const TaggedStream&);

} // namespace earmark::id3
