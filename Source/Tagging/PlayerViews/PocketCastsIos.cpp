// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/RawFrames.h"
#include "Tagging/PlayerViews/Shared.h"

#include <algorithm>

// Pocket Casts on iOS at c23892d: it looks for the names of frames in a chapter's bytes and reads their sizes as plain numbers.

namespace earmark
{

namespace
{

using namespace views;

/** The last frame of that name in a chapter; none where its plain size is more than there is. */
std::optional<std::string_view> found (std::string_view chapter, std::string_view name)
{
    constexpr std::size_t headerSize = 10;
    const auto at = chapter.rfind (name);

    if (at == std::string_view::npos || at + headerSize > chapter.size())
        return {};

    const auto size = bytes::u32 (chapter, at + 4);
    return size > chapter.size() - at - headerSize ? std::nullopt
                                                   : std::optional (chapter.substr (at + headerSize, size));
}

std::optional<std::string> strictText (std::string_view body)
{
    return body.empty() ? std::nullopt : decode (body.substr (1), bytes::u8 (body, 0), Zero::ascii);
}

std::optional<std::string> link (std::string_view body)
{
    const auto end = body.find ('\0', 1); // also where the description is UTF-16

    if (body.empty() || end == std::string_view::npos)
        return {};

    const auto address = decode (body.substr (end + 1), bytes::u8 (body, 0), Zero::ascii);
    return address ? std::optional (percentDecoded (*address, false)) : std::nullopt;
}

bool isPicture (std::string_view body)
{
    const auto mime = body.find ('\0', 1);

    if (body.empty() || mime == std::string_view::npos)
        return false;

    auto rest = body.substr (std::min (body.size(), mime + 2));

    if (bytes::u8 (body, 0) == 0)
    {
        const auto end = rest.find ('\0');
        rest = end == std::string_view::npos ? std::string_view() : rest.substr (end + 1);
    }
    else
    {
        std::size_t at = 0;

        while (at + 1 < rest.size() && (rest[at] != '\0' || rest[at + 1] != '\0'))
            at += 2;

        rest = rest.substr (std::min (rest.size(), at + 2));
    }

    return rest.starts_with ("\xFF\xD8") || rest.starts_with ("\x89PNG");
}

/** The names in the first table; none where it says that it has more than it has. */
std::optional<std::vector<std::string_view>> listed (const TagBytes& tag)
{
    for (const auto& frame : framesOf (tag.body, tag.version))
    {
        if (frame.id != "CTOC")
            continue;

        const auto id = frame.body.find ('\0');

        if (id == std::string_view::npos || frame.body.size() < id + 3)
            return {};

        std::vector<std::string_view> names;
        auto rest = frame.body.substr (id + 3);

        for (auto end = rest.find ('\0'); end != std::string_view::npos; end = rest.find ('\0'))
        {
            names.push_back (rest.substr (0, end));
            rest.remove_prefix (end + 1);
        }

        const std::size_t count = bytes::u8 (frame.body, id + 2);

        if (count > names.size())
            return {};

        names.resize (count == 0 ? names.size() : count);
        return names;
    }

    return std::vector<std::string_view> {};
}

PlayerView fromId3 (const ByteSource& source)
{
    PlayerView view;
    const auto tag = leadingTag (source);
    const auto names = listed (tag);

    if (! names)
        return { {}, "The table of contents says that it has more entries than it has: it gives up." };

    for (const auto& chapter : chaptersOf (tag))
    {
        ShownChapter shown { .startMs = chapter.start,
                             .isListed = std::ranges::contains (*names, chapter.id) };

        if (const auto title = found (chapter.whole, "TIT2"))
            shown.title = strictText (*title);

        if (const auto address = found (chapter.whole, "WXXX"))
            shown.link = link (*address);

        if (const auto picture = found (chapter.whole, "APIC"))
            shown.hasPicture = isPicture (*picture);

        view.chapters.push_back (std::move (shown));
    }

    if (! view.chapters.empty() && std::ranges::none_of (view.chapters, &ShownChapter::isListed))
        view.remark = "No table of contents lists them: it counts all as hidden, and then shows all.";

    sortByStart (view.chapters);
    return view;
}

PlayerView view (const ByteSource& source, const FileFacts& facts)
{
    const auto kind = facts.container->id;
    return kind == "mp3" ? fromId3 (source) : kind == "mp4" ? quickTimeTrack (facts) : unknown();
}

} // namespace

extern const PlayerApp pocketCastsIos;

constexpr PlayerApp pocketCastsIos {
    .id = "pocketcasts-ios",
    .name = "Pocket Casts on iOS",
    .basis = PlayerApp::Basis::source,
    .from = "MNAVChapterReader.m, PodcastChapterParser.swift",
    .view = view,
};

} // namespace earmark
