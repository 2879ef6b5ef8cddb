// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Xiph/CueSheet.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Model/Outline.h"
#include "Tagging/MediaTime.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace earmark::xiph
{

namespace
{

Position roundedDown (Duration time)
{
    return Position::fromMilliseconds (time.milliseconds (Rounding::down));
}

/** "01:23:74" as 75ths of a second. */
std::optional<std::int64_t> frames (std::string_view text)
{
    std::array<std::int64_t, 3> parts {};
    const auto* at = text.data();
    const auto* const end = text.data() + text.size();

    for (std::size_t i = 0; i < parts.size(); ++i)
    {
        if (i > 0 && (at == end || *at++ != ':'))
            return {};

        const auto [next, error] = std::from_chars (at, end, parts[i]);

        if (error != std::errc {} || parts[i] < 0 || parts[i] > 1'000'000)
            return {};

        at = next;
    }

    return (parts[0] * 60 + parts[1]) * 75 + parts[2];
}

std::string_view unquoted (std::string_view text)
{
    text = trim (text);
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr (1, text.size() - 2)
                                                                         : text;
}

} // namespace

std::vector<Chapter> chaptersFromCueBlock (std::string_view block, std::int64_t sampleRate)
{
    // Catalogue number, lead-in, flags and reserve; then the tracks, each with its indices.
    constexpr std::size_t headerSize = 395, countAt = 395, trackSize = 36, indexSize = 12;
    constexpr std::array leadOuts { 170, 255 };

    if (block.size() <= headerSize || sampleRate <= 0)
        return {};

    std::vector<Chapter> chapters;
    auto left = bytes::u8 (block, countAt);

    for (auto at = headerSize + 1; left > 0 && at + trackSize <= block.size(); --left)
    {
        const auto number = int (bytes::u8 (block, at + 8));
        const auto indices = std::size_t (bytes::u8 (block, at + 35));
        auto sample = bytes::u64 (block, at);

        if (at + trackSize + indices * indexSize > block.size())
            break;

        for (std::size_t i = 0; i < indices; ++i)
            if (const auto index = at + trackSize + i * indexSize; bytes::u8 (block, index + 8) == 1)
                sample += bytes::u64 (block, index);

        if (const auto time = mediaTime (sample, std::uint64_t (sampleRate));
            time && ! std::ranges::contains (leadOuts, number))
            chapters.push_back ({ .start = roundedDown (*time) });

        at += trackSize + indices * indexSize;
    }

    sortChapters (chapters);
    return chapters;
}

std::vector<Chapter> chaptersFromCueComment (const Comments& comments)
{
    const auto sheet = valueOf (comments, "CUESHEET");
    std::vector<Chapter> chapters;
    std::string title;
    bool isInTrack = false;

    for (auto line : splitLines (sheet))
    {
        line = trim (line);
        const auto word = line.substr (0, line.find_first_of (" \t"));
        const auto rest = trim (line.substr (word.size()));

        if (equalsIgnoringCase (word, "TRACK"))
        {
            isInTrack = true;
            title.clear();
        }
        else if (isInTrack && equalsIgnoringCase (word, "TITLE"))
        {
            title = unquoted (rest);
        }
        else if (isInTrack && equalsIgnoringCase (word, "INDEX")
                 && (rest.starts_with ("01") || rest.starts_with ("1 ")))
        {
            if (const auto time = frames (trim (rest.substr (2))))
                chapters.push_back (
                    { .start = roundedDown (Duration::fromSamples (*time, 75)), .title = title });
        }
    }

    sortChapters (chapters);
    return chapters;
}

} // namespace earmark::xiph
