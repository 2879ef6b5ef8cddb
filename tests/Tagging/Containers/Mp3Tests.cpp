// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp3Checks.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

// Chapters in MP3 files, judged by other programs and by our strict checker.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

const Json* partOf (const Json& chapter, std::string_view id)
{
    for (const auto& part : chapter["parts"])
        if (part["id"] == id)
            return &part;

    return nullptr;
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
            const auto plan = tagInPlace (file, outline);
            CHECK (says (plan.edit.notices, "do not fit into one table of contents") == (count > 255));

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

} // namespace earmark
