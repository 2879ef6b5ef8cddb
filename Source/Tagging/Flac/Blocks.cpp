// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Flac/Blocks.h"

#include "Foundation/Bytes.h"
#include "Tagging/Id3/LeadingTag.h"
#include "Tagging/MediaTime.h"

#include <algorithm>

namespace earmark::flac
{

namespace
{

constexpr std::uint64_t headerSize = 4, signatureSize = 4;
constexpr std::int64_t maxBlock = 0xFFFFFF, moveUnit = id3::moveUnit;
constexpr std::uint8_t lastFlag = 0x80;

/** Bits 0 to 15 and more of STREAMINFO: block sizes, frame sizes, then 20 bits of rate and, 16 later, 36 of length. */
void readStreamInfo (std::string_view info, FlacFile& file)
{
    constexpr std::uint64_t lengthMask = (std::uint64_t (1) << 36) - 1;
    const auto word = bytes::u64 (info, 10);
    file.sampleRate = std::int64_t (word >> 44);

    if (const auto samples = word & lengthMask; samples > 0)
        file.length = mediaTime (samples, word >> 44);
}

std::string header (std::uint8_t type, std::int64_t size)
{
    return bytes::big32 (std::uint32_t (type) << 24 | std::uint32_t (size));
}

std::string padding (std::int64_t size)
{
    return header (std::uint8_t (BlockType::padding), size) + std::string (std::size_t (size), '\0');
}

/** The block that the comments need; empty for none. */
std::string commentBlock (const xiph::Comments& comments)
{
    if (comments == xiph::Comments { .vendor = std::string (ourVendor), .list = {}, .rest = {} })
        return {};

    const auto text = render (comments);
    return header (std::uint8_t (BlockType::comments), std::int64_t (text.size())) + text;
}

/** The block that a new picture needs; empty for none. */
std::string pictureBlock (const std::string& content)
{
    return content.empty()
               ? std::string {}
               : header (std::uint8_t (BlockType::picture), std::int64_t (content.size())) + content;
}

/** What becomes of the padding. */
struct Room
{
    std::optional<std::int64_t> kept;  ///< new size of the file's last block of padding; none: it goes
    std::optional<std::int64_t> added; ///< size of a new one behind all blocks
};

/** The smallest number of bytes that brings `bytes` to a multiple of the unit. */
std::int64_t upToUnit (std::int64_t bytes)
{
    return (moveUnit - bytes % moveUnit) % moveUnit;
}

/** Sizes of comment blocks with their headers: as they are, without chapters, and as they will be. `old` is the size of the file's
    last block of padding. */
Room roomFor (std::int64_t present, std::int64_t bare, std::int64_t wanted, std::optional<std::int64_t> old)
{
    const auto header = std::int64_t (headerSize);
    const auto chapters = present - bare;
    const auto growth = wanted - present;

    // Padding that was added for chapters is known by this: together they moved the audio by a whole number of units.
    const bool isOurs = old && chapters > 0 && upToUnit (chapters + header + *old) == 0;
    Room room { .kept = old, .added = {} };

    if (isOurs && wanted == bare)
        room.kept = std::nullopt;
    else if (old && *old >= growth && *old - growth <= maxBlock)
        room.kept = *old - growth;
    else if (growth > 0 && isOurs)
        room.kept = *old + upToUnit (growth);
    else if (growth > 0)
    {
        // The old padding gets back what chapters took of it: the new one alone goes with them.
        if (old && *old + chapters <= maxBlock)
            room.kept = *old + chapters;

        const auto kept = room.kept.value_or (0) - old.value_or (0);
        room.added = upToUnit (growth + kept + header);
    }

    return room;
}

} // namespace

const Block* FlacFile::find (BlockType type) const
{
    const auto found = std::ranges::find_if (blocks, [type] (const Block& block) { return block.is (type); });
    return found == blocks.end() ? nullptr : &*found;
}

Result<FlacFile> readBlocks (const ByteSource& source)
{
    FlacFile file { .begin = id3::sizeOfLeadingTag (source), .blocks = {} };
    file.audio = file.begin + signatureSize;

    for (bool isLast = false; ! isLast;)
    {
        const auto text = source.read (file.audio, headerSize);

        if (! text)
            return std::unexpected (text.error());

        const auto word = bytes::u32 (*text, 0);
        isLast = (word >> 24 & lastFlag) != 0;
        file.blocks.push_back ({ std::uint8_t (word >> 24 & ~std::uint32_t (lastFlag)),
                                 file.audio,
                                 word & std::uint32_t (maxBlock) });
        file.audio += headerSize + file.blocks.back().size;

        if (file.audio > source.size())
            return failure (Error::Kind::malformed,
                            "Its metadata is longer than the file: the file is cut off or damaged.",
                            Place::atByte (file.blocks.back().begin));
    }

    const auto& first = file.blocks.front();

    if (! first.is (BlockType::streamInfo) || first.size < 34)
        return failure (Error::Kind::malformed, "Its metadata does not begin with STREAMINFO.");

    return source.read (first.content(), 34)
        .transform (
            [&] (const std::string& info)
            {
                readStreamInfo (info, file);
                return std::move (file);
            });
}

Result<std::string> contentOf (const ByteSource& source, const Block& block)
{
    return source.read (block.content(), std::size_t (block.size));
}

Result<xiph::Comments> readComments (const ByteSource& source, const FlacFile& file)
{
    const auto* block = file.find (BlockType::comments);

    if (block == nullptr)
        return xiph::Comments { .vendor = std::string (ourVendor), .list = {}, .rest = {} };

    return contentOf (source, *block).and_then (xiph::parseComments);
}

Result<PieceTable> replaceComments (const std::shared_ptr<const ByteSource>& source,
                                    const FlacFile& file,
                                    const xiph::Comments& bare,
                                    const xiph::Comments& wanted,
                                    const BlockChanges& changes)
{
    const auto* comments = file.find (BlockType::comments);
    const auto pad = std::ranges::find_last_if (
        file.blocks, [] (const Block& block) { return block.is (BlockType::padding); });
    const auto fresh = commentBlock (wanted), picture = pictureBlock (changes.picture);

    if (std::int64_t (std::max (fresh.size(), picture.size())) > maxBlock)
        return failure (Error::Kind::tooLarge, "The comments would exceed the 16 MB that FLAC allows.");

    const auto room = roomFor (comments == nullptr ? 0 : std::int64_t (headerSize + comments->size),
                               std::int64_t (commentBlock (bare).size()),
                               std::int64_t (fresh.size() + picture.size()),
                               pad.empty() ? std::nullopt : std::optional (std::int64_t (pad.front().size)));

    // Front to back, the header of the last block written so far known, since only it may be marked as the last.
    PieceTable table (source);
    std::uint64_t at = file.begin + signatureSize, last = at;
    const auto put = [&] (const std::string& block, std::uint64_t replaced)
    {
        table.replace (at, replaced, block);
        last = block.empty() ? last : at;
        at += block.size();
    };

    for (const auto& block : file.blocks)
    {
        const auto whole = headerSize + block.size;

        if (&block == comments)
        {
            put (fresh, whole);
            put (picture, 0);
        }
        else if (! pad.empty() && &block == &pad.front())
            put (room.kept ? padding (*room.kept) : std::string {}, whole);
        else if (changes.emptied && block.is (*changes.emptied))
            put (padding (std::int64_t (block.size)), whole);
        else
        {
            if (&block == &file.blocks.back())
                table.replace (at, 1, std::string (1, char (block.type)));

            last = at;
            at += whole;
        }

        // New comments stand behind the stream's description, in front of everything else.
        if (&block == &file.blocks.front() && comments == nullptr)
        {
            put (fresh, 0);
            put (picture, 0);
        }
    }

    if (room.added)
        put (padding (*room.added), 0);

    std::string type (1, '\0');

    if (auto done = table.read (last, type.data(), 1); ! done)
        return std::unexpected (done.error());

    type.front() = char (std::uint8_t (type.front()) | lastFlag);
    table.replace (last, 1, type);
    return table;
}

} // namespace earmark::flac
