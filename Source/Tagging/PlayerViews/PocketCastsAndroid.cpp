// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/RawFrames.h"
#include "Tagging/PlayerViews/Shared.h"

#include <algorithm>
#include <limits>

// Pocket Casts on Android at 7fef4bb, on androidx/media at 2bc2078: no table of contents, times with a sign.

namespace earmark
{

namespace
{

using namespace views;

bool isWeb (std::string_view address)
{
    return address.starts_with ("http://") || address.starts_with ("https://");
}

/** The tag, as v2.3 where the sizes of a v2.4 tag cannot be what they should: media3 then takes all for plain numbers. */
TagBytes tagOf (const ByteSource& source)
{
    auto tag = leadingTag (source);
    constexpr std::uint32_t highBits = 0x808080;
    constexpr std::size_t headerSize = 10;

    for (std::string_view text = tag.body;
         tag.version == 4 && text.size() >= headerSize && text.front() != '\0';)
    {
        if ((bytes::u32 (text, 4) & highBits) != 0)
            tag.version = 3;

        text.remove_prefix (std::min<std::size_t> (text.size(), headerSize + bytes::synchsafe (text, 4)));
    }

    return tag;
}

PlayerView fromId3 (const ByteSource& source)
{
    const auto tag = tagOf (source);
    std::vector<ShownChapter> found;

    for (const auto& chapter : chaptersOf (tag))
    {
        const auto start = std::int32_t (chapter.start), end = std::int32_t (chapter.end);

        if (start > end)
            continue;

        ShownChapter shown { .startMs = start, .title = std::string {} };

        for (const auto& frame : framesOf (chapter.frames, tag.version))
            if (frame.id == "TIT2")
                shown.title = textOf (frame.body).value_or ({});
            else if (frame.id == "APIC")
                shown.hasPicture = true;
            else if (const auto address = frame.id == "WXXX" ? addressOf (frame.body) : std::nullopt;
                     address && isWeb (*address))
                shown.link = std::string (*address);

        found.push_back (std::move (shown));
    }

    PlayerView view;

    if (found.size() < chaptersOf (tag).size())
        view.remark = "It leaves out chapters that end before they begin, read with a sign.";

    sortByStart (found);

    // The first begins with the audio; of two that begin together, the first has no length and is dropped.
    for (std::size_t i = 0; i < found.size(); ++i)
    {
        const auto start = i == 0 ? 0 : found[i].startMs;
        const auto end =
            i + 1 < found.size() ? found[i + 1].startMs : std::numeric_limits<std::int32_t>::max();

        if (end > start)
        {
            view.chapters.push_back (found[i]);
            view.chapters.back().startMs = start;
        }
    }

    return view;
}

PlayerView view (const ByteSource& source, const FileFacts& facts)
{
    const auto kind = facts.container->id;
    return kind == "mp3"   ? fromId3 (source)
           : kind == "mp4" ? ignored ("It reads no chapters from MP4 (pocket-casts-android#393).")
                           : unknown();
}

} // namespace

extern const PlayerApp pocketCastsAndroid;

constexpr PlayerApp pocketCastsAndroid {
    .id = "pocketcasts-android",
    .name = "Pocket Casts on Android (media3)",
    .basis = PlayerApp::Basis::source,
    .from = "Id3Decoder.java, EpisodeFileMetadata.kt, ChapterManagerImpl.kt",
    .view = view,
};

} // namespace earmark
