// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Tagging/PieceTable.h"
#include "Tagging/Xiph/Comments.h"

#include <optional>
#include <vector>

// The metadata blocks of a FLAC file. Source: RFC 9639, section 8.

namespace earmark::flac
{

enum class BlockType : std::uint8_t
{
    streamInfo = 0,
    padding = 1,
    comments = 4,
    cueSheet = 5,
    picture = 6
};

struct Block
{
    std::uint8_t type = 0;
    std::uint64_t begin = 0; ///< of its header of four bytes
    std::uint64_t size = 0;  ///< of its content

    std::uint64_t content() const { return begin + 4; }

    bool is (BlockType t) const { return type == std::uint8_t (t); }
};

struct FlacFile
{
    std::uint64_t begin = 0; ///< of "fLaC": some programs put an ID3 tag in front
    std::vector<Block> blocks;
    std::uint64_t audio = 0; ///< where the frames begin
    std::int64_t sampleRate = 0;
    std::optional<Duration> length; ///< empty where the encoder could not know it

    /** The first comment block; null where there is none. */
    const Block* find (BlockType) const;
};

/** Fails with Kind::malformed where the blocks exceed the file. */
Result<FlacFile> readBlocks (const ByteSource&);

/** The content of a block. */
Result<std::string> contentOf (const ByteSource&, const Block&);

/** The comments of the first comment block, empty where there is none. */
Result<xiph::Comments> readComments (const ByteSource&, const FlacFile&);

/** What becomes of blocks besides the comments. */
struct BlockChanges
{
    std::optional<BlockType> emptied; ///< blocks of that type become padding of their size
    std::string picture;              ///< content of a new block of that type; empty for none
};

/** The file with other comments: `bare` are its own without chapters, `wanted` those to be written. Empty comments of our own
    making are no block. Padding gives and takes the difference, so that the audio stays where it is; where there is too little of it,
    the audio moves by a multiple of 4096 and a block of padding fills the rest. Such a block goes again when the chapters go.
    Fails with Kind::tooLarge beyond the 16 MB of a block. */
Result<PieceTable> replaceComments (const std::shared_ptr<const ByteSource>&,
                                    const FlacFile&,
                                    const xiph::Comments& bare,
                                    const xiph::Comments& wanted,
                                    const BlockChanges& = {});

/** The vendor of comments in a file that had none. */
inline constexpr std::string_view ourVendor = "Earmark";

} // namespace earmark::flac
