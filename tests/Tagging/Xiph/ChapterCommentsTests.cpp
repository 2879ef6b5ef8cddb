// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Xiph/ChapterComments.h"

#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// Chapters in comments as people and other programs write them.

namespace earmark
{

namespace
{

using namespace tests;

TaggedFile fileWith (const std::vector<std::string>& comments)
{
    std::vector<std::string> arguments;

    for (const auto& comment : comments)
        arguments.insert (arguments.end(), { "-metadata", comment });

    return must (readTaggedFile (ffmpegAudio (".flac", 4, arguments)));
}

} // namespace

TEST_CASE ("Times of comments may be without hours")
{
    const auto chapters =
        fileWith (
            { "CHAPTER001=0:00.000", "CHAPTER001NAME=Fog", "CHAPTER002=0:01.512", "CHAPTER002NAME=Harbour" })
            .outline.chapters;
    REQUIRE (chapters.size() == 2);
    CHECK (chapters[0].title == "Fog");
    CHECK (chapters[1].start == Position::fromMilliseconds (1512));
    CHECK (chapters[1].title == "Harbour");
}

TEST_CASE ("Comments that only begin like chapters are others', and stay")
{
    const TemporaryFolder folder;

    for (const auto* suffix : { ".flac", ".opus" })
    {
        CAPTURE (suffix);
        const auto file = folder.copyOf (ffmpegAudio (suffix,
                                                      4,
                                                      { "-metadata",
                                                        "CHAPTER1=hello",
                                                        "-metadata",
                                                        "CHAPTER12=Genesis",
                                                        "-metadata",
                                                        "CHAPTER2NAME=Exodus",
                                                        "-metadata",
                                                        "CHAPTER03=00:00:01.000" }),
                                         "a" + std::string (suffix));
        const auto old = must (readTaggedFile (file));
        REQUIRE (old.outline.chapters.size() == 1);
        CHECK (old.outline.chapters.front().start == Position::fromSeconds (1));

        const auto outline = evenOutline (2, 1000);
        tagInPlace (file, outline);
        CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (outline));
        stripInPlace (file);
        const auto left = bytesOf (file);

        for (const auto* comment : { "CHAPTER1=hello", "CHAPTER12=Genesis", "CHAPTER2NAME=Exodus" })
            CHECK (left.contains (comment));

        CHECK_FALSE (left.contains ("CHAPTER03="));
    }
}

TEST_CASE ("A title of comments without a time is told")
{
    const auto one = fileWith ({ "CHAPTER001=00:00:00.000", "CHAPTER001NAME=Fog", "CHAPTER002NAME=Adrift" });
    CHECK (one.outline.chapters.size() == 1);
    CHECK (says (one.notices, "1 chapter has a title but no time that can be read, 'Adrift'"));

    const auto two = fileWith ({ "CHAPTER001=00:00:00.000",
                                 "CHAPTER001NAME=Fog",
                                 "CHAPTER002NAME=Adrift",
                                 "CHAPTER003=soon",
                                 "CHAPTER003NAME=Tide" });
    CHECK (says (two.notices, "2 chapters have titles but no times that can be read, 'Adrift' the first"));

    CHECK (fileWith ({ "CHAPTER001=00:00:00.000" }).notices.empty());
}

} // namespace earmark
