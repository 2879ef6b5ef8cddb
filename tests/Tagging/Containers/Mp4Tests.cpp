// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/MovieSamples.h"
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>

// MP4 files as a whole, judged by other programs and by our strict checker.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

Listed checkedList (const Json& chapters)
{
    Listed list;

    for (const auto& chapter : chapters)
        list.emplace_back (chapter[0].get<std::int64_t>(), chapter[1].get<std::string>());

    return list;
}

/** Without the problems that the file had before. */
Json newProblems (const Json& before, const Json& after)
{
    auto problems = Json::array();

    for (const auto& problem : after["problems"])
        if (! std::ranges::contains (before["problems"], problem))
            problems.push_back (problem);

    return problems;
}

/** The tracks that are nobody's chapters, with what a chapter writer must not change. */
Json contentTracks (const Json& checked)
{
    std::vector<std::uint32_t> chapters;

    for (const auto& track : checked["tracks"])
        if (track["references"].contains ("chap"))
            for (const auto& id : track["references"]["chap"])
                chapters.push_back (id.get<std::uint32_t>());

    auto tracks = Json::array();

    for (auto track : checked["tracks"])
    {
        if (track["handler"] != "soun" && std::ranges::contains (chapters, track["id"].get<std::uint32_t>()))
            continue;

        track["references"].erase ("chap");
        track.erase ("offsets");
        tracks.push_back (track);
    }

    return tracks;
}

void checkUntouched (const Json& before, const Json& after)
{
    CHECK (newProblems (before, after) == Json::array());
    CHECK (Json::diff (contentTracks (before), contentTracks (after)) == Json::array());
    CHECK (Json::diff (before["foreign"], after["foreign"]) == Json::array());
}

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

const std::vector<std::string> readers { "ffprobe", "mutagen", "mediainfo" };

void checkRoundTrip (const MovieSample& sample)
{
    INFO (sample.name);
    const TemporaryFolder folder;
    const auto untouched = sample.file();
    const auto file = folder.copyOf (untouched, "a" + sample.suffix);
    const auto original = bytesOf (file);
    const auto outline = manyScripts();
    const auto keptAs = [&] (std::string_view name)
    { return folder.copyOf (file, std::string (name) + sample.suffix); };

    if (sample.hasChapters)
    {
        const auto chapters = must (readTaggedFile (file)).outline.chapters;
        REQUIRE (chapters.size() == 3);
        CHECK (chapters[1].title == "Zwei, grün 🎧");
    }

    tagInPlace (file, outline);
    const auto once = bytesOf (file);
    const auto taggedFile = keptAs ("tagged");

    // The second time writes nothing, and other chapters leave nothing of the first behind.
    CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::keep })).changesNothing);
    tagInPlace (file, evenOutline (3, 1000));
    const auto otherFile = keptAs ("other");
    tagInPlace (file, outline);
    CHECK (hasBytes (file, once));
    stripInPlace (file);
    CHECK (must (planStrip (file)).changesNothing);

    if (! sample.hasChapters)
        CHECK (hasBytes (file, original));

    const auto checked = checkMp4 ({ untouched, taggedFile, otherFile, file });
    const auto &before = checked[0], &tagged = checked[1], &other = checked[2], &stripped = checked[3];
    checkUntouched (before, tagged);
    checkUntouched (before, stripped);
    CHECK (checkedList (tagged["quicktime"]) == listOf (outline));
    CHECK (checkedList (tagged["nero"]) == listOf (outline));
    CHECK (tagged["next"] == tagged["tracks"].size() + 1);
    CHECK (other["unused"] == tagged["unused"]);
    CHECK (stripped["quicktime"].empty());
    CHECK (stripped["nero"].empty());

    CHECK (listOf (readBy ({ "ffprobe" }, taggedFile)["ffprobe"]) == listOf (outline));
    CHECK (audioHash (taggedFile) == audioHash (untouched));
}

void checkRoundTrips (MovieKind kind)
{
    for (const auto& sample : movieSamples (kind))
        checkRoundTrip (sample);
}

} // namespace

TEST_CASE ("Chapters of an M4A are the same to every reader")
{
    const TemporaryFolder folder;

    for (const auto& sample : { m4aFaststart (10), m4aMoovLast (10) })
    {
        const auto file = folder.copyOf (sample, "a.m4a");
        const auto audio = audioHash (file);
        const auto outline = manyScripts();
        tagInPlace (file, outline);

        const auto read = readBy (readers, file);
        CHECK (listOf (read["ffprobe"]) == listOf (outline));
        CHECK (listOf (read["mutagen"]) == listOf (outline));
        CHECK (listOf (read["mediainfo"]) == listOf (outline));

        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checkedList (checked["quicktime"]) == listOf (outline));
        CHECK (checkedList (checked["nero"]) == listOf (outline));
        CHECK (audioHash (file) == audio);

        const auto tagged = must (readTaggedFile (file));
        REQUIRE (tagged.lists.size() == 2);
        CHECK (listOf (tagged.outline) == listOf (outline));
        CHECK (tagged.length == Duration::fromSeconds (10));
        CHECK (tagged.notices.empty());
    }
}

TEST_CASE ("MP4 files of audio take chapters, keep all else, and give them back")
{
    checkRoundTrips (MovieKind::audio);
}

TEST_CASE ("MP4 files of every codec take chapters, keep all else, and give them back")
{
    checkRoundTrips (MovieKind::codecs);
}

TEST_CASE ("MP4 files with pictures take chapters, keep all else, and give them back")
{
    checkRoundTrips (MovieKind::pictures);
}

TEST_CASE ("MP4 files with ffmpeg's chapters take others, and keep all else")
{
    checkRoundTrips (MovieKind::chapters);
}

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

TEST_CASE ("Many chapters, long titles, and what each list can hold of them")
{
    const TemporaryFolder folder;

    for (const std::size_t count : { 1u, 100u, 255u, 256u, 1000u, 10'000u })
    {
        DYNAMIC_SECTION (count << " chapters")
        {
            const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
            const auto outline = evenOutline (count, count > 1000 ? 1 : 9);
            const auto plan = tagInPlace (file, outline);
            const auto checked = checkMp4 (file);
            CHECK (checked["problems"] == Json::array());
            CHECK (checkedList (checked["quicktime"]) == listOf (outline));
            CHECK (checked["nero"].size() == std::min<std::size_t> (count, 255));
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (outline));
            CHECK (must (readTaggedFile (file)).outline.chapters.size() == count);
            CHECK (says (plan.edit.notices, "exceed the 255") == (count > 255));
        }
    }

    SECTION ("titles of many bytes are cut between characters in Nero's list only")
    {
        Outline outline;

        for (const std::size_t length : { 40u, 41u, 42u, 43u, 63u, 64u, 100u, 200u, 20'000u })
        {
            std::string title;

            for (std::size_t i = 0; i < length; ++i)
                title += "日";

            outline.chapters.push_back (
                chapterAt (std::int64_t (outline.chapters.size()) * 500, "x" + title));
        }

        const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
        const auto plan = tagInPlace (file, outline);
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checkedList (checked["quicktime"]) == listOf (outline));
        CHECK (says (plan.edit.notices, "longer than the 127 bytes"));
        CHECK (checked["nero"][2][1].get<std::string>().size() == 127);
        CHECK (checked["nero"][4][1].get<std::string>().size() == 127);
        CHECK (readBy ({ "mutagen" }, file)["mutagen"].is_array());
    }

    SECTION ("a title longer than any list can hold is cut in both")
    {
        auto outline = evenOutline (2, 1000);
        outline.chapters[0].title = std::string (70'000, 'x');
        const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
        tagInPlace (file, outline);
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checked["quicktime"][0][1].get<std::string>().size() == 65'535);
        CHECK (checked["quicktime"][1][1] == "Part 2");
    }
}

TEST_CASE ("The first chapter of an MP4 begins at zero, in one way or another")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");

    SECTION ("late by seconds: something is put in front")
    {
        const auto plan = tagInPlace (file, outlineOf ({ chapterAt (3000, "One"), chapterAt (5000, "Two") }));
        CHECK (says (plan.edit.notices, "'Intro' was put in front"));
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checkedList (checked["quicktime"])
               == Listed { { 0, "Intro" }, { 3000, "One" }, { 5000, "Two" } });
        CHECK (checked["quicktime"] == checked["nero"]);
        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == checkedList (checked["quicktime"]));
    }

    SECTION ("late by less than a second: it is moved")
    {
        const auto plan = tagInPlace (file, outlineOf ({ chapterAt (999, "One"), chapterAt (5000, "Two") }));
        CHECK (says (plan.edit.notices, "must begin at 0:00"));
        CHECK (checkedList (checkMp4 (file)["quicktime"]) == Listed { { 0, "One" }, { 5000, "Two" } });
    }
}

TEST_CASE ("Chapters that begin at the same time are a millisecond apart in an MP4")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
    const auto plan = tagInPlace (file,
                                  outlineOf ({ chapterAt (0, "A"),
                                               chapterAt (2000, "B"),
                                               chapterAt (2000, "C"),
                                               chapterAt (2000, "D"),
                                               chapterAt (2001, "E") }));
    CHECK (says (plan.edit.notices, "same time"));
    const auto checked = checkMp4 (file);
    CHECK (checked["problems"] == Json::array());
    CHECK (checkedList (checked["quicktime"])
           == Listed { { 0, "A" }, { 2000, "B" }, { 2001, "C" }, { 2002, "D" }, { 2003, "E" } });
    CHECK (checked["quicktime"] == checked["nero"]);
}

TEST_CASE ("Title and album of an MP4 follow the policy, and every other item keeps its bytes")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (2, 1000);
    outline.episode = { .show = "My Show", .title = "Neue Folge 🎧" };
    const auto tagged = ffmpegAudio (
        ".m4a",
        10,
        { "-b:a", "64k", "-metadata", "title=Alt", "-metadata", "genre=Podcast", "-metadata", "comment=c" });
    const auto episodeOf = [] (const fs::path& file) { return must (readTaggedFile (file)).outline.episode; };

    const auto changed = [&] (const fs::path& file, const Json& before)
    {
        std::vector<std::string> paths;

        for (const auto& change : Json::diff (before["foreign"], checkMp4 (file)["foreign"]))
            paths.push_back (change["path"]);

        return paths;
    };

    SECTION ("fill what is empty")
    {
        const auto file = folder.copyOf (tagged, "a.m4a");
        const auto before = checkMp4 (file);
        CHECK (tagInPlace (file, outline, EpisodeTags::fillEmpty).edit.changes
               == std::vector<std::string> { "the album is set to 'My Show'" });
        CHECK (episodeOf (file).title == "Alt");
        CHECK (episodeOf (file).show == "My Show");
        CHECK (changed (file, before) == std::vector<std::string> { "/moov~1udta~1meta~1ilst~1©alb" });
    }

    SECTION ("replace")
    {
        const auto file = folder.copyOf (tagged, "a.m4a");
        CHECK (tagInPlace (file, outline, EpisodeTags::replace).edit.changes.size() == 2);
        CHECK (episodeOf (file).title == "Neue Folge 🎧");
        CHECK (changed (file, checkMp4 (tagged)).size() == 2);
        CHECK (mustRun ({ "ffprobe",
                          "-v",
                          "error",
                          "-show_entries",
                          "format_tags=title,album,genre,comment",
                          "-of",
                          "default=nk=1:nw=1",
                          file.string() })
               == "Neue Folge 🎧\nc\nPodcast\nMy Show\n");
        CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::replace })).changesNothing);
    }

    SECTION ("made where a file has no metadata at all")
    {
        const auto file = folder.file ("mini.m4a", MiniMovie {}.bytes());
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (checkMp4 (file)["problems"] == Json::array());
        CHECK (episodeOf (file).title == "Neue Folge 🎧");
        CHECK (mustRun ({ "ffprobe",
                          "-v",
                          "error",
                          "-show_entries",
                          "format_tags=title",
                          "-of",
                          "default=nk=1:nw=1",
                          file.string() })
               == "Neue Folge 🎧\n");
    }
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
        return must (container->write (source, evenOutline (3, 1000), { .episodeTags = EpisodeTags::keep }))
            .result;
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
