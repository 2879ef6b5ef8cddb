// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/AudioReader.h"

#include "Support/Must.h"
#include "Support/Random.h"
#include "Support/SampleAudio.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"
#include "Waveform/Onsets.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

// Hostile files: whatever the bytes, reading ends, keeps its promises about blocks, and breaks nothing.

namespace earmark::tests
{

namespace
{

std::string damaged (std::string bytes, Random& random)
{
    // Headers matter most: half of the damage is in the first kilobytes.
    const auto place = [&]
    { return random.below (random.oneIn (2) ? std::min<std::size_t> (bytes.size(), 2000) : bytes.size()); };

    for (std::size_t i = 0, count = 1 + random.below (30); i < count && ! bytes.empty(); ++i)
    {
        const auto at = place();

        switch (random.below (4))
        {
            case 0:
                bytes[at] = char (random.below (256));
                break;
            case 1:
                bytes.erase (at, random.below (100));
                break;
            case 2:
                bytes.insert (at, bytes.substr (place(), random.below (100)));
                break;
            default:
                bytes.resize (random.oneIn (6) ? at : bytes.size());
                break;
        }
    }

    return bytes;
}

/** Reads on, but not for ever: a damaged file may claim any length. */
void readSome (AudioReader& reader)
{
    std::optional<std::int64_t> expected;

    for (int blocks = 0; blocks < 300; ++blocks)
    {
        const auto block = reader.next();

        if (! block)
            return;

        REQUIRE (block->length > 0);
        REQUIRE (block->position >= 0);
        REQUIRE (block->position == expected.value_or (block->position));
        REQUIRE (block->channels.size() == std::size_t (reader.info().channels));
        expected = block->position + std::int64_t (block->length);
        float sum = 0;

        for (const auto* channel : block->channels)
            for (std::size_t i = 0; i < block->length; ++i)
                sum += std::abs (channel[i]); // touches every sample, for the sanitizers

        REQUIRE_FALSE (sum < 0);
    }
}

} // namespace

TEST_CASE ("damaged files are read as far as they go")
{
    const TemporaryFolder folder;
    Random random (11);

    for (const auto& sample : { ffmpegAudio (".mp3", 3, { "-b:a", "64k" }),
                                ffmpegAudio (".m4a", 3, { "-b:a", "64k" }),
                                ffmpegAudio (".flac", 3, {}),
                                ffmpegAudio (".wav", 1, {}),
                                ffmpegAudio (".aiff", 1, {}),
                                ffmpegAudio (".ogg", 3, { "-c:a", "libvorbis" }),
                                ffmpegAudio (".opus", 3, { "-c:a", "libopus" }),
                                ffmpegAudio (".mka", 3, { "-c:a", "aac" }) })
    {
        const auto bytes = bytesOf (sample);

        for (int round = 0; round < 40; ++round)
        {
            INFO (sample << " round " << round);
            const auto reader = openAudio (folder.file ("damaged", damaged (bytes, random)));

            if (! reader)
            {
                CHECK_FALSE (reader.error().message.empty());
                continue;
            }

            readSome (**reader);

            for (int seek = 0; seek < 4; ++seek)
                if ((*reader)->seek (std::int64_t (random.below (200'000))))
                    readSome (**reader);

            std::ignore = (*reader)->notices();
        }
    }
}

TEST_CASE ("what is no number in a file of floats is silence")
{
    auto bytes = bytesOf (ffmpegAudio (".wav", 3, { "-c:a", "pcm_f32le" }));
    Random random (12);
    constexpr std::array<float, 4> none { std::numeric_limits<float>::quiet_NaN(),
                                          std::numeric_limits<float>::signaling_NaN(),
                                          std::numeric_limits<float>::infinity(),
                                          -std::numeric_limits<float>::infinity() };

    for (int i = 0; i < 20'000; ++i) // the samples are at the end of the file
        std::memcpy (
            bytes.data() + bytes.size() - 4 * (1 + random.below (100'000)), &none[random.below (4)], 4);

    const TemporaryFolder folder;
    const auto reader = must (openAudio (folder.file ("floats.wav", bytes)));
    const auto sound = readAll (*reader);
    CHECK (sound.length() == 3 * 44100);
    CHECK (std::ranges::count (sound.channels[0], 0.0f) > 10'000);
    CHECK (std::ranges::all_of (sound.channels[0], [] (float value) { return std::isfinite (value); }));
    CHECK (candidatesNear (*reader, Position::fromMilliseconds (1500)));
}

TEST_CASE ("a file that claims an absurd rate is refused")
{
    const TemporaryFolder folder;
    auto sound = noise (0.5);

    for (const auto rate : { highestSampleRate + 1, 400'000'000, 2'000'000'000 })
    {
        sound.sampleRate = rate;
        CHECK (mustFail (openAudio (writeWav (folder / "fast.wav", sound))).kind == Error::Kind::malformed);
    }

    sound.sampleRate = highestSampleRate;
    CHECK (must (openAudio (writeWav (folder / "fast.wav", sound)))->info().sampleRate == highestSampleRate);
}

} // namespace earmark::tests
