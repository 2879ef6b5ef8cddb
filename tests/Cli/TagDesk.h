// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Cli.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace earmark::tests
{

inline constexpr std::string_view outlineText = "0:00 Intro\n0:03 Main part 🎧\n0:07 Outro\n";

/** What the outline says. */
inline const Listed outlineChapters { { 0, "Intro" }, { 3000, "Main part 🎧" }, { 7000, "Outro" } };

/** What publish writes beside "a.mp3", whose outline has no ad breaks. */
inline constexpr std::array<std::string_view, 7> publishedDocuments {
    "a.chapters.json", "a.psc", "a.youtube.txt", "a.spotify.txt", "a.apple.txt", "a.notes.md", "a.notes.html"
};

/** A folder with an MP3, an M4A and an outline. */
struct TagDesk
{
    TemporaryFolder folder;
    std::string mp3 =
        folder
            .copyOf (mp3Sample (10, { "-b:a", "64k", "-metadata", "artist=A", "-id3v2_version", "3" }),
                     "a.mp3")
            .string();
    std::string m4a = folder.copyOf (m4aFaststart (10), "b.m4a").string();
    std::string outline = folder.file ("outline.txt", outlineText).string();

    std::string operator/ (std::string_view name) const { return (folder / name).string(); }

    ProcessResult tag (std::vector<std::string> arguments) const
    {
        arguments.insert (arguments.begin(), { "tag", "--outline", outline });
        return earmark (arguments);
    }
};

/** What `show` says of a file. */
inline Listed chaptersOf (const std::string& file)
{
    Listed list;
    const auto json = Json::parse (earmark ({ "show", "--json", file }).out);

    for (const auto& chapter : json.value ("chapters", Json::array()))
        list.emplace_back (chapter["start_ms"].get<std::int64_t>(), chapter["title"].get<std::string>());

    return list;
}

} // namespace earmark::tests
