// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/TagsBehind.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Id3/ChapterReading.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace earmark::id3
{

namespace
{

bool saysSomething (std::string_view value)
{
    return value.find_first_not_of (std::string_view ("\0 ", 2)) != std::string_view::npos;
}

bool isNamedById3v1 (const ByteSource& source)
{
    constexpr std::size_t size = 128, begin = 3,
                          end = 97; // title, artist and album of 30 bytes each, the year of four
    const auto tag = source.size() >= size ? source.read (source.size() - size, size) : std::string();
    return tag && tag->starts_with ("TAG")
           && saysSomething (std::string_view (*tag).substr (begin, end - begin));
}

/** Of an APEv2 tag, with its header or without. Source: wiki.hydrogenaud.io, "APEv2 specification". */
bool isNamedByApe (const TaggedStream& file)
{
    constexpr std::uint64_t headerSize = 32, itemHeader = 8, longestKey = 256;
    constexpr std::size_t mostItems = 1000, mostOfValue = 64;
    constexpr std::array<std::string_view, 4> names { "title", "artist", "album", "year" };

    const auto& source = file.source();
    const auto readAt = [&] (std::uint64_t at, std::uint64_t size)
    { return source.read (at, std::size_t (std::min (size, source.size() - std::min (at, source.size())))); };
    const auto isTag = [] (const Result<std::string>& text)
    { return text && (text->starts_with ("APETAGEX") || text->starts_with ("TAG")); };
    auto at = file.end + (isTag (readAt (file.end, itemHeader)) ? headerSize : 0);

    for (std::size_t i = 0; i < mostItems; ++i)
    {
        const auto item = readAt (at, itemHeader + longestKey + mostOfValue);

        if (! item || item->size() <= itemHeader || isTag (item))
            return false;

        const auto length = bytes::little<std::uint32_t> (*item, 0);
        const auto key =
            std::string_view (*item).substr (itemHeader, item->find ('\0', itemHeader) - itemHeader);
        const auto value =
            std::string_view (*item).substr (std::min (itemHeader + key.size() + 1, item->size()));

        if (std::ranges::contains (names, toLowerAscii (key)) && saysSomething (value.substr (0, length)))
            return true;

        at += itemHeader + key.size() + 1 + length;
    }

    return false;
}

} // namespace

std::uint64_t beginOfTagsBehind (const ByteSource& source)
{
    constexpr std::uint64_t id3v1Size = 128, apeFooterSize = 32;
    auto end = source.size();

    if (end >= id3v1Size)
        if (const auto tag = source.read (end - id3v1Size, 3); tag && *tag == "TAG")
            end -= id3v1Size;

    if (end >= apeFooterSize)
    {
        if (const auto footer = source.read (end - apeFooterSize, apeFooterSize);
            footer && footer->starts_with ("APETAGEX"))
        {
            const bool hasHeader = (bytes::little<std::uint32_t> (*footer, 20) & 0x80000000u) != 0;

            // One that claims more than there is, is no tag.
            if (const auto size = std::uint64_t (bytes::little<std::uint32_t> (*footer, 12))
                                  + (hasHeader ? apeFooterSize : 0);
                size <= end)
                end -= size;
        }
    }

    return end;
}

bool isNamedBehind (const TaggedStream& file)
{
    return isNamedById3v1 (file.source()) || isNamedByApe (file);
}

bool isNamedInFront (const TaggedStream& file)
{
    return file.tag
           && std::ranges::any_of (
               file.tag->frames,
               [&] (const RawFrame& f)
               { return f.id.starts_with ('T') && ! trim (readText (f, file.tag->version)).empty(); });
}

} // namespace earmark::id3
