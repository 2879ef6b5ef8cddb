// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp4Checks.h"
#include "Tagging/TagsBehind.h"

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

TEST_CASE ("Nero's list in a second user data is read, told of, replaced and taken out")
{
    const TemporaryFolder folder;
    const auto entry = [] (std::uint64_t seconds, std::string_view title)
    { return boxNumber (seconds * 10'000'000, 8) + boxNumber (title.size(), 1) + std::string (title); };
    const auto first = box ("udta", box ("abcd", "x"));

    for (const int version : { 0, 1 })
    {
        CAPTURE (version);

        // Of three entries the list counts two.
        const auto list = std::string (version == 0 ? 0 : 4, '\0') + boxNumber (2, 1) + entry (20, "Caf\xE9")
                          + entry (0, "Fog") + entry (40, "No entry");
        const MiniMovie movie { .moovFirst = false,
                                .insideMoov = first + box ("udta", fullBox ("chpl", version, 0, list)) };
        const auto file = folder.file ("a.m4a", movie.bytes());
        const auto read = must (readTaggedFile (file));
        REQUIRE (read.lists.size() == 1);
        CHECK (read.lists[0].form == "Nero");
        CHECK (listOf (read.outline) == Listed { { 0, "Fog" }, { 20'000, "Café" } });
        CHECK (says (read.notices, "Titles in the Nero list are not UTF-8"));

        DYNAMIC_SECTION ("replaced, in version " << version)
        {
            tagInPlace (file, evenOutline (3, 1000));
            const auto checked = checkMp4 (file);
            CHECK (checked["problems"] == Json::array());
            CHECK (checkedList (checked["nero"]) == listOf (evenOutline (3, 1000)));
            CHECK (must (readTaggedFile (file)).lists.size() == 2);
            CHECK (must (planWrite (file, evenOutline (3, 1000))).changesNothing);
        }

        DYNAMIC_SECTION ("taken out, in version " << version)
        {
            stripInPlace (file);
            CHECK (hasBytes (file, MiniMovie { .moovFirst = false, .insideMoov = first }.bytes()));
        }
    }

    // A list in the first one is read before that of a second.
    const auto one = fullBox ("chpl", 1, 0, boxNumber (1, 5) + entry (0, "One"));
    const auto two = fullBox ("chpl", 1, 0, boxNumber (1, 5) + entry (0, "Two"));
    const MiniMovie both { .insideMoov = box ("udta", one) + box ("udta", two) };
    CHECK (must (readTaggedFile (folder.file ("b.m4a", both.bytes()))).outline.chapters[0].title == "One");
}

TEST_CASE ("A list of Nero's without a size is somebody's bytes, and stays when chapters come and go")
{
    const TemporaryFolder folder;
    const auto entry = boxNumber (0, 8) + boxNumber (1, 1) + "A";
    auto list = fullBox ("chpl", 1, 0, boxNumber (0, 4) + boxNumber (1, 1) + entry);
    list.replace (0, 4, 4, '\0');
    const MiniMovie movie { .insideMoov = box ("udta", box ("abcd", "x") + list) };
    const auto file = folder.file ("a.m4a", movie.bytes());
    CHECK (must (readTaggedFile (file)).lists.empty());
    tagInPlace (file, evenOutline (3, 1000));
    CHECK (must (readTaggedFile (file)).lists.size() == 2);
    stripInPlace (file);
    CHECK (hasBytes (file, movie.bytes()));
}

TEST_CASE ("An ID3v1 or APE tag behind the last atom is somebody's, and stays there")
{
    const TemporaryFolder folder;

    // A length of 65,536 would be an atom of 256 bytes, if the tag were taken for atoms.
    const ApeItems large { { "Cover Art (Front)", std::string (65'536, '\1') }, { "Title", "Old" } };
    const std::vector<std::pair<std::string_view, std::string>> tails {
        { "ID3v1", id3v1Tag() },
        { "APEv2", apeTag() },
        { "APEv2 and ID3v1", apeTag() + id3v1Tag() },
        { "APEv2 without a header", apeTag (large, false) },
        { "a large APEv2", apeTag ({ { "Cover Art (Front)", std::string (2u << 20, '\0') } }) },
    };

    for (const auto& sample : { m4aFaststart (10), m4aMoovLast (10) })
        for (const auto& [name, tail] : tails)
        {
            DYNAMIC_SECTION (name << " behind " << sample.filename().string())
            {
                const auto whole = bytesOf (sample);
                const auto file = folder.file ("a.m4a", whole + tail);
                const auto before = checkMp4 (sample);
                const auto sound = audioHash (file);
                const auto read = must (readTaggedFile (file));
                CHECK (says (read.notices, "ends with an ID3v1 or APE tag"));
                CHECK (read.length == must (readTaggedFile (sample)).length);

                const auto plan = tagInPlace (file, evenOutline (3, 1000));
                CHECK (says (plan.edit.notices, "ends with an ID3v1 or APE tag"));
                const auto tagged = bytesOf (file);
                CHECK ((tagged.ends_with (tail)));
                checkUntouched (
                    before, checkMp4 (folder.file ("b.m4a", tagged.substr (0, tagged.size() - tail.size()))));
                CHECK (audioHash (file) == sound);
                CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (3, 1000)));
                CHECK (must (readTaggedFile (file)).lists.size() == 2);
                CHECK (must (planWrite (file, evenOutline (3, 1000), { .episodeTags = EpisodeTags::keep }))
                           .changesNothing);

                CHECK (says (stripInPlace (file).edit.notices, "ends with an ID3v1 or APE tag"));
                CHECK (hasBytes (file, whole + tail));
                CHECK (must (planStrip (file)).changesNothing);
            }
        }
}

TEST_CASE (
    "A tag at its end makes no whole file of one that is cut off, and what only looks like one is audio")
{
    const TemporaryFolder folder;
    const auto whole = MiniMovie {}.bytes();

    for (const auto& tail : { id3v1Tag(), apeTag(), "TAG" + std::string (124, 'x'), std::string ("abc") })
        for (const std::size_t missing : { 1u, 300u })
            CHECK (
                mustFail (planWrite (folder.file ("a.m4a", whole.substr (0, whole.size() - missing) + tail),
                                     evenOutline (2, 1000)))
                    .kind
                == Error::Kind::malformed);

    CHECK (mustFail (planStrip (folder.file ("a.m4a", whole + id3v1Tag() + "x"))).kind
           == Error::Kind::malformed);

    auto audio = whole;
    audio.replace (audio.size() - 128, 3, "TAG");
    const auto file = folder.file ("a.m4a", audio);
    CHECK_FALSE (says (must (readTaggedFile (file)).notices, "ID3v1"));
    tagInPlace (file, evenOutline (2, 1000));
    CHECK ((bytesOf (file).ends_with (audio.substr (audio.size() - 600))));
    stripInPlace (file);
    CHECK (hasBytes (file, audio));
}

} // namespace earmark
