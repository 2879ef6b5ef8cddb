// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/SampleAudio.h"

#include "Support/Places.h"
#include "Support/Process.h"
#include "Support/TemporaryFolder.h"

#include <format>

#include <unistd.h>

namespace earmark::tests
{

namespace fs = std::filesystem;

fs::path madeBy (const std::string& suffix, const std::vector<std::string>& command)
{
    need (command.front());

    // FNV-1a, since the name has to be the same in every run.
    std::uint64_t hash = 0xCBF29CE484222325u;

    for (const auto& argument : command)
        for (const char c : argument + '\0')
            hash = (hash ^ static_cast<unsigned char> (c)) * 0x100000001B3u;

    const auto folder = workFolder() / "samples";
    const auto made = folder / std::format ("{:016x}{}", hash, suffix);

    if (fs::exists (made))
        return made;

    // Tests run side by side: each makes its own, and the last one stays.
    fs::create_directories (folder);
    const auto draft = folder / std::format ("{:016x}-{}{}", hash, ::getpid(), suffix);
    auto filled = command;

    for (auto& argument : filled)
        if (argument == "{out}")
            argument = draft.string();

    mustRun (filled);
    fs::rename (draft, made);
    return made;
}

std::vector<std::string> toneInput (double seconds, int sampleRate)
{
    return { "-f",
             "lavfi",
             "-i",
             std::format (
                 "aevalsrc=0.4*sin(2*PI*(300+37*t)*t)+0.05*sin(5000*t*t):s={}:d={}", sampleRate, seconds) };
}

fs::path ffmpegAudio (const std::string& suffix, double seconds, const std::vector<std::string>& arguments)
{
    std::vector<std::string> command { "ffmpeg", "-v", "error", "-nostdin", "-y" };
    const auto input = toneInput (seconds);
    command.insert (command.end(), input.begin(), input.end());
    command.insert (command.end(), arguments.begin(), arguments.end()); // further inputs come first in it
    command.insert (command.end(),
                    { "-map_metadata:g", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact" });
    command.emplace_back ("{out}");
    return madeBy (suffix, command);
}

fs::path mp3Sample (double seconds, const std::vector<std::string>& arguments)
{
    return ffmpegAudio (".mp3", seconds, arguments);
}

fs::path bareMp3 (double seconds)
{
    return mp3Sample (seconds, { "-b:a", "64k", "-id3v2_version", "0" });
}

fs::path m4aFaststart (double seconds)
{
    return ffmpegAudio (".m4a", seconds, { "-b:a", "64k", "-movflags", "+faststart" });
}

fs::path m4aMoovLast (double seconds)
{
    return ffmpegAudio (".m4a", seconds, { "-b:a", "64k" });
}

} // namespace earmark::tests
