// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Tagging/AdtsLength.h"
#include "Tagging/Id3/LeadingTag.h"

#include <algorithm>
#include <array>

// AAC as a bare stream of ADTS frames: an ID3v2.3 tag in front of them, as in an MP3.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".aac", ".adts" };

Result<AdtsLength> measure (const id3::TaggedStream& file)
{
    return measureAdts (file.source(), file.begin, file.end);
}

bool sniff (const ByteSource& source)
{
    constexpr std::uint64_t sample = 64u << 10;
    const auto begin = id3::sizeOfLeadingTag (source);

    if (begin >= source.size())
        return false;

    // Frames at once, or after the zeros that some encoders leave: chance makes four bytes look like a header, not three frames.
    const auto length = measureAdts (source, begin, std::min (source.size(), begin + sample));
    return length && length->frames > 2 && length->begin < begin + 1024;
}

Result<ContainerReading> readWithoutLength (const std::shared_ptr<const ByteSource>& source)
{
    return id3::TaggedStream::open (source).transform (id3::readingOf);
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    return id3::TaggedStream::open (source).transform (
        [] (const id3::TaggedStream& file)
        {
            auto reading = id3::readingOf (file);

            if (const auto length = measure (file))
                reading.length = length->walked;

            return reading;
        });
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto file = id3::TaggedStream::open (source);

    if (! file)
        return std::unexpected (file.error());

    const auto length = measure (*file);
    return length ? id3::writeChapters (*file, outline, length->walked, options)
                  : std::unexpected (length.error());
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    return id3::TaggedStream::open (source).and_then (id3::stripChapters);
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    return id3::TaggedStream::open (source).and_then (id3::inventoryOf);
}

} // namespace

extern const Container aacContainer;

constexpr Container aacContainer {
    .id = "aac",
    .name = "AAC",
    .suffixes = suffixes,
    .carries = "title, end, summary, points, link, picture, hidden",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
    .readWithoutLength = readWithoutLength,
};

} // namespace earmark
