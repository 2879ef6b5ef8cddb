// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/MovieSamples.h"
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// MP4 files that are wrong, or would be.

namespace earmark
{

using namespace tests;
namespace fs = std::filesystem;

//======================================================================================================
// What is not written

TEST_CASE ("MP4 files that chapters would harm are refused with a sentence, and stay as they were")
{
    const TemporaryFolder folder;

    const auto refusal = [&] (const std::string& bytes)
    {
        const auto file = folder.file ("a.m4a", bytes);
        const auto error = mustFail (planWrite (file, evenOutline (2, 1000)));
        CHECK (hasBytes (file, bytes));
        CHECK (error.message.ends_with ('.'));
        return error;
    };

    SECTION ("fragmented")
    {
        for (const auto* flags :
             { "frag_keyframe+empty_moov", "frag_keyframe", "dash", "empty_moov+default_base_moof" })
        {
            const auto sample =
                ffmpegAudio (".mp4", 4, { "-b:a", "64k", "-movflags", flags, "-frag_duration", "1000000" });
            const auto error = refusal (bytesOf (sample));
            CHECK (error.kind == Error::Kind::unsupported);
            CHECK (error.message.find ("fragmented") != std::string::npos);
        }
    }

    SECTION ("encrypted")
    {
        const auto sample = ffmpegAudio (".mp4",
                                         4,
                                         { "-b:a",
                                           "64k",
                                           "-encryption_scheme",
                                           "cenc-aes-ctr",
                                           "-encryption_key",
                                           "76a6c65c5ea762046bd749a2e632ccbb",
                                           "-encryption_kid",
                                           "a7e61c373e219033c21091fa607bf3b8" });
        CHECK (refusal (bytesOf (sample)).message.find ("encrypted") != std::string::npos);
        CHECK (refusal (MiniMovie { .sampleFormat = "enca" }.bytes()).message.find ("encrypted")
               != std::string::npos);
        CHECK (refusal (MiniMovie { .sampleFormat = "drms" }.bytes()).message.find ("encrypted")
               != std::string::npos);
    }

    SECTION ("without audio")
    {
        CHECK (refusal (MiniMovie { .handler = "vide" }.bytes()).message.find ("no audio")
               != std::string::npos);
        CHECK (refusal (box ("ftyp", "M4A ") + box ("moov", {})).kind == Error::Kind::malformed);
    }

    SECTION ("without moov")
    {
        CHECK (refusal (box ("ftyp", "M4A ") + box ("mdat", std::string (1000, 'x'))).message.find ("moov")
               != std::string::npos);
    }

    SECTION ("with two of them")
    {
        const auto bytes = MiniMovie {}.bytes();
        CHECK (refusal (bytes + bytes.substr (24)).kind == Error::Kind::malformed);
    }

    SECTION ("with items at fixed positions")
    {
        CHECK (refusal (MiniMovie {
                            .atEnd = fullBox ("meta", 0, 0, fullBox ("hdlr", 0, 0, std::string (20, '\0'))) }
                            .bytes())
                   .kind
               == Error::Kind::unsupported);
    }

    SECTION ("with positions outside the sample tables")
    {
        const auto meta = fullBox (
            "meta", 0, 0, fullBox ("hdlr", 0, 0, std::string (20, '\0')) + fullBox ("iloc", 0, 0, "x"));
        CHECK (refusal (MiniMovie { .insideMoov = meta }.bytes()).kind == Error::Kind::unsupported);
        CHECK (refusal (MiniMovie { .insideMoov = box ("udta", meta) }.bytes()).kind
               == Error::Kind::unsupported);
    }

    SECTION ("with a movie header that is cut off")
    {
        auto bytes = MiniMovie {}.bytes();
        const auto at = bytes.find ("mvhd") - 4;
        bytes.replace (at,
                       108,
                       boxNumber (40, 4) + "mvhd" + bytes.substr (at + 8, 32)
                           + box ("free", std::string (60, '\0')));
        CHECK (refusal (bytes).kind == Error::Kind::malformed);
    }

    SECTION ("cut off anywhere")
    {
        for (const auto& sample : { m4aFaststart (4), m4aMoovLast (4) })
        {
            const auto bytes = bytesOf (sample);

            for (std::size_t i = 1; i < 60; ++i)
            {
                const auto cut = bytes.substr (0, bytes.size() * i / 60);
                const auto kind = refusal (cut).kind;
                CHECK ((kind == Error::Kind::malformed || kind == Error::Kind::unsupported));
            }

            for (std::size_t n = 1; n < 40; ++n)
                CHECK (refusal (bytes.substr (0, n)).kind != Error::Kind::mismatch);
        }
    }

    SECTION ("shorter than the outline")
    {
        CHECK (refusal (MiniMovie { .seconds = 1 }.bytes()).kind == Error::Kind::mismatch);
    }
}

TEST_CASE ("Sample tables that point to nowhere or contradict each other never harm a file")
{
    const TemporaryFolder folder;
    const auto n32 = [] (std::uint64_t n) { return boxNumber (n, 4); };

    const auto table = [&] (std::string runs, std::string sizes, std::string offsets)
    {
        return box ("stbl",
                    fullBox ("stsd", 0, 0, n32 (0)) + fullBox ("stts", 0, 0, n32 (1) + n32 (6) + n32 (1024))
                        + runs + sizes + offsets);
    };

    const auto runs = fullBox ("stsc", 0, 0, n32 (1) + n32 (1) + n32 (2) + n32 (1));
    const auto sizes = fullBox ("stsz", 0, 0, n32 (100) + n32 (6));

    const std::vector<std::pair<std::string_view, std::string>> cases {
        { "offsets beyond the end", table (runs, sizes, fullBox ("stco", 0, 0, n32 (1) + n32 (0x7FFFFFFF))) },
        { "offsets into moov", table (runs, sizes, fullBox ("stco", 0, 0, n32 (1) + n32 (60))) },
        { "offsets of 64 bits beyond any file",
          table (runs, sizes, fullBox ("co64", 0, 0, n32 (1) + boxNumber (~std::uint64_t (0) - 3, 8))) },
        { "a count beyond its atom",
          table (runs, sizes, fullBox ("stco", 0, 0, n32 (0xFFFFFFFF) + n32 (800))) },
        { "a count of runs beyond its atom",
          table (fullBox ("stsc", 0, 0, n32 (0xFFFFFFFF)), sizes, fullBox ("stco", 0, 0, n32 (0))) },
        { "a count of sizes beyond its atom",
          table (runs, fullBox ("stsz", 0, 0, n32 (0) + n32 (0xFFFFFFFF)), fullBox ("stco", 0, 0, n32 (0))) },
        { "huge samples",
          table (runs,
                 fullBox ("stsz", 0, 0, n32 (0xFFFFFFFF) + n32 (0xFFFFFFFF)),
                 fullBox ("stco", 0, 0, n32 (1) + n32 (800))) },
        { "a run of chunk 0",
          table (fullBox ("stsc", 0, 0, n32 (1) + n32 (0) + n32 (0xFFFFFFFF) + n32 (1)),
                 sizes,
                 fullBox ("stco", 0, 0, n32 (1) + n32 (800))) },
        { "no tables", box ("stbl", {}) },
        { "empty tables", box ("stbl", box ("stco", {}) + box ("stsc", {}) + box ("stsz", {})) },
        { "no sample table", box ("free", {}) },
        { "two tables of offsets",
          table (runs,
                 sizes,
                 fullBox ("stco", 0, 0, n32 (1) + n32 (800))
                     + fullBox ("co64", 0, 0, n32 (1) + boxNumber (800, 8))) },
        { "sizes of a strange width",
          table (runs,
                 fullBox ("stz2", 0, 0, n32 (5) + n32 (1) + n32 (0)),
                 fullBox ("stco", 0, 0, n32 (1) + n32 (800))) },
        { "compact sizes beyond their atom",
          table (runs,
                 fullBox ("stz2", 0, 0, n32 (4) + n32 (1000) + n32 (0)),
                 fullBox ("stco", 0, 0, n32 (1) + n32 (800))) },
        { "samples across the end of their atom",
          table (runs,
                 fullBox ("stsz", 0, 0, n32 (390) + n32 (2)),
                 fullBox ("stco", 0, 0, n32 (1) + n32 (700))) },
    };

    for (const auto& [name, stbl] : cases)
    {
        DYNAMIC_SECTION (name)
        {
            const auto bytes = MiniMovie { .sampleTable = stbl }.bytes();
            const auto file = folder.file ("a.m4a", bytes);
            std::ignore = readTaggedFile (file);
            const auto plan = planWrite (file, evenOutline (2, 1000));

            // Either it is refused, or all the audio's bytes are still there.
            if (plan)
            {
                must (carryOut (*plan, file));
                CHECK ((bytesOf (file).find (bytes.substr (bytes.size() - 600)) != std::string::npos));
                stripInPlace (file);
                CHECK (hasBytes (file, bytes));
            }
            else
            {
                CHECK (hasBytes (file, bytes));
            }
        }
    }
}

TEST_CASE ("A movie of nothing but moov has no audio bytes to move, and gives no crash")
{
    const TemporaryFolder folder;
    const auto bytes = MiniMovie { .chunks = {}, .mdatPayload = 0 }.bytes();
    const auto moov = bytes.substr (24, bytes.size() - 24 - 8);
    const auto file = folder.file ("a.m4a", moov);
    std::ignore = readTaggedFile (file);
    const auto plan = planWrite (file, evenOutline (2, 1000));
    CHECK ((plan || ! plan.error().message.empty()));
}

} // namespace earmark
