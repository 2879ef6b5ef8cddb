// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Matroska/Segment.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace earmark::mkv
{

namespace
{

/** Headers and indices are small; a part that claims more is damaged or hostile. */
constexpr std::uint64_t maxHeader = 16u << 20;

std::unexpected<Error> tooLarge (const Element& element)
{
    return failure (
        Error::Kind::tooLarge, "A header of the file is too large.", Place::atByte (element.begin));
}

Result<std::string> contentOf (const ByteSource& source, const Element& element)
{
    if (element.size > maxHeader)
        return tooLarge (element);

    return source.read (element.content, std::size_t (element.size));
}

double floatFrom (std::string_view text)
{
    if (text.size() == 4)
        return double (std::bit_cast<float> (bytes::u32 (text, 0)));

    return text.size() == 8 ? std::bit_cast<double> (bytes::u64 (text, 0)) : 0;
}

Result<void> readInfo (const ByteSource& source, const Element& info, Segment& segment)
{
    const auto parts = readElements (source, info.content, info.end());

    if (! parts)
        return std::unexpected (parts.error());

    double duration = 0, scale = 1'000'000;

    for (const auto& part : *parts)
    {
        if (part.id != Id::duration && part.id != Id::timestampScale && part.id != Id::title)
            continue;

        const auto content = contentOf (source, part);

        if (! content)
            return std::unexpected (content.error());

        if (part.id == Id::duration)
            duration = floatFrom (*content);
        else if (part.id == Id::timestampScale)
            scale = double (numberFrom (*content));
        else
            segment.title = toValidUtf8 (content->substr (0, content->find ('\0')));
    }

    // A year of audio; the comparison is false for what is no number.
    constexpr double longestNs = 366.0 * 86400e9;

    if (const auto ns = duration * scale; ns > 0 && ns < longestNs)
        segment.length = Duration::fromNanoseconds (std::int64_t (ns));

    return {};
}

} // namespace

const Element* Segment::find (Id id) const
{
    const auto found = std::ranges::find (parts, id, &Element::id);
    return found == parts.end() ? nullptr : &*found;
}

Result<Segment> readSegment (const ByteSource& source)
{
    const auto header = readElement (source, 0, source.size());

    if (! header)
        return std::unexpected (header.error());

    auto element = readElement (source, header->end(), source.size());

    // Room may lie between them.
    while (element && element->id == Id::empty)
        element = readElement (source, element->end(), source.size());

    if (! element)
        return std::unexpected (element.error());

    if (element->id != Id::segment)
        return failure (Error::Kind::malformed,
                        "It begins like a Matroska file, but holds no segment.",
                        Place::atByte (element->begin));

    auto parts = readElements (source, element->content, element->end());

    if (! parts)
        return std::unexpected (parts.error());

    Segment segment { .element = *element, .parts = std::move (*parts), .length = {}, .title = {} };
    segment.isLive = element->isUnknownSize || std::ranges::any_of (segment.parts, &Element::isUnknownSize);

    if (const auto* info = segment.find (Id::info))
        if (auto done = readInfo (source, *info, segment); ! done)
            return std::unexpected (done.error());

    return segment;
}

Result<SeekHead> readSeekHead (const ByteSource& source, const Element& element)
{
    // All of it is taken into memory.
    if (element.size > maxHeader)
        return tooLarge (element);

    const auto parts = readElements (source, element.content, element.end());

    if (! parts)
        return std::unexpected (parts.error());

    SeekHead head;

    for (const auto& part : *parts)
    {
        if (part.id == Id::checksum)
        {
            head.hasChecksum = true;
            continue;
        }

        auto raw = source.read (part.begin, std::size_t (part.whole()));

        if (! raw)
            return std::unexpected (raw.error());

        SeekEntry entry { .raw = std::move (*raw) };
        const auto fields = part.id == Id::seek ? readElements (source, part.content, part.end())
                                                : Result<std::vector<Element>> ({});

        if (! fields)
            return std::unexpected (fields.error());

        for (const auto& field : *fields)
        {
            const auto content = contentOf (source, field);

            if (! content)
                return std::unexpected (content.error());

            if (field.id == Id::seekId && field.size <= 4)
                entry.target = Id (numberFrom (*content));
            else if (field.id == Id::seekPosition && field.size <= 8)
                entry.position = numberFrom (*content);
        }

        head.entries.push_back (std::move (entry));
    }

    return head;
}

} // namespace earmark::mkv
