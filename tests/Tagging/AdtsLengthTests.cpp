// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/AdtsLength.h"

#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

// Streams of AAC frames by hand: whole, damaged, joined.

namespace earmark
{

namespace
{

using namespace tests;

constexpr unsigned rate44100 = 4, rate48000 = 3;

/** A frame with a header of seven bytes (ISO 14496-3, 1.A.2.2) and a payload of one byte over and over; `blocks` of 1024 samples. */
std::string frame (std::size_t size, unsigned rate = rate44100, char payload = 'x', unsigned blocks = 1)
{
    std::string bytes { '\xFF',
                        '\xF1',
                        char (0x40 | rate << 2),
                        char (0x80 | size >> 11),
                        char (size >> 3 & 0xFF),
                        char ((size & 7) << 5 | 0x1F),
                        char (0xFC | (blocks - 1)) };
    return bytes + std::string (size - bytes.size(), payload);
}

std::string frames (std::size_t count, unsigned rate = rate44100)
{
    std::string bytes;

    for (std::size_t i = 0; i < count; ++i)
        bytes += frame (200 + i % 50, rate);

    return bytes;
}

AdtsLength measured (const std::string& bytes)
{
    return must (measureAdts (MemorySource (bytes), 0, bytes.size()));
}

Duration samples (std::int64_t blocks, std::int64_t rate)
{
    return Duration::fromSamples (blocks * 1024, rate);
}

} // namespace

TEST_CASE ("The length of AAC frames is found by walking them, further than is read at once")
{
    CHECK (measured (frames (2)).walked == samples (2, 44'100));
    const auto length = measured (frames (5000));
    CHECK (length.frames == 5000);
    CHECK (length.walked == samples (5000, 44'100));

    // A frame may hold up to four blocks.
    CHECK (measured (frame (100, rate48000, 'x', 4) + frame (100, rate48000, 'x', 2)).walked
           == samples (6, 48'000));
}

TEST_CASE ("AAC frames are found behind something else, and past damage")
{
    const auto before = std::string (1000, 'j');
    CHECK (measured (before + frames (10)).begin == before.size());
    CHECK (measured (before + frames (10)).walked == samples (10, 44'100));
    CHECK (measured (frames (10) + std::string (333, 'j') + frames (7)).walked == samples (17, 44'100));

    // The last frame is cut off; a range ends in the midst of one.
    const auto whole = frames (10);
    CHECK (measured (whole.substr (0, whole.size() - 1)).frames == 9);
    CHECK (must (measureAdts (MemorySource (whole), 0, whole.size() - 300)).frames == 8);
    CHECK (must (measureAdts (MemorySource (whole), 0, whole.size() + 300)).frames == 10);
}

TEST_CASE ("What begins like an AAC frame and is followed by none is none")
{
    // Some junk with a header, which says that two frames and a half belong to it.
    for (const auto rate : { rate44100, rate48000 })
    {
        CAPTURE (rate);
        const auto lie = frame (500, rate).substr (0, 7) + "jj";
        CHECK (measured (lie + frames (5)).begin == lie.size());
        CHECK (measured (lie + frames (5)).frames == 5);
        CHECK (measured (frames (5) + "j" + lie + frames (5)).walked == samples (10, 44'100));
    }

    // The last frame of all is followed by none, as it should be.
    CHECK (measured (frames (5) + "jjj" + frame (300)).frames == 6);
}

TEST_CASE ("Joined AAC streams of different sample rates last as long as both")
{
    CHECK (measured (frames (10, rate44100) + frames (20, rate48000)).walked
           == samples (10, 44'100) + samples (20, 48'000));
}

TEST_CASE ("What holds no AAC frames has no length")
{
    for (const auto& bytes : { std::string(),
                               std::string (5000, 'x'),
                               std::string (5000, '\xFF'),
                               frame (300),
                               frame (300) + "xxxxxxx",
                               std::string ("\xFF\xF1\x50\x80\0\0\0", 7) }) // of no bytes
        CHECK (mustFail (measureAdts (MemorySource (bytes), 0, bytes.size())).kind
               == Error::Kind::unsupported);
}

} // namespace earmark
