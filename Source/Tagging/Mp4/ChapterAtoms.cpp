// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/ChapterAtoms.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Mp4/TimedHeader.h"

#include <algorithm>

// Nero's list is in no official specification; readers agree on this layout up to 255 entries. The chapter track follows
// "Chapter Lists" of Apple's QuickTime File Format and what AVFoundation needs (docs/writing.md).

namespace earmark::mp4
{

namespace
{

using bytes::big16;
using bytes::big32;
using bytes::big64;
using bytes::big8;

constexpr std::uint32_t millisecondTimescale = 1000;
constexpr std::uint32_t undetermined = 0x55C4; // the language "und"

/** A duration field is 32 bits in version 0 of a header and 64 in version 1. */
bool needsWideDuration (std::uint64_t duration)
{
    return duration > 0xFFFFFFFE;
}

std::string identityMatrix()
{
    std::string matrix;

    for (const std::uint32_t v : { 0x10000u, 0u, 0u, 0u, 0x10000u, 0u, 0u, 0u, 0x40000000u })
        matrix += big32 (v);

    return matrix;
}

Atom trackHeader (TrackId id, std::uint64_t duration, PixelSize pixels)
{
    constexpr std::uint32_t inMovie = 2; // and not 1, which would be enabled
    const auto rest = std::string (8, '\0') + big16 (0) + big16 (0) + big16 (0) + big16 (0) + identityMatrix()
                      + big16 (pixels.width) + big16 (0) + big16 (pixels.height) + big16 (0);

    if (needsWideDuration (duration))
        return fullLeaf (
            "tkhd", 1, inMovie, big64 (0) + big64 (0) + big32 (id) + big32 (0) + big64 (duration) + rest);

    return fullLeaf ("tkhd",
                     0,
                     inMovie,
                     big32 (0) + big32 (0) + big32 (id) + big32 (0) + big32 (std::uint32_t (duration))
                         + rest);
}

/** An edit list that plays the whole track, after nothing at all until `begin`: AVFoundation asks for one. */
Atom editList (std::uint64_t begin, std::uint64_t end)
{
    const bool wide = needsWideDuration (end);
    const auto edit = [&] (std::uint64_t duration, std::int32_t mediaTime)
    {
        constexpr std::uint32_t normalRate = 0x10000;
        return (wide ? big64 (duration) + big64 (std::uint64_t (std::int64_t (mediaTime)))
                     : big32 (std::uint32_t (duration)) + big32 (std::uint32_t (mediaTime)))
               + big32 (normalRate);
    };

    const auto edits =
        begin == 0 ? big32 (1) + edit (end, 0) : big32 (2) + edit (begin, -1) + edit (end - begin, 0);
    return parent ("edts", { fullLeaf ("elst", wide ? 1 : 0, 0, edits) });
}

Atom mediaHeader (std::uint64_t durationMs)
{
    const auto rest = big16 (undetermined) + big16 (0);

    if (needsWideDuration (durationMs))
        return fullLeaf (
            "mdhd", 1, 0, big64 (0) + big64 (0) + big32 (millisecondTimescale) + big64 (durationMs) + rest);

    return fullLeaf ("mdhd",
                     0,
                     0,
                     big32 (0) + big32 (0) + big32 (millisecondTimescale) + big32 (std::uint32_t (durationMs))
                         + rest);
}

Atom handler (std::string_view type, std::string_view name)
{
    return fullLeaf (
        "hdlr", 0, 0, big32 (0) + std::string (type) + std::string (12, '\0') + std::string (name) + '\0');
}

Atom videoMediaHeader()
{
    return fullLeaf ("vmhd", 0, 1, std::string (8, '\0'));
}

/** "text" as QuickTime wants it: a base media header, a text header with an identity matrix. */
Atom genericMediaHeader()
{
    const auto base =
        fullLeaf ("gmin",
                  0,
                  0,
                  big16 (0x40) + big16 (0x8000) + big16 (0x8000) + big16 (0x8000) + big16 (0) + big16 (0));
    const auto text = leaf (
        "text", big16 (1) + std::string (14, '\0') + big16 (1) + std::string (14, '\0') + big32 (0x40000000));
    return parent ("gmhd", { base, text });
}

/** The layout of 3GPP's text sample entry under the name "text": what FFmpeg writes, and Apple's players have read for years. */
Atom textDescription()
{
    const auto fonts = leaf ("ftab", big16 (1) + big16 (1) + big8 (0)).render();
    const auto style =
        big16 (0) + big16 (0) + big16 (1) + big16 (0) + big32 (0); // from, to, font 1, face and size, colour
    const auto entry = std::string (6, '\0') + big16 (1)           // reserved, data reference
                       + big32 (1) + big16 (0) + big32 (0)         // display flags, justification, background
                       + std::string (8, '\0')                     // text box
                       + style + fonts;
    return fullLeaf ("stsd", 0, 0, big32 (1) + leaf ("text", entry).render());
}

/** A video sample description of QuickTime's: 72 dpi, one picture a sample, 24 bits, no colour table. */
Atom pictureDescription (PixelSize pixels)
{
    constexpr std::uint32_t dotsPerInch = 72u << 16;
    const std::string name = "\4JPEG" + std::string (27, '\0');
    const auto entry = std::string (6, '\0') + big16 (1)    // reserved, data reference
                       + big32 (0) + std::string (12, '\0') // version, vendor, quality
                       + big16 (pixels.width) + big16 (pixels.height) + big32 (dotsPerInch)
                       + big32 (dotsPerInch) + big32 (0) + big16 (1) + name + big16 (24)
                       + big16 (0xFFFF); // size, pictures, depth, table
    return fullLeaf ("stsd", 0, 0, big32 (1) + leaf ("jpeg", entry).render());
}

/** Every picture is a sync sample. */
Atom syncSamples (std::uint32_t count)
{
    std::string numbers;

    for (std::uint32_t i = 1; i <= count; ++i)
        numbers += big32 (i);

    return fullLeaf ("stss", 0, 0, big32 (count) + numbers);
}

/** The places of chunks, counted from `begin`. */
Atom chunkOffsets (const std::vector<std::uint64_t>& offsets, std::uint64_t begin)
{
    const bool wide = begin + std::ranges::max (offsets) > 0xFFFFFFFF;
    auto table = big32 (std::uint32_t (offsets.size()));

    for (const auto offset : offsets)
        table += wide ? big64 (begin + offset) : big32 (std::uint32_t (begin + offset));

    return fullLeaf (wide ? "co64" : "stco", 0, 0, table);
}

Atom sampleTable (const ChapterSamples& samples, std::uint64_t offset)
{
    const auto count = std::uint32_t (samples.sizes.size());
    std::string durations, sizes;

    // One entry for each sample: AVFoundation does not read chapters from runs.
    for (const auto ms : samples.durationsMs)
        durations += big32 (1) + big32 (ms);

    for (const auto size : samples.sizes)
        sizes += big32 (size);

    std::vector<Atom> tables { samples.picture ? pictureDescription (*samples.picture) : textDescription(),
                               fullLeaf ("stts", 0, 0, big32 (count) + durations) };

    if (samples.picture)
        tables.push_back (syncSamples (count));

    // One chunk where the samples lie one after the other; else one for each sample, since only chunks have places of their own.
    const auto perChunk = samples.offsets.empty() ? count : 1;
    tables.push_back (fullLeaf ("stsc", 0, 0, big32 (1) + big32 (1) + big32 (perChunk) + big32 (1)));
    tables.push_back (fullLeaf ("stsz", 0, 0, big32 (0) + big32 (count) + sizes));
    tables.push_back (
        chunkOffsets (samples.offsets.empty() ? std::vector<std::uint64_t> { 0 } : samples.offsets, offset));
    return parent ("stbl", std::move (tables));
}

} // namespace

std::size_t maxNeroTitle (Profile::Limits limits)
{
    return limits == Profile::Limits::ofPlayers ? 127 : 255;
}

Atom neroList (const ChapterPlan& plan, std::size_t maxTitle)
{
    const auto count = std::min (plan.chapters.size(), maxNeroChapters);
    std::string list = big8 (0) + big32 (std::uint32_t (count));

    for (std::size_t i = 0; i < count; ++i)
    {
        const auto& chapter = plan.chapters[i];
        const auto title = truncateUtf8 (chapter.title, maxTitle);
        constexpr std::uint64_t unitsPerMillisecond = 10'000; // of 100 ns
        list += big64 (std::uint64_t (chapter.startMs) * unitsPerMillisecond)
                + big8 (std::uint8_t (title.size())) + std::string (title);
    }

    return fullLeaf ("chpl", 1, 0, list);
}

Atom chapterTrack (TrackId id,
                   const ChapterSamples& samples,
                   std::uint32_t movieTimescale,
                   std::uint64_t offset)
{
    std::uint64_t totalMs = 0;

    for (const auto ms : samples.durationsMs)
        totalMs += ms;

    const auto begin = toTicks (samples.beginMs, movieTimescale);
    const auto end = toTicks (samples.beginMs + totalMs, movieTimescale);
    const auto dataReference =
        parent ("dinf", { fullLeaf ("dref", 0, 0, big32 (1) + fullLeaf ("url ", 0, 1, {}).render()) });
    const bool isText = ! samples.picture;

    return parent ("trak",
                   { trackHeader (id, end, samples.picture.value_or (PixelSize {})),
                     editList (begin, end),
                     parent ("mdia",
                             { mediaHeader (totalMs),
                               isText ? handler ("text", "Chapters") : handler ("vide", "Chapter pictures"),
                               parent ("minf",
                                       { isText ? genericMediaHeader() : videoMediaHeader(),
                                         dataReference,
                                         sampleTable (samples, offset) }) }) });
}

} // namespace earmark::mp4
