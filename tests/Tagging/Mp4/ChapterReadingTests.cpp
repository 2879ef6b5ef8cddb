// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/ChapterReading.h"

#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// Chapters in an MP4 with titles that TagLib does not read.

namespace earmark
{

namespace
{

using namespace tests;

struct Entry
{
    std::uint64_t ms;
    std::string title;
};

std::string neroList (int version, const std::vector<Entry>& entries)
{
    auto list = std::string (version == 0 ? 0 : 4, '\0') + boxNumber (entries.size(), 1);

    for (const auto& [ms, title] : entries)
        list += boxNumber (ms * 10'000, 8) + boxNumber (title.size(), 1) + title;

    return box ("udta", fullBox ("chpl", version, 0, list));
}

TaggedFile fileWith (const TemporaryFolder& folder, const std::string& userData)
{
    return must (readTaggedFile (folder.file ("a.m4a", MiniMovie { .insideMoov = userData }.bytes())));
}

/** The file with another title of the same length in its QuickTime list, and without Nero's. */
std::string withTitle (std::string bytes, std::string_view old, std::string_view fresh)
{
    REQUIRE (old.size() == fresh.size());
    bytes.replace (bytes.find ("chpl"), 4, "free");

    for (auto at = bytes.find (old); at != std::string::npos; at = bytes.find (old, at))
        bytes.replace (at, old.size(), fresh);

    return bytes;
}

} // namespace

TEST_CASE ("Titles of a QuickTime list in UTF-16 are read, the first one too")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.m4a", MiniMovie {}.bytes());
    tagInPlace (file, outlineOf ({ chapterAt (0, "ABCDEFGHIJ"), chapterAt (30'000, "Tide") }));
    const auto tagged = bytesOf (file);

    for (const auto fresh : { std::string_view ("\xFE\xFF\0N\0e\0b\0\xE4", 10),
                              std::string_view ("\xFF\xFEN\0e\0b\0\xE4\0", 10) })
    {
        writeBytes (file, withTitle (tagged, "ABCDEFGHIJ", fresh));
        const auto read = must (readTaggedFile (file));
        REQUIRE (read.outline.chapters.size() == 2);
        CHECK (read.outline.chapters[0].start == Position {});
        CHECK (read.outline.chapters[0].title == "Nebä");
        CHECK (read.outline.chapters[0].end == Position::fromMilliseconds (30'000));
        CHECK (read.outline.chapters[1].title == "Tide");
        CHECK (read.notices.empty());

        // What was read can be written.
        tagInPlace (file, read.outline);
        CHECK (must (readTaggedFile (file)).outline.chapters == read.outline.chapters);
    }

    SECTION ("and those of a legacy encoding, with a notice")
    {
        writeBytes (file, withTitle (tagged, "ABCDEFGHIJ", "G\xE4ste hier"));
        const auto read = must (readTaggedFile (file));
        REQUIRE (read.outline.chapters.size() == 2);
        CHECK (read.outline.chapters[0].title == "Gäste hier");
        CHECK (says (read.notices, "Titles in the QuickTime list are not UTF-8"));
    }
}

TEST_CASE ("Chapters of a QuickTime list whose track begins late begin late")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.m4a", MiniMovie { .moovFirst = false, .movieTimescale = 600 }.bytes());
    tagInPlace (file, evenOutline (3, 4000));

    // Three seconds of nothing in front of the edit with the whole track; moov is last, so that no audio moves.
    const auto bytes = bytesOf (file);
    const auto moovAt = std::size_t (must (mp4::topLevelAtoms (MemorySource (bytes))).back().offset);
    auto moov = must (mp4::parseAtom (std::string_view (bytes).substr (moovAt), moovAt));

    for (auto& trak : moov.children)
        if (trak.type == "trak" && must (mp4::infoOf (trak)).handler == "text")
        {
            auto& edits = trak.find ("edts")->find ("elst")->payload;
            const auto empty = boxNumber (3 * 600, 4) + boxNumber (0xFFFFFFFF, 4) + boxNumber (0x10000, 4);
            edits = boxNumber (0, 4) + boxNumber (2, 4) + empty + edits.substr (8);
        }

    writeBytes (file, bytes.substr (0, moovAt) + moov.render());
    const auto lists = must (readTaggedFile (file)).lists;
    const Listed expected { { 3000, "Part 1" }, { 7000, "Part 2" }, { 11'000, "Part 3" } };
    REQUIRE (lists.size() == 2);
    CHECK (lists[0].form == "QuickTime");
    CHECK (listOf (outlineOf (lists[0].chapters)) == expected);
    CHECK (lists[0].chapters[0].end == Position::fromMilliseconds (7000));
    CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == expected);
}

TEST_CASE ("Titles of Nero's list that are no clean UTF-8 are read")
{
    const TemporaryFolder folder;
    std::string cut;

    while (cut.size() < 254)
        cut += "ä";

    for (const int version : { 0, 1 })
    {
        CAPTURE (version);
        const auto whole =
            fileWith (folder, neroList (version, { { 20'000, cut + '\xC3' }, { 0, "Fog" }, { 40'000, "" } }));
        REQUIRE (whole.outline.chapters.size() == 3);
        CHECK (whole.outline.chapters[0].title == "Fog");
        CHECK (whole.outline.chapters[1].title == cut);
        CHECK (whole.outline.chapters[2].title.empty());
        CHECK (whole.notices.empty());

        const auto legacy = fileWith (folder, neroList (version, { { 0, "Fog" }, { 20'000, "Caf\xE9" } }));
        REQUIRE (legacy.outline.chapters.size() == 2);
        CHECK (legacy.outline.chapters[1].title == "Café");
        CHECK (
            says (legacy.notices, "Titles in the Nero list are not UTF-8; they were read as Windows-1252."));
    }
}

} // namespace earmark
