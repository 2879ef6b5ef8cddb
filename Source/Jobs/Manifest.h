// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <filesystem>
#include <vector>

namespace earmark
{

/** An audio file and the outline that goes into it. */
struct Assignment
{
    std::filesystem::path media, outline;

    bool operator== (const Assignment&) const = default;
};

/** A list of assignments: JSON, [{"media": "1.mp3", "outline": "1.txt"}, …] with "file" in the place of "media" as reports have it, or {"1.mp3": "1.txt", …}, or CSV with a media and an
    outline on each line, under a heading or without one. Names are relative to `folder`. Fails with Kind::malformed and the place. */
Result<std::vector<Assignment>> parseManifest (std::string_view bytes, const std::filesystem::path& folder);

/** The outline in a folder that has the media's name: "episode-7.txt" or "episode-7.chapters.json" for "episode-7.mp3"; where none has,
    one that differs only in case, blanks, punctuation and how letters with marks are spelled. Fails with Kind::notFound, and with Kind::wrongUsage where it could be several. */
Result<std::filesystem::path> outlineByName (const std::filesystem::path& media,
                                             const std::vector<std::filesystem::path>& candidates);

/** The files in a folder that may be outlines: no audio, nothing hidden. Fails where it is none. */
Result<std::vector<std::filesystem::path>> outlinesIn (const std::filesystem::path& folder);

} // namespace earmark
