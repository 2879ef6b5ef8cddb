// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/RawFrames.h"
#include "Tagging/PlayerViews/Shared.h"

#include <algorithm>
#include <ranges>

// FFmpeg 9, and with it mpv, audiobookshelf and others: libavformat/id3v2.c, mov.c, oggparsevorbis.c, matroskadec.c, wavdec.c,
// aiffdec.c, flacdec.c.

namespace earmark
{

namespace
{

using namespace views;

/** Sizes inside a chapter are plain numbers for it, also in v2.4: a chapter with a part of 128 bytes or more breaks there. */
PlayerView fromId3 (const ByteSource& source)
{
    PlayerView view;
    const auto tag = leadingTag (source);
    constexpr std::size_t headerSize = 10;
    std::size_t lost = 0;

    for (const auto& chapter : chaptersOf (tag))
    {
        ShownChapter shown { .startMs = chapter.start, .title = decode (chapter.id, 0) };
        auto rest = chapter.frames;
        bool isWhole = true;

        while (rest.size() > headerSize && isWhole)
        {
            const auto size = bytes::u32 (rest, 4);
            isWhole = size <= rest.size() - headerSize;

            if (! isWhole)
                break;

            if (rest.starts_with ("TIT2"))
                if (const auto title = textOf (rest.substr (headerSize, size)); title && ! title->empty())
                    shown.title = title;

            rest.remove_prefix (headerSize + size);
        }

        if (isWhole)
            view.chapters.push_back (std::move (shown));
        else
            ++lost;
    }

    if (lost > 0)
        view.remark =
            "It loses chapters whose parts it reads too long: their sizes are those of ID3v2.4, or damaged.";

    return view;
}

PlayerView titlesOnly (PlayerView view)
{
    for (auto& chapter : view.chapters)
        chapter.link = std::nullopt, chapter.hasPicture = false;

    return view;
}

/** Both lists by number: the track's entries take the place of Nero's. */
PlayerView fromMovie (const FileFacts& facts)
{
    auto view = neroList (facts);
    view.remark.clear();

    if (const auto* track = listOf (facts, "QuickTime"))
    {
        auto titles = viewOf (track->chapters);
        titles.chapters.append_range (
            view.chapters
            | std::ranges::views::drop (std::min (view.chapters.size(), titles.chapters.size())));
        view = std::move (titles);
    }

    return titlesOnly (std::move (view));
}

/** Where sizes inside a chapter are read wrongly: see above. */
bool hasLongParts (const FileFacts& facts)
{
    const auto isLong = [] (const id3::RawFrame& frame) { return frame.body.size() >= 128; };
    return facts.tag && facts.tag->version == 4 && facts.chapterFrames
           && std::ranges::any_of (facts.chapterFrames->chapters,
                                   [&] (const raw::RawChapter& c)
                                   { return std::ranges::any_of (c.frames, isLong); });
}

/** The tag in a chunk of a WAV or an AIFF. Of an AIFF it reads nothing else; a WAV's cue points have the same numbers as the tag's chapters,
    which take their place, if there are not more of them or others. */
PlayerView fromChunks (const FileFacts& facts)
{
    const auto* tag = listOf (facts, "ID3v2 CHAP");
    const auto* cues = listOf (facts, "cue points");

    if (tag == nullptr && cues != nullptr)
        return titlesOnly (viewOf (cues->chapters));

    if (tag == nullptr)
        return listOf (facts, "markers") != nullptr
                   ? ignored ("It reads the ID3 tag only, and there is none with chapters.")
                   : PlayerView();

    const auto isReplaced = [&] (std::uint32_t id) { return id < tag->chapters.size(); };
    return hasLongParts (facts) || ! std::ranges::all_of (facts.cueIds, isReplaced)
               ? unknown()
               : titlesOnly (viewOf (tag->chapters));
}

PlayerView view (const ByteSource& source, const FileFacts& facts)
{
    const auto kind = facts.container->id;

    if (kind == "mp3" || kind == "aac")
        return fromId3 (source);

    if (kind == "mp4")
        return fromMovie (facts);

    if (kind == "wav" || kind == "aiff")
        return fromChunks (facts);

    // A FLAC's comments and its cue sheet count their chapters differently, and it joins both.
    if (kind == "flac" && facts.hasCueBlock)
        return unknown();

    return viewOf (facts.stored.chapters);
}

} // namespace

extern const PlayerApp ffmpeg;

constexpr PlayerApp ffmpeg {
    .id = "ffmpeg",
    .name = "FFmpeg and mpv",
    .basis = PlayerApp::Basis::source,
    .from = "libavformat/id3v2.c, mov.c, oggparsevorbis.c, matroskadec.c, wavdec.c, aiffdec.c, flacdec.c",
    .view = view,
};

} // namespace earmark
