// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/StoredNames.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Markers of an AIFF: the chunk "MARK". Source: Audio Interchange File Format 1.3, "Marker Chunk".

namespace earmark::riff
{

struct MarkReading
{
    std::vector<Chapter> chapters;
    std::optional<LegacyEncoding> guess; ///< what names that are no Unicode were read as
};

/** The markers as chapters, sorted, rounded down to the millisecond. */
MarkReading readMarks (std::string_view markChunk, std::int64_t sampleRate);

struct MarkChunk
{
    std::string content;
    std::size_t written = 0; ///< the first so many chapters
    std::size_t cut = 0;     ///< of those, whose names are not the whole title
};

inline constexpr std::size_t maxMarkName = 255; ///< in bytes

/** Ids count from 1, as they must; no more than 32,767, and none after the last sample that 32 bits can count. Names are cut at 255
    bytes, between characters. */
MarkChunk renderMarks (const ChapterPlan&, std::int64_t sampleRate);

} // namespace earmark::riff
