// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/ChapterSamples.h"

#include "Foundation/Text.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <cstdint>
#include <format>
#include <set>
#include <string>
#include <string_view>

// Links and pictures of chapters in an M4A, judged by our strict checker and by programs that are not ours.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

EmbeddedImage jpeg (const std::string& colour, const std::string& size = "64x64")
{
    const auto path = madeBy (".jpg",
                              { "ffmpeg",
                                "-v",
                                "error",
                                "-f",
                                "lavfi",
                                "-i",
                                std::format ("color={}:s={}", colour, size),
                                "-frames:v",
                                "1",
                                "-pix_fmt",
                                "yuvj420p",
                                "-y",
                                "{out}" });
    return { "image/jpeg", std::make_shared<const std::string> (bytesOf (path)) };
}

/** The second chapter has neither a link nor a picture of its own. */
Outline richOutline()
{
    auto outline =
        outlineOf ({ chapterAt (0, "One 🎧"), chapterAt (2000, "Zwei"), chapterAt (5000, "Three") });
    outline.chapters[0].link = Link { "https://example.org/one", {} };
    outline.chapters[2].link = Link { "https://example.org/drei?ü=1", {} };
    outline.chapters[0].image = jpeg ("red");
    outline.chapters[2].image = jpeg ("blue");
    return outline;
}

/** When FFmpeg finds a picture, in milliseconds. */
std::set<std::int64_t> pictureTimes (const fs::path& file)
{
    const auto packets = mustRun ({ "ffprobe",
                                    "-v",
                                    "error",
                                    "-select_streams",
                                    "v",
                                    "-show_entries",
                                    "packet=pts_time",
                                    "-of",
                                    "csv=p=0",
                                    file.string() });
    std::set<std::int64_t> times;

    for (const auto line : splitLines (packets))
        if (! line.empty())
            times.insert (std::llround (std::stod (std::string (line)) * 1000));

    return times;
}

const std::string& bytesOfImage (const Chapter& chapter)
{
    REQUIRE (chapter.image);
    return *std::get<EmbeddedImage> (*chapter.image).bytes;
}

} // namespace

TEST_CASE ("Links and pictures of chapters are written into an M4A, and taken out again")
{
    for (const auto& untouched : { m4aFaststart (10), m4aMoovLast (10) })
    {
        INFO (untouched);
        const TemporaryFolder folder;
        const auto file = folder.copyOf (untouched);
        const auto original = bytesOf (file);
        const auto outline = richOutline();
        const auto plan = tagInPlace (file, outline);
        CHECK_FALSE (says (plan.edit.notices, "link"));
        CHECK (says (plan.edit.notices, "One chapter has no picture; in an MP4, players may go on showing"));

        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checked["unused"] == 0);
        CHECK (checked["quicktime"]
               == Json::array ({ { 0, "One 🎧", "https://example.org/one" },
                                 { 2000, "Zwei" },
                                 { 5000, "Three", "https://example.org/drei?%C3%BC=1" } }));
        REQUIRE (checked["pictures"].size() == 2);
        CHECK (checked["pictures"][0][0] == 0);
        CHECK (checked["pictures"][1][0] == 5000);
        CHECK (checked["pictures"][0][1] != checked["pictures"][1][1]);

        const auto readers = readBy ({ "ffprobe", "mutagen", "mediainfo" }, file);

        for (const auto* reader : { "ffprobe", "mutagen", "mediainfo" })
            CHECK (listOf (readers[reader]) == listOf (outline));

        const auto streams = mustRun ({ "ffprobe",
                                        "-v",
                                        "error",
                                        "-show_entries",
                                        "stream=codec_name,width:stream_disposition=timed_thumbnails",
                                        "-of",
                                        "csv=p=0",
                                        file.string() });
        CHECK (streams.find ("mjpeg,64,1") != std::string::npos);
        CHECK (audioHash (file) == audioHash (untouched));

        const auto back = must (readTaggedFile (file)).outline.chapters;
        REQUIRE (back.size() == 3);
        CHECK (back[0].link == outline.chapters[0].link);
        CHECK_FALSE (back[1].link);
        CHECK (back[2].link == Link { "https://example.org/drei?%C3%BC=1", {} });
        CHECK (bytesOfImage (back[0]) == bytesOfImage (outline.chapters[0]));
        CHECK_FALSE (back[1].image);
        CHECK (bytesOfImage (back[2]) == bytesOfImage (outline.chapters[2]));

        // What was read can be written again, and then changes nothing.
        CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::keep })).changesNothing);
        CHECK (
            must (planWrite (file, outlineOf (back), { .episodeTags = EpisodeTags::keep })).changesNothing);

        // Less takes the rest away, and nothing gives the file back.
        tagInPlace (file, evenOutline (2, 1000));
        CHECK (checkMp4 (file)["pictures"].empty());
        CHECK (checkMp4 (file)["unused"] == 0);
        stripInPlace (file);
        CHECK (hasBytes (file, original));
    }
}

TEST_CASE ("A picture that many chapters show is in an M4A once, with a sample for each of them")
{
    for (const auto& untouched : { m4aFaststart (10), m4aMoovLast (10) })
    {
        INFO (untouched);
        const TemporaryFolder folder;
        const auto file = folder.copyOf (untouched);
        const auto original = bytesOf (file);
        auto outline = evenOutline (40, 200);

        // Red, blue, then red again: the same bytes, and not always the same in memory.
        for (std::size_t i = 0; i < 40; ++i)
            outline.chapters[i].image = jpeg (i == 17 ? "blue" : "red", "640x640");

        const auto &red = bytesOfImage (outline.chapters[0]), &blue = bytesOfImage (outline.chapters[17]);
        tagInPlace (file, outline);
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checked["unused"] == 0);
        REQUIRE (checked["pictures"].size() == 40);
        CHECK (checked["pictures"][39][1] == checked["pictures"][0][1]);
        CHECK (checked["pictures"][17][1] != checked["pictures"][0][1]);

        const auto written = bytesOf (file);
        const auto first = written.find (red);
        REQUIRE (first != std::string::npos);
        CHECK (written.find (red, first + 1) == std::string::npos);
        REQUIRE (written.find (blue) != std::string::npos);
        CHECK (written.find (blue, written.find (blue) + 1) == std::string::npos);

        const auto back = must (readTaggedFile (file)).outline.chapters;
        REQUIRE (back.size() == 40);

        for (std::size_t i = 0; i < 40; ++i)
            CHECK (bytesOfImage (back[i]) == (i == 17 ? blue : red));

        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (outline));
        CHECK (audioHash (file) == audioHash (untouched));
        CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::keep })).changesNothing);
        CHECK (
            must (planWrite (file, outlineOf (back), { .episodeTags = EpisodeTags::keep })).changesNothing);

        // FFmpeg finds each of the 40, at its own time; the first comes once more before 0:00, as the cover.
        auto times = pictureTimes (file);
        std::erase_if (times, [] (std::int64_t ms) { return ms < 0; });
        CHECK (times.size() == 40);

        stripInPlace (file);
        CHECK (hasBytes (file, original));
    }
}

TEST_CASE ("Chapters without a picture are read from an M4A without one, wherever they stand")
{
    const auto red = jpeg ("red"), blue = jpeg ("blue");

    // 0:00, 0:02 and so on; the numbers are of the chapters with a picture.
    for (const auto& pictured : { std::vector<std::size_t> { 0 },
                                  std::vector<std::size_t> { 1, 2, 4 },
                                  std::vector<std::size_t> { 3 },
                                  std::vector<std::size_t> { 0, 2, 4 } })
    {
        const TemporaryFolder folder;
        const auto file = folder.copyOf (m4aFaststart (10));
        const auto original = bytesOf (file);
        auto outline = evenOutline (5, 2000);
        outline.chapters[3].start =
            Position::fromMilliseconds (6123); // no whole number of the audio's frames

        for (const auto i : pictured)
            outline.chapters[i].image = i == 2 ? blue : red;

        INFO ("first with a picture: " << pictured.front());
        tagInPlace (file, outline);
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checked["unused"] == 0);
        REQUIRE (checked["pictures"].size() == pictured.size());

        for (std::size_t i = 0; i < pictured.size(); ++i)
            CHECK (checked["pictures"][i][0]
                   == outline.chapters[pictured[i]].start.milliseconds (Rounding::nearest));

        const auto back = must (readTaggedFile (file)).outline.chapters;
        REQUIRE (back.size() == 5);

        for (std::size_t i = 0; i < 5; ++i)
            CHECK (back[i].image == outline.chapters[i].image);

        // FFmpeg finds the last at its time, and every title.
        CHECK (pictureTimes (file).contains (
            outline.chapters[pictured.back()].start.milliseconds (Rounding::nearest)));
        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (outline));
        CHECK (audioHash (file) == audioHash (m4aFaststart (10)));

        CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::keep })).changesNothing);
        stripInPlace (file);
        CHECK (hasBytes (file, original));
    }
}

TEST_CASE ("Where an M4A counts too coarsely for the first picture's millisecond, it is the first chapter's")
{
    const auto coarse = madeBy (".m4a",
                                { "ffmpeg",
                                  "-v",
                                  "error",
                                  "-f",
                                  "lavfi",
                                  "-i",
                                  "sine=d=10",
                                  "-movie_timescale",
                                  "600",
                                  "-y",
                                  "{out}" });

    for (const auto startMs : { 2001, 2005 }) // of steps of 5/3 ms
    {
        INFO (startMs);
        const TemporaryFolder folder;
        const auto file = folder.copyOf (coarse);
        auto outline =
            outlineOf ({ chapterAt (0, "One"), chapterAt (startMs, "Two"), chapterAt (5000, "Three") });
        outline.chapters[1].image = jpeg ("red");
        const auto plan = tagInPlace (file, outline);
        CHECK (says (plan.edit.notices, "too long for it to begin at 0:02.001") == (startMs == 2001));
        CHECK (says (plan.edit.notices, "The first picture is shown from 0:00 on") == (startMs == 2001));
        CHECK (checkMp4 (file)["timescale"] == 600);
        CHECK (checkMp4 (file)["problems"] == Json::array());

        const auto back = must (readTaggedFile (file)).outline.chapters;
        REQUIRE (back.size() == 3);
        CHECK (back[startMs == 2005 ? 1 : 0].image == outline.chapters[1].image);
        CHECK (back[0].image.has_value() == (startMs == 2001));
        CHECK_FALSE (back[2].image);
    }
}

TEST_CASE ("The 'Intro' that a late first chapter gets in an M4A has no picture")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10));
    auto outline = outlineOf ({ chapterAt (2500, "One"), chapterAt (5000, "Two") });
    outline.chapters[0].image = jpeg ("red");
    tagInPlace (file, outline);

    const auto back = must (readTaggedFile (file)).outline.chapters;
    REQUIRE (back.size() == 3);
    CHECK (back[0].title == "Intro");
    CHECK_FALSE (back[0].image);
    CHECK (back[1].image == outline.chapters[0].image);
    CHECK_FALSE (back[2].image);
}

TEST_CASE ("Pictures that players could not show in an M4A are left out, with a reason")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10));
    auto outline = richOutline();

    SECTION ("of two sizes")
    {
        outline.chapters[2].image = jpeg ("blue", "32x32");
    }

    SECTION ("of another kind")
    {
        outline.chapters[0].image =
            EmbeddedImage { "image/gif", std::make_shared<const std::string> ("GIF89a") };
    }

    const auto plan = tagInPlace (file, outline);
    CHECK (std::ranges::any_of (
        plan.edit.notices,
        [] (const Notice& n)
        { return n.grade == Notice::Grade::warning && n.message.contains ("JPEGs of one size"); }));
    const auto checked = checkMp4 (file);
    CHECK (checked["problems"] == Json::array());
    CHECK (checked["pictures"].empty());
    CHECK (checked["quicktime"][0][2] == "https://example.org/one");
}

TEST_CASE ("A link that is too long for an M4A is told, and the others are written")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10));
    auto outline = richOutline();
    outline.chapters[0].link->url += std::string (255, 'x');
    const auto plan = tagInPlace (file, outline);
    CHECK (says (plan.edit.notices, "255 bytes"));
    const auto back = must (readTaggedFile (file)).outline.chapters;
    CHECK_FALSE (back[0].link);
    CHECK (back[2].link);
}

TEST_CASE ("A title sample that lies about its parts gives no link, and no crash")
{
    const std::string good ("\0\3One\0\0\0\x0F"
                            "href\0\0\0\3\1x\0",
                            20);
    CHECK (mp4::linkIn (good) == "x");

    for (std::size_t length = 0; length < good.size(); ++length)
        CHECK_FALSE (mp4::linkIn (std::string_view (good).substr (0, length)));

    for (std::size_t at = 0; at < good.size(); ++at)
    {
        auto bad = good;
        bad[at] = '\xFF';
        const auto link = mp4::linkIn (bad);
        CHECK ((! link || link->size() < 300));
    }
}

} // namespace earmark
