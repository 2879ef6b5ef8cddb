// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/FrameWindow.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Pages of an Ogg stream. Source: RFC 3533.

namespace earmark::ogg
{

/** In a page's flags. */
inline constexpr std::uint8_t isContinued = 1, isFirst = 2;

/** Where no packet ends on a page. */
inline constexpr std::uint64_t noGranule = ~std::uint64_t (0);

inline constexpr std::size_t maxSegments = 255, maxSegment = 255;

/** Places of fields in a page's header. Number and checksum are neighbours. */
inline constexpr std::size_t numberAt = 18, checksumAt = 22, afterChecksum = 26, fixedHeader = 27;

struct Page
{
    std::uint64_t begin = 0; ///< in bytes
    std::uint8_t flags = 0;
    std::uint64_t granule = 0;
    std::uint32_t serial = 0;
    std::uint32_t number = 0;
    std::uint32_t checksum = 0;
    std::string lacing;     ///< the sizes of the segments
    std::uint64_t size = 0; ///< of the whole page

    std::uint64_t content() const { return begin + fixedHeader + lacing.size(); }

    std::uint64_t end() const { return begin + size; }
};

/** Reads a page's header. Fails with Kind::malformed where there is none or the page exceeds the file. */
Result<Page> readPage (const ByteSource&, std::uint64_t at);

/** The pages from a place on, for somebody who only looks at their headers. Where there is no page, because the file is
    damaged or something else stands there, it goes on with the next one. Use it no longer than the source. */
class PageWalk
{
public:
    PageWalk (const ByteSource&, std::uint64_t begin);

    /** None behind the last page. Fails when the disk does not give the bytes. */
    Result<std::optional<Page>> next();

private:
    std::uint64_t at, end;
    std::uint64_t size = 0; ///< of the page before
    FrameWindow headers, blocks;

    Result<std::uint64_t> nextMark (std::uint64_t from);
};

/** A page with its checksum. Of the page given, flags, granule, serial, number and lacing count. */
std::string renderPage (const Page&, std::string_view content);

/** The checksum of bytes: CRC-32 with the polynomial 0x04C11DB7, not reflected, from 0. */
std::uint32_t checksumOf (std::string_view);

/** The checksum that a page of `size` bytes has after its number changed, by what it had before: the checksum is linear, so that
    nothing else of the page needs to be read, and a wrong one stays wrong. */
std::uint32_t
renumbered (std::uint32_t checksum, std::uint32_t number, std::uint32_t newNumber, std::uint64_t size);

} // namespace earmark::ogg
