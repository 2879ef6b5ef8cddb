// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/RawFrames.h"
#include "Tagging/PlayerViews/Shared.h"

// VLC 3.0 knows no chapters in MP3; VLC 4 reads a title only where it comes first, and to the end of the chapter.

namespace earmark
{

namespace
{

using namespace views;

PlayerView fromMovie (const FileFacts& facts)
{
    return listOf (facts, "Nero") != nullptr ? neroList (facts) : quickTimeTrack (facts);
}

PlayerView viewOf3 (const ByteSource&, const FileFacts& facts)
{
    const auto kind = facts.container->id;
    return kind == "mp3"   ? ignored ("It shows no chapters of MP3s.")
           : kind == "mp4" ? fromMovie (facts)
                           : unknown();
}

PlayerView fromId3 (const ByteSource& source)
{
    PlayerView view;
    constexpr std::size_t headerSize = 10;

    for (const auto& chapter : chaptersOf (leadingTag (source)))
    {
        ShownChapter shown { .startMs = chapter.start, .title = decode (chapter.id, 0) };

        if (chapter.frames.starts_with ("TIT2") && chapter.frames.size() > headerSize + 2)
        {
            auto text = chapter.frames.substr (headerSize);

            // What it takes for the text's zero; an odd rest is no UTF-16 and leaves the internal name.
            if (bytes::u8 (text, 0) == 1 && text.size() % 2 != 0)
                text.remove_suffix (2);

            if (auto title = decode (text.substr (1), bytes::u8 (text, 0)))
            {
                title->resize (std::min (title->size(), title->find ('\0')));
                shown.title = std::move (*title);
            }
        }

        view.chapters.push_back (std::move (shown));
    }

    return view;
}

PlayerView viewOf4 (const ByteSource& source, const FileFacts& facts)
{
    const auto kind = facts.container->id;
    return kind == "mp3" ? fromId3 (source) : kind == "mp4" ? fromMovie (facts) : unknown();
}

} // namespace

extern const PlayerApp vlc3, vlc4;

constexpr PlayerApp vlc3 {
    .id = "vlc",
    .name = "VLC 3",
    .basis = PlayerApp::Basis::source,
    .from = "modules/demux/mp4/mp4.c; MP3 measured with 3.0.24",
    .view = viewOf3,
};

constexpr PlayerApp vlc4 {
    .id = "vlc4",
    .name = "VLC 4",
    .basis = PlayerApp::Basis::source,
    .from = "modules/demux/mpeg/es.c, modules/demux/mp4/mp4.c",
    .view = viewOf4,
};

} // namespace earmark
