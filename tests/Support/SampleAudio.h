// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

// Audio is synthesised when a test first needs it, and kept in the build folder: nothing sounding is in the repository.

namespace earmark::tests
{

/** The file that a command makes, "{out}" in it standing for the path. Made once for each command. Skips the test where its
    program is not installed. */
std::filesystem::path madeBy (const std::string& suffix, const std::vector<std::string>& command);

/** A tone that changes all the time, so that no two seconds have the same bytes. */
std::vector<std::string> toneInput (double seconds, int sampleRate = 44100);

/** ffmpeg on such a tone, mono, without tags of its own. */
std::filesystem::path
ffmpegAudio (const std::string& suffix, double seconds, const std::vector<std::string>& arguments);

std::filesystem::path mp3Sample (double seconds,
                                 const std::vector<std::string>& arguments = { "-b:a", "64k" });

/** An MP3 without any tag: its first byte is that of a frame. */
std::filesystem::path bareMp3 (double seconds);

/** moov in front of the audio, as for the web. */
std::filesystem::path m4aFaststart (double seconds);

/** moov behind the audio, as encoders write it. */
std::filesystem::path m4aMoovLast (double seconds);

} // namespace earmark::tests
