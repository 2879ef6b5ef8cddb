// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Id3/RawTag.h"
#include "Tagging/Mp4/Atom.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Chapters as the bytes have them, read without the code that writes them or makes an outline of them.

namespace earmark::raw
{

/** A CHAP frame. Source: ID3v2 Chapter Frame Addendum 1.0. */
struct RawChapter
{
    std::string id;
    std::uint32_t start = 0, end = 0;
    std::vector<id3::RawFrame> frames;

    /** Null where there is none. */
    const id3::RawFrame* find (std::string_view frameId) const;
};

/** A CTOC frame. */
struct RawContents
{
    std::string id;
    bool isTopLevel = false;
    std::size_t count = 0; ///< as its byte has it
    std::vector<std::string> children;
    bool hasMore = false; ///< ids beyond those that it counts
};

struct RawChapters
{
    std::vector<RawChapter> chapters;
    std::vector<RawContents> contents;
};

/** None where the tag has no chapters. Damaged frames are left out. */
std::optional<RawChapters> rawChapters (const id3::RawTag&);

/** Nero's list, moov/udta/chpl: the first, in whichever udta. There should be one udta, but some files have more, and FFmpeg reads the list
    from any of them (libavformat/mov.c). Null where there is none. */
const mp4::Atom* neroList (const mp4::Atom& moov);

/** An entry of that list. */
struct NeroEntry
{
    std::int64_t startMs = 0;
    std::string title;
};

/** None where there is no such list. */
std::optional<std::vector<NeroEntry>> neroEntries (const mp4::Atom& moov);

} // namespace earmark::raw
