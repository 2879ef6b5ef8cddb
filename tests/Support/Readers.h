// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Judges that share no code with what they judge: programs of others, and our own strict checkers in Python.

namespace earmark::tests
{

using Json = nlohmann::json;

/** Chapters as a reader lists them: start in milliseconds, title. */
using Listed = std::vector<std::pair<std::int64_t, std::string>>;

/** The path of a script beside this header. */
std::string script (std::string_view name);

/** What ffprobe, mutagen, eyed3, mediainfo, mkvextract, chunks, mutagen-tags, eyed3-tags make of a file (read_chapters.py). Skips the test where
    one of them is not installed. */
Json readBy (const std::vector<std::string>& readers, const std::filesystem::path&);

/** A reader's chapters without their ends; fails the test when the reader failed. */
Listed listOf (const Json& chapters);

/** What a reader has to list. */
Listed listOf (const Outline&);

/** check_id3.py and check_mp4.py. The first member to look at is "problems"; a file that they cannot follow fails the test. */
Json checkId3 (const std::filesystem::path&);
Json checkMp4 (const std::filesystem::path&);

/** Of several at once, which is faster. */
std::vector<Json> checkMp4 (const std::vector<std::filesystem::path>&);

/** A hash of the encoded audio, by ffmpeg. */
std::string audioHash (const std::filesystem::path&);

/** The frames of a tag that are not chapters, as [id, flags, size, hash], but for those of these ids. */
Json foreignFrames (const Json& checkedId3, const std::vector<std::string>& but = {});

} // namespace earmark::tests
