// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/StoredLists.h"

#include "Support/Outlines.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

StoredList listOf (std::string form, std::vector<Chapter> chapters)
{
    return { std::move (form), std::move (chapters) };
}

} // namespace

TEST_CASE ("Forms of one chapter are the same where they round or cut a title")
{
    CHECK (isSameChapter (chapterAt (1000, "A long title"), chapterAt (1001, "A long")));
    CHECK_FALSE (isSameChapter (chapterAt (1000, "A"), chapterAt (1002, "A")));
    CHECK_FALSE (isSameChapter (chapterAt (1000, "A"), chapterAt (1000, "B")));
}

TEST_CASE ("Chapters are replaced that no new list has, and those of the longest loss count")
{
    const auto written = std::vector { listOf (
        "a", { chapterAt (0, "One"), chapterAt (1000, "Two"), chapterAt (2000, "Three") }) };
    CHECK (countReplaced ({}, written) == 0);
    CHECK (countReplaced ({ listOf ("a", { chapterAt (0, "One"), chapterAt (1001, "Two") }) }, written) == 0);
    CHECK (countReplaced ({ listOf ("a", { chapterAt (0, "One"), chapterAt (1000, "Zwei") }) }, written)
           == 1);
    CHECK (countReplaced ({ listOf ("a", { chapterAt (5, "One") }),
                            listOf ("b", { chapterAt (0, "x"), chapterAt (1000, "y") }) },
                          written)
           == 2);
    CHECK (countReplaced ({ listOf ("a", { chapterAt (0, "One") }) }, {}) == 1);
}

} // namespace earmark
