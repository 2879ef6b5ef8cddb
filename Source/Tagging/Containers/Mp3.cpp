// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Timestamp.h"
#include "Tagging/Id3/LeadingTag.h"
#include "Tagging/Mp3Length.h"

#include <algorithm>
#include <array>
#include <format>

// MP3: an ID3v2.3 tag in front of the frames. TagLib renders the chapter frames; every other frame stays as it is.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".mp3", ".mp2" };

Result<Mp3Length> measure (const id3::TaggedStream& file)
{
    return measureMp3 (file.source(), file.begin, file.end);
}

bool sniff (const ByteSource& source)
{
    const auto begin = source.read (0, 3);

    if (begin && *begin == "ID3")
        return true;

    // A tag may be missing and junk may come first, but then frames must follow soon.
    constexpr std::uint64_t sample = 64u << 10;
    const auto length = measureMp3 (source, 0, std::min (source.size(), sample));
    return length && length->frames > 2 && length->begin < 4096;
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    return id3::TaggedStream::open (source).transform (
        [] (const id3::TaggedStream& file)
        {
            auto reading = id3::readingOf (file);

            if (const auto length = measure (file))
                reading.length = length->length();
            else
                reading.notices.push_back ({ Notice::Grade::warning, length.error().message, {} });

            return reading;
        });
}

Result<ContainerReading> readWithoutLength (const std::shared_ptr<const ByteSource>& source)
{
    return id3::TaggedStream::open (source).transform (id3::readingOf);
}

/** Where players may seek to the wrong place, whatever the chapters say. */
Notices seekingProblems (const Mp3Length& length)
{
    const auto tolerance = Duration::fromMilliseconds (200);

    if (length.stated
        && (*length.stated > length.walked + tolerance || *length.stated + tolerance < length.walked))
        return { { Notice::Grade::warning,
                   std::format ("The file's header says {}, but its audio lasts {}: it was "
                                "cut or joined, and players may seek to the wrong place.",
                                formatTime (*length.stated),
                                formatTime (length.walked)),
                   {} } };

    if (length.variableBitRate && ! length.stated)
        return {
            { Notice::Grade::warning,
              "It has a variable bit rate without a seek table: players may jump to the wrong place. Export "
              "it again with a Xing header, or with a constant bit rate.",
              {} }
        };

    return {};
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto file = id3::TaggedStream::open (source);

    if (! file)
        return std::unexpected (file.error());

    const auto length = measure (*file);

    if (! length)
        return failure (length.error().kind, "It is no MP3: it holds no MPEG audio frames.");

    auto edit = id3::writeChapters (*file, outline, length->length(), options);

    if (edit)
        std::ranges::copy (seekingProblems (*length), std::back_inserter (edit->notices));

    return edit;
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

extern const Container mp3Container;

constexpr Container mp3Container {
    .id = "mp3",
    .name = "MP3",
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
