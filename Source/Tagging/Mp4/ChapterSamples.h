// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PictureInfo.h"
#include "Tagging/ChapterPlan.h"
#include "Tagging/Mp4/Movie.h"

#include <optional>
#include <string>
#include <vector>

// What lies in the samples of chapter tracks: titles with their links, and pictures.

namespace earmark::mp4
{

/** The length of a title in a sample has 16 bits. */
inline constexpr std::size_t maxTrackTitle = 65'535;

/** The length of an address in a sample has 8 bits. */
inline constexpr std::size_t maxTrackLink = 255;

/** The samples of one track. */
struct ChapterSamples
{
    std::string bytes;
    std::vector<std::uint32_t> sizes;
    std::vector<std::uint64_t>
        offsets; ///< of each in the bytes, several at one place; empty: they lie one after the other
    std::vector<std::uint32_t> durationsMs;
    std::optional<PixelSize> picture; ///< of a track of pictures; without it the samples are titles
};

/** For each chapter a 16-bit length, the title in UTF-8, an atom that says so, and where there is a link one with its address
    (3GPP TS 26.245, "href"). The plan must begin at zero: a track of samples cannot begin later. */
ChapterSamples titleSamples (const ChapterPlan&);

/** The address that a title sample can hold for a chapter; empty where there is none, or none that fits. */
std::string trackLink (const PlannedChapter&);

/** The pictures that a chapter track shows, one for each chapter: its own, else the one before it, and the first one before
    that. */
struct ShownPictures
{
    PixelSize pixels;
    std::vector<EmbeddedImage> images;
};

/** Players ask for JPEGs of one size (docs/writing.md); where the pictures are something else there are none, but a warning. */
std::optional<ShownPictures> shownPictures (const ChapterPlan&, Notices&);

/** A sample for each chapter, and each picture once, however many chapters show it (docs/writing.md). */
ChapterSamples pictureSamples (const ChapterPlan&, const ShownPictures&);

/** The link of a title sample, as an address. */
std::optional<std::string> linkIn (std::string_view titleSample);

/** What a sample of a movie's chapter tracks says besides its title. */
struct ChapterExtra
{
    std::int64_t startMs = 0, endMs = 0;
    std::optional<std::string> link;
    std::optional<EmbeddedImage> image;
};

/** Ends, links and pictures of all chapter tracks of anyone, in no order; without what is damaged or very large. */
std::vector<ChapterExtra> chapterExtras (const Movie&, const ByteSource&);

} // namespace earmark::mp4
