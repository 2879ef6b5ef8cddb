// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Matroska/Segment.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

// Matroska and WebM, judged by the tools of MKVToolNix, FFmpeg and MediaInfo.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

fs::path mka (const std::vector<std::string>& more = {})
{
    std::vector<std::string> arguments { "-c:a", "libopus" };
    arguments.insert (arguments.begin(), more.begin(), more.end());
    return ffmpegAudio (".mka", 4, arguments);
}

/** As mkvmerge lays it out, with these options. */
fs::path merged (const TemporaryFolder& folder, const std::vector<std::string>& options = {})
{
    need ("mkvmerge");
    const auto path = folder / "merged.mka";
    std::vector<std::string> command { "mkvmerge", "-q", "-o", path.string() };
    command.insert (command.end(), options.begin(), options.end());
    command.push_back (mka().string());
    mustRun (command);
    return path;
}

void checkReaders (const fs::path& file, const Outline& outline)
{
    const auto readers = readBy ({ "ffprobe", "mkvextract", "mediainfo" }, file);

    for (const auto* reader : { "ffprobe", "mkvextract", "mediainfo" })
    {
        INFO (reader);
        CHECK (listOf (readers[reader]) == listOf (outline));
    }

    // It follows the index and complains of what it cannot find.
    CHECK (run ({ "mkvmerge", "-o", file.string() + ".remuxed.mka", file.string() }).exitCode == 0);
}

} // namespace

TEST_CASE ("No part of a Matroska file moves, and its index names the chapters")
{
    const TemporaryFolder folder;

    SECTION ("as FFmpeg writes it")
    {
        const auto file = folder.copyOf (mka(), "a.mka");
        const auto before = bytesOf (file);
        tagInPlace (file, evenOutline (20, 100));
        checkReaders (file, evenOutline (20, 100));
        const auto cluster = before.find ("\x1F\x43\xB6\x75");
        CHECK ((bytesOf (file).substr (cluster, before.size() - cluster) == before.substr (cluster)));
        stripInPlace (file);
        CHECK (hasBytes (file, before));
    }

    SECTION ("as mkvmerge writes it, with chapters and without")
    {
        const auto simple = folder.file ("chapters.txt",
                                         "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Old\n"
                                         "CHAPTER02=00:00:01.000\nCHAPTER02NAME=Older\n");

        for (const auto& options :
             { std::vector<std::string> {}, { "--chapters", simple.string(), "--disable-lacing" } })
        {
            const auto file = merged (folder, options);
            CHECK (must (readTaggedFile (file)).outline.chapters.size() == (options.empty() ? 0 : 2));
            const auto audio = audioHash (file);

            for (const std::size_t chapters : { 1u, 2u, 40u, 3u })
            {
                tagInPlace (file, evenOutline (chapters, 50));
                checkReaders (file, evenOutline (chapters, 50));
                CHECK (must (planWrite (file, evenOutline (chapters, 50))).changesNothing);
                CHECK (audioHash (file) == audio);
            }

            stripInPlace (file);
            CHECK (must (readTaggedFile (file)).lists.empty());
            CHECK (must (planStrip (file)).changesNothing);
            checkReaders (file, {});
        }
    }
}

TEST_CASE ("Ends and hidden chapters go into a Matroska file and come back")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mka(), "a.mka");
    auto outline = evenOutline (3, 1000);
    outline.chapters[0].end = Position::fromMilliseconds (700);
    outline.chapters[1].inContents = false;
    outline.chapters[2].link = Link { "https://example.org", {} };
    CHECK (says (tagInPlace (file, outline).edit.notices, "1 chapter has a link"));
    const auto read = must (readTaggedFile (file)).outline.chapters;
    REQUIRE (read.size() == 3);
    CHECK (read[0].end == Position::fromMilliseconds (700));
    CHECK_FALSE (read[1].inContents);
    CHECK (read[2].inContents);
}

TEST_CASE ("Any number of chapters goes into a Matroska file")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mka(), "a.mka");
    tagInPlace (file, evenOutline (3000, 1));
    checkReaders (file, evenOutline (3000, 1));
}

TEST_CASE ("Chapters inside other chapters are read with their level, as mkvmerge writes them")
{
    const TemporaryFolder folder;
    const auto atom = [] (std::string_view start, std::string_view title, std::string_view inside = {})
    {
        return std::format ("<ChapterAtom><ChapterTimeStart>00:00:0{}</ChapterTimeStart><ChapterDisplay>"
                            "<ChapterString>{}</ChapterString></ChapterDisplay>{}</ChapterAtom>",
                            start,
                            title,
                            inside);
    };
    const auto xml = folder.file (
        "chapters.xml",
        "<?xml version=\"1.0\"?><Chapters><EditionEntry>"
            + atom ("0", "Part One", atom ("0", "First") + atom ("1", "Second", atom ("1.5", "Aside")))
            + atom ("2", "Part Two", atom ("3", "Third")) + "</EditionEntry></Chapters>");
    const auto outline = must (readTaggedFile (merged (folder, { "--chapters", xml.string() }))).outline;
    std::string read;

    for (const auto& chapter : outline.chapters)
        read += std::format (
            "{} {} {}, ", chapter.level, chapter.start.milliseconds (Rounding::nearest), chapter.title);

    CHECK (read == "0 0 Part One, 1 0 First, 1 1000 Second, 2 1500 Aside, 0 2000 Part Two, 1 3000 Third, ");
}

TEST_CASE ("Sub-chapters stand inside their chapter under the profile maximum, and beside it under safe")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mka(), "a.mka");
    auto outline = evenOutline (5, 500);
    outline.chapters[1].level = outline.chapters[2].level = 1;
    outline.chapters[4].level = 3; // two levels deeper than there is a chapter to stand in
    const auto flat = tagInPlace (file, outline);
    CHECK (says (flat.edit.notices, "3 chapters are sub-chapters; a Matroska file lists all of them"));
    checkReaders (file, outline);

    const auto nested = must (
        planWrite (file, outline, { .episodeTags = EpisodeTags::keep, .profile = *findProfile ("maximum") }));
    CHECK_FALSE (says (nested.edit.notices, "sub-chapters"));
    must (carryOut (nested, file));
    const auto read = must (readTaggedFile (file)).outline.chapters;
    REQUIRE (read.size() == 5);
    const std::vector<int> levels { 0, 1, 1, 0, 1 };

    for (std::size_t i = 0; i < levels.size(); ++i)
    {
        CHECK (read[i].level == levels[i]);
        CHECK (read[i].title == outline.chapters[i].title);
    }

    CHECK (read[0].end == read[2].end);
    const auto seen = readBy ({ "ffprobe" }, file)["ffprobe"];
    CHECK (listOf (seen) == listOf (outlineOf ({ outline.chapters[0], outline.chapters[3] })));
}

TEST_CASE ("Attachments, tags and parts that nobody knows stay")
{
    const TemporaryFolder folder;
    const auto text = folder.file ("note.txt", std::string (5000, 'a'));
    const auto file =
        merged (folder, { "--attach-file", text.string(), "--title", "Title", "--track-name", "0:Name" });
    auto bytes = bytesOf (file);
    const auto tail = std::string ("\xEC\x83xyz") + "\x4F\xFF\x84" + "none";

    const auto info = mustRun ({ "mkvinfo", file.string() });
    tagInPlace (file, evenOutline (3, 1000));
    CHECK (must (readTaggedFile (file)).outline.episode.title == "Title");
    stripInPlace (file);
    CHECK (hasBytes (file, bytes));
    CHECK (mustRun ({ "mkvinfo", file.string() }) == info);

    SECTION ("and so do bytes behind the segment")
    {
        writeBytes (file, bytes + tail);
        tagInPlace (file, evenOutline (3, 1000));
        CHECK ((bytesOf (file).ends_with (tail)));
        checkReaders (file, evenOutline (3, 1000));
        stripInPlace (file);
        CHECK (hasBytes (file, bytes + tail));
    }
}

TEST_CASE ("A live stream is refused, since nothing can be put behind its parts")
{
    const TemporaryFolder folder;
    const auto file =
        folder.copyOf (ffmpegAudio (".webm", 4, { "-c:a", "libopus", "-f", "webm", "-live", "1" }), "a.webm");
    CHECK_FALSE (planWrite (file, evenOutline (2, 100)));
    CHECK (must (readTaggedFile (file)).lists.empty());
}

TEST_CASE ("An index that claims to be huge is refused before it fills the memory")
{
    for (const std::uint64_t size : { 1u << 10, 17u << 20 })
    {
        const MemorySource source (mkv::renderElement (mkv::Id::seekHead, mkv::renderRoom (size, 8)));
        const auto head = mkv::readSeekHead (source, must (mkv::readElement (source, 0, source.size())));

        if (size < (1u << 20))
            CHECK (must (head).entries.size() == 1);
        else
            CHECK (mustFail (head).kind == Error::Kind::tooLarge);
    }
}

} // namespace earmark
