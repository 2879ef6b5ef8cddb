// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Marks.h"

#include "Foundation/Bytes.h"
#include "Foundation/MacRoman.h"
#include "Foundation/Text.h"
#include "Model/Outline.h"
#include "Tagging/Riff/Cues.h"

#include <limits>

namespace earmark::riff
{

namespace
{

constexpr std::size_t countSize = 2, markerHeader = 7; // id, position, length of the name
constexpr std::size_t maxMarkers = 32'767;

struct Mark
{
    std::uint32_t sample;
    std::string_view name;
};

std::vector<Mark> marksIn (std::string_view chunk)
{
    std::vector<Mark> marks;

    if (chunk.size() < countSize)
        return marks;

    auto left = bytes::u16 (chunk, 0);

    for (auto at = countSize; left > 0 && at + markerHeader <= chunk.size(); --left)
    {
        const auto name = chunk.substr (at + markerHeader, bytes::u8 (chunk, at + 6));
        marks.push_back ({ bytes::u32 (chunk, at + 2), name });

        // The byte of the length and the name are an even number together.
        at += markerHeader + name.size() + (name.size() + 1) % 2;
    }

    return marks;
}

/** All names together show more than each of them. */
LegacyEncoding legacyEncodingOf (const std::vector<Mark>& marks)
{
    std::string names;

    for (const auto& mark : marks)
        if (! isUtf8 (mark.name))
            names += mark.name;

    return looksLikeMacRoman (names) ? LegacyEncoding::macRoman : LegacyEncoding::windows1252;
}

} // namespace

MarkReading readMarks (std::string_view chunk, std::int64_t sampleRate)
{
    if (sampleRate <= 0)
        return {};

    const auto marks = marksIn (chunk);
    const auto legacy = legacyEncodingOf (marks);
    MarkReading reading;

    for (const auto& mark : marks)
    {
        auto name = storedName (mark.name, legacy);
        reading.guess = name.guess ? name.guess : reading.guess;
        reading.chapters.push_back (
            { .start = positionOf (mark.sample, sampleRate), .title = std::move (name.text) });
    }

    sortChapters (reading.chapters);
    return reading;
}

MarkChunk renderMarks (const ChapterPlan& plan, std::int64_t sampleRate)
{
    MarkChunk chunk;
    std::string markers;

    for (const auto& chapter : plan.chapters)
    {
        const auto sample = sampleAt (chapter.startMs, sampleRate);

        if (chunk.written == maxMarkers || sample > std::numeric_limits<std::uint32_t>::max())
            break;

        const auto name = truncateUtf8 (chapter.title, maxMarkName);
        chunk.cut += name.size() < chapter.title.size() ? 1u : 0u;
        markers += bytes::big16 (std::uint16_t (++chunk.written)) + bytes::big32 (std::uint32_t (sample))
                   + bytes::big8 (std::uint8_t (name.size()));
        markers += name;
        markers.append ((name.size() + 1) % 2, '\0');
    }

    chunk.content = bytes::big16 (std::uint16_t (chunk.written)) + markers;
    return chunk;
}

} // namespace earmark::riff
