// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/Rules.h"

#include "Foundation/Bytes.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>

// Chapter frames (CHAP) and the ID3v2 tags that hold them, by their bytes: what players that read them too simply, or too
// strictly, make of them.

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;
using raw::RawChapter;

/** How sub-frames name the encoding of their text. */
enum Encoding : std::uint8_t
{
    latin1 = 0,
    utf16 = 1,
    utf16BigEndian = 2,
    utf8 = 3
};

bool hasText (const id3::RawFrame& frame)
{
    return (frame.id.starts_with ('T') || frame.id == "WXXX" || frame.id == "COMM") && ! frame.body.empty();
}

/** The sentence is about a chapter at a time. */
template <class Breaks>
Complaints
aboutEach (const FileFacts& facts, Breaks&& breaks, std::format_string<const std::string&> sentence)
{
    Complaints complaints;

    if (facts.chapterFrames)
        for (std::size_t i = 0; i < facts.chapterFrames->chapters.size(); ++i)
            if (const auto& chapter = facts.chapterFrames->chapters[i]; breaks (chapter))
            {
                const auto start = Position::fromMilliseconds (chapter.start);
                const auto time = formatTime (start);
                complaints.emplace_back (std::format (sentence, time), ChaptersConcerned { { i, start } });
            }

    return complaints;
}

bool anyFrame (const RawChapter& chapter, auto&& breaks)
{
    return std::ranges::any_of (chapter.frames, breaks);
}

Complaints largeInVersion4 (const FileFacts& facts)
{
    constexpr std::size_t sevenBits = 128; // from here on, plain and synchsafe sizes differ
    return facts.tag && facts.tag->version == 4
               ? aboutEach (
                     facts,
                     [] (const RawChapter& c)
                     { return anyFrame (c, [] (const auto& f) { return f.body.size() >= sevenBits; }); },
                     "The chapter at {} has a title, link or picture of 128 bytes or more, in ID3v2.4.")
               : Complaints {};
}

Complaints latin1Text (const FileFacts& facts)
{
    return aboutEach (
        facts,
        [] (const RawChapter& c)
        {
            return anyFrame (c,
                             [] (const id3::RawFrame& f)
                             {
                                 return hasText (f) && f.body.front() == latin1
                                        && std::ranges::any_of (f.body,
                                                                [] (char b) { return (b & 0x80) != 0; });
                             });
        },
        "The chapter at {} has letters beyond ASCII in the encoding Latin-1.");
}

/** As only ID3v2.4 has it. */
bool hasNewEncoding (const id3::RawFrame& frame)
{
    return hasText (frame) && (frame.body.front() == utf16BigEndian || frame.body.front() == utf8);
}

Complaints newEncodings (const FileFacts& facts)
{
    return facts.tag && facts.tag->version == 3
               ? aboutEach (
                     facts,
                     [] (const RawChapter& c) { return anyFrame (c, hasNewEncoding); },
                     "The chapter at {} is encoded as ID3v2.4 would allow, in a tag of v2.3.")
               : Complaints {};
}

Complaints noTitle (const FileFacts& facts)
{
    return aboutEach (
        facts,
        [] (const RawChapter& c) { return c.find ("TIT2") == nullptr; },
        "The chapter at {} has no title (TIT2).");
}

Complaints lateTitle (const FileFacts& facts)
{
    return aboutEach (
        facts,
        [] (const RawChapter& c) { return c.find ("TIT2") != nullptr && c.frames.front().id != "TIT2"; },
        "The chapter at {} has another part in front of its title.");
}

Complaints wideLink (const FileFacts& facts)
{
    return aboutEach (
        facts,
        [] (const RawChapter& c)
        {
            return anyFrame (c,
                             [] (const id3::RawFrame& f)
                             {
                                 return f.id == "WXXX" && ! f.body.empty()
                                        && (f.body.front() == utf16 || f.body.front() == utf16BigEndian);
                             });
        },
        "The chapter at {} has a link whose description is UTF-16.");
}

Complaints sameId (const FileFacts& facts)
{
    std::set<std::string_view> seen;
    return aboutEach (
        facts,
        [&] (const RawChapter& c) { return ! seen.insert (c.id).second; },
        "The chapter at {} has the internal name of another one.");
}

Complaints unsorted (const FileFacts& facts)
{
    return complaintIf (
        facts.chapterFrames
            && ! std::ranges::is_sorted (facts.chapterFrames->chapters, {}, &RawChapter::start),
        "The chapters do not stand in the order of their times.");
}

Complaints signedEnds (const FileFacts& facts)
{
    return aboutEach (
        facts,
        [] (const RawChapter& c) { return std::int32_t (c.start) > std::int32_t (c.end); },
        "The chapter at {} ends before it begins, or says that its end is unknown.");
}

Complaints unsynchronised (const FileFacts& facts)
{
    return complaintIf (facts.chapterFrames && facts.tag && facts.tag->unsynchronised,
                        "The tag with the chapters is unsynchronised.");
}

Complaints largeTag (const FileFacts& facts)
{
    constexpr std::uint64_t most = 5'000'000;
    const auto size = facts.tag ? facts.tag->size : 0;
    return complaintIf (size > most, std::format ("The tag takes {:.1f} MB.", double (size) / 1e6));
}

constexpr auto* iosSource = "Pocket Casts on iOS, `MNAVChapterReader.m`";

constexpr std::array<RuleFor<FileFacts>, 11> table { {
    { { "id3-v24-sizes",
        Grade::error,
        "FFmpeg, mpv and players based on it, Pocket Casts on iOS, Apple Podcasts",
        "the chapter is missing, or has no title or picture",
        "write ID3v2.3",
        Repair::byWriting,
        "FFmpeg, `libavformat/id3v2.c` (`read_chapter`); `MNAVChapterReader.m`; "
        "[radio-t-site#209](https://github.com/radio-t/radio-t-site/issues/209)" },
      largeInVersion4 },
    { { "id3-latin1",
        Grade::warning,
        "Pocket Casts on iOS",
        "the title is missing",
        "write UTF-16",
        Repair::byWriting,
        iosSource },
      latin1Text },
    { { "id3-v23-encoding",
        Grade::warning,
        "players that follow ID3v2.3",
        "the title may be unreadable",
        "write UTF-16",
        Repair::byWriting,
        "id3.org, id3v2.3.0, 3.3" },
      newEncodings },
    { { "id3-no-title",
        Grade::warning,
        "FFmpeg, mpv, VLC",
        "an internal name such as \"ch3\" is shown",
        "write a title",
        Repair::byWriting,
        "FFmpeg, `libavformat/id3v2.c`" },
      noTitle },
    { { "id3-title-second",
        Grade::advice,
        "VLC 4",
        "an internal name such as \"ch3\" is shown",
        "let the title come first",
        Repair::byWriting,
        "VLC 4, `modules/demux/mpeg/es.c`" },
      lateTitle },
    { { "id3-link-utf16",
        Grade::warning,
        "Pocket Casts on iOS",
        "the link leads nowhere",
        "write it in ASCII",
        Repair::byWriting,
        iosSource },
      wideLink },
    { { "id3-same-name",
        Grade::error,
        "all that use the table",
        "one chapter stands for another",
        "give each a name of its own",
        Repair::byWriting,
        "ID3v2 Chapter Frame Addendum 1.0, 3.1" },
      sameId },
    { { "id3-order",
        Grade::advice,
        "players that do not sort",
        "the list is out of order",
        "sort it",
        Repair::byWriting,
        "FFmpeg lists frames as they come, `libavformat/id3v2.c`" },
      unsorted },
    { { "id3-end",
        Grade::warning,
        "Pocket Casts on Android, media3",
        "the chapter is left out",
        "end it with the next one",
        Repair::byWriting,
        "androidx/media, `Id3Decoder.java`" },
      signedEnds },
    { { "id3-unsynchronised",
        Grade::warning,
        "AntennaPod, Pocket Casts on iOS",
        "titles and pictures may be damaged",
        "write the tag plain",
        Repair::byWriting,
        "AntennaPod, `ID3Reader.java`" },
      unsynchronised },
    { { "id3-large-tag",
        Grade::warning,
        "all that stream",
        "playback starts late: the tag is loaded before the audio",
        "use smaller pictures",
        Repair::byHand,
        "players fetch a file from its beginning" },
      largeTag },
} };

} // namespace

std::span<const RuleFor<FileFacts>> id3Rules()
{
    return table;
}

} // namespace earmark
