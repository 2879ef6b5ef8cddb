// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/PieceTable.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earmark::id3
{

/** One frame as the tag stores it, its content untouched. */
struct RawFrame
{
    std::string id;          ///< four characters; three in a v2.2 tag
    std::uint16_t flags = 0; ///< in the layout of the tag's version
    std::string body;

    bool operator== (const RawFrame&) const = default;
};

/** An ID3v2.2, v2.3 or v2.4 tag as frames, without interpreting any of them. */
struct RawTag
{
    int version = 3;
    std::uint64_t size = 0; ///< of the whole tag in the file, with header, padding and footer
    std::vector<RawFrame> frames;

    /** What follows the frames and is neither a frame nor zero; kept, since somebody put it there. */
    std::string rest;

    std::uint64_t padding = 0;
    bool unsynchronised = false;    ///< as a whole; the frames' bodies are already restored
    bool hasExtendedHeader = false; ///< not kept: it describes the bytes of the tag as it was
};

/** The tag at `at`, or nothing where there is none. Fails with Kind::malformed when a frame exceeds the tag or the tag the
    file, with Kind::unsupported for versions after 2.4 and a v2.2 tag that is compressed, and with Kind::tooLarge beyond
    maxFrames. Source: id3.org, id3v2-00, id3v2.3.0 and id3v2.4.0-structure. */
Result<std::optional<RawTag>> readTag (const PieceTable&, std::uint64_t at);

/** The limit of a synchsafe size, without the header. */
inline constexpr std::uint64_t maxTagSize = (1u << 28) - 1;

/** More frames than any tag has; only a hostile one, which would take many times its size in memory, has more. */
inline constexpr std::size_t maxFrames = 1'000'000;

/** Takes out the zeros that keep readers from seeing audio in a tag. */
std::string withoutUnsynchronisation (std::string_view);

/** The tag as v2.3 or v2.4 (3 or 4), with as much padding as makes it `totalSize` bytes, which must hold it. */
std::string
renderTag (int version, const std::vector<RawFrame>&, std::string_view rest, std::uint64_t totalSize);

/** The size that the frames need, header included and padding not. */
std::uint64_t renderedSize (const std::vector<RawFrame>&, std::string_view rest);

} // namespace earmark::id3
