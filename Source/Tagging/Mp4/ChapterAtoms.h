// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Profile.h"

#include "Tagging/ChapterPlan.h"
#include "Tagging/Mp4/ChapterSamples.h"
#include "Tagging/Mp4/Movie.h"

namespace earmark::mp4
{

/** The most that a Nero list can hold so that all its readers agree: they differ in where they read the count beyond 255. */
inline constexpr std::size_t maxNeroChapters = 255;

/** How many bytes of a title go into a Nero list: its length is a byte, which AntennaPod reads with a sign. */
std::size_t maxNeroTitle (Profile::Limits);

/** moov/udta/chpl. */
Atom neroList (const ChapterPlan&, std::size_t maxTitle);

/** The trak of samples that lie at `offset` in the file. It is in the movie, but not enabled, so that players show it as
    chapters and not as subtitles or video. */
Atom chapterTrack (TrackId, const ChapterSamples&, std::uint32_t movieTimescale, std::uint64_t offset);

} // namespace earmark::mp4
