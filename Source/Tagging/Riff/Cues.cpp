// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Cues.h"

#include "Foundation/Bytes.h"
#include "Model/Outline.h"
#include "Tagging/StoredNames.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace earmark::riff
{

namespace
{

constexpr std::size_t countSize = 4, cuePointSize = 24, subChunkHeader = 8, adtlHeader = 4;
constexpr auto maxSample = std::int64_t (std::numeric_limits<std::uint32_t>::max());

std::uint32_t number (std::string_view text, std::size_t at)
{
    return bytes::little<std::uint32_t> (text, at);
}

struct Description
{
    std::string label, comment;
    std::string regionText;
    std::uint32_t length = 0; ///< in samples
};

using Descriptions = std::map<std::uint32_t, Description>;

void keepFirst (std::string& text, std::string_view bytes)
{
    if (text.empty())
        text = storedName (bytes.substr (0, bytes.find ('\0'))).text;
}

/** A list of type "adtl". */
void readAdtl (std::string_view list, Descriptions& found)
{
    constexpr std::size_t idSize = 4, regionHeader = 20;

    for (auto at = adtlHeader; at + subChunkHeader <= list.size();)
    {
        const auto id = list.substr (at, 4);
        const auto body = list.substr (at + subChunkHeader, number (list, at + 4));

        if (body.size() >= idSize)
        {
            auto& description = found[number (body, 0)];

            if (id == "labl")
                keepFirst (description.label, body.substr (idSize));

            if (id == "note")
                keepFirst (description.comment, body.substr (idSize));

            if (id == "ltxt" && body.size() >= 8)
                description.length = number (body, 4);

            if (id == "ltxt" && body.size() > regionHeader)
                keepFirst (description.regionText, body.substr (regionHeader));
        }

        at += subChunkHeader + body.size() + body.size() % 2;
    }
}

struct CuePoint
{
    std::uint32_t id, position, sample;
};

/** Some programs leave the sample at 0 and say only which one of all that are played it is, which without a playlist is the same. */
void takePositions (std::vector<CuePoint>& points)
{
    std::set<std::uint32_t> positions;

    for (const auto& point : points)
        positions.insert (point.position);

    const bool areAllAtZero = std::ranges::all_of (points, [] (const CuePoint& p) { return p.sample == 0; });

    if (areAllAtZero && points.size() > 1 && positions.size() == points.size())
        for (auto& point : points)
            point.sample = point.position;
}

std::vector<CuePoint> readCues (std::string_view chunk)
{
    std::vector<CuePoint> points;

    if (chunk.size() < countSize)
        return points;

    const auto count = std::min<std::size_t> (number (chunk, 0), (chunk.size() - countSize) / cuePointSize);

    for (std::size_t i = 0; i < count; ++i)
    {
        const auto point = chunk.substr (countSize + i * cuePointSize, cuePointSize);
        points.push_back ({ number (point, 0), number (point, 4), number (point, 20) });
    }

    takePositions (points);
    return points;
}

/** Lengths of loops by the cue point that they name and the sample at which they begin. */
using Loops = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;

/** Source: Multimedia Data Standards Update 1994, "Sample Chunk". Samplers give the id 0 to a loop of no cue point, and ours begin with it. */
Loops readLoops (std::string_view chunk)
{
    constexpr std::size_t header = 36, countAt = 28, loopSize = 24, mostLoops = 100'000;
    Loops loops;

    if (chunk.size() < header)
        return loops;

    const auto count =
        std::min<std::size_t> ({ number (chunk, countAt), (chunk.size() - header) / loopSize, mostLoops });

    for (std::size_t i = 0; i < count; ++i)
    {
        const auto loop = chunk.substr (header + i * loopSize, loopSize);

        const auto id = number (loop, 0), start = number (loop, 8), end = number (loop, 12);

        if (id != 0 && end > start)
            loops.try_emplace ({ id, start }, end - start);
    }

    return loops;
}

std::string subChunk (std::string_view id, const std::string& body)
{
    auto chunk = std::string (id) + bytes::toLittle (std::uint32_t (body.size())) + body;
    chunk.resize (chunk.size() + chunk.size() % 2);
    return chunk;
}

} // namespace

std::int64_t sampleAt (std::int64_t ms, std::int64_t sampleRate)
{
    return ms / 1000 * sampleRate + (ms % 1000 * sampleRate + 999) / 1000;
}

Position positionOf (std::uint32_t sample, std::int64_t sampleRate)
{
    return Position::fromMilliseconds (
        Duration::fromSamples (sample, sampleRate).milliseconds (Rounding::down));
}

std::vector<Chapter> chaptersFromCues (const CueSource& source, std::int64_t sampleRate)
{
    if (sampleRate <= 0)
        return {};

    Descriptions descriptions;

    for (const auto& list : source.adtl)
        readAdtl (list, descriptions);

    const auto loops = readLoops (source.sampler);
    std::vector<Chapter> chapters;

    for (const auto& point : readCues (source.cue))
    {
        Chapter chapter { .start = positionOf (point.sample, sampleRate) };
        std::uint32_t length = 0;

        if (const auto found = descriptions.find (point.id); found != descriptions.end())
        {
            const auto& [label, comment, regionText, regionLength] = found->second;
            chapter.title = label.empty() ? regionText : label;
            chapter.summary = comment;
            length = regionLength;
        }

        if (const auto loop = loops.find ({ point.id, point.sample }); length == 0 && loop != loops.end())
            length = loop->second;

        if (length > 0 && length <= maxSample - point.sample)
            chapter.end = positionOf (point.sample + length, sampleRate);

        chapters.push_back (std::move (chapter));
    }

    sortChapters (chapters);
    return chapters;
}

CueChunks renderCues (const ChapterPlan& plan, std::int64_t sampleRate)
{
    CueChunks chunks { .cue = {}, .adtl = "adtl" };
    std::string points;

    for (const auto& chapter : plan.chapters)
    {
        const auto start = sampleAt (chapter.startMs, sampleRate);
        const auto end = std::min (sampleAt (chapter.endMs, sampleRate), maxSample);

        if (start > maxSample)
            break;

        const auto id = std::uint32_t (chunks.written++);
        const auto sample = bytes::toLittle (std::uint32_t (start));
        points.append (bytes::toLittle (id)).append (sample).append ("data");
        points.append (8, '\0'); // chunk and block start
        points.append (sample);
        chunks.adtl += subChunk ("labl", bytes::toLittle (id) + chapter.title + '\0');

        const bool isFollowed =
            chunks.written == plan.chapters.size() || plan.chapters[chunks.written].startMs == chapter.endMs;

        // Purpose, then country, language, dialect and code page, which nobody sets, and no text.
        if (! isFollowed)
            chunks.adtl += subChunk ("ltxt",
                                     bytes::toLittle (id) + bytes::toLittle (std::uint32_t (end - start))
                                         + "rgn " + std::string (8, '\0'));
    }

    chunks.cue = bytes::toLittle (std::uint32_t (chunks.written)) + points;
    return chunks;
}

} // namespace earmark::riff
