// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Inventory.h"
#include "Tagging/PieceTable.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Files of chunks: RIFF and its 64-bit kin (WAV), and FORM (AIFF). Sources: Multimedia Programming Interface and Data
// Specifications 1.0 (RIFF), EBU Tech 3306 (RF64) and ITU-R BS.2088 (BW64), Audio Interchange File Format 1.3 (FORM).

namespace earmark::riff
{

struct Chunk
{
    std::string id;           ///< four characters
    std::uint64_t begin = 0;  ///< of its header of eight bytes
    std::uint64_t size = 0;   ///< of its content, in bytes
    std::uint64_t padded = 0; ///< of the whole, with header and the byte that makes it even

    std::uint64_t content() const { return begin + 8; }

    std::uint64_t end() const { return begin + padded; }
};

struct ChunkFile
{
    std::string magic; ///< "RIFF", "RF64", "BW64", "FORM"
    std::string type;  ///< "WAVE", "AIFF", "AIFC"
    std::vector<Chunk> chunks;
    std::uint64_t end = 0; ///< of the last chunk; what follows is nobody's and stays

    /** Where the audio does not end as it says: cut off, or written to a pipe, with a size that is too large, or 0 in front of all the
        audio. Chunks behind it are not found. */
    bool isOpenEnded = false;

    bool isBigEndian() const { return magic == "FORM"; }

    /** Whether the sizes are 64 bits wide and lie in a chunk "ds64". */
    bool is64() const { return magic == "RF64" || magic == "BW64"; }

    const Chunk* find (std::string_view id) const;

    /** A number of four bytes in the order of the file. */
    std::uint32_t u32 (std::string_view text, std::size_t at) const;
    std::string toU32 (std::uint32_t) const;
};

/** Fails with Kind::malformed when the file does not begin with such a header, and with Kind::tooLarge beyond 100,000 chunks. */
Result<ChunkFile> readChunks (const ByteSource&);

/** Fails with Kind::unsupported for an open-ended file: what it says of its length cannot be trusted, and nothing can come behind its
    audio. To be asked before anything is measured against that length. */
Result<void> mustHaveEnd (const ChunkFile&);

/** A chunk's content. Fails with Kind::malformed where it is cut off, and with Kind::tooLarge beyond 300 MB: chunks that are read are
    lists and tags. */
Result<std::string> contentOf (const ByteSource&, const Chunk&);

/** New content for the chunks that match; the first one keeps its place, others go, and where there is none the new one becomes
    the file's last chunk. */
struct Replacement
{
    std::string id;
    std::function<bool (const Chunk&)> replaces;
    std::optional<std::string> content; ///< none: the chunks go
};

/** The file with its chunks replaced and its size put right. Fails with Kind::unsupported for an open-ended file, and with
    Kind::tooLarge where a size no longer fits in 32 bits. */
Result<PieceTable>
replaceChunks (const std::shared_ptr<const ByteSource>&, const ChunkFile&, const std::vector<Replacement>&);

/** Adds every chunk for which `isOurs` says no: large ones and the audio by their place, others by their content, and what
    lies behind the last one. */
Result<void>
addItems (const ByteSource&, const ChunkFile&, const std::function<bool (const Chunk&)>& isOurs, Inventory&);

} // namespace earmark::riff
