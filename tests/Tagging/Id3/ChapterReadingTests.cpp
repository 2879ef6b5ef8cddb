// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/ChapterReading.h"

#include "Support/ChapterTags.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Chapter frames as other programs write them.

namespace earmark
{

namespace
{

using namespace tests;

TaggedFile fileWith (const TemporaryFolder& folder, const std::string& front, const std::string& behind = {})
{
    return must (readTaggedFile (folder.file ("a.mp3", front + bytesOf (bareMp3 (4)) + behind)));
}

std::string chapter (std::string_view id, std::uint32_t start, const std::string& frames)
{
    return id3Chapter (3, id, start, start + 1000, frames);
}

std::string title (std::string_view text)
{
    return id3Sub (3, "TIT2", id3Title (text));
}

std::string withZeros (const std::vector<std::string>& ids)
{
    std::string children;

    for (const auto& id : ids)
        children += id + '\0';

    return children;
}

/** That many chapters in a table whose count has one byte, as FFmpeg writes them. */
std::string manyChapters (int count)
{
    std::vector<std::string> ids;
    std::string frames;

    for (int i = 0; i < count; ++i)
    {
        ids.push_back ("ch" + std::to_string (i));
        frames += chapter (ids.back(), std::uint32_t (i * 10), title ("Letter"));
    }

    return id3Tag (3, id3Contents (3, "toc", 3, count & 255, withZeros (ids)) + frames);
}

std::ptrdiff_t hiddenIn (const TaggedFile& file)
{
    return std::ranges::count_if (file.outline.chapters, [] (const Chapter& c) { return ! c.inContents; });
}

} // namespace

TEST_CASE ("A table of contents that has more chapters than it can count hides none of them")
{
    const TemporaryFolder folder;

    for (const int count : { 255, 256, 257, 300, 511, 512 })
    {
        CAPTURE (count);
        const auto file = fileWith (folder, manyChapters (count));
        CHECK (file.outline.chapters.size() == std::size_t (count));
        CHECK (hiddenIn (file) == 0);
    }

    const auto one = title ("Fog");
    const auto hidden =
        id3Contents (3, "toc", 3, 1, withZeros ({ "a" })) + chapter ("a", 0, one) + chapter ("b", 1000, one);
    CHECK (hiddenIn (fileWith (folder, id3Tag (3, hidden))) == 1);
}

TEST_CASE ("Names of parts within a table of contents are told")
{
    const TemporaryFolder folder;
    const auto chapters = chapter ("c0", 0, title ("Fog")) + chapter ("c1", 1000, title ("Harbour"))
                          + chapter ("c2", 2000, title ("Letters"));
    const auto parts = id3Contents (3, "toc", 3, 2, withZeros ({ "p1", "p2" }) + title ("All of it"))
                       + id3Contents (3, "p1", 1, 2, withZeros ({ "c0", "c1" }) + title ("Part One"))
                       + id3Contents (3, "p2", 1, 1, withZeros ({ "c2" }) + title ("Part Two"));
    const auto file = fileWith (folder, id3Tag (3, parts + chapters));
    CHECK (file.outline.chapters.size() == 3);
    CHECK (hiddenIn (file) == 0);
    CHECK (says (file.notices, "2 parts with names, 'Part One' the first"));

    const auto flat = id3Contents (3, "toc", 3, 3, withZeros ({ "c0", "c1", "c2" }) + title ("All of it"));
    CHECK (fileWith (folder, id3Tag (3, flat + chapters)).notices.empty());
}

TEST_CASE ("A chapter's link may be that of an audio file, and a second one is told")
{
    const TemporaryFolder folder;
    const auto own = [] (std::string_view url)
    { return id3Sub (3, "WXXX", std::string (2, '\0') + std::string (url)); };
    const auto page = id3Sub (3, "WOAF", "https://example.org/fog.mp3");

    const auto one = fileWith (folder, id3Tag (3, chapter ("a", 0, title ("Fog") + page)));
    REQUIRE (one.outline.chapters.size() == 1);
    CHECK (one.outline.chapters[0].link == Link { "https://example.org/fog.mp3", {} });
    CHECK (one.notices.empty());

    const auto both =
        fileWith (folder, id3Tag (3, chapter ("a", 0, title ("Fog") + page + own ("https://example.org/"))));
    CHECK (both.outline.chapters[0].link == Link { "https://example.org/", {} });
    CHECK (says (both.notices, "1 link is left out"));

    const auto two = fileWith (
        folder,
        id3Tag (
            3,
            chapter ("a", 0, title ("Fog") + own ("https://example.org/1") + own ("https://example.org/2"))));
    CHECK (two.outline.chapters[0].link == Link { "https://example.org/1", {} });
    CHECK (says (two.notices, "1 link is left out"));
}

TEST_CASE ("A title in UTF-16 without a byte order mark is read")
{
    const TemporaryFolder folder;
    const auto little = id3Title (std::string_view ("F\0o\0g\0", 6), 1),
               big = id3Title (std::string_view ("\0F\0o\0g\0\0", 8), 1);

    for (const auto& text : { little, big })
    {
        const auto file = fileWith (folder, id3Tag (3, chapter ("a", 0, id3Sub (3, "TIT2", text))));
        REQUIRE (file.outline.chapters.size() == 1);
        CHECK (file.outline.chapters[0].title == "Fog");
    }

    // A single unit says nothing about the order of its bytes.
    const auto one = id3Sub (3, "TIT2", id3Title (std::string_view ("F\0", 2), 1));
    CHECK (fileWith (folder, id3Tag (3, chapter ("a", 0, one))).outline.chapters[0].title.empty());
}

TEST_CASE ("A second ID3v2 tag is told")
{
    const TemporaryFolder folder;
    const auto first = id3Tag (3, title ("The episode"));
    const auto second = id3Tag (3, chapter ("a", 0, title ("Fog")));
    CHECK (fileWith (folder, first).notices.empty());
    CHECK (says (fileWith (folder, first + second).notices, "another ID3v2 tag"));

    auto appended = id3Tag (4, id3Sub (4, "TIT2", id3Title ("Fog")), 0x10);
    appended += "3DI" + appended.substr (3, 7);
    CHECK (says (fileWith (folder, {}, appended).notices, "another ID3v2 tag"));
}

} // namespace earmark
