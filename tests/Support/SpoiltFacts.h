// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Bytes.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/SpoiltTags.h"
#include "Tagging/Lint/Rules.h"

#include <algorithm>
#include <format>

// What rules about files look at, made by hand: each breaks some rule.

namespace earmark::tests
{

/** A container by its id. */
inline const Container* kindOf (std::string_view id)
{
    return *std::ranges::find (containers(), id, &Container::id);
}

/** Of a file with four chapters, and nothing to complain about. */
inline FileFacts factsOf (std::string_view kind, std::vector<StoredList> lists = {})
{
    FileFacts facts { .container = kindOf (kind), .reading = {}, .stored = evenOutline (4, 60'000) };
    facts.reading.lists = std::move (lists);
    return facts;
}

inline FileFacts factsOf (const SpoiltTag& spoilt)
{
    auto facts = factsOf ("mp3");
    const auto bytes = id3Tag (spoilt.version, spoilt.body, spoilt.flags);
    facts.tag = must (id3::readTag (PieceTable (std::make_shared<MemorySource> (bytes)), 0));
    REQUIRE (facts.tag);
    facts.chapterFrames = raw::rawChapters (*facts.tag);
    return facts;
}

inline FileFacts factsOfComments (std::vector<std::string> comments)
{
    auto facts = factsOf ("ogg");
    facts.comments = xiph::Comments { .vendor = {}, .list = std::move (comments), .rest = {} };
    return facts;
}

/** A movie with that payload as Nero's list; none for an empty one. */
inline FileFacts factsOfMovie (std::vector<StoredList> lists, const std::string& chpl = {})
{
    auto facts = factsOf ("mp4", std::move (lists));
    facts.movie.emplace();

    if (! chpl.empty())
        facts.movie->moov = mp4::parent ("moov", { mp4::parent ("udta", { mp4::leaf ("chpl", chpl) }) });

    return facts;
}

/** For every rule about MP4 one at least, and lists that differ. */
inline std::vector<FileFacts> spoiltMovies()
{
    const StoredList nero { "Nero", evenOutline (4, 60'000).chapters };
    const StoredList quickTime { "QuickTime", evenOutline (3, 60'000).chapters };
    const StoredList otherTimes { "QuickTime", evenOutline (4, 50'000).chapters };
    std::vector<FileFacts> all;
    all.push_back (factsOfMovie ({ nero }));
    all.push_back (factsOfMovie ({ quickTime }));
    all.push_back (factsOfMovie ({ nero, quickTime }));
    all.push_back (factsOfMovie ({ nero, otherTimes }));

    auto& many = all.emplace_back (factsOfMovie ({}));
    many.nero = std::vector<raw::NeroEntry> (256, { 1500, "One" });
    many.nero->push_back ({ 2500, std::string (128, 'x') });
    many.nero->push_back ({ 3500, "\xC3" });

    // A track that is off names another one as its chapters.
    auto& off = all.emplace_back (factsOfMovie ({}));
    off.movie->moov = mp4::parent (
        "moov",
        { mp4::parent ("trak",
                       { mp4::leaf ("tkhd", std::string (24, '\0')),
                         mp4::parent ("tref", { mp4::leaf ("chap", bytes::big32 (2)) }),
                         mp4::parent ("mdia", { mp4::leaf ("hdlr", std::string (8, '\0') + "soun") }) }) });
    return all;
}

inline std::vector<std::string> manyComments (int count)
{
    std::vector<std::string> comments;

    for (int i = 0; i < count; ++i)
        comments.push_back (std::format ("CHAPTER{:03}=00:{:02}:{:02}.000", i, i / 60, i % 60));

    return comments;
}

/** For every rule about other files, and about audio. */
inline std::vector<FileFacts> otherSpoiltFiles()
{
    std::vector<FileFacts> all;
    all.push_back (factsOfComments (manyComments (101)));
    all.push_back (factsOfComments (manyComments (1001)));
    all.push_back (factsOfComments ({ "CHAPTER000NAME=One", "CHAPTER000=00:00:00.000" }));
    all.push_back (factsOfComments ({ "CHAPTER000=00:00:00.000", "CUESHEET=x" }));

    auto& pictured =
        all.emplace_back (factsOf ("mp3", { { "ID3v2 CHAP", evenOutline (4, 60'000).chapters } }));
    pictured.reading.lists.front().chapters[1].image = LinkedImage { "https://example.com/1.jpg" };

    auto& cues = all.emplace_back (factsOf ("wav"));
    cues.chapterFrames.emplace();
    cues.cueIds = { 7 };

    all.emplace_back (factsOf ("mp3")).mp3 = Mp3Length {
        .walked = Duration::fromSeconds (5), .gapless = {}, .stated = {}, .variableBitRate = true
    };
    all.emplace_back (factsOf ("mp3")).mp3 = Mp3Length { .walked = Duration::fromSeconds (5),
                                                         .gapless = {},
                                                         .stated = Duration::fromSeconds (10) };
    return all;
}

} // namespace earmark::tests
