// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Cues.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Model/Outline.h"

#include <algorithm>
#include <limits>
#include <map>

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
    std::string name;
    std::uint32_t length = 0; ///< in samples
};

std::map<std::uint32_t, Description> readAdtl (std::string_view list)
{
    std::map<std::uint32_t, Description> found;

    for (auto at = adtlHeader; at + subChunkHeader <= list.size();)
    {
        const auto id = list.substr (at, 4);
        const auto body = list.substr (at + subChunkHeader, number (list, at + 4));

        if (body.size() >= 4)
        {
            auto& description = found[number (body, 0)];
            const auto text = body.substr (4, body.find ('\0', 4) - 4);

            if (id == "labl" && description.name.empty())
                description.name = nameFrom (text);

            if (id == "ltxt" && body.size() >= 8)
                description.length = number (body, 4);
        }

        at += subChunkHeader + body.size() + body.size() % 2;
    }

    return found;
}

std::string subChunk (std::string_view id, const std::string& body)
{
    auto chunk = std::string (id) + bytes::toLittle (std::uint32_t (body.size())) + body;
    chunk.resize (chunk.size() + chunk.size() % 2);
    return chunk;
}

} // namespace

std::string nameFrom (std::string_view bytes)
{
    const auto decoded = decodeText (bytes);
    return std::string (trim (decoded ? decoded->utf8 : toValidUtf8 (bytes)));
}

std::int64_t sampleAt (std::int64_t ms, std::int64_t sampleRate)
{
    return ms / 1000 * sampleRate + (ms % 1000 * sampleRate + 999) / 1000;
}

Position positionOf (std::uint32_t sample, std::int64_t sampleRate)
{
    return Position::fromMilliseconds (
        Duration::fromSamples (sample, sampleRate).milliseconds (Rounding::down));
}

std::vector<Chapter>
chaptersFromCues (std::string_view cueChunk, std::string_view adtlList, std::int64_t sampleRate)
{
    if (cueChunk.size() < countSize || sampleRate <= 0)
        return {};

    const auto descriptions = readAdtl (adtlList);
    const auto count =
        std::min<std::size_t> (number (cueChunk, 0), (cueChunk.size() - countSize) / cuePointSize);
    std::vector<Chapter> chapters;

    for (std::size_t i = 0; i < count; ++i)
    {
        const auto point = cueChunk.substr (countSize + i * cuePointSize, cuePointSize);
        const auto sample = number (point, 20);
        Chapter chapter { .start = positionOf (sample, sampleRate) };

        if (const auto description = descriptions.find (number (point, 0)); description != descriptions.end())
        {
            chapter.title = description->second.name;

            if (const auto length = description->second.length; length > 0 && length <= maxSample - sample)
                chapter.end = positionOf (sample + length, sampleRate);
        }

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
