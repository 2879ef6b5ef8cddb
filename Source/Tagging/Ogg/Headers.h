// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Tagging/Ogg/Page.h"
#include "Tagging/PieceTable.h"
#include "Tagging/Xiph/Comments.h"

#include <optional>
#include <vector>

// The headers of an Ogg Vorbis or Opus file: a page that says which it is, then the comments and, for Vorbis, the setup of the
// decoder, on pages of their own. Sources: the Vorbis I specification, section 4.2 and appendix A; RFC 7845.

namespace earmark::ogg
{

enum class Codec
{
    vorbis,
    opus
};

struct OggFile
{
    Codec codec = Codec::vorbis;
    std::uint64_t begin = 0;        ///< of the first page: some programs put an ID3 tag in front
    std::vector<Page> pages;        ///< those with comments and setup
    std::string comments;           ///< packet, with its magic
    std::string setup;              ///< packet; empty for Opus
    std::uint64_t audio = 0;        ///< where the audio's pages begin
    std::optional<Duration> length; ///< of a file that is no chain
    bool endsWithOther = false;     ///< its last page is one of another stream
};

/** Fails with Kind::unsupported for other codecs and for several streams at once, and with Kind::malformed where a page is damaged. */
Result<OggFile> readHeaders (const ByteSource&);

/** Whether another stream follows the first one, also one with the same serial number, as joined files have it. Goes through all pages. Fails
    when the disk does not give them. */
Result<bool> isChain (const ByteSource&, const OggFile&);

/** What is to be said of a chain. */
std::string sentenceAboutChains();

/** Fails with Kind::unsupported for a chain. */
Result<void> mustBeOneStream (const ByteSource&, const OggFile&);

/** The comments in the packet. */
Result<xiph::Comments> commentsOf (const OggFile&);

struct OggEdit
{
    PieceTable result;
    bool renumbersPages = false;
};

/** The file with other comments. They are laid out on as many pages as there were, which hold 65,025 bytes each, so that nothing
    else changes; only where they no longer fit, or the headers shrink to less than a segment for each page, all later pages get
    other numbers, and checksums for them. */
Result<OggEdit>
replaceComments (const std::shared_ptr<const ByteSource>&, const OggFile&, const xiph::Comments&);

} // namespace earmark::ogg
