// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Mp4/Movie.h"

#include <string>

namespace earmark::mp4
{

/** The most that a Nero list can hold so that all its readers agree: they differ in where they read the count beyond 255. */
inline constexpr std::size_t maxNeroChapters = 255;

/** AntennaPod reads the length of a title as a signed byte. */
inline constexpr std::size_t maxNeroTitle = 127;

/** The length of a title in a sample of the chapter track has 16 bits. */
inline constexpr std::size_t maxTrackTitle = 65'535;

/** moov/udta/chpl. */
Atom neroList (const ChapterPlan&);

/** The samples of a chapter track, one after the other: a 16-bit length, the title in UTF-8, and an atom that says so. */
struct TitleSamples
{
    std::string bytes;
    std::vector<std::uint32_t> sizes;
    std::vector<std::uint32_t> durationsMs;
};

/** The plan must begin at zero: a track of samples cannot begin later. */
TitleSamples titleSamples (const ChapterPlan&);

/** The trak of the title samples, which lie at `offset` in the file. It is in the movie, but not enabled, so that players
    show it as chapters and not as subtitles. */
Atom chapterTrack (TrackId, const TitleSamples&, std::uint32_t movieTimescale, std::uint64_t offset);

} // namespace earmark::mp4
