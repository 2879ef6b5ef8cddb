// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Must.h"
#include "Support/Pictures.h"
#include "Tagging/TaggedFile.h"

#include <nlohmann/json.hpp>

#include <catch2/catch_test_macros.hpp>

// Pictures that an outline names as files beside it, judged by what ffmpeg finds in the audio.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

/** A folder with an outline of three chapters, whose pictures are in "art". */
struct EpisodeFolder
{
    TemporaryFolder folder;
    fs::path outline;

    EpisodeFolder()
    {
        fs::create_directories (folder.path() / "show" / "art");
        write ("show/art/one.png", flatPicture (".png", "1600x900", "#c02020"));
        write ("show/art/two.webp", flatPicture (".webp", "500x700", "#2040a0"));
        write ("secret.png", flatPicture (".png", "64x64", "#ffffff"));
        outline = write ("show/chapters.json", R"({"version": "1.2.0", "chapters": [
            {"startTime": 0, "title": "One", "img": "art/one.png"},
            {"startTime": 1, "title": "Two", "img": "./art/two.webp"},
            {"startTime": 2, "title": "Three", "img": "art/one.png"}]})");
    }

    fs::path write (const std::string& name, const std::string& bytes) const
    {
        writeBytes (folder.path() / name, bytes);
        return folder.path() / name;
    }

    fs::path media (const fs::path& sample) const
    {
        return write ("episode" + sample.extension().string(), bytesOf (sample));
    }
};

nlohmann::json shownBy (const fs::path& media)
{
    const auto shown = earmark ({ "show", "--json", media.string() });
    REQUIRE (shown.exitCode == done);
    return nlohmann::json::parse (shown.out);
}

/** The pictures in an M4A's second chapter track, as ffmpeg unpacks them; it gives the first one twice, also as a cover. */
std::vector<std::string> unpacked (const fs::path& m4a)
{
    const TemporaryFolder folder;
    mustRun ({ "ffmpeg",
               "-v",
               "error",
               "-i",
               m4a.string(),
               "-map",
               "0:v:0",
               "-c",
               "copy",
               "-f",
               "image2",
               (folder.path() / "%d.jpg").string() });
    std::vector<std::string> pictures;

    for (int i = 1; fs::exists (folder.path() / (std::to_string (i) + ".jpg")); ++i)
        pictures.push_back (bytesOf (folder.path() / (std::to_string (i) + ".jpg")));

    REQUIRE (pictures.size() > 1);
    CHECK (pictures[0] == pictures[1]);
    pictures.erase (pictures.begin());
    return pictures;
}

} // namespace

TEST_CASE ("A cover that an outline names beside itself goes into a file that has none")
{
    need ("magick");
    needModule ("mutagen");
    const EpisodeFolder episode;
    const auto outline = episode.write ("show/episode.earmark.json", R"({"earmark": 1,
        "episode": {"cover": "art/one.png"}, "chapters": [{"start_ms": 0, "title": "One"}]})");
    const auto mp3 = episode.media (bareMp3 (3));
    const auto written = earmark ({ "tag", mp3.string(), "--outline", outline.string() });
    INFO (written.out << written.err);
    REQUIRE (written.exitCode == done);
    CHECK (written.out.contains ("also: the cover is added"));
    CHECK (written.out.contains ("also: the cover becomes a JPEG of 1400 × "));
    CHECK (mustRun ({ "python3",
                      "-c",
                      "import sys, mutagen.id3\n"
                      "for p in mutagen.id3.ID3 (sys.argv[1]).getall ('APIC'):\n"
                      "    print (int (p.type), p.mime)\n",
                      mp3.string() })
           == "3 image/jpeg\n");
    CHECK (earmark ({ "tag", mp3.string(), "--outline", outline.string() }).out.contains ("nothing written"));
}

TEST_CASE ("Pictures that an outline names beside itself are written as JPEGs")
{
    need ("magick");
    const EpisodeFolder episode;
    const auto mp3 = episode.media (bareMp3 (3));
    const auto written = earmark ({ "tag", mp3.string(), "--outline", episode.outline.string() });
    INFO (written.out << written.err);
    REQUIRE (written.exitCode == done);

    needModule ("mutagen");
    const auto pictures = mustRun ({ "python3",
                                     "-c",
                                     "import sys, mutagen.id3\n"
                                     "t = mutagen.id3.ID3 (sys.argv[1])\n"
                                     "for c in sorted (t.getall ('CHAP'), key=lambda c: c.start_time):\n"
                                     "    for p in c.sub_frames.getall ('APIC'):\n"
                                     "        print (p.mime, len (p.data), p.data[:3].hex())\n",
                                     mp3.string() });
    CHECK (std::ranges::count (pictures, '\n') == 3);
    CHECK (pictures.find ("image/png") == std::string::npos);
    CHECK (pictures.starts_with ("image/jpeg "));

    const auto again = earmark ({ "tag", mp3.string(), "--outline", episode.outline.string() });
    CHECK (again.out.contains ("nothing written"));
}

TEST_CASE ("Square pictures are what an M4A can hold")
{
    need ("magick");
    const EpisodeFolder episode;
    const auto m4a = episode.media (m4aFaststart (3));
    REQUIRE (earmark ({ "tag", m4a.string(), "--outline", episode.outline.string(), "--pictures", "square" })
                 .exitCode
             == done);
    const auto pictures = unpacked (m4a);
    REQUIRE (pictures.size() == 3);

    for (const auto& picture : pictures)
    {
        CHECK (seen (picture).width == 900);
        CHECK (seen (picture).height == 900);
    }

    CHECK (isNear (colourAt (pictures[0], 450, 450), { 192, 32, 32 }));
    CHECK (isNear (colourAt (pictures[1], 450, 450), { 32, 64, 160 }));
}

TEST_CASE ("Pictures of several sizes become squares of one size for an M4A, and stay whole for an MP3")
{
    need ("magick");
    const EpisodeFolder episode;
    const auto m4a = episode.media (m4aFaststart (3)), mp3 = episode.media (bareMp3 (3));
    const auto written =
        earmark ({ "tag", m4a.string(), mp3.string(), "--outline", episode.outline.string() });
    INFO (written.out << written.err);
    REQUIRE (written.exitCode == done);
    CHECK (written.out.contains ("also: the picture of "));
    const auto squares = unpacked (m4a);
    REQUIRE (squares.size() == 3);

    for (const auto& picture : squares)
        CHECK (seen (picture).width == seen (picture).height);

    const auto whole = must (readTaggedFile (mp3)).outline.chapters;
    CHECK (std::ranges::any_of (whole,
                                [] (const Chapter& chapter)
                                {
                                    const auto picture =
                                        seen (*std::get<EmbeddedImage> (chapter.image.value()).bytes);
                                    return picture.width != picture.height;
                                }));
    CHECK (earmark ({ "tag", m4a.string(), "--outline", episode.outline.string() })
               .out.contains ("nothing written"));
}

TEST_CASE (
    "Pictures that are to be kept bring a warning for an M4A that cannot take them, which says what to do")
{
    need ("magick");
    const EpisodeFolder episode;
    const auto m4a = episode.media (m4aFaststart (3));
    const auto written =
        earmark ({ "tag", m4a.string(), "--outline", episode.outline.string(), "--pictures", "keep" });
    INFO (written.out << written.err);
    REQUIRE (written.exitCode == done);
    CHECK (written.err.contains ("The chapters' pictures are not written"));
    CHECK (written.err.contains ("as cutting them square makes them (--pictures square)."));
    CHECK_FALSE (written.out.contains ("also: the picture"));
}

TEST_CASE ("What becomes of pictures is said only where they are written")
{
    need ("magick");
    const EpisodeFolder episode;
    const auto outline = episode.write ("show/episode.earmark.json", R"({"earmark": 1,
        "episode": {"cover": "art/one.png"},
        "chapters": [{"start_ms": 0, "title": "One", "image": "art/two.webp"}]})");
    const auto saysOf = [&] (const std::filesystem::path& sample, std::vector<std::string> options)
    {
        options.insert (
            options.begin(),
            { "tag", episode.media (sample).string(), "--outline", outline.string(), "--dry-run" });
        const auto planned = earmark (options);
        REQUIRE (planned.exitCode == done);
        return std::pair { planned.out.contains ("also: the cover becomes "),
                           planned.out.contains ("also: the picture of ") };
    };
    CHECK (saysOf (bareMp3 (3), {}) == std::pair { true, true });
    CHECK (saysOf (ffmpegAudio (".flac", 3, { "-c:a", "flac" }), {}) == std::pair { true, false });
    CHECK (saysOf (bareMp3 (3), { "--profile", "minimal" }) == std::pair { false, false });
}

TEST_CASE ("Pictures can be kept as they are")
{
    need ("magick");
    const EpisodeFolder episode;
    const auto png = bytesOf (episode.folder.path() / "show" / "art" / "one.png");
    const auto mp3 = episode.media (bareMp3 (3));
    REQUIRE (earmark ({ "tag", mp3.string(), "--outline", episode.outline.string(), "--pictures", "keep" })
                 .exitCode
             == done);
    CHECK (bytesOf (mp3).contains (png));
}

TEST_CASE ("An outline picks up no picture from outside of its folder, and one that is missing is told")
{
    const EpisodeFolder episode;
    const auto secret = (episode.folder.path() / "secret.png").string();
    const auto outline = episode.write ("show/other.json",
                                        R"({"version": "1.2.0", "chapters": [
            {"startTime": 0, "title": "One", "img": "../secret.png"},
            {"startTime": 1, "title": "Two", "img": ")"
                                            + secret + R"("},
            {"startTime": 2, "title": "Three", "img": "art/missing.png"}]})");
    const auto mp3 = episode.media (bareMp3 (3));
    const auto written = earmark ({ "tag", mp3.string(), "--outline", outline.string() });
    REQUIRE (written.exitCode == done);
    CHECK (written.err.contains ("'../secret.png' stays a mere address"));
    CHECK (written.err.contains ("'" + secret + "' stays a mere address"));
    CHECK (written.err.contains ("'art/missing.png' stays a mere address"));

    for (const auto& chapter : shownBy (mp3)["chapters"])
        CHECK_FALSE (
            (chapter["image"].is_string() && chapter["image"].get<std::string>().starts_with ("data:")));
}

} // namespace earmark
