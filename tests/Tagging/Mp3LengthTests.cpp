// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp3Length.h"

#include "Foundation/Bytes.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <random>

// Frames by hand, so that every expected value is known by arithmetic.

namespace earmark
{

namespace
{

using namespace tests;

constexpr int usualRate = 9; // 128 kbit/s

/** A frame of MPEG 1 layer 3, stereo, 44.1 kHz: 1152 samples. */
std::string frame (int bitRateIndex = usualRate, bool padded = false)
{
    constexpr std::array<int, 15> kilobits {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    const auto size = 144 * kilobits[std::size_t (bitRateIndex)] * 1000 / 44100 + (padded ? 1 : 0);
    std::string bytes { '\xFF', '\xFB', char (bitRateIndex << 4 | (padded ? 2 : 0)), '\x04' };
    bytes.resize (std::size_t (size), '\x55');
    return bytes;
}

std::string frames (int count, int bitRateIndex = usualRate)
{
    std::string bytes;

    for (int i = 0; i < count; ++i)
        bytes += frame (bitRateIndex, i % 3 == 0);

    return bytes;
}

/** A first frame without sound that says how many follow, as LAME writes it. */
std::string infoFrame (std::uint32_t count,
                       std::uint32_t delay,
                       std::uint32_t padding,
                       std::string_view encoder = "LAME3.100")
{
    auto info = "Info" + bytes::big32 (1) + bytes::big32 (count) + std::string (encoder);
    info.resize (12 + 21, '\0');
    info += char (delay >> 4);
    info += char ((delay & 15) << 4 | padding >> 8);
    info += char (padding);

    constexpr std::size_t sideInformation = 32;
    return frame().replace (4 + sideInformation, info.size(), info);
}

Duration lengthOf (std::int64_t frameCount)
{
    return Duration::fromSamples (frameCount * 1152, 44100);
}

Mp3Length measure (const std::string& bytes)
{
    const MemorySource source (bytes);
    return must (measureMp3 (source, 0, source.size()));
}

Error refusal (const std::string& bytes)
{
    const MemorySource source (bytes);
    return mustFail (measureMp3 (source, 0, source.size()));
}

/** Bytes that hold no header of any kind. */
std::string quietJunk (std::size_t count)
{
    std::mt19937 random (3);
    std::string bytes (count, '\0');

    for (auto& c : bytes)
        c = char (random() % 0x80);

    return bytes;
}

} // namespace

TEST_CASE ("The length of an MP3 is that of its frames")
{
    SECTION ("at a constant bit rate")
    {
        const auto length = measure (frames (100));
        CHECK (length.walked == lengthOf (100));
        CHECK (length.length() == lengthOf (100));
        CHECK (length.frames == 100);
        CHECK (length.begin == 0);
        CHECK_FALSE (length.variableBitRate);
        CHECK_FALSE (length.stated.has_value());
        CHECK_FALSE (length.gapless.has_value());
    }

    SECTION ("at a variable bit rate")
    {
        const auto length = measure (frames (50, 1) + frames (30, 14) + frames (20, 5));
        CHECK (length.walked == lengthOf (100));
        CHECK (length.variableBitRate);
    }

    SECTION ("of a single frame")
    {
        CHECK (measure (frame()).walked == lengthOf (1));
    }
}

TEST_CASE ("The header frame of an encoder is no sound, and says what to trim")
{
    const auto bytes = infoFrame (100, 576, 1000) + frames (100);
    const auto length = measure (bytes);
    CHECK (length.frames == 100);
    CHECK (length.walked == lengthOf (100));
    CHECK (length.stated == lengthOf (100));
    CHECK (length.gapless == Duration::fromSamples (100 * 1152 - 1576, 44100));
    CHECK (length.length() == *length.gapless);
    CHECK_FALSE (length.variableBitRate);

    SECTION ("but not one of an encoder that writes no delay")
    {
        CHECK_FALSE (measure (infoFrame (100, 576, 1000, "Xing") + frames (100)).gapless.has_value());
    }
}

TEST_CASE ("The bit rate of the header frame does not make the file one of a variable bit rate")
{
    auto bytes = infoFrame (100, 576, 1000);
    CHECK_FALSE (measure (bytes + frames (100, 5)).variableBitRate);
}

TEST_CASE ("A cut file is as long as what is left, whatever its header says")
{
    const auto whole = infoFrame (100, 576, 1000) + frames (100);
    const auto length = measure (whole.substr (0, (infoFrame (0, 0, 0) + frames (40)).size()));
    CHECK (length.stated == lengthOf (100));
    CHECK (length.walked == lengthOf (40));
    CHECK (length.length() == lengthOf (40));

    SECTION ("and a frame of which a part is missing does not count")
    {
        CHECK (measure (whole.substr (0, whole.size() - 1)).walked == lengthOf (99));
    }

    SECTION ("and a rest shorter than a header is nothing")
    {
        CHECK (measure (frames (3) + "\xFF\xFB").walked == lengthOf (3));
    }
}

TEST_CASE ("Joined files are as long as both, and nothing is trimmed")
{
    const auto one = infoFrame (100, 576, 1000) + frames (100);
    const auto length = measure (one + one);

    // Players play the second header frame as a frame of silence.
    CHECK (length.walked == lengthOf (201));
    CHECK (length.length() == lengthOf (201));
    CHECK (length.stated == lengthOf (100));
}

TEST_CASE ("Bytes that are no frames count nothing")
{
    SECTION ("in front")
    {
        const auto length = measure (quietJunk (3000) + frames (100));
        CHECK (length.begin == 3000);
        CHECK (length.walked == lengthOf (100));
    }

    SECTION ("in front, with a header by chance")
    {
        const auto junk = quietJunk (500) + "\xFF\xFB\x90\x04" + quietJunk (2000);
        const auto length = measure (junk + frames (100));
        CHECK (length.begin == junk.size());
        CHECK (length.walked == lengthOf (100));
    }

    SECTION ("in the middle")
    {
        CHECK (measure (frames (60) + quietJunk (5000) + frames (40)).walked == lengthOf (100));
    }

    SECTION ("in the middle, with a header by chance")
    {
        // Such bytes stand in the cover picture of the second of two joined files.
        const auto junk = quietJunk (700) + "\xFF\xFB\x90\x04" + quietJunk (5000);
        CHECK (measure (frames (60) + junk + frames (40)).walked == lengthOf (100));
    }

    SECTION ("behind")
    {
        CHECK (measure (frames (100) + "TAG" + quietJunk (125)).walked == lengthOf (100));
        CHECK (measure (frames (100) + std::string (10'000, '\0')).walked == lengthOf (100));
    }

    SECTION ("behind, with a header by chance")
    {
        CHECK (measure (frames (100) + quietJunk (700) + "\xFF\xFB\x90\x04" + quietJunk (5000)).walked
               == lengthOf (100));
    }
}

TEST_CASE ("Frames of another stream are not counted")
{
    auto other = frame();
    other[2] = char (usualRate << 4 | 1 << 2); // 48 kHz
    CHECK (measure (frames (100) + other + frames (10)).walked == lengthOf (110));
}

TEST_CASE ("A VBRI header is taken at its word only for what the file states")
{
    auto header = frame();
    header.replace (36, 4, "VBRI");
    header.replace (36 + 14, 4, bytes::big32 (77));
    const auto length = measure (header + frames (100));
    CHECK (length.stated == lengthOf (77));
    CHECK (length.walked == lengthOf (100));
}

TEST_CASE ("What holds no MPEG frames is refused")
{
    CHECK (refusal ("").kind == Error::Kind::unsupported);
    CHECK (refusal ("abc").kind == Error::Kind::unsupported);
    CHECK (refusal ("This is a text, whatever its name says.").kind == Error::Kind::unsupported);
    CHECK (refusal (std::string (100'000, '\0')).kind == Error::Kind::unsupported);
    CHECK (refusal (std::string (100'000, '\xFF')).kind == Error::Kind::unsupported);
    CHECK (refusal (infoFrame (100, 576, 1000)).kind == Error::Kind::unsupported);

    std::string headers;

    for (int i = 0; i < 100'000; ++i)
        headers += "\xFF\xFB\x90\x04";

    CHECK (refusal (headers).kind == Error::Kind::unsupported);
}

TEST_CASE ("Only the given range is looked at")
{
    const auto bytes = frames (10);
    const MemorySource source (bytes + frames (20) + frames (10));
    const auto length = must (measureMp3 (source, bytes.size(), source.size() - bytes.size()));
    CHECK (length.begin == bytes.size());
    CHECK (length.walked == lengthOf (20));

    CHECK (mustFail (measureMp3 (source, source.size(), source.size())).kind == Error::Kind::unsupported);
}

TEST_CASE ("A disk that fails while the frames are walked is told")
{
    class Broken final : public ByteSource
    {
    public:
        std::uint64_t size() const override { return 10u << 20; }

        using ByteSource::read;

        Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override
        {
            if (offset > 0)
                return failure (Error::Kind::unreadable, "The disk cannot read it.");

            const auto bytes = frames (int (count / 417) + 1);
            std::copy_n (bytes.data(), count, into);
            return {};
        }
    };

    const Broken source;
    CHECK (mustFail (measureMp3 (source, 0, source.size())).kind == Error::Kind::unreadable);
}

TEST_CASE ("Twenty hours have their length to the sample, and chapters to the end")
{
    // 32 kbit/s: about 105 bytes a frame.
    constexpr int count = int (20ll * 3600 * 44100 / 1152);
    const auto bytes = frames (count, 1);
    CHECK (measure (bytes).walked == lengthOf (count));

    const TemporaryFolder folder;
    const auto file = folder.file ("long.mp3", bytes);
    const auto outline = evenOutline (120, 599'000);
    tagInPlace (file, outline);
    CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (outline));
    CHECK (listOf (readBy ({ "mutagen" }, file)["mutagen"]) == listOf (outline));
}

} // namespace earmark
