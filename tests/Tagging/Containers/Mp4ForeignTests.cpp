// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp4Checks.h"

#include <catch2/catch_test_macros.hpp>

// What is in an MP4 already: atoms, tracks and chapters of others.

namespace earmark
{

using namespace tests;
namespace fs = std::filesystem;

TEST_CASE ("Atoms that nobody knows stay where they are, byte for byte")
{
    const TemporaryFolder folder;
    const auto strange = box ("strg", "nobody knows this") + box ("uuid", std::string (40, '\7'));
    const auto somebodys = box ("free", "somebody's bytes in a free atom");
    const auto padding = box ("free", std::string (100, '\0'));

    const std::vector<std::pair<std::string_view, MiniMovie>> movies {
        { "in front", { .inFront = strange + padding } },
        { "behind moov", { .behindMoov = strange } },
        { "behind moov, after padding", { .behindMoov = padding + strange } },
        { "somebody's free atom behind moov", { .behindMoov = somebodys } },
        { "at the end", { .atEnd = strange + padding } },
        { "behind a moov that is last", { .moovFirst = false, .behindMoov = strange } },
        { "padding behind a moov that is last", { .moovFirst = false, .behindMoov = padding } },
        { "inside moov", { .insideMoov = strange + box ("udta", strange) } },
        { "inside moov, with a zero behind the user data",
          { .insideMoov = box ("udta", strange + std::string (4, '\0')) } },
        { "inside the track", { .insideTrack = strange + box ("tref", box ("hint", boxNumber (1, 4))) } },
        { "metadata of an unknown kind", { .insideMoov = box ("udta", box ("meta", "??")) } },
    };

    for (const auto& [name, movie] : movies)
    {
        DYNAMIC_SECTION (name)
        {
            const auto original = movie.bytes();
            const auto file = folder.file ("a.m4a", original);
            const auto before = checkMp4 (file);
            tagInPlace (file, evenOutline (3, 1000));
            const auto after = checkMp4 (file);
            checkUntouched (before, after);
            CHECK (must (planWrite (file, evenOutline (3, 1000), { .episodeTags = EpisodeTags::keep }))
                       .changesNothing);
            stripInPlace (file);
            CHECK (hasBytes (file, original));
        }
    }
}

TEST_CASE ("The number of the next track is always free, and goes back when the chapters go")
{
    const TemporaryFolder folder;

    struct Case
    {
        std::uint32_t track, next;
    };

    for (const auto [track, next] : { Case { 1, 2 },
                                      Case { 1, 3 },
                                      Case { 7, 8 },
                                      Case { 7, 100 },
                                      Case { 5, 1 },
                                      Case { 1, 0xFFFFFFFF },
                                      Case { 0xFFFFFFFE, 0xFFFFFFFF },
                                      Case { 0xFFFFFFFF, 2 },
                                      Case { 0x7FFFFFFF, 0x80000000 } })
    {
        DYNAMIC_SECTION ("track " << track << ", next " << next)
        {
            const auto original = MiniMovie { .trackId = track, .nextTrackId = next }.bytes();
            const auto file = folder.file ("a.m4a", original);
            const auto before = checkMp4 (file);

            for (int round = 0; round < 3; ++round)
            {
                tagInPlace (file, evenOutline (std::size_t (2 + round), 1000));
                const auto after = checkMp4 (file);
                CHECK (newProblems (before, after) == Json::array());
                CHECK (after["tracks"].size() == 2);
                CHECK (after["tracks"][0]["id"] == track);
                CHECK (after["tracks"][1]["id"] != track);
                CHECK (after["tracks"][1]["id"] != 0);
            }

            stripInPlace (file);

            if (next > track)
                CHECK (hasBytes (file, original));
        }
    }
}

TEST_CASE ("An audio track that is named as chapters is somebody's, and stays")
{
    const TemporaryFolder folder;
    const MiniMovie movie { .insideTrack = box ("tref", box ("chap", boxNumber (1, 4))) };
    const auto file = folder.file ("a.m4a", movie.bytes());
    const auto before = checkMp4 (file);
    tagInPlace (file, evenOutline (3, 1000));
    const auto after = checkMp4 (file);
    CHECK (after["problems"] == Json::array());
    CHECK (after["tracks"][0]["sha"] == before["tracks"][0]["sha"]);
    CHECK (after["tracks"][0]["references"]["chap"] == Json::array ({ 2 }));
    stripInPlace (file);
    CHECK (Json::diff (contentTracks (checkMp4 (file)), contentTracks (before)) == Json::array());
}

TEST_CASE ("Titles and pictures of an enhanced podcast go together, with their samples, and nobody else's")
{
    const TemporaryFolder folder;

    // Audio, titles, audio, pictures, audio; a subtitle track that nobody names; one picture that the cover track uses, too.
    MiniMovie movie { .chunks = { 0, 400, 1000 }, .mdatPayload = 1600, .nextTrackId = 6 };
    movie.insideTrack = box ("tref", box ("chap", boxNumber (2, 4) + boxNumber (3, 4)));
    movie.moreTracks = { { 2, "text", "text", { 200, 600 } },
                         { 3, "vide", "jpeg", { 800, 1200 } },
                         { 4, "text", "tx3g", { 1400 } },
                         { 5, "vide", "jpeg", { 1200 } } };

    const auto file = folder.file ("a.m4a", movie.bytes());
    const auto before = checkMp4 (file);
    tagInPlace (file, evenOutline (3, 1000));
    const auto after = checkMp4 (file);

    std::vector<std::uint32_t> ids;

    for (const auto& track : after["tracks"])
        ids.push_back (track["id"]);

    CHECK (ids == std::vector<std::uint32_t> { 1, 4, 5, 6 });
    CHECK (after["problems"] == Json::array());
    CHECK (Json::diff (contentTracks (before), contentTracks (after)) == Json::array());
    CHECK (after["unused"] == 0);

    stripInPlace (file);
    const auto stripped = checkMp4 (file);
    CHECK (stripped["tracks"].size() == 3);
    CHECK (stripped["unused"] == 0);
    CHECK (Json::diff (contentTracks (before), contentTracks (stripped)) == Json::array());
}

TEST_CASE ("References to chapters that do not exist are taken out")
{
    const TemporaryFolder folder;
    const MiniMovie movie { .insideTrack = box (
                                "tref", box ("chap", boxNumber (9, 4)) + box ("sync", boxNumber (1, 4))) };
    const auto file = folder.file ("a.m4a", movie.bytes());
    tagInPlace (file, evenOutline (3, 1000));
    const auto after = checkMp4 (file);
    CHECK (after["problems"] == Json::array());
    CHECK (after["tracks"][0]["references"] == Json ({ { "chap", { 2 } }, { "sync", { 1 } } }));
}

TEST_CASE ("Several lists of Nero's kind all go")
{
    const TemporaryFolder folder;
    const auto list = fullBox ("chpl", 1, 0, boxNumber (0, 5));
    const auto file = folder.file (
        "a.m4a",
        MiniMovie { .insideMoov = box ("udta", list) + box ("udta", box ("abcd", "x") + list) }.bytes());
    tagInPlace (file, evenOutline (3, 1000));
    CHECK (checkMp4 (file)["problems"] == Json::array());
    stripInPlace (file);
    CHECK ((bytesOf (file).find ("chpl") == std::string::npos));
    CHECK ((bytesOf (file).find ("abcd") != std::string::npos));
}

} // namespace earmark
