// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Matroska/Element.h"

#include "Foundation/Bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace earmark::mkv
{

namespace
{

constexpr std::size_t maxIdWidth = 4, maxSizeWidth = 8;

/** How many bytes a number takes that begins with this byte; 9 where it takes none. */
std::size_t widthOf (std::uint8_t first)
{
    return std::size_t (std::countl_zero (first)) + 1;
}

std::size_t bytesFor (std::uint64_t value)
{
    return std::max<std::size_t> (1, (std::size_t (std::bit_width (value)) + 7) / 8);
}

/** The largest size of a width; one more is "unknown". */
std::uint64_t maxSize (std::size_t width)
{
    return (std::uint64_t (1) << (7 * width)) - 2;
}

std::string lastBytes (std::uint64_t value, std::size_t count)
{
    return bytes::big64 (value).substr (8 - count);
}

} // namespace

Result<Element> readElement (const ByteSource& source, std::uint64_t at, std::uint64_t end)
{
    const auto malformed = [at]
    {
        return failure (Error::Kind::malformed,
                        "A part of the file is longer than what holds it: the file is cut off or damaged.",
                        Place::atByte (at));
    };

    if (at >= end)
        return malformed();

    const auto text =
        source.read (at, std::size_t (std::min<std::uint64_t> (end - at, maxIdWidth + maxSizeWidth)));

    if (! text)
        return std::unexpected (text.error());

    const auto idWidth = widthOf (bytes::u8 (*text, 0));

    if (idWidth > maxIdWidth || idWidth >= text->size())
        return malformed();

    const auto width = widthOf (bytes::u8 (*text, idWidth));

    if (width > maxSizeWidth || idWidth + width > text->size())
        return malformed();

    const auto size = numberFrom (std::string_view (*text).substr (idWidth, width))
                      & ((std::uint64_t (1) << (7 * width)) - 1);
    Element element { .id = Id (numberFrom (std::string_view (*text).substr (0, idWidth))),
                      .begin = at,
                      .content = at + idWidth + width,
                      .size = size,
                      .sizeWidth = width,
                      .isUnknownSize = size > maxSize (width) };

    if (element.isUnknownSize)
        element.size = end - element.content;

    return element.size <= end - element.content ? Result<Element> (element) : malformed();
}

Result<std::vector<Element>> readElements (const ByteSource& source, std::uint64_t begin, std::uint64_t end)
{
    std::vector<Element> elements;

    for (auto at = begin; at < end; at = elements.back().end())
    {
        if (elements.size() == 1'000'000)
            return failure (Error::Kind::tooLarge, "It has more than a million parts.");

        const auto element = readElement (source, at, end);

        if (! element)
            return std::unexpected (element.error());

        elements.push_back (*element);
    }

    return elements;
}

std::string numberBytes (std::uint64_t value)
{
    return lastBytes (value, bytesFor (value));
}

std::uint64_t numberFrom (std::string_view text)
{
    std::uint64_t value = 0;

    for (const char c : text)
        value = value << 8 | static_cast<unsigned char> (c);

    return value;
}

std::size_t fewestFor (std::uint64_t size)
{
    std::size_t width = 1;

    while (width < maxSizeWidth && size > maxSize (width))
        ++width;

    return width;
}

std::string sizeBytes (std::uint64_t size, std::size_t width)
{
    return lastBytes (size | std::uint64_t (1) << (7 * width), width);
}

std::string renderElement (Id id, std::string_view content, std::size_t width)
{
    return numberBytes (std::uint64_t (id))
           + sizeBytes (content.size(), std::max (width, fewestFor (content.size()))) + std::string (content);
}

std::string renderRoom (std::uint64_t whole, std::size_t width)
{
    constexpr std::size_t idSize = 1;
    const auto most = std::size_t (std::min<std::uint64_t> (maxSizeWidth, whole - idSize));
    auto used = std::clamp<std::size_t> (width, 1, most);

    // More bytes for the size leave fewer to be counted.
    while (fewestFor (whole - idSize - used) > used)
        ++used;

    return renderElement (Id::empty, std::string (std::size_t (whole - idSize - used), '\0'), used);
}

std::string checksumBytes (std::string_view text)
{
    // The CRC-32 of Ethernet and zip, stored with its lowest byte first.
    constexpr std::uint32_t reflectedPolynomial = 0xEDB88320;
    auto sum = ~std::uint32_t (0);

    for (const char c : text)
    {
        sum ^= static_cast<unsigned char> (c);

        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ ((sum & 1) != 0 ? reflectedPolynomial : 0);
    }

    return bytes::toLittle (~sum);
}

} // namespace earmark::mkv
