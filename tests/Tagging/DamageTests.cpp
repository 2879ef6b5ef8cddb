// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/MovieSamples.h"
#include "Support/Movies.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/HarmChecks.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>

// Files that were damaged at random, or cut: no crash, no hang, no runaway memory; and what is written all the same has all of
// its audio. EARMARK_DAMAGE_ROUNDS and EARMARK_DAMAGE_SEED make the same test an attack of any length.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;
using Random = std::mt19937;

std::uint32_t fromEnvironment (const char* name, std::uint32_t otherwise)
{
    const auto* text = std::getenv (name);
    return text == nullptr ? otherwise : std::uint32_t (std::stoul (text));
}

std::string tagged (const TemporaryFolder& folder, const fs::path& sample)
{
    const auto file = folder.copyOf (sample, "sample" + sample.extension().string());
    tagInPlace (file, someOutline(), EpisodeTags::replace);
    return bytesOf (file);
}

std::size_t somewhere (Random& random, const std::string& bytes)
{
    if (bytes.empty())
        return 0;

    // Structure stands at either end, mostly.
    const auto size = bytes.size();
    const auto part = std::min<std::size_t> (size, 3000);

    switch (random() % 4)
    {
        case 0:
            return random() % size;
        case 1:
            return size - 1 - random() % part;
        default:
            return random() % part;
    }
}

std::string number (Random& random, std::size_t fileSize)
{
    const std::array<std::uint64_t, 16> interesting {
        0, 1, 2, 7, 8, 9, 15, 16, 0x7F, 0x80, 0xFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, fileSize, random()
    };
    auto value = interesting[random() % interesting.size()];
    return boxNumber (value, random() % 5 == 0 ? 8 : 4);
}

void overwrite (std::string& bytes, std::size_t at, std::string_view with)
{
    for (std::size_t i = 0; i < with.size() && at + i < bytes.size(); ++i)
        bytes[at + i] = with[i];
}

/** A place of one of the types that the readers follow. */
std::size_t placeOfType (Random& random, const std::string& bytes)
{
    constexpr std::array<std::string_view, 30> types { "moov", "mvhd", "trak", "tkhd", "mdia", "mdhd",
                                                       "hdlr", "minf", "stbl", "stsd", "stts", "stsc",
                                                       "stsz", "stco", "co64", "tref", "chap", "udta",
                                                       "chpl", "meta", "ilst", "mdat", "free", "ftyp",
                                                       "CHAP", "CTOC", "TIT2", "APIC", "ID3",  "COMM" };
    const auto first = random() % types.size();

    for (std::size_t i = 0; i < types.size(); ++i)
        if (const auto at = bytes.find (types[(first + i) % types.size()]); at != std::string::npos)
            return at;

    return somewhere (random, bytes);
}

void damage (Random& random, std::string& bytes)
{
    const auto at = random() % 2 == 0 ? somewhere (random, bytes) : placeOfType (random, bytes);

    switch (random() % 9)
    {
        case 0:
            overwrite (bytes, at, std::string (1, char (random())));
            break;
        case 1:
            overwrite (bytes, at, number (random, bytes.size()));
            break;
        case 2:
            overwrite (bytes, at - std::min<std::size_t> (at, 4), number (random, bytes.size()));
            break; // the size of an atom
        case 3:
            overwrite (bytes, at + 4 + 4 * (random() % 6), number (random, bytes.size()));
            break; // a field behind a type
        case 4:
            bytes.resize (at);
            break;
        case 5:
            bytes.erase (at, random() % 64);
            break;
        case 6:
            bytes.insert (at, std::string (random() % 64, char (random())));
            break;
        case 7:
            bytes.insert (at, bytes.substr (somewhere (random, bytes), random() % 400));
            break;

        default:
        {
            const auto from = placeOfType (random, bytes);
            overwrite (bytes, at, bytes.substr (from, 4));
            break;
        }
    }
}

void attack (const std::string& original, std::uint32_t usualRounds)
{
    const TemporaryFolder folder;
    const auto rounds = fromEnvironment ("EARMARK_DAMAGE_ROUNDS", usualRounds);
    const auto seed = fromEnvironment ("EARMARK_DAMAGE_SEED", 1);

    for (std::uint32_t round = 0; round < rounds; ++round)
    {
        Random random (seed * 1'000'003 + round);
        auto bytes = original;

        for (auto left = 1 + random() % 4; left > 0; --left)
            damage (random, bytes);

        INFO ("EARMARK_DAMAGE_SEED=" << seed << ", round " << round);
        tryEverything (folder / "damaged", bytes);
    }

    CHECK (peakMemory() < 2'000'000); // KB
}

} // namespace

TEST_CASE ("Damaged MP3 files do no harm and are not harmed")
{
    const TemporaryFolder folder;
    attack (
        tagged (folder, mp3Sample (2, { "-b:a", "32k", "-id3v2_version", "3", "-metadata", "title=Old" })),
        400);
}

TEST_CASE ("Damaged v2.4 tags do no harm and are not harmed")
{
    const auto chapter =
        "c" + std::string (1, '\0') + id3Plain (0) + id3Plain (1000) + id3Plain (0xFFFFFFFF)
        + id3Plain (0xFFFFFFFF) + id3Frame4 ("TIT2", "\3Old")
        + id3Frame4 ("APIC", "\3image/png" + std::string (1, '\0') + "\3" + std::string (1, '\0') + "pic");
    const auto contents =
        "t" + std::string (1, '\0') + "\3\1c" + std::string (1, '\0') + id3Frame4 ("TIT2", "\3List");
    const auto body = id3Frame4 ("TIT2", "\3Title") + id3Frame4 ("CTOC", contents)
                      + id3Frame4 ("CHAP", chapter)
                      + id3Frame4 ("TPE1",
                                   "\3"
                                   "A" + std::string (1, '\0')
                                       + "B")
                      + id3Frame4 ("TXXX", "\3n" + std::string (1, '\0') + "v")
                      + id3Frame4 ("TIPL", "\3p" + std::string (1, '\0') + "P")
                      + id3Frame4 ("COMM", "\3engd" + std::string (1, '\0') + "text")
                      + id3Frame4 ("GEOB",
                                   "\3m" + std::string (1, '\0') + "f" + std::string (1, '\0') + "d"
                                       + std::string (1, '\0') + "data")
                      + id3Frame4 ("TDRC",
                                   "\3"
                                   "2024-03-09T16:40:00");
    attack (id3Tag (4, body + std::string (50, '\0')) + bytesOf (bareMp3 (2)), 400);
}

TEST_CASE ("Damaged M4A files do no harm and are not harmed")
{
    const TemporaryFolder folder;

    SECTION ("moov first")
    {
        attack (tagged (folder, m4aFaststart (2)), 300);
    }
    SECTION ("moov last")
    {
        attack (tagged (folder, m4aMoovLast (2)), 300);
    }

    SECTION ("chapters by ffmpeg")
    {
        attack (bytesOf (ffmpegAudio (".m4a",
                                      6,
                                      { "-i",
                                        chapterMetadata().string(),
                                        "-map",
                                        "0:a",
                                        "-map_chapters",
                                        "1",
                                        "-b:a",
                                        "32k",
                                        "-movflags",
                                        "+faststart" })),
                300);
    }

    SECTION ("by hand, with titles and pictures")
    {
        MiniMovie movie { .chunks = { 0, 400, 1000 }, .mdatPayload = 1600, .nextTrackId = 6 };
        movie.insideTrack = box ("tref", box ("chap", boxNumber (2, 4) + boxNumber (3, 4)));
        movie.insideMoov =
            box ("udta", fullBox ("chpl", 1, 0, boxNumber (1, 5) + boxNumber (0, 8) + "\3One"));
        movie.moreTracks = { { 2, "text", "text", { 200, 600 } },
                             { 3, "vide", "jpeg", { 800, 1200 } },
                             { 4, "text", "tx3g", { 1400 } },
                             { 5, "vide", "jpeg", { 1200 } } };
        attack (movie.bytes(), 600);
    }
}

TEST_CASE ("Every truncation of a small file is harmless")
{
    const TemporaryFolder folder;
    const auto movie = MiniMovie {}.bytes();

    for (std::size_t size = 0; size < movie.size(); size += 3)
        tryEverything (folder / "cut.m4a", movie.substr (0, size));

    const auto tag =
        id3Tag (
            3,
            id3Frame3 ("CHAP", "c" + std::string (17, '\0') + id3Frame3 ("TIT2", std::string ("\0Title", 6)))
                + std::string (30, '\0'))
        + bytesOf (bareMp3 (1)).substr (0, 1500);

    for (std::size_t size = 0; size < tag.size(); size += 3)
        tryEverything (folder / "cut.mp3", tag.substr (0, size));
}

} // namespace earmark
