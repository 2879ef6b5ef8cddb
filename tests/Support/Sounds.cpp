// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Sounds.h"

#include "Support/Random.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace earmark::tests
{

Sound noise (double seconds, int sampleRate, int channels, float level, std::uint64_t seed)
{
    Random random (seed);
    Sound sound { sampleRate, {} };
    sound.channels.assign (std::size_t (channels), std::vector<float> (std::size_t (seconds * sampleRate)));

    for (auto& channel : sound.channels)
        for (auto& sample : channel)
            sample = level * float (random.between (-10'000, 10'000)) / 10'000.0f;

    return sound;
}

void addClick (Sound& sound, std::size_t at, float level)
{
    constexpr int half = 5;

    for (auto& channel : sound.channels)
        for (int i = -half + 1; i < half; ++i)
            if (const auto where = std::int64_t (at) + i; where >= 0 && where < std::int64_t (channel.size()))
                channel[std::size_t (where)] +=
                    level * (0.5f + 0.5f * std::cos (float (i) * std::numbers::pi_v<float> / half));
}

std::filesystem::path writeWav (const std::filesystem::path& path, const Sound& sound)
{
    const auto little = [] (std::uint32_t value, int bytes)
    {
        std::string text;

        for (int i = 0; i < bytes; ++i)
            text += char (value >> (8 * i) & 0xFF);

        return text;
    };

    const auto channels = std::uint32_t (sound.channels.size());
    const auto rate = std::uint32_t (sound.sampleRate);
    std::string data;
    data.reserve (sound.length() * channels * 2);

    for (std::size_t i = 0; i < sound.length(); ++i)
        for (const auto& channel : sound.channels)
            data += little (
                std::uint32_t (std::int32_t (std::lround (std::clamp (channel[i], -1.0f, 1.0f) * 32767))), 2);

    const auto size = std::uint32_t (data.size());
    writeBytes (path,
                "RIFF" + little (36 + size, 4) + "WAVEfmt " + little (16, 4) + little (1, 2)
                    + little (channels, 2) + little (rate, 4) + little (rate * channels * 2, 4)
                    + little (channels * 2, 2) + little (16, 2) + "data" + little (size, 4) + data);
    return path;
}

Sound readAll (AudioReader& reader)
{
    Sound sound { reader.info().sampleRate, {} };
    sound.channels.resize (std::size_t (reader.info().channels));
    std::optional<std::int64_t> expected;

    while (const auto block = reader.next())
    {
        REQUIRE (block->length > 0);
        REQUIRE (block->channels.size() == sound.channels.size());
        REQUIRE (block->position == expected.value_or (block->position));
        expected = block->position + std::int64_t (block->length);

        for (std::size_t c = 0; c < sound.channels.size(); ++c)
            sound.channels[c].insert (
                sound.channels[c].end(), block->channels[c], block->channels[c] + block->length);
    }

    return sound;
}

std::size_t loudestIn (const std::vector<float>& samples, std::size_t begin, std::size_t end)
{
    end = std::min (end, samples.size());
    REQUIRE (begin < end);
    return std::size_t (
        std::max_element (samples.begin() + std::ptrdiff_t (begin), samples.begin() + std::ptrdiff_t (end))
        - samples.begin());
}

} // namespace earmark::tests
