// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp3Checks.h"
#include "Tagging/TagsBehind.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

// What is in an MP3 already: frames, tags and chapters of others.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

/** Of 2 MB, as covers are, in which headers of frames seem to be. */
std::string largeValue()
{
    std::string value ("cover.jpg\0", 10);

    while (value.size() < (2u << 20))
        value += "\xFF\xFB\x90\x04" + std::string (413, 'x');

    return value;
}

std::string lyrics3Tag()
{
    const std::string fields = "LYRICSBEGININD00002"
                               "10"
                               "LYR00010la la la\r\n";
    return fields + std::format ("{:06}", fields.size()) + "LYRICS200";
}

} // namespace

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
        { "APEv2 without a header", apeTag ({ { "Artist", "Ann" } }, false) },
        { "APEv2 with a cover of 2 MB", apeTag ({ { "Cover Art (Front)", largeValue() } }) + id3v1Tag() },
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

TEST_CASE ("What only an ID3v1 or APE tag says goes on being shown")
{
    need ("ffprobe");
    const TemporaryFolder folder;
    const auto bare = bytesOf (bareMp3 (3));
    auto outline = evenOutline (2, 1000);
    outline.episode.title = "New";
    outline.episode.show = "Show";
    const auto shown = [] (const fs::path& file)
    {
        return mustRun (
            { "ffprobe", "-v", "error", "-show_entries", "format_tags", "-of", "json", file.string() });
    };
    const auto titleIn = [] (const fs::path& file)
    { return must (readTaggedFile (file)).outline.episode.title; };

    // Names may stand behind a cover of more than 1 MB.
    const ApeItems items { { "Cover Art (Front)", largeValue() }, { "Artist", "Ann" }, { "Title", "Old" } };

    for (const auto& tail : { id3v1Tag(),
                              apeTag(),
                              apeTag() + id3v1Tag(),
                              apeTag (items) + id3v1Tag(),
                              apeTag (items),
                              apeTag (items, false) })
    {
        const auto file = folder.file ("a.mp3", bare + tail);
        const auto before = shown (file);
        const auto filled = tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (says (filled.edit.notices, "stay those of its ID3v1 or APE tag"));
        CHECK (titleIn (file).empty());
        CHECK (shown (file) == before);
        CHECK (
            says (tagInPlace (file, outline, EpisodeTags::replace).edit.notices, "no longer show what else"));
        CHECK (titleIn (file) == "New");
    }

    // One that says nothing of that hides nothing.
    auto empty = id3v1Tag().replace (3, 94, std::string (94, '\0'));
    const auto file = folder.file ("a.mp3", bare + empty);
    tagInPlace (file, outline, EpisodeTags::fillEmpty);
    CHECK (titleIn (file) == "New");

    writeBytes (file, bare + apeTag ({ { "Cover Art (Front)", largeValue() }, { "Genre", "Speech" } }));
    tagInPlace (file, outline, EpisodeTags::fillEmpty);
    CHECK (titleIn (file) == "New");

    // And what an ID3v2 tag says already is read instead of the other one.
    writeBytes (file, id3Tag (3, id3Frame3 ("TPE1", std::string ("\0Ann", 4))) + bare + id3v1Tag());
    tagInPlace (file, outline, EpisodeTags::fillEmpty);
    CHECK (titleIn (file) == "New");
}

TEST_CASE ("A second ID3v2 tag is told of whenever the file is touched")
{
    const TemporaryFolder folder;
    const auto tag = id3Tag (3, id3Frame3 ("TIT2", std::string ("\0T", 2)));
    const auto file = folder.file ("a.mp3", tag + tag + bytesOf (bareMp3 (2)));
    CHECK (says (tagInPlace (file, evenOutline (2, 500)).edit.notices, "another ID3v2 tag"));
    CHECK (says (stripInPlace (file).edit.notices, "another ID3v2 tag"));
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

} // namespace earmark
