// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Findings.h"
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Pictures.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// MP4, Vorbis comments, cue points, and audio: files that Earmark wrote, spoilt by a few bytes.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

std::string replaced (std::string text, std::string_view what, std::string_view by, bool last = false)
{
    const auto at = last ? text.rfind (what) : text.find (what);
    REQUIRE (at != std::string::npos);
    return text.replace (at, what.size(), by);
}

/** An M4A with four chapters, one of whose titles takes 127 bytes in Nero's list. */
struct Movie
{
    TemporaryFolder folder;
    fs::path file = folder.copyOf (m4aFaststart (10), "a.m4a");
    std::string good;

    Movie()
    {
        auto outline = evenOutline (4, 2000);
        outline.chapters[2].title = std::string (125, 'x') + "ü";
        tagInPlace (file, outline);
        good = bytesOf (file);
    }

    void expectBroken (const std::string& rule, const std::string& bytes, bool isMended = true) const
    {
        INFO (rule);
        writeBytes (file, good);
        CHECK_FALSE (brokenBy (file).contains (rule));
        writeBytes (file, bytes);
        CHECK (brokenBy (file).contains (rule));

        if (! isMended)
            return;

        earmark ({ "check", file.string(), "--fix" });
        CHECK_FALSE (brokenBy (file).contains (rule));
        CHECK (checkMp4 (file)["problems"].empty());
        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]).size() == 4);
    }
};

/** Comments by ffmpeg, which writes them as they are told. */
fs::path opusWith (const fs::path& path, const std::vector<std::string>& comments)
{
    std::vector<std::string> command { "ffmpeg", "-v",
                                       "error",  "-y",
                                       "-i",     ffmpegAudio (".opus", 12, { "-c:a", "libopus" }).string() };

    for (const auto& comment : comments)
        command.insert (command.end(), { "-metadata:s:a:0", comment });

    command.insert (command.end(), { "-c", "copy", path.string() });
    mustRun (command);
    return path;
}

std::vector<std::string> manyComments (int count)
{
    std::vector<std::string> comments;

    for (int i = 0; i < count; ++i)
        comments.push_back (std::format ("CHAPTER{:03}=00:00:{:02}.{:03}", i, i / 100, i % 100 * 10));

    return comments;
}

} // namespace

TEST_CASE ("Each rule about MP4 finds what breaks it, and --fix repairs it")
{
    const Movie movie;
    const auto& good = movie.good;
    const auto chpl = good.find ("chpl");
    const auto third = good.find (std::string (125, 'x'), chpl);
    const std::string_view umlaut = "ü";

    movie.expectBroken ("mp4-no-nero", replaced (good, "chpl", "xhpl"));
    movie.expectBroken ("mp4-no-quicktime", replaced (good, "chap", "xhap"));
    movie.expectBroken ("lists-differ", std::string (good).replace (good.find ("Part 2", chpl), 6, "Pard 2"));
    movie.expectBroken ("mp4-nero-text", std::string (good).replace (third + 125, umlaut.size(), "x\xC3"));

    // The last two titles of the list as one that is longer than a signed byte can say.
    const auto length = third - 1;
    const auto next = std::string (good).replace (length, 1, 1, char (127 + 1));
    movie.expectBroken ("mp4-nero-title", next);
}

TEST_CASE ("Nero's list in a second user data is none to AntennaPod")
{
    const TemporaryFolder folder;
    const auto list = box ("udta", fullBox ("chpl", 1, 0, boxNumber (1, 5) + boxNumber (0, 8) + "\3One"));
    const auto file = folder.file ("a.m4a", MiniMovie { .insideMoov = box ("udta", "") + list }.bytes());
    CHECK (brokenBy (file).contains ("mp4-no-nero"));
    tagInPlace (file, must (readTaggedFile (file)).outline);
    CHECK_FALSE (brokenBy (file).contains ("mp4-no-nero"));
}

TEST_CASE ("A movie whose track of sound is off, and Nero's list of more than 255")
{
    const Movie movie;
    const auto& good = movie.good;

    // The flags of the first track header: version, then three bytes.
    const auto header = good.find ("tkhd");
    movie.expectBroken ("mp4-track-off",
                        std::string (good).replace (header + 7, 1, 1, char (good[header + 7] & 0xFE)),
                        false);

    const auto many = movie.folder.copyOf (m4aFaststart (10), "many.m4a");
    tagInPlace (many, evenOutline (255, 20));
    CHECK_FALSE (brokenBy (many).contains ("mp4-nero-count"));
    auto bytes = bytesOf (many);
    const auto chpl = bytes.find ("chpl");
    const auto size = std::uint32_t (std::uint8_t (bytes[chpl - 2]) << 8 | std::uint8_t (bytes[chpl - 1]));
    const auto end = chpl - 4 + size;

    // A last title of 16 bytes becomes one of none and another entry behind it.
    tagInPlace (many,
                []
                {
                    auto outline = evenOutline (255, 20);
                    outline.chapters.back().title = std::string (16, 'y');
                    return outline;
                }());
    bytes = bytesOf (many);
    const auto title = bytes.rfind (std::string (16, 'y'), bytes.find ("ftyp") + end + 5000);
    const auto inList = bytes.find (std::string ("\x10") + std::string (16, 'y'), bytes.find ("chpl"));
    REQUIRE (title != std::string::npos);
    REQUIRE (inList != std::string::npos);
    bytes[inList] = 0;
    bytes.replace (inList + 1, 16, std::string (7, '\0') + std::string (1, '\x7F') + "\x07" + "1234567");
    writeBytes (many, bytes);
    CHECK (brokenBy (many).contains ("mp4-nero-count"));
}

TEST_CASE ("Of more chapters than a list can hold, no rule promises what writing cannot mend")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (10), "a.mp3"),
               m4a = folder.copyOf (m4aFaststart (10), "a.m4a");

    for (const auto& file : { mp3, m4a })
    {
        CAPTURE (file);
        tagInPlace (file, evenOutline (300, 20));
        CHECK (brokenBy (file).contains ("over-255-chapters"));

        for (const auto& finding : must (lintFile (file)))
        {
            INFO (finding.rule->id << ": " << finding.message);
            CHECK (finding.rule->repair == LintRule::Repair::byHand);
        }
    }

    // The two lists are still compared, as far as both go.
    writeBytes (m4a, replaced (bytesOf (m4a), "Part 9", "Pard 9"));
    CHECK (brokenBy (m4a).contains ("lists-differ"));
}

TEST_CASE ("Rules about Vorbis comments")
{
    const TemporaryFolder folder;
    const auto good = opusWith (folder / "good.opus", { "CHAPTER000=00:00:00.000", "CHAPTER000NAME=One" });

    for (const auto* rule : { "xiph-over-100", "xiph-over-1000", "xiph-name-first", "cue-sheet-beside" })
        CHECK_FALSE (brokenBy (good).contains (rule));

    CHECK (brokenBy (opusWith (folder / "101.opus", manyComments (101))).contains ("xiph-over-100"));
    CHECK_FALSE (brokenBy (folder / "101.opus").contains ("xiph-over-1000"));
    CHECK (brokenBy (opusWith (folder / "cue.opus", { "CHAPTER000=00:00:00.000", "CUESHEET=TRACK 01 AUDIO" }))
               .contains ("cue-sheet-beside"));

    // Seven spoilt bytes: the time comes behind its name.
    auto bytes = bytesOf (good);
    const auto late = folder.copyOf (good, "late.opus");
    tagInPlace (late, evenOutline (2, 2000));
    mustRun ({ "python3",
               "-c",
               "import sys, mutagen.oggopus\n"
               "f = mutagen.oggopus.OggOpus (sys.argv[1])\n"
               "f.tags[:] = [('CHAPTER000NAME', 'One'), ('CHAPTER000', '00:00:00.000')]\nf.save()",
               late.string() });
    CHECK (brokenBy (late).contains ("xiph-name-first"));
    earmark ({ "check", late.string(), "--fix" });
    CHECK_FALSE (brokenBy (late).contains ("xiph-name-first"));
    CHECK (listOf (readBy ({ "ffprobe" }, late)["ffprobe"]) == Listed { { 0, "One" } });

    const auto over = folder.copyOf (good, "over.opus");
    mustRun ({ "python3",
               "-c",
               "import sys, mutagen.oggopus\n"
               "f = mutagen.oggopus.OggOpus (sys.argv[1])\n"
               "f.tags[:] = [(f'CHAPTER{i:03}', f'00:00:{i // 200:02}.{i % 200 * 5:03}') for i in range "
               "(1001)]\nf.save()",
               over.string() });
    CHECK (brokenBy (over).contains ("xiph-over-1000"));
}

TEST_CASE ("A cue sheet is no list that writing would bring into line")
{
    const TemporaryFolder folder;
    const auto file = opusWith (folder / "a.opus",
                                { "CHAPTER000=00:00:00.000",
                                  "CHAPTER000NAME=One",
                                  "CUESHEET=FILE \"a.wav\" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n"
                                  "  TRACK 02 AUDIO\n    INDEX 01 00:04:00\n" });
    REQUIRE (must (readTaggedFile (file)).lists.size() == 2);
    CHECK (brokenBy (file).contains ("cue-sheet-beside"));
    CHECK_FALSE (brokenBy (file).contains ("lists-differ"));
}

TEST_CASE ("Cue points whose ids do not count from 0")
{
    const TemporaryFolder folder;
    const auto wav = folder.copyOf (ffmpegAudio (".wav", 5, {}), "a.wav");
    tagInPlace (wav, evenOutline (2, 2000));
    CHECK_FALSE (brokenBy (wav).contains ("wav-cue-ids"));

    auto bytes = bytesOf (wav);
    const auto cue = bytes.find ("cue ");
    bytes[cue + 12] = 7; // the first id, behind the header and the count
    bytes[bytes.find ("labl") + 8] = 7;
    writeBytes (wav, bytes);
    CHECK (brokenBy (wav).contains ("wav-cue-ids"));
    CHECK (listOf (readBy ({ "ffprobe" }, wav)["ffprobe"]).size() > 2);

    earmark ({ "check", wav.string(), "--fix" });
    CHECK_FALSE (brokenBy (wav).contains ("wav-cue-ids"));
    CHECK (listOf (readBy ({ "ffprobe" }, wav)["ffprobe"]).size() == 2);
}

TEST_CASE ("Chapter pictures in a file without a cover")
{
    const TemporaryFolder folder;
    const EmbeddedImage picture {
        "image/jpeg", std::make_shared<const std::string> (flatPicture (".jpg", "40x40", "#204080"))
    };
    auto outline = evenOutline (3, 2000);

    for (const auto& file : { folder.copyOf (mp3Sample (10), "a.mp3"),
                              folder.copyOf (m4aFaststart (10), "a.m4a"),
                              folder.copyOf (ffmpegAudio (".wav", 10, {}), "a.wav") })
    {
        INFO (file);
        outline.episode.cover.reset();
        outline.chapters[1].image.reset();
        tagInPlace (file, outline);
        CHECK_FALSE (brokenBy (file).contains ("pictures-without-cover"));

        outline.chapters[1].image = picture;
        tagInPlace (file, outline);
        CHECK (brokenBy (file).contains ("pictures-without-cover"));

        outline.episode.cover = picture;
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK_FALSE (brokenBy (file).contains ("pictures-without-cover"));
    }
}

TEST_CASE ("MP3s in which players cannot find a time")
{
    const TemporaryFolder folder;
    const auto constant = folder.copyOf (bareMp3 (10), "constant.mp3");
    CHECK_FALSE (brokenBy (constant).contains ("mp3-no-seek-table"));
    CHECK_FALSE (brokenBy (constant).contains ("mp3-header-length"));

    const auto variable =
        ffmpegAudio (".mp3", 10, { "-q:a", "4", "-write_xing", "0", "-id3v2_version", "0" });
    CHECK (brokenBy (variable).contains ("mp3-no-seek-table"));

    // The flag says whether the header has its table; the count of frames stays.
    auto bytes = bytesOf (ffmpegAudio (".mp3", 10, { "-q:a", "4", "-id3v2_version", "0" }));
    CHECK_FALSE (brokenBy (folder.file ("sought.mp3", bytes)).contains ("mp3-no-seek-table"));
    const auto flags = bytes.find ("Xing") + 7;
    REQUIRE ((bytes.at (flags) & 5) == 5);
    bytes[flags] = char (bytes[flags] & ~4);
    CHECK (brokenBy (folder.file ("headed.mp3", bytes)).contains ("mp3-no-seek-table"));

    const auto joined = folder.file ("joined.mp3", bytesOf (mp3Sample (10)) + bytesOf (mp3Sample (5)));
    CHECK (brokenBy (joined).contains ("mp3-header-length"));
}

} // namespace earmark
