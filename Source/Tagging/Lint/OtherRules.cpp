// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/Rules.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Tagging/Mp4/ChapterAtoms.h"
#include "Tagging/Mp4/EpisodeItems.h"
#include "Tagging/Mp4/Items.h"
#include "Tagging/StoredLists.h"
#include "Tagging/Xiph/ChapterComments.h"

#include <algorithm>
#include <array>
#include <format>
#include <iterator>
#include <set>
#include <vector>

// Vorbis comments, cue points, lists that disagree, covers, and audio in which players cannot find a time.

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;

/** Nero's list ends where its readers begin to disagree; what is missing then, `over-255-chapters` says. */
bool endsAtItsLimit (const StoredList& longer, const StoredList& list)
{
    return list.form == "Nero" && list.chapters.size() == mp4::maxNeroChapters
           && longer.chapters.size() > mp4::maxNeroChapters;
}

/** A cue sheet is not written over: `cue-sheet-beside` tells of it. */
bool isWritten (const StoredList& list)
{
    return ! list.form.starts_with ("CUESHEET");
}

Complaints listsDiffer (const FileFacts& facts)
{
    Complaints complaints;
    std::vector<StoredList> lists;
    std::ranges::copy_if (facts.reading.lists, std::back_inserter (lists), isWritten);

    for (std::size_t l = 1; l < lists.size(); ++l)
    {
        const auto &a = lists[0], &b = lists[l];

        if (a.chapters.size() != b.chapters.size() && ! endsAtItsLimit (a, b))
        {
            complaints.push_back (std::format ("The {} list has {} chapters, the {} list {}.",
                                               a.form,
                                               a.chapters.size(),
                                               b.form,
                                               b.chapters.size()));
            continue;
        }

        for (std::size_t i = 0; i < b.chapters.size(); ++i)
            if (! isSameChapter (a.chapters[i], b.chapters[i]))
            {
                complaints.push_back (std::format (
                    "Chapter {} differs between the {} and the {} list.", i + 1, a.form, b.form));
                break;
            }
    }

    return complaints;
}

std::size_t timesIn (const FileFacts& facts)
{
    if (! facts.comments)
        return 0;

    const xiph::ChapterNames names (*facts.comments);
    const auto isTime = [&] (const std::string& comment)
    {
        const auto equals = comment.find ('=');
        return names.own (comment) && comment[equals - 1] >= '0' && comment[equals - 1] <= '9';
    };
    return std::size_t (std::ranges::count_if (facts.comments->list, isTime));
}

Complaints over100 (const FileFacts& facts)
{
    const auto count = timesIn (facts);
    return count > 100 ? Complaints { std::format ("The comments hold {} chapters.", count) } : Complaints {};
}

Complaints over1000 (const FileFacts& facts)
{
    const auto count = timesIn (facts);
    return count > 1000 ? Complaints { std::format ("The comments hold {} chapters.", count) }
                        : Complaints {};
}

Complaints nameFirst (const FileFacts& facts)
{
    constexpr std::size_t numberEnd = std::string_view ("CHAPTER000").size();
    std::set<std::string> timed;

    if (! facts.comments)
        return {};

    const xiph::ChapterNames names (*facts.comments);

    for (const auto& comment : facts.comments->list)
        if (names.own (comment))
        {
            const auto number = toLowerAscii (std::string_view (comment).substr (0, numberEnd));

            if (comment.find ('=') == numberEnd)
                timed.insert (number);
            else if (! timed.contains (number))
                return { std::format ("{} stands in front of its time.",
                                      comment.substr (0, comment.find ('='))) };
        }

    return {};
}

Complaints cueSheet (const FileFacts& facts)
{
    const bool inComments =
        facts.comments
        && std::ranges::any_of (facts.comments->list,
                                [] (std::string_view c)
                                { return equalsIgnoringCase (c.substr (0, 9), "CUESHEET="); });
    return timesIn (facts) > 0 && (inComments || facts.hasCueBlock)
               ? Complaints { "There is a cue sheet beside the chapters." }
               : Complaints {};
}

Complaints cueIds (const FileFacts& facts)
{
    if (! facts.chapterFrames || facts.cueIds.empty())
        return {};

    for (std::size_t i = 0; i < facts.cueIds.size(); ++i)
        if (facts.cueIds[i] != i)
            return { "Cue points stand beside an ID3 tag, and their ids do not count from 0." };

    return {};
}

Complaints noSeekTable (const FileFacts& facts)
{
    return facts.mp3 && facts.mp3->variableBitRate && ! facts.mp3->hasSeekTable
               ? Complaints { "The MP3 has a variable bit rate, but no seek table (Xing header)." }
               : Complaints {};
}

Complaints wrongHeader (const FileFacts& facts)
{
    constexpr auto tolerance = Duration::fromMilliseconds (200);

    if (! facts.mp3 || ! facts.mp3->stated)
        return {};

    const auto apart = *facts.mp3->stated - facts.mp3->walked;
    return apart > tolerance || apart < -tolerance
               ? Complaints { std::format ("The header says {}, but the audio lasts {}.",
                                           formatTime (*facts.mp3->stated),
                                           formatTime (facts.mp3->walked)) }
               : Complaints {};
}

bool hasCover (const FileFacts& facts)
{
    return (facts.tag && std::ranges::contains (facts.tag->frames, "APIC", &id3::RawFrame::id))
           || (facts.movie && mp4::findItem (facts.movie->moov, mp4::coverItem) != nullptr);
}

/** Only chapters of ID3 tags and MP4s have pictures, so that the covers of other files need no look. */
Complaints picturesWithoutCover (const FileFacts& facts)
{
    const auto hasPicture = [] (const StoredList& list)
    { return std::ranges::any_of (list.chapters, [] (const Chapter& c) { return c.image.has_value(); }); };
    return complaintIf (std::ranges::any_of (facts.reading.lists, hasPicture) && ! hasCover (facts),
                        "Chapters have pictures, but the file has no cover.");
}

constexpr std::array<RuleFor<FileFacts>, 9> table { {
    { { "lists-differ",
        Grade::error,
        "all",
        "each player shows another list",
        "write all lists from one",
        Repair::byWriting,
        "FFmpeg merges the lists of an MP4 (`libavformat/mov.c`), AntennaPod reads Nero's, Apple the track" },
      listsDiffer },
    { { "pictures-without-cover",
        Grade::advice,
        "Pocket Casts on iOS",
        "the small player and the lock screen show no picture",
        "give the episode a cover, too",
        Repair::byHand,
        "[pocket-casts-ios#1433](https://github.com/Automattic/pocket-casts-ios/issues/1433)" },
      picturesWithoutCover },
    { { "xiph-over-100",
        Grade::error,
        "AntennaPod",
        "no chapters: it takes the last two digits for the number",
        "use no more than 100",
        Repair::byHand,
        "AntennaPod, `VorbisCommentChapterReader.java`" },
      over100 },
    { { "xiph-over-1000",
        Grade::error,
        "FFmpeg, mpv",
        "chapters after the 1,000th are missing",
        "use no more than 1,000",
        Repair::byHand,
        "[Xiph, chapter extension](https://wiki.xiph.org/Chapter_Extension); FFmpeg, "
        "`libavformat/oggparsevorbis.c`" },
      over1000 },
    { { "xiph-name-first",
        Grade::warning,
        "AntennaPod",
        "the title is missing",
        "let the time come first",
        Repair::byWriting,
        "AntennaPod, `VorbisCommentChapterReader.java`" },
      nameFirst },
    { { "cue-sheet-beside",
        Grade::warning,
        "FFmpeg, mpv",
        "the tracks of the cue sheet are listed among the chapters",
        "take the cue sheet out",
        Repair::byHand,
        "FFmpeg, `libavformat/flacdec.c`" },
      cueSheet },
    { { "wav-cue-ids",
        Grade::warning,
        "FFmpeg, mpv",
        "each chapter is listed twice",
        "let the ids count from 0",
        Repair::byWriting,
        "FFmpeg, `libavformat/wavdec.c`" },
      cueIds },
    { { "mp3-no-seek-table",
        Grade::warning,
        "players that guess positions from the bit rate",
        "jumping to a chapter lands up to a minute beside it",
        "export again with a seek table (Xing header), or at a constant bit rate",
        Repair::byHand,
        "[Voice#782](https://github.com/PaulWoitaschek/Voice/issues/782)" },
      noSeekTable },
    { { "mp3-header-length",
        Grade::warning,
        "players that trust the header",
        "jumping to a chapter lands beside it",
        "export again: the file was cut or joined",
        Repair::byHand,
        "gabriel.mp3-tech.org/mp3infotag.html" },
      wrongHeader },
} };

} // namespace

std::span<const RuleFor<FileFacts>> otherFileRules()
{
    return table;
}

} // namespace earmark
