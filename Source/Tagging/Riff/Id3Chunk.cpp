// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Id3Chunk.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"

#include <algorithm>

namespace earmark::riff
{

bool Id3Chunk::hasChapters() const
{
    return tag && std::ranges::any_of (tag->frames, id3::isChapterFrame);
}

namespace
{

/** Chunks of the list are as those of the file; INAM is the title (Microsoft's "Multimedia Programming Interface", RIFF INFO). */
bool namesTitle (std::string_view list)
{
    constexpr std::size_t header = 8;

    if (! list.starts_with ("INFO"))
        return false;

    list.remove_prefix (4);

    while (list.size() > header)
    {
        const auto size = std::size_t (bytes::little<std::uint32_t> (list, 4));
        const auto content = list.substr (header, size);

        if (list.starts_with ("INAM"))
            return ! trim (content.substr (0, content.find ('\0'))).empty();

        list.remove_prefix (std::min (list.size(), header + size + size % 2));
    }

    return false;
}

bool isTitled (const ByteSource& source, const ChunkFile& file)
{
    return std::ranges::any_of (file.chunks,
                                [&] (const Chunk& chunk)
                                {
                                    const auto isName = file.isBigEndian() && chunk.id == "NAME";

                                    if (! isName && (file.isBigEndian() || chunk.id != "LIST"))
                                        return false;

                                    const auto content = contentOf (source, chunk);
                                    return content
                                           && (isName ? ! trim (*content).empty() : namesTitle (*content));
                                });
}

} // namespace

Result<Id3Chunk> readId3 (const ByteSource& source, const ChunkFile& file)
{
    const auto chunk =
        std::ranges::find_if (file.chunks, [] (const Chunk& c) { return c.id == "ID3 " || c.id == "id3 "; });

    if (chunk == file.chunks.end())
        return Id3Chunk { .id = {}, .tag = {}, .behind = {}, .isTitledOutside = isTitled (source, file) };

    auto content = contentOf (source, *chunk);

    if (! content)
        return std::unexpected (content.error());

    // A tag that claims more than its chunk does not reach into the next one.
    auto tag = id3::readTag (PieceTable (std::make_shared<MemorySource> (*content)), 0);

    if (! tag)
        return std::unexpected (tag.error());

    content->erase (0, *tag ? std::size_t ((*tag)->size) : 0);
    return Id3Chunk { .id = chunk->id,
                      .begin = chunk->begin,
                      .tag = std::move (*tag),
                      .behind = std::move (*content),
                      .isTitledOutside = isTitled (source, file) };
}

Result<Replacement> replaceId3 (const Id3Chunk& old,
                                std::string_view fallbackId,
                                const ChapterPlan& plan,
                                const Episode& episode,
                                const WriteOptions& options,
                                ContainerEdit& edit)
{
    auto said = episode;

    if (old.isTitledOutside && options.episodeTags == EpisodeTags::fillEmpty)
        said.title.clear();

    auto tag = plan.chapters.empty() && old.tag ? id3::removeChapters (*old.tag, edit)
                                                : id3::replaceChapters (old.tag, plan, said, options, edit);

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
