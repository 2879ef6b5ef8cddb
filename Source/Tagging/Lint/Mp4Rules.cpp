// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/Rules.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;

constexpr std::string_view quickTime = "QuickTime", nero = "Nero";

bool has (const FileFacts& facts, std::string_view form)
{
    return std::ranges::contains (facts.reading.lists, form, &StoredList::form);
}

bool hasChapters (const FileFacts& facts)
{
    return facts.movie && ! facts.stored.chapters.empty();
}

Complaints noTrack (const FileFacts& facts)
{
    return hasChapters (facts) && ! has (facts, quickTime)
               ? Complaints { "The file has Nero's list of chapters, but no QuickTime chapter track." }
               : Complaints {};
}

Complaints noNero (const FileFacts& facts)
{
    // AntennaPod does not come back to a second udta, which others read.
    if (hasChapters (facts) && raw::neroList (facts.movie->moov) != nullptr
        && facts.movie->moov.at ("udta", "chpl") == nullptr)
        return {
            "Nero's list of chapters does not stand in the first 'udta', where AntennaPod looks for it."
        };

    return hasChapters (facts) && ! has (facts, nero)
               ? Complaints { "The file has a QuickTime chapter track, but not Nero's list of chapters." }
               : Complaints {};
}

Complaints neroCount (const FileFacts& facts)
{
    constexpr std::size_t most = 255;
    return facts.nero && facts.nero->size() > most
               ? Complaints { std::format ("Nero's list has {} chapters.", facts.nero->size()) }
               : Complaints {};
}

/** The sentence is about a title at a time. */
Complaints
aboutTitles (const FileFacts& facts, auto&& breaks, std::format_string<const std::string&> sentence)
{
    Complaints complaints;

    if (facts.nero)
        for (std::size_t i = 0; i < facts.nero->size(); ++i)
            if (const auto& entry = (*facts.nero)[i]; breaks (entry.title))
            {
                const auto start = Position::fromMilliseconds (entry.startMs);
                const auto time = formatTime (start);
                complaints.emplace_back (std::format (sentence, time), ChaptersConcerned { { i, start } });
            }

    return complaints;
}

Complaints neroTitle (const FileFacts& facts)
{
    constexpr std::size_t most = 127;
    return aboutTitles (
        facts,
        [] (const std::string& title) { return title.size() > most; },
        "In Nero's list, the title at {} takes more than 127 bytes.");
}

Complaints neroText (const FileFacts& facts)
{
    return aboutTitles (
        facts,
        [] (const std::string& title) { return ! isUtf8 (title); },
        "In Nero's list, the title at {} is no valid UTF-8.");
}

/** Tracks that name chapter tracks and are switched off themselves. */
Complaints switchedOff (const FileFacts& facts)
{
    if (! facts.movie || facts.movie->chapterTracks().empty())
        return {};

    for (const auto& trak : facts.movie->moov.children)
        if (trak.type == "trak")
            if (const auto info = mp4::infoOf (trak); info && info->enabled && ! info->chapterTracks.empty())
                return {};

    return { "The chapter track belongs to a track that is switched off." };
}

constexpr std::array<RuleFor<FileFacts>, 6> table { {
    { { "mp4-no-quicktime",
        Grade::error,
        "Apple Podcasts, Books, Music, QuickTime, Pocket Casts on iOS",
        "no chapters",
        "write both lists",
        Repair::byWriting,
        "QuickTime File Format, chapter lists; "
        "[atldotnet#47](https://github.com/Zeugma440/atldotnet/issues/47)" },
      noTrack },
    { { "mp4-no-nero",
        Grade::error,
        "AntennaPod",
        "no chapters",
        "write both lists",
        Repair::byWriting,
        "AntennaPod, `M4AChapterReader.java`" },
      noNero },
    { { "mp4-nero-count",
        Grade::warning,
        "FFmpeg, TagLib and others",
        "a part of the list, or none of it: readers differ in where they read a count beyond 255",
        "end the list at 255",
        Repair::byWriting,
        "FFmpeg, `libavformat/mov.c` (`mov_read_chpl`); androidx/media, `BoxParser.java`" },
      neroCount },
    { { "mp4-nero-title",
        Grade::error,
        "AntennaPod",
        "this chapter and all behind it are missing",
        "cut it at 127 bytes",
        Repair::byWriting,
        "AntennaPod, `M4AChapterReader.java`: it reads the length as a signed byte" },
      neroTitle },
    { { "mp4-nero-text",
        Grade::warning,
        "programs made with mutagen",
        "the file cannot be opened",
        "cut titles between characters",
        Repair::byWriting,
        "mutagen, `mutagen/mp4/__init__.py`: titles are decoded strictly" },
      neroText },
    { { "mp4-track-off",
        Grade::warning,
        "Apple's players",
        "no chapters",
        "let the audio track name the chapters",
        Repair::byHand,
        "QuickTime File Format, chapter lists: the reference stands in an enabled track" },
      switchedOff },
} };

} // namespace

std::span<const RuleFor<FileFacts>> mp4Rules()
{
    return table;
}

} // namespace earmark
