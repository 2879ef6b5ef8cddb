// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/EditList.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

// That a list gives what its edits give one after the other is shown with random ones, in EditPropertyTests.

namespace earmark
{

using namespace tests;

namespace
{

SetField titled (ChapterId id, std::string title)
{
    return { id, SetField::Title { std::move (title) } };
}

} // namespace

TEST_CASE ("A list of edits is done in order, and later ones know what earlier ones added")
{
    const auto document = documentOf ({ chapter ("0:00", "0:30", "a"), chapter ("0:30", "b") });
    const auto added = ChapterId (document.nextId);
    const auto after = applyAll (document,
                                 std::vector<Edit> { AddChapter { chapter ("0:20", "c") },
                                                     titled (added, "d"),
                                                     AddChapter { chapter ("0:20", "e") },
                                                     titled (idOf (document, 0), "A"),
                                                     MoveChapter { added, at ("0:10") },
                                                     SetEpisode { {} },
                                                     AddChapter { chapter ("0:40", "f") } });
    REQUIRE (after);
    CHECK (summaryOf (*after) == "0:00-0:10 A, 0:10 d, 0:20 e, 0:30 b, 0:40 f");
}

TEST_CASE ("A level that is set behind a new chapter comes too late for the ends before it")
{
    const auto document = documentOf ({ chapter ("0:00", "0:30", "a"), chapter ("0:30", "b") });
    auto part = chapter ("0:20", "c");
    part.level = 1;
    const SetField raised { ChapterId (document.nextId), SetField::Level { 0 } };
    const auto after = applyAll (document, std::vector<Edit> { AddChapter { part }, raised });
    REQUIRE (after);
    CHECK (summaryOf (*after) == "0:00-0:30 a, 0:20 c, 0:30 b");
}

TEST_CASE ("A list of which one edit fails is not done at all")
{
    const auto document = documentOf ({ chapter ("0:00", "a") });
    const auto untouched = document;
    const auto after = applyAll (document,
                                 std::vector<Edit> { AddChapter { chapter ("0:20", "c") },
                                                     titled (ChapterId (99), "d"),
                                                     titled (idOf (document, 0), "A") });
    REQUIRE_FALSE (after);
    CHECK (after.error().kind == Error::Kind::notFound);
    CHECK (document == untouched);
    CHECK (applyAll (document, {}).value() == document);
}

TEST_CASE ("Very many chapters are taken in at once, each in its place")
{
    constexpr std::int64_t count = 20'000;
    std::vector<Chapter> old;
    std::vector<Edit> list;

    for (std::int64_t i = 0; i < count; ++i)
    {
        old.push_back ({ .start = Position::fromMilliseconds (i * 1000), .title = "old" });
        list.push_back (
            AddChapter { { .start = Position::fromMilliseconds (i * 1000 + 500), .title = "new" } });
        list.push_back (titled (ChapterId (std::uint64_t (i + 1)), "known"));
    }

    const auto after = applyAll (documentOf (std::move (old)), list);
    REQUIRE (after);
    const auto& chapters = after->outline.chapters;
    REQUIRE (chapters.size() == 2 * std::size_t (count));

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        REQUIRE (chapters[i].start == Position::fromMilliseconds (std::int64_t (i) * 500));
        REQUIRE (chapters[i].title == (i % 2 == 0 ? "known" : "new"));
    }
}

} // namespace earmark
