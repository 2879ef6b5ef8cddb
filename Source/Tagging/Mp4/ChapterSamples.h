// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PictureInfo.h"
#include "Tagging/ChapterPlan.h"
#include "Tagging/Mp4/Movie.h"
#include "Tagging/StoredNames.h"

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
    std::uint64_t beginMs = 0; ///< of the first sample; before it the track shows nothing
    std::vector<std::uint32_t> durationsMs;
    std::optional<PixelSize> picture; ///< of a track of pictures; without it the samples are titles
};

/** For each chapter a 16-bit length, the title in UTF-8, an atom that says so, and where there is a link one with its address
    (3GPP TS 26.245, "href"). The plan must begin at zero: a track of samples cannot begin later. */
ChapterSamples titleSamples (const ChapterPlan&);

/** The address that a title sample can hold for a chapter; empty where there is none, or none that fits. */
std::string trackLink (const PlannedChapter&);

/** The pictures of a chapter track: for each chapter the one that begins with it, if one does. */
struct ShownPictures
{
    PixelSize pixels;
    std::vector<std::optional<EmbeddedImage>> images;
};

/** The chapters' own. Where the first of them cannot begin at its very millisecond, since the movie counts in longer steps, it begins with
    the first chapter, which is told. Players ask for JPEGs of one size (docs/writing.md); where the pictures are something else there are none,
    but a warning. */
std::optional<ShownPictures> shownPictures (const ChapterPlan&, std::uint32_t movieTimescale, Notices&);

/** A sample for each chapter with a picture, which lasts until the next such chapter, and each picture once, however many chapters show it
    (docs/writing.md). */
ChapterSamples pictureSamples (const ChapterPlan&, const ShownPictures&);

/** The link of a title sample, as an address. */
std::optional<std::string> linkIn (std::string_view titleSample);

/** The title of a title sample where it is no clean UTF-8, as with programs of Apple, which mark UTF-16 by its byte order. */
std::optional<StoredName> uncleanTitleIn (std::string_view titleSample);

/** What a sample of a movie's chapter tracks says besides a title in UTF-8. */
struct ChapterExtra
{
    std::int64_t startMs = 0, endMs = 0;
    std::optional<StoredName> title; ///< of the first track of titles
    std::optional<std::string> link;
    std::optional<EmbeddedImage> image;
};

/** The chapters of the first track of titles where its chunks have places of 64 bits, as they do behind the first 4 GB of a file: TagLib looks
    for others only. Titles that are no clean UTF-8 are left empty, and none are where the track is damaged. */
std::vector<Chapter> chaptersWithFarTitles (const Movie&, const ByteSource&);

/** Where the first track of titles begins in the movie: before that it shows nothing. Its own time begins there. */
std::int64_t titlesLeadMs (const Movie&);

/** Ends, links, pictures and unclean titles of all chapter tracks of anyone, in no order and in the titles' time; without what is
    damaged or very large. */
std::vector<ChapterExtra> chapterExtras (const Movie&, const ByteSource&);

} // namespace earmark::mp4
