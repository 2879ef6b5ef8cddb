// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

// MP3 files as a whole, judged by other programs and by our strict checker.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

void checkSound (const fs::path& file)
{
    INFO (file);
    CHECK (checkId3 (file)["problems"] == Json::array());
}

EmbeddedImage picture (std::string_view bytes)
{
    return { "image/jpeg", std::make_shared<const std::string> (bytes) };
}

/** An outline that uses everything an MP3 can hold. */
Outline richOutline()
{
    auto outline = evenOutline (4, 1000);
    auto& chapters = outline.chapters;
    chapters[0].summary = "What it is about, in Grüßen.";
    chapters[0].points = { "first point", "zweiter Punkt: 日本", "third • with a bullet inside" };
    chapters[0].link = Link { "https://example.org/a?b=c#d", {} };
    chapters[0].image = picture (std::string ("\xFF\xD8\xFF\xE0\0\xFF\0jpeg", 11));
    chapters[1].inContents = false;
    chapters[1].points = { "only points" };
    chapters[2].summary = "only a summary";
    chapters[3].link = Link { "https://example.org/ümlaut/例 x", {} };
    return outline;
}

/** As make_tag.py leaves it. */
fs::path richlyTagged (const TemporaryFolder& folder, std::string_view name, int version)
{
    needModule ("mutagen");
    auto file = folder.copyOf (bareMp3 (4), name);
    mustRun (
        { "python3", EARMARK_TEST_SUPPORT "/make_tag.py", file.string(), std::to_string (version), "1" });
    return file;
}

const Json* partOf (const Json& chapter, std::string_view id)
{
    for (const auto& part : chapter["parts"])
        if (part["id"] == id)
            return &part;

    return nullptr;
}

/** An APEv2 tag with one item, with header and footer. */
std::string apeTag()
{
    const auto little = [] (std::uint32_t n)
    { return std::string { char (n), char (n >> 8), char (n >> 16), char (n >> 24) }; };
    const auto item = little (5) + little (0) + "Artist" + '\0' + "Bj\xC3\xB6r";
    const auto frame = [&] (std::uint32_t flags)
    {
        return "APETAGEX" + little (2000) + little (std::uint32_t (item.size()) + 32) + little (1)
               + little (flags) + std::string (8, '\0');
    };
    return frame (0xA0000000) + item + frame (0x80000000);
}

std::string lyrics3Tag()
{
    const std::string fields = "LYRICSBEGININD00002"
                               "10"
                               "LYR00010la la la\r\n";
    return fields + std::format ("{:06}", fields.size()) + "LYRICS200";
}

std::string id3v1Tag()
{
    auto tag = "TAGTitle" + std::string (22, '\0') + "Artist";
    tag.resize (128, '\0');
    return tag;
}

} // namespace

TEST_CASE ("Chapters of an MP3 are the same to every reader")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (10), "a.mp3");
    const auto before = bytesOf (file);
    const auto audio = audioHash (file);
    const auto outline = manyScripts();
    tagInPlace (file, outline);

    const auto readers = readBy ({ "ffprobe", "mutagen", "eyed3" }, file);
    CHECK (listOf (readers["ffprobe"]) == listOf (outline));
    CHECK (listOf (readers["mutagen"]) == listOf (outline));
    CHECK (listOf (readers["eyed3"]) == listOf (outline));
    CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (outline));

    // Each ends where the next begins, the last one with the audio.
    CHECK (readers["ffprobe"][0][1] == 1000);
    CHECK (readers["ffprobe"].back()[1] == 10'000);

    checkSound (file);
    CHECK (audioHash (file) == audio);
    CHECK ((bytesOf (file).ends_with (before)));
    CHECK ((bytesOf (file).size() - before.size()) % 4096 == 0);
}

TEST_CASE ("Titles are Latin-1 only where they are ASCII, and UTF-16 else")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (10), "a.mp3");
    tagInPlace (file, manyScripts());
    const auto checked = checkId3 (file);

    for (const auto& chapter : checked["chapters"])
    {
        const auto& title = chapter["parts"][0];
        const auto text = title["text"].get<std::string>();
        const bool ascii =
            std::ranges::all_of (text, [] (char c) { return static_cast<unsigned char> (c) < 0x80; });
        INFO (text);
        CHECK (title["id"] == "TIT2");
        CHECK (title["encoding"] == (ascii ? 0 : 1));
    }
}

TEST_CASE ("Everything that an outline says of a chapter comes back from an MP3")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
    auto outline = richOutline();
    tagInPlace (file, outline);
    checkSound (file);

    const auto read = must (readTaggedFile (file)).outline;
    REQUIRE (read.chapters.size() == 4);

    for (std::size_t i = 0; i < 4; ++i)
    {
        INFO ("chapter " << i);
        CHECK (read.chapters[i].title == outline.chapters[i].title);
        CHECK (read.chapters[i].summary == outline.chapters[i].summary);
        CHECK (read.chapters[i].points == outline.chapters[i].points);
        CHECK (read.chapters[i].image == outline.chapters[i].image);
        CHECK (read.chapters[i].inContents == outline.chapters[i].inContents);
        CHECK (read.chapters[i].link.has_value() == outline.chapters[i].link.has_value());
    }

    CHECK (read.chapters[0].link == outline.chapters[0].link);

    SECTION ("and writing what was read changes nothing")
    {
        CHECK (must (planWrite (file, read, { .episodeTags = EpisodeTags::keep })).changesNothing);
    }

    SECTION ("and the parts of a chapter are those of the safe profile, in its order")
    {
        const auto checked = checkId3 (file);
        std::vector<std::string> ids;

        for (const auto& part : checked["chapters"][0]["parts"])
            ids.push_back (part["id"]);

        CHECK (ids == std::vector<std::string> { "TIT2", "TIT3", "WXXX", "APIC", "COMM" });
        CHECK ((*partOf (checked["chapters"][0], "COMM"))["text"]
               == "• first point\n• zweiter Punkt: 日本\n• third • with a bullet inside");
        CHECK ((*partOf (checked["chapters"][0], "APIC"))["mime"] == "image/jpeg");
    }
}

TEST_CASE ("A summary of several paragraphs becomes one line in an MP3")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (2), "a.mp3");
    auto outline = evenOutline (1, 1000);
    outline.chapters[0].summary = "First paragraph,\ngoing on.\n\nSecond  one.";
    tagInPlace (file, outline);
    checkSound (file);
    CHECK (must (readTaggedFile (file)).outline.chapters[0].summary
           == "First paragraph, going on. Second one.");
}

TEST_CASE ("Links in an MP3 are ASCII, whatever the outline has")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
    tagInPlace (file, richOutline());
    const auto checked = checkId3 (file);
    CHECK ((*partOf (checked["chapters"][0], "WXXX"))["url"] == "https://example.org/a?b=c#d");
    CHECK ((*partOf (checked["chapters"][3], "WXXX"))["url"]
           == "https://example.org/%C3%BCmlaut/%E4%BE%8B%20x");
}

TEST_CASE ("Hidden chapters stand outside the table of contents")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
    auto outline = richOutline();
    tagInPlace (file, outline);

    const auto checked = checkId3 (file);
    CHECK (checked["contents"].size() == 1);
    CHECK (checked["contents"][0]["children"] == Json ({ "ch0", "ch2", "ch3" }));
    CHECK (checked["chapters"].size() == 4);

    SECTION ("and with all of them hidden there is no table")
    {
        for (auto& chapter : outline.chapters)
            chapter.inContents = false;

        tagInPlace (file, outline);
        checkSound (file);
        CHECK (checkId3 (file)["contents"].empty());
    }
}

TEST_CASE ("Any number of chapters goes into an MP3")
{
    const TemporaryFolder folder;

    for (const std::size_t count : { 1u, 100u, 254u, 255u, 256u, 510u, 511u, 1000u, 10'000u })
    {
        DYNAMIC_SECTION (count << " chapters")
        {
            const auto file = folder.copyOf (bareMp3 (10), std::format ("{}.mp3", count));
            const auto outline = evenOutline (count, count > 1000 ? 1 : 9);
            tagInPlace (file, outline);

            const auto readers = readBy ({ "ffprobe", "mutagen", "eyed3" }, file);
            CHECK (listOf (readers["ffprobe"]) == listOf (outline));
            CHECK (listOf (readers["mutagen"]) == listOf (outline));
            CHECK (listOf (readers["eyed3"]) == listOf (outline));

            const auto checked = checkId3 (file);
            CHECK (checked["problems"] == Json::array());
            CHECK (checked["contents"].size() == (count <= 255 ? 1 : 1 + (count + 254) / 255));
            CHECK (must (readTaggedFile (file)).outline.chapters.size() == count);
        }
    }
}

TEST_CASE ("Tables of contents nest as deep as they have to")
{
    // 255 times 255 and some.
    constexpr std::size_t count = 66'000;
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (70), "a.mp3");
    tagInPlace (file, evenOutline (count, 1));
    const auto checked = checkId3 (file);
    CHECK (checked["problems"] == Json::array());
    CHECK (checked["chapters"].size() == count);
    CHECK (checked["contents"].size() == 259 + 2 + 1);
    CHECK (must (readTaggedFile (file)).outline.chapters.size() == count);
}

TEST_CASE ("Every other frame of a v2.3 tag keeps its bytes and its order")
{
    const TemporaryFolder folder;
    const auto file = richlyTagged (folder, "a.mp3", 3);
    const auto before = checkId3 (file);
    const auto values = readBy ({ "mutagen-tags" }, file);
    tagInPlace (file, richOutline());

    const auto after = checkId3 (file);
    CHECK (after["problems"] == Json::array());
    CHECK (foreignFrames (after) == foreignFrames (before));
    CHECK (after["after"] == before["after"]);
    CHECK (Json::diff (values, readBy ({ "mutagen-tags" }, file)) == Json::array());

    SECTION ("when the chapters are replaced")
    {
        tagInPlace (file, evenOutline (300, 10));
        CHECK (foreignFrames (checkId3 (file)) == foreignFrames (before));
    }

    SECTION ("when they are taken out")
    {
        stripInPlace (file);
        CHECK (checkId3 (file)["frames"] == before["frames"]);
    }
}

TEST_CASE ("Frames that are strange, flagged or wrong stay as they are, and so does a rest")
{
    const TemporaryFolder folder;
    const auto body = id3Frame3 ("XABC", std::string ("\xFF\0\xFF\xFE", 4), 0x1234)
                      + id3Frame3 ("TIT2", "\3not v2.3") + id3Frame3 ("TIT2", std::string ("\0second", 7))
                      + id3Frame3 ("TALB", {}) + id3Frame3 ("RVA2", "\1\2\3") + std::string (20, '\0')
                      + "a rest of somebody" + std::string (30, '\0');
    const auto original = id3Tag (3, body) + bytesOf (bareMp3 (2));
    const auto file = folder.file ("a.mp3", original);
    const auto before = checkId3 (file);

    tagInPlace (file, evenOutline (2, 500));
    const auto after = checkId3 (file);
    CHECK (foreignFrames (after) == before["frames"]);
    CHECK (after["rest"] == before["rest"]);
    stripInPlace (file);
    CHECK (hasBytes (file, original));
}

TEST_CASE ("Chapters stay where another tool had put them among the frames")
{
    const TemporaryFolder folder;
    const auto chapter = "ch" + std::string (1, '\0') + id3Plain (0) + id3Plain (1000) + id3Plain (0xFFFFFFFF)
                         + id3Plain (0xFFFFFFFF) + id3Frame3 ("TIT2", std::string ("\0Old", 4));
    const auto body = id3Frame3 ("TALB", std::string ("\0Album", 6)) + id3Frame3 ("CHAP", chapter)
                      + id3Frame3 ("TIT2", std::string ("\0Title", 6));
    const auto file = folder.file ("a.mp3", id3Tag (3, body) + bytesOf (bareMp3 (2)));
    tagInPlace (file, evenOutline (1, 500));

    const auto frames = checkId3 (file)["frames"];
    REQUIRE (frames.size() == 4);
    CHECK (frames[0][0] == "TALB");
    CHECK (frames[1][0] == "CTOC");
    CHECK (frames[2][0] == "CHAP");
    CHECK (frames[3][0] == "TIT2");
}

TEST_CASE ("What stands behind the audio is kept, and does not count as audio")
{
    const TemporaryFolder folder;
    const auto bare = bytesOf (bareMp3 (3));
    const auto length = must (readTaggedFile (folder.file ("bare.mp3", bare))).length;

    const std::vector<std::pair<std::string_view, std::string>> cases {
        { "ID3v1", id3v1Tag() },
        { "APEv2", apeTag() },
        { "APEv2 and ID3v1", apeTag() + id3v1Tag() },
        { "Lyrics3 and ID3v1", lyrics3Tag() + id3v1Tag() },
        { "zeros", std::string (5000, '\0') },
        { "an APEv2 footer that lies about its size",
          "APETAGEX" + std::string ("\xD0\7\0\0\xFF\xFF\xFF\x7F", 8) + std::string (16, '\0') },
        { "ID3v1 with a header by chance",
          "TAG" + std::string (50, ' ') + "\xFF\xFB\x90\x04" + std::string (71, ' ') },
    };

    for (const auto& [name, tail] : cases)
    {
        DYNAMIC_SECTION (name)
        {
            const auto file = folder.file ("a.mp3", bare + tail);
            tagInPlace (file, evenOutline (3, 1000));
            checkSound (file);
            CHECK ((bytesOf (file).ends_with (bare + tail)));
            CHECK (must (readTaggedFile (file)).length == length);
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (3, 1000)));
            stripInPlace (file);
            CHECK (hasBytes (file, bare + tail));
        }
    }
}

TEST_CASE ("Writing the same chapters again writes nothing")
{
    const TemporaryFolder folder;
    const auto file = richlyTagged (folder, "a.mp3", 4);
    const auto first = must (planWrite (file, richOutline()));
    CHECK_FALSE (first.changesNothing);
    must (carryOut (first, file));

    const auto bytes = bytesOf (file);
    const auto time = fs::last_write_time (file);
    const auto again = must (planWrite (file, richOutline()));
    CHECK (again.changesNothing);
    CHECK (again.edit.changes.empty());
    must (carryOut (again, file));
    CHECK (hasBytes (file, bytes));
    CHECK (fs::last_write_time (file) == time);
}

TEST_CASE ("An MP3 gets its old bytes back when the chapters go")
{
    const TemporaryFolder folder;

    SECTION ("without a tag")
    {
        const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
        const auto before = bytesOf (file);
        tagInPlace (file, richOutline());
        CHECK (stripInPlace (file).chapters() == 0);
        CHECK (hasBytes (file, before));
    }

    SECTION ("with the tag of an encoder")
    {
        const auto file = folder.copyOf (
            mp3Sample (4, { "-b:a", "64k", "-metadata", "title=Old", "-id3v2_version", "3" }), "a.mp3");
        const auto before = bytesOf (file);
        tagInPlace (file, richOutline());
        CHECK_FALSE (hasBytes (file, before));
        stripInPlace (file);
        CHECK (hasBytes (file, before));
    }

    SECTION ("with an album and a title that came with the chapters, which stay")
    {
        const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
        auto outline = richOutline();
        outline.episode = { .show = "Show", .title = "Episode" };
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        stripInPlace (file);
        const auto tagged = must (readTaggedFile (file));
        CHECK (tagged.outline.chapters.empty());
        CHECK (tagged.outline.episode.title == "Episode");
    }
}

TEST_CASE ("Stripping a file without chapters touches nothing, not even an old tag")
{
    const TemporaryFolder folder;

    for (const int version : { 3, 4 })
    {
        const auto file = richlyTagged (folder, std::format ("{}.mp3", version), version);
        const auto before = bytesOf (file);
        const auto time = fs::last_write_time (file);
        CHECK (stripInPlace (file).changesNothing);
        CHECK (hasBytes (file, before));
        CHECK (fs::last_write_time (file) == time);
    }

    const auto bare = folder.copyOf (bareMp3 (4), "bare.mp3");
    CHECK (must (planStrip (bare)).changesNothing);
}

TEST_CASE ("Title and album of an MP3 follow the policy")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (2, 500);
    outline.episode = { .show = "My Show", .title = "Neue Folge 🎧" };
    const auto tagged = mp3Sample (2, { "-b:a", "64k", "-metadata", "title=Old", "-id3v2_version", "3" });

    const auto episodeOf = [] (const fs::path& file) { return must (readTaggedFile (file)).outline.episode; };

    SECTION ("fill what is empty")
    {
        const auto file = folder.copyOf (tagged, "a.mp3");
        const auto plan = tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (episodeOf (file).title == "Old");
        CHECK (episodeOf (file).show == "My Show");
        CHECK (plan.edit.changes == std::vector<std::string> { "the album is set to 'My Show'" });
    }

    SECTION ("replace")
    {
        const auto file = folder.copyOf (tagged, "a.mp3");
        CHECK (tagInPlace (file, outline, EpisodeTags::replace).edit.changes.size() == 2);
        CHECK (episodeOf (file).title == "Neue Folge 🎧");
        CHECK (episodeOf (file).show == "My Show");
        checkSound (file);
    }

    SECTION ("keep")
    {
        const auto file = folder.copyOf (tagged, "a.mp3");
        const auto before = checkId3 (file);
        CHECK (tagInPlace (file, outline, EpisodeTags::keep).edit.changes.empty());
        CHECK (foreignFrames (checkId3 (file)) == foreignFrames (before));
    }

    SECTION ("an empty title is filled, whatever its encoding")
    {
        for (const auto* empty : { "\0", "\1\xFF\xFE", "\1\xFF\xFE\0\0" })
        {
            const std::string body (empty, empty[0] == 0 ? 1 : std::string_view (empty).size() == 3 ? 3 : 5);
            const auto file =
                folder.file ("a.mp3", id3Tag (3, id3Frame3 ("TIT2", body)) + bytesOf (bareMp3 (2)));
            tagInPlace (file, outline, EpisodeTags::fillEmpty);
            CHECK (episodeOf (file).title == "Neue Folge 🎧");
        }
    }

    SECTION ("a title of letters whose bytes look like marks is a title")
    {
        const auto file = folder.file (
            "a.mp3", id3Tag (3, id3Frame3 ("TIT2", "\1\xFF\xFE\1\1\2\2")) + bytesOf (bareMp3 (2)));
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (episodeOf (file).title == "āȂ");
    }
}

TEST_CASE ("Chapters that other tools wrote are read, and replaced as a whole")
{
    needModule ("mutagen");
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
    const auto script = R"(
import sys
from mutagen.id3 import CHAP, CTOC, CTOCFlags, APIC, ID3, TIT2, TXXX, WXXX
version = int(sys.argv[2])
tag = ID3()
tag.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED, child_element_ids=["a", "b"], sub_frames=[TIT2(encoding=3, text="List")]))
for name, start, text in (("b", 2000, "Zwei 🎧"), ("a", 0, "Eins"), ("hidden", 3000, "Drei")):
    tag.add(CHAP(element_id=name, start_time=start, end_time=start + 900, sub_frames=[TIT2(encoding=3 if version == 4 else 1, text=text), WXXX(encoding=0, url="https://example.org/" + name),
                 APIC(encoding=0, mime="image/png", data=b"\xff\xd8" + b"x" * 500), TXXX(encoding=0, desc="strange", text="part")]))
tag.save(sys.argv[1], v2_version=version)
)";

    for (const auto* version : { "3", "4" })
    {
        DYNAMIC_SECTION ("v2." << version)
        {
            mustRun ({ "python3", "-c", script, file.string(), version });

            const auto chapters = must (readTaggedFile (file)).outline.chapters;
            REQUIRE (chapters.size() == 3);
            CHECK (chapters[0].title == "Eins");
            CHECK (chapters[1].title == "Zwei 🎧");
            CHECK (chapters[1].start == Position::fromMilliseconds (2000));
            CHECK (chapters[1].end == Position::fromMilliseconds (2900));
            CHECK (chapters[1].inContents);
            CHECK_FALSE (chapters[2].inContents);
            CHECK (chapters[0].link == Link { "https://example.org/a", {} });
            CHECK (chapters[0].image.has_value());

            tagInPlace (file, evenOutline (2, 500));
            checkSound (file);
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (2, 500)));
        }
    }
}

TEST_CASE ("An unsynchronised v2.4 tag is read and becomes a sound v2.3 one")
{
    const TemporaryFolder folder;
    const auto chapter = "c\xFF" + std::string (1, '\0') + id3Plain (0) + id3Plain (0x1FF)
                         + id3Plain (0xFFFFFFFF) + id3Plain (0xFFFFFFFF)
                         + id3Frame4 ("TIT2", std::string ("\1\xFF\xFEO\0l\0d\0", 9));
    const auto body = id3Frame4 ("CHAP", id3Unsynchronised (chapter))
                      + id3Frame4 ("PRIV", id3Unsynchronised (std::string ("a\0\xFF\xFB\xFF", 5)));
    const auto file = folder.file ("a.mp3", id3Tag (4, body, 0x80) + bytesOf (bareMp3 (2)));
    const auto read = must (readTaggedFile (file)).outline.chapters;
    REQUIRE (read.size() == 1);
    CHECK (read[0].title == "Old");
    CHECK (read[0].end == Position::fromMilliseconds (0x1FF));

    tagInPlace (file, evenOutline (1, 500));
    checkSound (file);
    CHECK (
        (bytesOf (file).find (id3Frame3 ("PRIV", std::string ("a\0\xFF\xFB\xFF", 5))) != std::string::npos));
}

TEST_CASE ("What the writer of an MP3 has to say")
{
    const TemporaryFolder folder;
    const auto noticesFor = [&] (const fs::path& sample, const Outline& outline)
    { return must (planWrite (folder.copyOf (sample, "a.mp3"), outline)).edit.notices; };

    SECTION ("nothing, mostly")
    {
        CHECK (noticesFor (bareMp3 (4), evenOutline (2, 1000)).empty());
        CHECK (noticesFor (mp3Sample (4, { "-q:a", "5" }), evenOutline (2, 1000)).empty());
    }

    SECTION ("a variable bit rate without a header")
    {
        CHECK (says (noticesFor (mp3Sample (4, { "-q:a", "5", "-write_xing", "0" }), evenOutline (2, 1000)),
                     "variable bit rate"));
    }

    SECTION ("a file that was cut")
    {
        const auto bytes = bytesOf (bareMp3 (10));
        const auto cut = folder.file ("cut.mp3", bytes.substr (0, bytes.size() / 2));
        CHECK (says (noticesFor (cut, evenOutline (2, 1000)), "cut or joined"));
    }

    SECTION ("a picture that is only an address")
    {
        auto outline = evenOutline (2, 1000);
        outline.chapters[0].image = LinkedImage { "https://example.org/a.jpg" };
        CHECK (says (noticesFor (bareMp3 (4), outline), "picture's web address"));
    }

    SECTION ("the new version of the tag, as a change")
    {
        const auto plan = must (planWrite (richlyTagged (folder, "b.mp3", 4), evenOutline (1, 1000)));
        REQUIRE_FALSE (plan.edit.changes.empty());
        CHECK (plan.edit.changes[0].find ("ID3v2.3") != std::string::npos);
    }

    SECTION ("nothing when the chapters are taken out: the tag stays v2.4")
    {
        const auto chapter =
            "c" + std::string (1, '\0') + id3Plain (0) + id3Plain (9) + id3Plain (0) + id3Plain (0);
        const auto tag = id3Tag (4, id3Frame4 ("TIT2", "\3T") + id3Frame4 ("CHAP", chapter));
        const auto file = folder.file ("d.mp3", tag + bytesOf (bareMp3 (4)));
        CHECK (stripInPlace (file).edit.changes.empty());
        CHECK (bytesOf (file).substr (0, 4) == "ID3\4");
        CHECK (bytesOf (file).contains (id3Frame4 ("TIT2", "\3T")));
    }

    SECTION ("a tag that players load for long")
    {
        auto outline = evenOutline (2, 1000);
        outline.chapters[0].image =
            EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (5'200'000, 'x') };
        CHECK (says (noticesFor (bareMp3 (4), outline), "5 MB long"));
    }

    SECTION ("an extended header that is not kept")
    {
        const auto tag = id3Tag (
            3, id3Plain (6) + std::string (6, '\0') + id3Frame3 ("TIT2", std::string ("\0T", 2)), 0x40);
        CHECK (says (noticesFor (folder.file ("c.mp3", tag + bytesOf (bareMp3 (4))), evenOutline (1, 1000)),
                     "extended header"));
    }
}

TEST_CASE ("An MP3 that cannot hold the chapters is refused and stays as it was")
{
    const TemporaryFolder folder;

    const auto refusal = [&] (std::string_view bytes, const Outline& outline)
    {
        const auto file = folder.file ("a.mp3", bytes);
        const auto error = mustFail (planWrite (file, outline));
        CHECK (hasBytes (file, bytes));
        return error;
    };

    SECTION ("shorter than the outline")
    {
        const auto error = refusal (bytesOf (bareMp3 (4)), evenOutline (5, 1000));
        CHECK (error.kind == Error::Kind::mismatch);
        CHECK (error.message.find ("Part 5") != std::string::npos);
    }

    SECTION ("a tag without audio")
    {
        CHECK (refusal (id3Tag (3, id3Frame3 ("TIT2", std::string ("\0T", 2))), evenOutline (1, 1000)).kind
               == Error::Kind::unsupported);
    }

    SECTION ("an old tag")
    {
        CHECK (
            refusal (id3Tag (2, id3Frame2 ("LNK", "x")) + bytesOf (bareMp3 (4)), evenOutline (1, 1000)).kind
            == Error::Kind::unsupported);
    }

    SECTION ("a damaged tag")
    {
        auto frame = id3Frame3 ("TIT2", std::string ("\0T", 2));
        frame.replace (4, 4, id3Plain (100'000));
        CHECK (refusal (id3Tag (3, frame) + bytesOf (bareMp3 (4)), evenOutline (1, 1000)).kind
               == Error::Kind::malformed);
    }

    SECTION ("no chapters at all")
    {
        CHECK (refusal (bytesOf (bareMp3 (4)), {}).kind == Error::Kind::wrongUsage);
    }

    SECTION ("pictures beyond what a tag can hold")
    {
        auto outline = evenOutline (3, 1000);
        const auto large = std::make_shared<const std::string> (90u << 20, 'x');

        for (auto& chapter : outline.chapters)
            chapter.image = EmbeddedImage { "image/jpeg", large };

        CHECK (refusal (bytesOf (bareMp3 (4)), outline).kind == Error::Kind::tooLarge);
    }
}

} // namespace earmark
