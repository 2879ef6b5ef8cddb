// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Xiph/ChapterComments.h"

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
