// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Chunks.h"

#include "Foundation/Bytes.h"

#include <algorithm>
#include <array>
#include <format>
#include <limits>

namespace earmark::riff
{

namespace
{

constexpr std::uint64_t headerSize = 8, formSize = 12;
constexpr std::uint32_t unknownSize = 0xFFFFFFFF;
constexpr std::uint64_t maxContent = 300u << 20;

bool isChunkId (std::string_view id)
{
    return std::ranges::all_of (id, [] (char c) { return c >= 0x20 && c < 0x7F; });
}

/** What follows a chunk of odd size: nearly always a byte of padding, but some writers forget it. */
std::uint64_t
paddingAfter (const ByteSource& source, std::uint64_t end, std::uint64_t size, std::uint64_t limit)
{
    if (size % 2 == 0 || end >= limit)
        return 0;

    const auto next = source.read (end, std::size_t (std::min<std::uint64_t> (4, limit - end)));
    return ! next || next->front() == '\0' || next->size() < 4 || ! isChunkId (*next) ? 1 : 0;
}

/** Whether the header of audio of no size has bytes behind it that are no chunk: those are the audio, and its writer never came back to
    put its size there. */
bool hidesItsAudio (const ByteSource& source, const ChunkFile& file, std::uint64_t content)
{
    if (content >= source.size())
        return false;

    const auto left = source.size() - content;
    const auto next = source.read (content, std::size_t (std::min (left, headerSize)));
    return ! next || next->size() < headerSize || ! isChunkId (std::string_view (*next).substr (0, 4))
           || file.u32 (*next, 4) > left - headerSize;
}

struct LargeSizes
{
    std::uint64_t file = 0, data = 0;
};

/** The sizes of an RF64 file: "ds64" has to be its first chunk. */
LargeSizes readLargeSizes (const ByteSource& source)
{
    const auto text = source.read (formSize, headerSize + 16);
    return text && text->starts_with ("ds64") ? LargeSizes { bytes::little<std::uint64_t> (*text, 8),
                                                             bytes::little<std::uint64_t> (*text, 16) }
                                              : LargeSizes {};
}

} // namespace

const Chunk* ChunkFile::find (std::string_view id) const
{
    const auto found = std::ranges::find (chunks, id, &Chunk::id);
    return found == chunks.end() ? nullptr : &*found;
}

std::uint32_t ChunkFile::u32 (std::string_view text, std::size_t at) const
{
    return isBigEndian() ? bytes::u32 (text, at) : bytes::little<std::uint32_t> (text, at);
}

std::string ChunkFile::toU32 (std::uint32_t value) const
{
    return isBigEndian() ? bytes::big32 (value) : bytes::toLittle (value);
}

Result<ChunkFile> readChunks (const ByteSource& source)
{
    constexpr std::array<std::string_view, 4> magics { "RIFF", "RF64", "BW64", "FORM" };
    const auto header = source.read (0, formSize);

    if (! header)
        return std::unexpected (header.error());

    ChunkFile file { .magic = header->substr (0, 4), .type = header->substr (8), .chunks = {} };

    if (! std::ranges::contains (magics, file.magic))
        return failure (Error::Kind::malformed, "It does not begin with the header of its kind.");

    const auto large = file.is64() ? readLargeSizes (source) : LargeSizes {};
    const auto said = file.u32 (*header, 4);
    const auto stated = file.is64() && said == unknownSize ? large.file : said;

    // Writers that never came back to the header leave 0 or the largest number.
    const bool isStated = stated != 0 && stated != unknownSize && stated <= source.size() - headerSize;
    const auto limit = isStated ? headerSize + stated : source.size();

    for (file.end = formSize; file.end + headerSize <= limit;)
    {
        const auto text = source.read (file.end, headerSize);

        if (! text)
            return std::unexpected (text.error());

        const auto id = text->substr (0, 4);

        if (! isChunkId (id))
            break;

        if (file.chunks.size() == 100'000)
            return failure (Error::Kind::tooLarge, "It holds more than 100,000 chunks.");

        auto size = std::uint64_t (file.u32 (*text, 4));

        if (file.is64() && id == "data" && size == unknownSize)
            size = large.data;

        const auto left = source.size() - file.end - headerSize;
        const bool isAudio = id == "data" || id == "SSND";

        if (size > left || (isAudio && size == 0 && hidesItsAudio (source, file, file.end + headerSize)))
        {
            file.isOpenEnded = true;
            size = left;
        }

        const auto end = file.end + headerSize + size;
        file.chunks.push_back (
            { id, file.end, size, headerSize + size + paddingAfter (source, end, size, source.size()) });
        file.end = file.chunks.back().end();
    }

    return file;
}

Result<void> mustHaveEnd (const ChunkFile& file)
{
    if (! file.isOpenEnded)
        return {};

    return failure (Error::Kind::unsupported,
                    "The file ends before its audio does: it was cut off, or its writer never came back to "
                    "put the sizes into its header. Save it again with an editor first.");
}

Result<std::string> contentOf (const ByteSource& source, const Chunk& chunk)
{
    if (chunk.size > maxContent)
        return failure (Error::Kind::tooLarge,
                        std::format ("Its chunk '{}' is too large.", chunk.id),
                        Place::atByte (chunk.begin));

    return source.read (chunk.content(), std::size_t (chunk.size));
}

namespace
{

/** New ones that take no old one's place come at the end, in the order in which they were asked for. */
Result<std::vector<PieceTable::Change>> changesFor (const ChunkFile& file,
                                                    const std::vector<Replacement>& replacements)
{
    std::vector<PieceTable::Change> changes;

    for (const auto& wanted : replacements)
    {
        std::string fresh;

        if (wanted.content)
        {
            if (wanted.content->size() >= unknownSize)
                return failure (Error::Kind::tooLarge, "The chapters do not fit into a chunk of 4 GB.");

            fresh = wanted.id + file.toU32 (std::uint32_t (wanted.content->size())) + *wanted.content;
            fresh.resize (fresh.size() + fresh.size() % 2);
        }

        bool isPlaced = fresh.empty();

        for (const auto& chunk : file.chunks)
        {
            if (! wanted.replaces (chunk))
                continue;

            changes.push_back ({ chunk.begin, chunk.padded, isPlaced ? std::string {} : fresh });
            isPlaced = true;
        }

        if (! isPlaced)
            changes.push_back ({ file.end, 0, fresh });
    }

    // Behind the byte that makes the last chunk even.
    if (const auto appended = std::ranges::find (changes, file.end, &PieceTable::Change::at);
        appended != changes.end())
        appended->bytes.insert (0, file.end % 2, '\0');

    return changes;
}

/** What the header says of the file's size. */
Result<void> putSize (const ByteSource& source, const ChunkFile& file, std::uint64_t size, PieceTable& table)
{
    if (file.is64())
    {
        const auto* sizes = file.find ("ds64");

        if (sizes == nullptr || sizes->begin != formSize || sizes->size < 28)
            return failure (Error::Kind::malformed,
                            "It is a 64-bit file without the chunk that has its sizes.");

        table.replace (sizes->content(), 8, bytes::toLittle (size));
    }
    else if (size >= unknownSize)
    {
        return failure (Error::Kind::tooLarge,
                        "With its chapters the file would be larger than the 4 GB that its kind allows; save "
                        "it as RF64 first.");
    }

    // A 64-bit file says its size in the old place only where it had one there.
    if (const auto old = source.read (4, 4); ! file.is64() || (old && file.u32 (*old, 0) != unknownSize))
        table.replace (4, 4, file.toU32 (size >= unknownSize ? unknownSize : std::uint32_t (size)));

    return {};
}

} // namespace

Result<PieceTable> replaceChunks (const std::shared_ptr<const ByteSource>& source,
                                  const ChunkFile& file,
                                  const std::vector<Replacement>& replacements)
{
    if (auto whole = mustHaveEnd (file); ! whole)
        return std::unexpected (whole.error());

    auto changes = changesFor (file, replacements);

    if (! changes)
        return std::unexpected (changes.error());

    auto end = file.end;

    for (const auto& change : *changes)
        end += change.bytes.size() - change.removed;

    PieceTable table (source);
    table.replaceAll (std::move (*changes));
    return putSize (*source, file, end - headerSize, table).transform ([&] { return std::move (table); });
}

Result<void> addItems (const ByteSource& source,
                       const ChunkFile& file,
                       const std::function<bool (const Chunk&)>& isOurs,
                       Inventory& inventory)
{
    constexpr std::uint64_t large = 64u << 10;
    inventory.items.push_back ({ "kind of file", file.magic + file.type });

    for (const auto& chunk : file.chunks)
    {
        if (isOurs (chunk))
            continue;

        const auto name = std::format ("chunk '{}'", chunk.id);

        if (chunk.size > large || chunk.id == "data" || chunk.id == "SSND")
        {
            inventory.items.push_back ({ name, std::format ("{} bytes", chunk.size) });
            inventory.media.push_back ({ chunk.content(), chunk.size });
            continue;
        }

        auto content = contentOf (source, chunk);

        if (! content)
            return std::unexpected (content.error());

        if (chunk.id == "ds64" && content->size() >= 8)
            content->erase (0, 8); // the size of the file

        inventory.items.push_back ({ name, std::move (*content) });
    }

    if (file.end < source.size())
        inventory.media.push_back ({ file.end, source.size() - file.end });

    return {};
}

} // namespace earmark::riff
