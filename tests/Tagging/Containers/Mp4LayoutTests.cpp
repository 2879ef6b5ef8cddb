// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Audit.h"
#include "Tagging/Containers/Mp4Checks.h"

#include <catch2/catch_test_macros.hpp>

// Where atoms, audio and offsets lie after an edit.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

std::string typesOf (const Json& top)
{
    std::string types;

    for (const auto& atom : top)
        types += (types.empty() ? "" : " ") + atom[0].get<std::string>();

    return types;
}

Json checkedAfter (const MiniMovie& movie, const Outline& outline, const TemporaryFolder& folder)
{
    const auto file = folder.file ("mini.m4a", movie.bytes());
    tagInPlace (file, outline);
    return checkMp4 (file);
}

} // namespace

TEST_CASE ("moov stays in front of the audio where it was, and the audio moves by whole blocks")
{
    const TemporaryFolder folder;
    const auto audioAt = [] (const fs::path& file)
    {
        // The first mdat that is not ours: the largest.
        std::uint64_t at = 0, largest = 0, found = 0;

        for (const auto& atom : checkMp4 (file)["top"])
        {
            const auto size = atom[1].get<std::uint64_t>();

            if (atom[0] == "mdat" && size > largest)
            {
                largest = size;
                found = at;
            }

            at += size;
        }

        return found;
    };

    const auto first = folder.copyOf (m4aFaststart (10), "first.m4a");
    const auto before = audioAt (first);
    tagInPlace (first, manyScripts());
    CHECK (typesOf (checkMp4 (first)["top"]).starts_with ("ftyp moov free mdat free mdat"));
    CHECK ((audioAt (first) - before) % 4096 == 0);

    const auto last = folder.copyOf (m4aMoovLast (10), "last.m4a");
    const auto lastBefore = audioAt (last);
    tagInPlace (last, manyScripts());
    CHECK (typesOf (checkMp4 (last)["top"]) == "ftyp free mdat mdat moov");
    CHECK (audioAt (last) == lastBefore);
}

//======================================================================================================
// Unusual files

TEST_CASE ("Media atoms of every form are kept in their form")
{
    const TemporaryFolder folder;
    const auto outline = evenOutline (3, 1000);

    for (const auto form : { MiniMovie::Mdat::plain, MiniMovie::Mdat::wide, MiniMovie::Mdat::toEnd })
    {
        for (const bool moovFirst : { true, false })
        {
            if (form == MiniMovie::Mdat::toEnd && ! moovFirst)
                continue;

            DYNAMIC_SECTION ("form " << int (form) << (moovFirst ? ", moov first" : ", moov last"))
            {
                const MiniMovie movie { .moovFirst = moovFirst, .mdat = form };
                const auto original = movie.bytes();
                const auto file = folder.file ("a.m4a", original);
                const auto before = checkMp4 (file);
                REQUIRE (before["problems"] == Json::array());

                for (int round = 0; round < 2; ++round)
                {
                    tagInPlace (file, outline);
                    const auto after = checkMp4 (file);
                    CHECK (after["problems"] == Json::array());
                    checkUntouched (before, after);
                    CHECK (after["unused"] == 0);
                    CHECK (checkedList (after["quicktime"]) == listOf (outline));
                }

                if (form == MiniMovie::Mdat::toEnd)
                    CHECK ((bytesOf (file).find (boxNumber (0, 4) + "mdat") != std::string::npos));

                stripInPlace (file);
                CHECK (hasBytes (file, original));
            }
        }
    }
}

TEST_CASE ("Durations are in the time scale of the movie, also beyond 32 bits")
{
    const TemporaryFolder folder;

    for (const std::uint32_t timescale : { 600u, 1000u, 44100u, 90000u })
    {
        for (const std::uint64_t seconds : { 60ull, 100'000ull, 216'000ull })
        {
            DYNAMIC_SECTION ("time scale " << timescale << ", " << seconds << " s")
            {
                const auto outline = evenOutline (100, std::int64_t (seconds) * 10);
                const auto checked =
                    checkedAfter ({ .movieTimescale = timescale, .seconds = seconds }, outline, folder);
                CHECK (checked["problems"] == Json::array());
                CHECK (checked["tracks"][1]["duration"] == seconds * timescale);
                CHECK (checkedList (checked["quicktime"]) == listOf (outline));
                CHECK (listOf (readBy ({ "ffprobe" }, folder / "mini.m4a")["ffprobe"]) == listOf (outline));
            }
        }
    }
}

TEST_CASE ("Chunk offsets become 64 bits wide when the file grows past 4 GiB")
{
    const TemporaryFolder folder;
    constexpr std::uint64_t fourGiB = 1ull << 32;

    const auto edit = [&] (const std::shared_ptr<const ByteSource>& source)
    {
        const auto* container = containerOf (*source);
        REQUIRE (container != nullptr);
        const auto made =
            must (container->write (source, evenOutline (3, 1000), { .episodeTags = EpisodeTags::keep }));

        // Both lists read back, also where TagLib sees none.
        must (auditEdit (*container, made));
        must (auditChapters (*container, std::make_shared<EditedSource> (made.result), made.expected));
        return made.result;
    };

    const auto check = [&] (const MiniMovie& movie, std::string_view width)
    {
        const auto source = movie.source();
        writeSparse (PieceTable (source), folder / "before.m4a");
        writeSparse (edit (source), folder / "after.m4a");
        const auto before = checkMp4 (folder / "before.m4a"), after = checkMp4 (folder / "after.m4a");
        CHECK (before["problems"] == Json::array());
        checkUntouched (before, after);
        CHECK (after["tracks"][0]["offsets"] == width);
        CHECK (checkedList (after["quicktime"]) == listOf (evenOutline (3, 1000)));
        CHECK (listOf (readBy ({ "ffprobe" }, folder / "after.m4a")["ffprobe"])
               == listOf (evenOutline (3, 1000)));
        return after;
    };

    SECTION ("because moov in front grows")
    {
        check ({ .chunks = { 0, fourGiB - 2000 }, .mdatPayload = fourGiB - 1500 }, "co64");
    }

    SECTION ("not before that")
    {
        check ({ .chunks = { 0, fourGiB - 20'000 }, .mdatPayload = fourGiB - 19'000 }, "stco");
    }

    SECTION ("only for the chapters, where the audio does not move")
    {
        const auto after = check ({ .moovFirst = false,
                                    .mdat = MiniMovie::Mdat::wide,
                                    .chunks = { 0, fourGiB - 2000 },
                                    .mdatPayload = fourGiB + 5000 },
                                  "co64");
        CHECK (after["tracks"][1]["offsets"] == "co64");
    }

    SECTION ("where they were wide before")
    {
        const auto after = check ({ .mdat = MiniMovie::Mdat::wide,
                                    .wideOffsets = true,
                                    .chunks = { 0, 3 * fourGiB },
                                    .mdatPayload = 3 * fourGiB + 200 },
                                  "co64");
        CHECK (after["tracks"][1]["offsets"] == "stco");
    }

    SECTION ("and a wide table of a small file stays wide")
    {
        check ({ .wideOffsets = true }, "co64");
    }
}

} // namespace earmark
