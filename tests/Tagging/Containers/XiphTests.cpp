// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Ogg/Page.h"
#include "Tagging/Xiph/Comments.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <format>

// FLAC, Ogg Vorbis and Opus: what is particular to chapters in Vorbis comments.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

fs::path flac (double seconds = 4)
{
    return ffmpegAudio (".flac", seconds, {});
}

fs::path vorbis (double seconds = 4)
{
    return ffmpegAudio (".ogg", seconds, { "-c:a", "libvorbis" });
}

/** Runs a script of Python on the file, with mutagen. */
void mutate (const fs::path& file, const std::string& script)
{
    needModule ("mutagen");
    mustRun (
        { "python3", "-c", "import sys, mutagen\nf = mutagen.File(sys.argv[1])\n" + script, file.string() });
}

/** Checks every page: number, checksum by ffmpeg's own reader, which says so on a wrong one. */
void checkPages (const fs::path& file)
{
    const auto source = must (FileSource::open (file));
    std::uint32_t number = 0;

    for (std::uint64_t at = 0; at < source->size(); ++number)
    {
        const auto page = must (ogg::readPage (*source, at));
        auto bytes = must (source->read (at, std::size_t (page.size)));
        bytes.replace (ogg::checksumAt, 4, 4, '\0');
        REQUIRE (page.number == number);
        REQUIRE (ogg::checksumOf (bytes) == page.checksum);
        at = page.end();
    }

    CHECK (run ({ "ffmpeg", "-v", "warning", "-i", file.string(), "-f", "null", "-" }).err.empty());
}

std::uint32_t pageCount (const fs::path& file)
{
    const auto source = must (FileSource::open (file));
    std::uint32_t count = 0;

    for (std::uint64_t at = 0; at < source->size(); ++count)
        at = must (ogg::readPage (*source, at)).end();

    return count;
}

} // namespace

TEST_CASE ("Links go into comments and come back")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (GENERATE (0, 1) == 0 ? flac() : vorbis(), "a");
    auto outline = evenOutline (3, 1000);
    outline.chapters[0].link = Link { "https://example.org/a?b=c", {} };
    outline.chapters[1].summary = "lost";
    outline.chapters[2].inContents = false;
    const auto plan = tagInPlace (file, outline);
    CHECK (says (plan.edit.notices, "1 chapter has a summary"));
    CHECK (says (plan.edit.notices, "cannot hide"));
    CHECK_FALSE (says (plan.edit.notices, "links"));
    CHECK (must (readTaggedFile (file)).outline.chapters[0].link == outline.chapters[0].link);
}

TEST_CASE ("The time of a chapter stands before its name and address")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (flac(), "a.flac");
    auto outline = evenOutline (2, 1000);
    outline.chapters[1].link = Link { "https://example.org/", {} };
    tagInPlace (file, outline);
    const auto bytes = bytesOf (file);
    const auto time = bytes.find ("CHAPTER001=00:00:01.000"), name = bytes.find ("CHAPTER001NAME=Part 2"),
               url = bytes.find ("CHAPTER001URL=https://example.org/");
    CHECK (time < name);
    CHECK (name < url);
    CHECK (url < bytes.size());
}

TEST_CASE ("Other comments, pictures and blocks stay byte for byte, where they were")
{
    const TemporaryFolder folder;
    const auto script = R"(
f["TITLE"] = "Title"; f["ARTIST"] = ["One", "Two", "One"]; f["CHAPTERS"] = "no chapter"; f["CHAPTER01X"] = "neither"
f["empty"] = ""
from mutagen.flac import Picture
import base64
p = Picture(); p.data = b"\xff\xd8" + b"picture" * 10000; p.mime = "image/jpeg"; p.type = 3
if sys.argv[1].endswith("flac"):
    f.add_picture(p)
    f.metadata_blocks.append(mutagen.flac.MetadataBlock(b"EMRKdata of a program"))
    f.metadata_blocks[-1].code = 2
else:
    f["METADATA_BLOCK_PICTURE"] = base64.b64encode(p.write()).decode()
f.save()
)";

    for (const auto& sample : { flac(), vorbis() })
    {
        DYNAMIC_SECTION (sample.extension().string())
        {
            const auto file = folder.copyOf (sample, "a" + sample.extension().string());
            mutate (file, script);
            const auto before = bytesOf (file);
            const auto audio = audioHash (file);
            tagInPlace (file, evenOutline (20, 100));
            CHECK (audioHash (file) == audio);
            CHECK (listOf (readBy ({ "mutagen" }, file)["mutagen"]) == listOf (evenOutline (20, 100)));
            stripInPlace (file);

            // Other programs divide large headers among pages in their own way.
            if (sample.extension() == ".flac")
                CHECK (hasBytes (file, before));
            else
                CHECK (bytesOf (file).size() == before.size());
        }
    }
}

TEST_CASE ("Padding of a FLAC is used, and comes back")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (flac(), "a.flac");
    const auto padding = GENERATE (0, 3, 500, 4092, 8192, 100'000);
    mutate (file, std::format ("f.save(padding=lambda info: {})", padding));
    const auto before = bytesOf (file);
    CAPTURE (padding);

    for (const std::size_t chapters : { 3u, 60u, 900u })
    {
        tagInPlace (file, evenOutline (chapters, 4));
        const auto size = bytesOf (file).size();
        CHECK ((size - before.size()) % 4096 == 0);
        CHECK (listOf (readBy ({ "mutagen" }, file)["mutagen"]) == listOf (evenOutline (chapters, 4)));
        CHECK (must (planWrite (file, evenOutline (chapters, 4))).changesNothing);
    }

    stripInPlace (file);

    // Padding of 4092 bytes looks like our own, and goes with the chapters.
    if (padding != 4092)
        CHECK (hasBytes (file, before));
}

TEST_CASE ("A FLAC without comments gets a block of them, which goes again")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (flac(), "a.flac");
    mutate (file, "f.delete()\nf.clear_pictures()\nf.save(padding=lambda info: 0)");
    auto bytes = bytesOf (file);
    REQUIRE (bytes.find ("fLaC") == 0);
    bytes = bytes.substr (0, 42) + bytes.substr (bytes.find ("\xFF\xF8", 42)); // only STREAMINFO
    bytes[4] = char (0x80);
    writeBytes (file, bytes);
    tagInPlace (file, evenOutline (3, 100));
    CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (3, 100)));
    stripInPlace (file);
    CHECK (hasBytes (file, bytes));
}

TEST_CASE ("A cue sheet inside a FLAC is read, kept and named")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (flac(), "a.flac");
    mutate (file, R"(
from mutagen.flac import CueSheet, CueSheetTrack, CueSheetTrackIndex
c = CueSheet(None)
for number, offset in ((1, 0), (2, 44100), (170, 176400)):
    t = CueSheetTrack(number, offset)
    t.indexes.append(CueSheetTrackIndex(1, 0)) if number != 170 else None
    c.tracks.append(t)
f.cuesheet = c; f.metadata_blocks.append(c)
f["CUESHEET"] = 'TITLE "Album"\nFILE "a.wav" WAVE\n  TRACK 01 AUDIO\n    TITLE "Eins"\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE "Zwei"\n    INDEX 00 00:01:00\n    INDEX 01 00:02:37\n'
f.save()
)");
    const auto lists = must (readTaggedFile (file)).lists;
    REQUIRE (lists.size() == 2);
    CHECK (listOf (outlineOf (lists[0].chapters)) == Listed { { 0, "" }, { 1000, "" } });
    CHECK (listOf (outlineOf (lists[1].chapters)) == Listed { { 0, "Eins" }, { 2493, "Zwei" } });

    const auto before = bytesOf (file);
    const auto plan = tagInPlace (file, evenOutline (3, 100));
    CHECK (says (plan.edit.notices, "CUESHEET block with 2 tracks"));
    const auto read = must (readTaggedFile (file));
    CHECK (read.lists.size() == 3);
    CHECK (listOf (read.outline) == listOf (evenOutline (3, 100)));
    CHECK (says (read.notices, "players will show different ones"));
    stripInPlace (file);
    CHECK (hasBytes (file, before));

    // To be taken out on request, with everything else as it was.
    const auto sound = audioHash (file);
    const auto removal =
        must (planWrite (file, evenOutline (3, 100), { .cueSheets = CueSheets::remove, .profile = {} }));
    CHECK (removal.edit.changes.size() == 2);
    CHECK (removal.edit.notices.empty());
    must (carryOut (removal, file));
    CHECK (must (readTaggedFile (file)).lists.size() == 1);
    CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (3, 100)));
    CHECK (audioHash (file) == sound);
    CHECK (mustRun ({ "python3",
                      "-c",
                      "import sys, mutagen.flac\nf = mutagen.flac.FLAC (sys.argv[1])\n"
                      "print (f.cuesheet, f.get ('CUESHEET'))",
                      file.string() })
           == "None None\n");
    CHECK (must (planWrite (file, evenOutline (3, 100), { .cueSheets = CueSheets::remove, .profile = {} }))
               .changesNothing);
}

TEST_CASE ("As many chapters as numbers of three digits can name")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (flac(), "a.flac");
    const auto plan = tagInPlace (file, evenOutline (1000, 3));
    CHECK (says (plan.edit.notices, "AntennaPod"));
    CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (1000, 3)));
    const auto error = mustFail (planWrite (file, evenOutline (1001, 3)));
    CHECK (error.kind == Error::Kind::tooLarge);
    CHECK (error.message.find ("1,000") != std::string::npos);
    CHECK_FALSE (says (must (planWrite (file, evenOutline (100, 3))).edit.notices, "AntennaPod"));
}

TEST_CASE ("The pages of an Ogg file stay as many as they were while its comments fit on them")
{
    const TemporaryFolder folder;

    for (const auto& [suffix, codec] : { std::pair { ".ogg", "libvorbis" }, { ".opus", "libopus" } })
    {
        DYNAMIC_SECTION (codec)
        {
            const auto file =
                folder.copyOf (ffmpegAudio (suffix, 4, { "-c:a", codec }), std::string ("a") + suffix);
            const auto pages = pageCount (file);
            const auto before = bytesOf (file);
            checkPages (file);

            for (const std::size_t chapters : { 1u, 16u, 400u })
            {
                tagInPlace (file, evenOutline (chapters, 4));
                checkPages (file);
                CHECK (pageCount (file) == pages);
            }

            stripInPlace (file);
            CHECK (hasBytes (file, before));
        }
    }
}

TEST_CASE ("Where the comments of an Ogg file need more pages, all later ones are numbered anew")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (900, 4);

    for (auto& chapter : outline.chapters)
        chapter.title += ", a title that is long enough to fill pages: " + std::string (90, 'x');

    for (const auto& [suffix, codec] : { std::pair { ".ogg", "libvorbis" }, { ".opus", "libopus" } })
    {
        DYNAMIC_SECTION (codec)
        {
            const auto file =
                folder.copyOf (ffmpegAudio (suffix, 20, { "-c:a", codec }), std::string ("a") + suffix);
            const auto audio = audioHash (file);
            const auto pages = pageCount (file);
            const auto plan = tagInPlace (file, outline);
            CHECK (plan.edit.renumbersPages);
            CHECK (pageCount (file) > pages);
            checkPages (file);
            CHECK (audioHash (file) == audio);
            CHECK (listOf (readBy ({ "mutagen" }, file)["mutagen"]) == listOf (outline));
            CHECK (must (planWrite (file, outline)).changesNothing);

            stripInPlace (file);
            checkPages (file);
            CHECK (audioHash (file) == audio);
            CHECK (must (readTaggedFile (file)).lists.empty());
        }
    }
}

TEST_CASE ("A page that was damaged before is as damaged after its number changed")
{
    const auto page = ogg::renderPage ({ .granule = 5, .serial = 7, .number = 3, .lacing = "\5" }, "bytes");
    const auto checksum = must (ogg::readPage (MemorySource (page), 0)).checksum;

    for (const std::uint32_t number : { 0u, 4u, 0xFFFFFFFFu })
    {
        const auto wanted =
            ogg::renderPage ({ .granule = 5, .serial = 7, .number = number, .lacing = "\5" }, "bytes");
        CHECK (ogg::renumbered (checksum, 3, number, page.size())
               == must (ogg::readPage (MemorySource (wanted), 0)).checksum);
        CHECK (ogg::renumbered (checksum ^ 1, 3, number, page.size())
               == (must (ogg::readPage (MemorySource (wanted), 0)).checksum ^ 1));
    }
}

TEST_CASE ("An episode may have several authors, each in a comment of its own")
{
    const xiph::Comments comments {
        .vendor = {}, .list = { "ARTIST=One", "artists=All", "Title=T", "artist=Two", "ARTIST" }, .rest = {}
    };
    CHECK (xiph::readEpisode (comments) == Episode { .title = "T", .author = "One, Two" });
}

} // namespace earmark
