// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp3Length.h"

#include "Support/Must.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

// The length of what encoders write, against what they were given.

namespace earmark
{

namespace
{

using namespace tests;

Mp3Length measure (const std::filesystem::path& path)
{
    const auto source = must (FileSource::open (path));
    return must (measureMp3 (*source, 0, source->size()));
}

/** What ffprobe counts: it skips the header frame. */
std::uint64_t packetsIn (const std::filesystem::path& path)
{
    need ("ffprobe");
    return std::stoull (mustRun ({ "ffprobe",
                                   "-v",
                                   "error",
                                   "-count_packets",
                                   "-show_entries",
                                   "stream=nb_read_packets",
                                   "-of",
                                   "csv=p=0",
                                   path.string() }));
}

} // namespace

TEST_CASE (
    "Encoded audio has the length of what was encoded, to the sample, where the encoder says what to trim")
{
    struct Case
    {
        std::string_view name;
        std::vector<std::string> arguments;
        int rate;
        bool variable;
    };

    const std::vector<Case> cases {
        { "MPEG 1, constant", { "-b:a", "128k" }, 44100, false },
        { "MPEG 1, variable", { "-q:a", "5" }, 44100, true },
        { "MPEG 1, 48 kHz", { "-ar", "48000", "-b:a", "96k" }, 48000, false },
        { "MPEG 2", { "-ar", "22050", "-b:a", "48k" }, 22050, false },
        { "MPEG 2, variable", { "-ar", "16000", "-q:a", "7" }, 16000, true },
        { "MPEG 2.5", { "-ar", "11025", "-b:a", "24k" }, 11025, false },
        { "MPEG 2.5, 8 kHz", { "-ar", "8000", "-b:a", "16k" }, 8000, false },
        { "stereo", { "-ac", "2", "-b:a", "128k" }, 44100, false },
        { "MPEG 2, stereo", { "-ac", "2", "-ar", "24000", "-b:a", "64k" }, 24000, false },
    };

    for (const auto& c : cases)
    {
        DYNAMIC_SECTION (c.name)
        {
            auto arguments = c.arguments;
            arguments.insert (arguments.end(), { "-id3v2_version", "0" });
            const auto sample = mp3Sample (3, arguments);
            const auto length = measure (sample);
            REQUIRE (length.gapless.has_value());
            CHECK (*length.gapless == Duration::fromSeconds (3));
            CHECK (length.frames == packetsIn (sample));
            CHECK (length.stated == length.walked);
            CHECK (length.variableBitRate == c.variable);

            // Without the header nobody knows what to trim, and the walk is the same.
            arguments.insert (arguments.end(), { "-write_xing", "0" });
            const auto bare = measure (mp3Sample (3, arguments));
            CHECK_FALSE (bare.gapless.has_value());
            CHECK_FALSE (bare.stated.has_value());
            CHECK (bare.frames == length.frames);
            CHECK (bare.length() == length.walked);
        }
    }
}

TEST_CASE ("What LAME encodes has the length of what it was given, to the sample")
{
    need ("lame");
    const auto wav = ffmpegAudio (".wav", 2.5, { "-c:a", "pcm_s16le" });

    for (const auto* option : { "--cbr", "-V5", "--abr" })
    {
        DYNAMIC_SECTION (option)
        {
            std::vector<std::string> command { "lame", "--quiet", option };

            if (std::string_view (option) == "--abr")
                command.emplace_back ("90");

            command.insert (command.end(), { wav.string(), "{out}" });
            CHECK (measure (madeBy (".mp3", command)).gapless == Duration::fromMilliseconds (2500));
        }
    }
}

TEST_CASE ("Layer 2 is walked, too")
{
    const auto sample = ffmpegAudio (".mp2", 2, { "-c:a", "mp2", "-b:a", "96k" });
    const auto length = measure (sample);
    CHECK (length.frames == packetsIn (sample));
    CHECK (length.walked == Duration::fromSamples (std::int64_t (length.frames) * 1152, 44100));
    CHECK_FALSE (length.gapless.has_value());

    const auto low = ffmpegAudio (".mp2", 2, { "-c:a", "mp2", "-ar", "22050", "-b:a", "32k" });
    CHECK (measure (low).walked == Duration::fromSamples (std::int64_t (packetsIn (low)) * 1152, 22050));
}

} // namespace earmark
