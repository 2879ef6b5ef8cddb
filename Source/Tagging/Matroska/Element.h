// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Elements of EBML, which Matroska is made of. Sources: RFC 8794 (EBML), RFC 9559 (Matroska).

namespace earmark::mkv
{

/** Ids with the bits that tell their length, as specifications write them. */
enum class Id : std::uint32_t
{
    none = 0,
    header = 0x1A45DFA3,
    segment = 0x18538067,
    seekHead = 0x114D9B74,
    seek = 0x4DBB,
    seekId = 0x53AB,
    seekPosition = 0x53AC,
    info = 0x1549A966,
    timestampScale = 0x2AD7B1,
    duration = 0x4489,
    title = 0x7BA9,
    cluster = 0x1F43B675,
    chapters = 0x1043A770,
    edition = 0x45B9,
    chapter = 0xB6,
    chapterUid = 0x73C4,
    chapterStart = 0x91,
    chapterEnd = 0x92,
    chapterHidden = 0x98,
    chapterDisplay = 0x80,
    chapterString = 0x85,
    chapterLanguage = 0x437C,
    empty = 0xEC, ///< "Void": room for later
    checksum = 0xBF
};

struct Element
{
    Id id = Id::none;
    std::uint64_t begin = 0;   ///< of the id
    std::uint64_t content = 0; ///< where the content begins
    std::uint64_t size = 0;    ///< of the content; up to the end of what holds it where it is unknown
    std::size_t sizeWidth = 1; ///< bytes that the size takes
    bool isUnknownSize = false;

    std::uint64_t end() const { return content + size; }

    std::uint64_t whole() const { return end() - begin; }
};

/** The element at `at` of something that ends at `end`. Fails with Kind::malformed where it exceeds that. */
Result<Element> readElement (const ByteSource&, std::uint64_t at, std::uint64_t end);

/** All elements in [begin, end), up to the first one of unknown size, which is the last. Fails with Kind::malformed where one exceeds the
    range, and with Kind::tooLarge beyond a million. */
Result<std::vector<Element>> readElements (const ByteSource&, std::uint64_t begin, std::uint64_t end);

/** Unsigned big-endian content, as short as it can be and at least one byte. */
std::string numberBytes (std::uint64_t);
std::uint64_t numberFrom (std::string_view);

/** A size in so many bytes; fewest() tells how many it needs. */
std::string sizeBytes (std::uint64_t size, std::size_t width);
std::size_t fewestFor (std::uint64_t size);

/** An element; its size takes at least `width` bytes. */
std::string renderElement (Id, std::string_view content, std::size_t width = 1);

/** An empty element of `whole` bytes, of which there must be two at least; its size takes `width` bytes if it can. */
std::string renderRoom (std::uint64_t whole, std::size_t width);

/** The content of an element CRC-32 over what follows it. */
std::string checksumBytes (std::string_view);

} // namespace earmark::mkv
