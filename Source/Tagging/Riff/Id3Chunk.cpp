// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Id3Chunk.h"

#include <algorithm>

namespace earmark::riff
{

bool Id3Chunk::hasChapters() const
{
    return tag && std::ranges::any_of (tag->frames, id3::isChapterFrame);
}

Result<Id3Chunk> readId3 (const ByteSource& source, const ChunkFile& file)
{
    const auto chunk =
        std::ranges::find_if (file.chunks, [] (const Chunk& c) { return c.id == "ID3 " || c.id == "id3 "; });

    if (chunk == file.chunks.end())
        return Id3Chunk {};

    auto content = contentOf (source, *chunk);

    if (! content)
        return std::unexpected (content.error());

    // A tag that claims more than its chunk does not reach into the next one.
    auto tag = id3::readTag (PieceTable (std::make_shared<MemorySource> (*content)), 0);

    if (! tag)
        return std::unexpected (tag.error());

    content->erase (0, *tag ? std::size_t ((*tag)->size) : 0);
    return Id3Chunk { chunk->id, chunk->begin, std::move (*tag), std::move (*content) };
}

Result<Replacement> replaceId3 (const Id3Chunk& old,
                                std::string_view fallbackId,
                                const ChapterPlan& plan,
                                const Episode& episode,
                                const WriteOptions& options,
                                ContainerEdit& edit)
{
    auto tag = plan.chapters.empty() && old.tag
                   ? id3::removeChapters (*old.tag, edit)
                   : id3::replaceChapters (old.tag, plan, episode, options, edit);

    if (! tag)
        return std::unexpected (tag.error());

    Replacement replacement { .id = old.id.empty() ? std::string (fallbackId) : old.id,
                              .replaces = [old] (const Chunk& chunk) { return old.isAt (chunk); },
                              .content = {} };

    if (! tag->empty() || ! old.behind.empty())
        replacement.content = *tag + old.behind;

    return replacement;
}

void addItems (const Id3Chunk& chunk, Inventory& inventory)
{
    if (! chunk.behind.empty())
        inventory.items.push_back ({ "bytes behind the ID3 tag", chunk.behind });

    if (chunk.tag)
        id3::addItems (*chunk.tag, inventory);
}

} // namespace earmark::riff
