// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Differences.h"

#include "Support/Outlines.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string_view>

namespace earmark
{

namespace
{

using namespace tests;

const auto second = Duration::fromSeconds (1);

std::string differences (const Outline& a, const Outline& b)
{
    return describe (compareLists (a, b, second), a, b, "the outline", "the file");
}

} // namespace

TEST_CASE ("An audio of another length is told in words")
{
    auto outline = evenOutline (3, 60'000);
    outline.chapters.back().end = Position::fromSeconds (6102);
    CHECK (sentenceAboutLength (outline, Duration::fromSeconds (6012))
           == "The outline ends at 1:41:42, the audio at 1:40:12: 90 s are missing.");
    CHECK (sentenceAboutLength (outline, Duration::fromSeconds (6117))
           == "The outline ends at 1:41:42, the audio at 1:41:57: 15 s have come in.");
    CHECK (sentenceAboutLength (outline, Duration::fromMilliseconds (6'103'500)).empty());

    outline.chapters.back().end = {};
    CHECK (sentenceAboutLength (outline, Duration::fromSeconds (121)).empty());
    CHECK (sentenceAboutLength (outline, Duration::fromSeconds (110))
           == "The last chapter begins at 2:00, but the audio ends at 1:50: at least 10 s are missing.");
}

TEST_CASE ("Two lists are compared by their titles")
{
    const auto outline = evenOutline (4, 60'000);
    CHECK (differences (outline, outline).empty());

    auto other = outline;
    other.chapters[2].start = other.chapters[2].start + Duration::fromSeconds (90);
    other.chapters[3].start = other.chapters[3].start + Duration::fromSeconds (90);
    CHECK (differences (outline, other)
           == "From 'Part 3' on, everything begins 90 s later in the file than in the outline.");

    other = outline;
    other.chapters[1].title = "Another";
    CHECK (differences (outline, other) == "Only the outline has 'Part 2'. Only the file has 'Another'.");

    other = outline;
    other.chapters.pop_back();
    other.chapters.pop_back();
    CHECK (differences (outline, other) == "Only the outline has 'Part 3' and 1 more.");
}

TEST_CASE ("Titles pair in one order, as many as can be, and the second of a title with the second")
{
    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
    const auto list = [] (std::initializer_list<std::string_view> titles)
    {
        std::vector<Chapter> chapters (titles.size());
        std::ranges::transform (titles,
                                chapters.begin(),
                                [] (std::string_view t) { return Chapter { .title = std::string (t) }; });
        return chapters;
    };

    CHECK (pairByTitle (list ({ "a", "b" }), list ({ "a", "new", "B" })) == Pairs { { 0, 0 }, { 1, 2 } });
    CHECK (pairByTitle (list ({ "outro", "a", "b" }), list ({ "a", "b", "outro" }))
           == Pairs { { 1, 0 }, { 2, 1 } });
    CHECK (pairByTitle (list ({ "ad", "a", "ad" }), list ({ "ad", "ad" })) == Pairs { { 0, 0 }, { 2, 1 } });
    CHECK (pairByTitle (list ({ "a" }), list ({ "b" })).empty());
    CHECK (pairByTitle ({}, list ({ "b" })).empty());
}

} // namespace earmark
