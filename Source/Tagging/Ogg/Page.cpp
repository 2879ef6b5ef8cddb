// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Ogg/Page.h"

#include "Foundation/Bytes.h"

#include <algorithm>
#include <array>

namespace earmark::ogg
{

namespace
{

constexpr std::uint32_t polynomial = 0x04C11DB7;

/** A remainder times x. */
constexpr std::uint32_t timesX (std::uint32_t value)
{
    return value << 1 ^ ((value & 0x80000000u) != 0 ? polynomial : 0);
}

constexpr auto table = []
{
    std::array<std::uint32_t, 256> made {};

    for (std::uint32_t i = 0; i < made.size(); ++i)
    {
        made[i] = i << 24;

        for (int bit = 0; bit < 8; ++bit)
            made[i] = timesX (made[i]);
    }

    return made;
}();

/** A page's mark, and the only version there is. */
constexpr std::string_view mark ("OggS\0", 5);

/** The page that begins with the text, which holds its header if all of that is in the file; `left` bytes are. */
std::optional<Page> pageFrom (std::string_view text, std::uint64_t at, std::uint64_t left)
{
    if (text.size() < fixedHeader || ! text.starts_with (mark))
        return {};

    const auto segments = bytes::u8 (text, fixedHeader - 1);

    if (text.size() < fixedHeader + segments)
        return {};

    Page page { .begin = at,
                .flags = bytes::u8 (text, 5),
                .granule = bytes::little<std::uint64_t> (text, 6),
                .serial = bytes::little<std::uint32_t> (text, 14),
                .number = bytes::little<std::uint32_t> (text, numberAt),
                .checksum = bytes::little<std::uint32_t> (text, checksumAt),
                .lacing = std::string (text.substr (fixedHeader, segments)),
                .size = fixedHeader + std::uint64_t (segments) };

    for (const char size : page.lacing)
        page.size += static_cast<unsigned char> (size);

    return page.size <= left ? std::optional (std::move (page)) : std::nullopt;
}

/** How much of a header can be in so many bytes. */
std::size_t headerWithin (std::uint64_t left)
{
    return std::size_t (std::min<std::uint64_t> (left, fixedHeader + maxSegments));
}

/** The product of two remainders. */
std::uint32_t product (std::uint32_t a, std::uint32_t b)
{
    std::uint32_t result = 0;

    for (int bit = 31; bit >= 0; --bit)
        result = timesX (result) ^ ((b >> bit & 1) != 0 ? a : 0);

    return result;
}

/** The checksum of what had `checksum` and is followed by so many zeros. */
std::uint32_t followedByZeros (std::uint32_t checksum, std::uint64_t count)
{
    // x to the power of eight for each byte, by squaring.
    for (std::uint32_t power = 1u << 8; count > 0; count >>= 1, power = product (power, power))
        if ((count & 1) != 0)
            checksum = product (checksum, power);

    return checksum;
}

} // namespace

std::uint32_t checksumOf (std::string_view text)
{
    std::uint32_t sum = 0;

    for (const char c : text)
        sum = sum << 8 ^ table[sum >> 24 ^ static_cast<unsigned char> (c)];

    return sum;
}

std::uint32_t
renumbered (std::uint32_t checksum, std::uint32_t number, std::uint32_t newNumber, std::uint64_t size)
{
    const auto difference = checksumOf (bytes::toLittle (number ^ newNumber));
    return checksum ^ followedByZeros (difference, size - checksumAt);
}

Result<Page> readPage (const ByteSource& source, std::uint64_t at)
{
    const auto left = at < source.size() ? source.size() - at : 0;
    const auto text = source.read (at, headerWithin (left));

    if (! text)
        return std::unexpected (text.error());

    if (auto page = pageFrom (*text, at, left))
        return std::move (*page);

    return failure (Error::Kind::malformed, "An Ogg page is damaged or missing.", Place::atByte (at));
}

// The blocks stay in a processor's cache.
PageWalk::PageWalk (const ByteSource& source, std::uint64_t begin)
    : at (begin), end (source.size()), headers (source, end, headerWithin (end)),
      blocks (source, end, 256u << 10)
{}

Result<std::optional<Page>> PageWalk::next()
{
    while (at < end)
    {
        // Where pages are small, to read each header takes longer than to read all of the file in blocks.
        constexpr std::uint64_t small = 8u << 10;
        const auto text = (size > small ? headers : blocks).at (at, headerWithin (end - at));

        if (! text)
            return std::unexpected (text.error());

        if (auto page = pageFrom (*text, at, end - at))
        {
            at = page->end();
            size = page->size;
            return page;
        }

        const auto found = nextMark (at + 1);

        if (! found)
            return std::unexpected (found.error());

        at = *found;
    }

    return std::optional<Page>();
}

/** Where a page may begin; the end where none does. */
Result<std::uint64_t> PageWalk::nextMark (std::uint64_t from)
{
    // Less than a block, which would else be read anew from wherever the search begins.
    constexpr std::uint64_t step = 4u << 10;

    while (end - from >= mark.size())
    {
        const auto text = blocks.at (from, std::size_t (std::min (step, end - from)));

        if (! text)
            return std::unexpected (text.error());

        if (const auto found = text->find (mark); found != std::string_view::npos)
            return from + found;

        from += text->size() - (mark.size() - 1);
    }

    return end;
}

std::string renderPage (const Page& page, std::string_view content)
{
    auto text = std::string (mark) + char (page.flags) + bytes::toLittle (page.granule)
                + bytes::toLittle (page.serial) + bytes::toLittle (page.number) + std::string (4, '\0')
                + char (page.lacing.size()) + page.lacing;
    text += content;
    return text.replace (checksumAt, 4, bytes::toLittle (checksumOf (text)));
}

} // namespace earmark::ogg
