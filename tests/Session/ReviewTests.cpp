// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Review.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A review goes from one chapter to the next and ends after the last", "[session]")
{
    const auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    auto review = begun ({}, chapters);
    CHECK (review.active);
    CHECK (review.current == chapters[0].id);

    review = accepted (review, chapters);
    CHECK (review.current == chapters[1].id);
    CHECK (progressOf (review, chapters) == ReviewProgress { 1, 3 });

    review = accepted (accepted (review, chapters), chapters);
    CHECK_FALSE (review.active);
    CHECK (progressOf (review, chapters) == ReviewProgress { 3, 3 });
}

TEST_CASE ("What was skipped comes again, and what is accepted does not", "[session]")
{
    const auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    auto review = stepped (begun ({}, chapters), chapters, 1);
    review = accepted (review, chapters);
    CHECK (review.current == chapters[2].id);
    review = accepted (review, chapters);
    CHECK (review.current == chapters[0].id);
    CHECK (review.active);
}

TEST_CASE ("A chapter that has moved since is not accepted any more", "[session]")
{
    auto chapters = makeDocument (outlineAt ({ 0, 10 })).outline.chapters;
    const auto review = accepted (accepted (begun ({}, chapters), chapters), chapters);
    chapters[1].start = at (11);
    CHECK (progressOf (review, chapters) == ReviewProgress { 1, 2 });
    CHECK (begun (review, chapters).current == chapters[1].id);
    chapters[1].start = at (10);
    CHECK (progressOf (review, chapters) == ReviewProgress { 2, 2 });
}

TEST_CASE ("A review is resumed after the document was read again", "[session]")
{
    auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    const auto kept = toText (accepted (accepted (begun ({}, chapters), chapters), chapters), chapters);

    for (auto& chapter : chapters)
        chapter.id = ChapterId (std::uint64_t (chapter.id) + 100);

    chapters[1].title = "Renamed";
    const auto again =
        begun (resumed ({}, chapters, "damaged\n-\n99999999999999999999 x\n" + kept), chapters);
    CHECK (progressOf (again, chapters) == ReviewProgress { 1, 3 });
    CHECK (again.current == chapters[1].id);
}

TEST_CASE ("Nothing to review is no review", "[session]")
{
    CHECK_FALSE (begun ({}, {}).active);
    CHECK (stepped ({}, {}, 3) == Review());
}

} // namespace earmark::tests
