// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/RawFrames.h"
#include "Tagging/PlayerViews/Shared.h"

#include <format>
#include <map>

// AntennaPod at b7ee12c: ID3 without tables and ends, Nero's list alone in MP4, the last two digits of Vorbis comments.

namespace earmark
{

namespace
{

using namespace views;

PlayerView fromId3 (const ByteSource& source)
{
    PlayerView view;
    const auto tag = leadingTag (source);

    for (const auto& chapter : chaptersOf (tag))
    {
        ShownChapter shown { .startMs = chapter.start };

        for (const auto& frame : framesOf (chapter.frames, tag.version))
            if (frame.id == "TIT2")
                shown.title = textOf (frame.body);
            else if (frame.id == "APIC")
                shown.hasPicture = true;
            else if (const auto address = frame.id == "WXXX" ? addressOf (frame.body) : std::nullopt)
                shown.link = percentDecoded (*address, true);

        view.chapters.push_back (std::move (shown));
    }

    sortByStart (view.chapters);
    return view;
}

PlayerView fromNero (const FileFacts& facts)
{
    const auto* list = facts.movie ? facts.movie->moov.at ("udta", "chpl") : nullptr;

    if (list == nullptr)
        return ignored ("It reads Nero's list only, and there is none.");

    PlayerView view;
    const std::string_view text = list->payload;
    constexpr std::size_t fixed = 9;
    const auto count = text.size() < fixed ? 0 : bytes::u32 (text, 5);

    for (std::size_t at = fixed, n = 0; n < count; ++n)
    {
        if (at + fixed > text.size())
        {
            view.remark = "The list is shorter than it says.";
            break;
        }

        const auto length = std::int8_t (bytes::u8 (text, at + 8));

        if (length < 0)
        {
            view.remark = std::format (
                "It reads the length of a title, {}, with a sign: this chapter and all later ones are lost.",
                bytes::u8 (text, at + 8));
            break;
        }

        view.chapters.push_back ({ .startMs = std::int64_t (bytes::u64 (text, at) / 10'000),
                                   .title = toValidUtf8 (text.substr (at + fixed, std::size_t (length))) });
        at += fixed + std::size_t (length);
    }

    return view;
}

PlayerView fromComments (const FileFacts& facts)
{
    std::map<int, ShownChapter> chapters;
    constexpr std::string_view prefix = "CHAPTER";
    constexpr std::size_t idAt = 8, keyLength = 10;

    if (facts.comments)
        for (const std::string_view comment : facts.comments->list)
        {
            const auto key = comment.substr (0, comment.find ('='));

            if (key.size() < keyLength || ! equalsIgnoringCase (key.substr (0, prefix.size()), prefix))
                continue;

            const auto digit = [&] (std::size_t at)
            { return key[at] >= '0' && key[at] <= '9' ? key[at] - '0' : 0; };
            const auto id = digit (idAt) * 10 + digit (idAt + 1);
            const auto part = key.substr (keyLength);
            const auto value = comment.substr (std::min (comment.size(), key.size() + 1));

            if (part.empty())
            {
                if (chapters.contains (id))
                    return { {},
                             std::format (
                                 "{} has the same last two digits as another: it gives up on all chapters.",
                                 key) };

                if (const auto time = timestampAt (value, 0))
                    chapters[id].startMs =
                        time->value.milliseconds (Rounding::down) / 1000 * 1000; // whole seconds
            }
            else if (chapters.contains (id) && equalsIgnoringCase (part, "NAME"))
                chapters[id].title = std::string (value);
            else if (chapters.contains (id) && equalsIgnoringCase (part, "URL"))
                chapters[id].link = std::string (value);
        }

    PlayerView view;

    for (auto& [id, chapter] : chapters)
        view.chapters.push_back (std::move (chapter));

    sortByStart (view.chapters);
    return view;
}

PlayerView view (const ByteSource& source, const FileFacts& facts)
{
    const auto kind = facts.container->id;
    return kind == "mp3" || kind == "aac" ? fromId3 (source)
           : kind == "mp4"                ? fromNero (facts)
           : kind == "ogg"                ? fromComments (facts)
                                          : unknown();
}

} // namespace

extern const PlayerApp antennaPod;

constexpr PlayerApp antennaPod {
    .id = "antennapod",
    .name = "AntennaPod",
    .basis = PlayerApp::Basis::source,
    .from = "ChapterReader.java, M4AChapterReader.java, VorbisCommentChapterReader.java",
    .view = view,
};

} // namespace earmark
