// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Container.h"
#include "Tagging/PieceTableStream.h"
#include "Tagging/TagLibText.h"

#include <catch2/catch_test_macros.hpp>
#include <taglib/mp4file.h>

// What TagLib does wrong with MP4 files, by the numbers of docs/taglib.md, and what Earmark makes of the same file. A case
// that fails in its first half means that a new TagLib does better.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

constexpr std::uint64_t fourGiB = 1ull << 32;

bool saveByTagLib (TagLib::MP4::File& file, const Outline& outline)
{
    TagLib::MP4::ChapterList chapters;

    for (const auto& chapter : outline.chapters)
        chapters.append (
            TagLib::MP4::Chapter (toTagLib (chapter.title), chapter.start.milliseconds (Rounding::down)));

    file.setNeroChapters (chapters);
    file.setQtChapters (chapters);
    return file.save();
}

/** One file, and the two results. TagLib says each time that it saved the file. */
struct Pair
{
    Pair (const std::shared_ptr<const ByteSource>& source,
          const Outline& outline,
          std::string_view suffix = ".m4a")
        : byTagLib (folder / ("taglib" + std::string (suffix))),
          byEarmark (folder / ("earmark" + std::string (suffix)))
    {
        PieceTable edited (source);
        PieceTableStream stream (edited);
        TagLib::MP4::File file (&stream, false);
        REQUIRE (saveByTagLib (file, outline));
        writeSparse (edited, byTagLib);

        const auto* container = containerOf (*source);
        REQUIRE (container != nullptr);

        if (const auto edit = container->write (source, outline, { .episodeTags = EpisodeTags::keep }))
            writeSparse (edit->result, byEarmark);
        else
            refusal = edit.error().message;
    }

    Pair (const MiniMovie& movie, const Outline& outline) : Pair (movie.source(), outline) {}

    TemporaryFolder folder;
    fs::path byTagLib, byEarmark;
    std::string refusal;
};

Json trackOf (const fs::path& file, std::string_view handler)
{
    for (const auto& track : checkMp4 (file)["tracks"])
        if (track["handler"] == handler)
            return track;

    FAIL ("no such track");
    return {};
}

void checkSound (const fs::path& file)
{
    CHECK (checkMp4 (file)["problems"] == Json::array());
}

bool hasProblem (const fs::path& file, std::string_view words)
{
    for (const auto& problem : checkMp4 (file)["problems"])
        if (problem.get<std::string>().find (words) != std::string::npos)
            return true;

    return false;
}

Listed quicktime (const fs::path& file)
{
    return listOf (readBy ({ "ffprobe" }, file)["ffprobe"]);
}

const Outline three = evenOutline (3, 1000);

} // namespace

TEST_CASE ("TagLib 2: only the first fragment of an MP4 is corrected; Earmark refuses fragments")
{
    const TemporaryFolder folder;
    const auto original =
        ffmpegAudio (".m4a", 5, { "-b:a", "64k", "-movflags", "frag_keyframe", "-frag_duration", "500000" });
    const auto file = folder.copyOf (original);

    {
        TagLib::MP4::File mp4 (file.c_str(), false);
        REQUIRE (saveByTagLib (mp4, three));
    }

    const auto decoded =
        run ({ "ffmpeg", "-v", "error", "-i", file.string(), "-map", "0:a", "-c", "copy", "-f", "md5", "-" });
    CHECK (decoded.out != audioHash (original));
    CHECK (mustFail (planWrite (original, three)).message.find ("fragment") != std::string::npos);
}

TEST_CASE ("TagLib 3: chunk offsets wrap at 4 GiB; Earmark widens them")
{
    const MiniMovie movie { .chunks = { 0, fourGiB - 2000 }, .mdatPayload = fourGiB - 1500 };
    const Pair pair (movie, three);
    CHECK (trackOf (pair.byTagLib, "soun")["offsets"] == "stco");
    CHECK (hasProblem (pair.byTagLib, "are in no mdat"));
    CHECK (trackOf (pair.byEarmark, "soun")["offsets"] == "co64");
    checkSound (pair.byEarmark);
}

TEST_CASE ("TagLib 4: titles behind 4 GiB are lost; Earmark's are not")
{
    const MiniMovie movie { .moovFirst = false,
                            .mdat = MiniMovie::Mdat::wide,
                            .wideOffsets = true,
                            .chunks = { 0, fourGiB + 2000 },
                            .mdatPayload = fourGiB + 5000 };
    const Pair pair (movie, three);
    CHECK (quicktime (pair.byTagLib) != listOf (three));
    checkSound (pair.byEarmark);
    CHECK (quicktime (pair.byEarmark) == listOf (three));
}

TEST_CASE ("TagLib 5: the chapter track's length is in the wrong time scale; Earmark's is right")
{
    const Pair pair (MiniMovie { .movieTimescale = 44100 }, three);
    CHECK (hasProblem (pair.byTagLib, "tkhd says 60000"));
    CHECK (trackOf (pair.byEarmark, "text")["duration"] == 60 * 44100);
    checkSound (pair.byEarmark);
}

TEST_CASE ("TagLib 6: lengths beyond 32 bits are cut; Earmark writes 64")
{
    constexpr std::uint64_t hours = 28;
    const auto outline = evenOutline (168, 600'000);
    const Pair pair (MiniMovie { .movieTimescale = 44100, .seconds = hours * 3600 }, outline);
    CHECK (hasProblem (pair.byTagLib, "edit list"));
    CHECK (quicktime (pair.byEarmark) == listOf (outline));
    checkSound (pair.byEarmark);
}

TEST_CASE ("TagLib 7: only the first chapter track goes; Earmark takes all of them out")
{
    MiniMovie movie { .chunks = { 0 }, .mdatPayload = 600, .nextTrackId = 4 };
    movie.insideTrack = box ("tref", box ("chap", boxNumber (2, 4) + boxNumber (3, 4)));
    movie.moreTracks = { { 2, "text", "text", { 200 } }, { 3, "vide", "jpeg", { 400 } } };

    const Pair pair (movie, three);
    CHECK (trackOf (pair.byTagLib, "vide")["id"] == 3);
    CHECK (checkMp4 (pair.byEarmark)["tracks"].size() == 2);
    CHECK (checkMp4 (pair.byEarmark)["unused"] == 0);
}

TEST_CASE ("TagLib 8: titles are appended into an mdat that runs to the end; Earmark's have their own")
{
    const MiniMovie movie { .mdat = MiniMovie::Mdat::toEnd };
    const Pair once (movie, three);
    const TemporaryFolder folder;
    const auto file = folder.copyOf (once.byTagLib);
    const auto unused = checkMp4 (file)["unused"].get<int>();

    {
        TagLib::MP4::File mp4 (file.c_str(), false);
        REQUIRE (saveByTagLib (mp4, evenOutline (2, 1000)));
    }

    CHECK (checkMp4 (file)["unused"].get<int>() > unused);

    tagInPlace (once.byEarmark, evenOutline (2, 1000));
    CHECK (checkMp4 (once.byEarmark)["unused"] == 0);
    checkSound (once.byEarmark);
}

TEST_CASE ("TagLib 9: unsorted chapters get nonsense for durations; Earmark's are sorted")
{
    auto outline = three;
    std::swap (outline.chapters[0], outline.chapters[2]);
    const Pair pair (MiniMovie {}, outline);
    CHECK (hasProblem (pair.byTagLib, "stts lasts"));
    CHECK (quicktime (pair.byEarmark) == listOf (three));
}

TEST_CASE ("TagLib 10: an untitled first chapter is not read back; Earmark writes no empty title")
{
    const Outline outline = outlineOf ({ chapterAt (0), chapterAt (2000, "Two") });
    const Pair pair (MiniMovie {}, outline);
    TagLib::MP4::File back (pair.byTagLib.c_str(), false);
    CHECK (back.qtChapters().size() == 1);

    const auto read = must (readTaggedFile (pair.byEarmark)).outline.chapters;
    REQUIRE (read.size() == 2);
    CHECK_FALSE (read[0].title.empty());
}

TEST_CASE ("TagLib 11: a late first chapter has an untitled one before it; Earmark gives it a name")
{
    const Outline outline = outlineOf ({ chapterAt (5000, "Late") });
    const Pair pair (MiniMovie {}, outline);
    CHECK (quicktime (pair.byTagLib) == Listed { { 0, "" }, { 5000, "Late" } });
    CHECK (quicktime (pair.byEarmark) == Listed { { 0, "Intro" }, { 5000, "Late" } });
}

TEST_CASE ("TagLib 12: Nero's titles are cut inside characters; Earmark's between them")
{
    std::string title;

    while (title.size() < 300)
        title += "é";

    const Pair pair (MiniMovie {}, outlineOf ({ chapterAt (0, title) }));
    TagLib::MP4::File back (pair.byTagLib.c_str(), false);
    CHECK (back.neroChapters().front().title().isEmpty());
    const auto nero = checkMp4 (pair.byEarmark)["nero"];
    REQUIRE (nero.size() == 1);
    CHECK (title.starts_with (nero[0][1].get<std::string>()));
    CHECK (quicktime (pair.byEarmark) == Listed { { 0, title } });
}

TEST_CASE ("TagLib 13: lists are cut without a word; Earmark says so")
{
    SECTION ("after 255 entries of Nero's")
    {
        const auto outline = evenOutline (300, 100);
        const Pair pair (MiniMovie {}, outline);
        TagLib::MP4::File back (pair.byTagLib.c_str(), false);
        CHECK (back.neroChapters().size() == 255);

        const auto plan = must (planWrite (pair.folder.file ("a.m4a", MiniMovie {}.bytes()), outline));
        CHECK (says (plan.edit.notices, "255"));
        CHECK (quicktime (pair.byEarmark) == listOf (outline));
    }

    SECTION ("a title beyond 16 bits wraps")
    {
        const std::string title (70'000, 'x');
        const Pair pair (MiniMovie {}, outlineOf ({ chapterAt (0, title) }));
        TagLib::MP4::File back (pair.byTagLib.c_str(), false);
        CHECK (back.qtChapters().front().title().size() == 70'000 - 65'536);
        TagLib::MP4::File ours (pair.byEarmark.c_str(), false);
        CHECK (ours.qtChapters().front().title().size() > 65'000);
    }
}

TEST_CASE ("TagLib 16: metadata items are written anew, and some are lost; Earmark keeps their bytes")
{
    const auto data = [] (int type, std::string_view value)
    { return box ("data", boxNumber (std::uint64_t (type), 4) + boxNumber (0, 4) + std::string (value)); };
    const auto own = [&] (std::string_view value)
    {
        return box ("----",
                    fullBox ("mean", 0, 0, "org.example") + fullBox ("name", 0, 0, "KEY") + data (1, value));
    };
    const auto items =
        box ("ilst",
             box ("zzzz", data (1, "unknown")) + own ("one") + own ("two")
                 + box ("gnre", data (0, boxNumber (5, 2))) + box ("cnID", data (21, boxNumber (9, 4))));
    MiniMovie movie;
    movie.insideMoov = box (
        "udta",
        fullBox ("meta",
                 0,
                 0,
                 fullBox ("hdlr", 0, 0, std::string (4, '\0') + "mdirappl" + std::string (9, '\0')) + items));

    const Pair pair (movie, three);
    const auto broken = bytesOf (pair.byTagLib);
    CHECK (broken.find (items) == std::string::npos);
    CHECK (broken.find ("gnre") == std::string::npos);
    CHECK (bytesOf (pair.byEarmark).find (items) != std::string::npos);
    checkSound (pair.byEarmark);
}

TEST_CASE ("TagLib 21: the same chapters again change the file; Earmark writes nothing")
{
    const Pair pair (MiniMovie {}, three);
    const auto nextOf = [] (const fs::path& file) { return checkMp4 (file)["next"].get<int>(); };
    const auto next = nextOf (pair.byTagLib);

    {
        TagLib::MP4::File mp4 (pair.byTagLib.c_str(), false);
        REQUIRE (saveByTagLib (mp4, three));
    }

    CHECK (nextOf (pair.byTagLib) == next + 1);
    CHECK (must (planWrite (pair.byEarmark, three, { .episodeTags = EpisodeTags::keep })).changesNothing);
}

} // namespace earmark
