// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edit.h"

#include "Model/Edits/Documents.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

//======================================================================================================
// Splitting and merging

TEST_CASE ("A chapter is cut in two where it is heard")
{
    const auto document = fourClosed();

    CHECK (after (document, SplitChapter { at ("0:14"), "new" })
           == "0:00-0:10 a, 0:10-0:14 b, 0:14-0:20 new, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (after (fourOpen(), SplitChapter { at ("0:14"), "new" })
           == "0:00 a, 0:10 b, 0:14 new, 0:20 c, 0:30 d");
    CHECK (after (fourOpen(), SplitChapter { at ("9:00"), "new" })
           == "0:00 a, 0:10 b, 0:20 c, 0:30 d, 9:00 new");
}

TEST_CASE ("The second half of a cut chapter takes its level and kind, not its texts")
{
    auto document = fourOpen();
    auto& b = document.outline.chapters[1];
    b.level = 1;
    b.kind = Chapter::Kind::adBreak;
    b.inContents = false;
    b.summary = "s";
    b.points = { "p" };
    b.locked = true;
    const auto result = apply (document, SplitChapter { at ("0:14"), "new" });

    REQUIRE (result);
    CHECK (result->outline.chapters[1] == b);
    const auto& second = result->outline.chapters[2];
    CHECK (second.level == 1);
    CHECK (second.kind == Chapter::Kind::adBreak);
    CHECK_FALSE (second.inContents);
    CHECK (second.summary.empty());
    CHECK (second.points.empty());
    CHECK_FALSE (second.locked);
}

TEST_CASE ("There is nothing to cut at a start, or in front of the first chapter")
{
    CHECK (after (fourOpen(), SplitChapter { at ("0:10"), "new" }) == "wrong usage");
    CHECK (after (documentOf ({ chapter ("0:10") }), SplitChapter { at ("0:05"), "new" }) == "wrong usage");
    CHECK (after (documentOf ({}), SplitChapter { at ("0:05"), "new" }) == "wrong usage");
}

TEST_CASE ("Neighbours are merged with all that they hold")
{
    auto document = fourClosed();
    auto& chapters = document.outline.chapters;
    chapters[1].summary = "one";
    chapters[2].summary = "two";
    chapters[1].points = { "p" };
    chapters[2].points = { "q", "r" };
    chapters[2].link = Link { "https://example.org", {} };
    chapters[2].image = LinkedImage { "https://example.org/i.png" };
    const auto result = apply (document, MergeChapters { { idOf (document, 2), idOf (document, 1) } });

    REQUIRE (result);
    CHECK (summaryOf (*result) == "0:00-0:10 a, 0:10-0:30 b, 0:30-0:40 d");
    const auto& merged = result->outline.chapters[1];
    CHECK (merged.id == idOf (document, 1));
    CHECK (merged.summary == "one\ntwo");
    CHECK (merged.points == std::vector<std::string> { "p", "q", "r" });
    CHECK (merged.link == chapters[2].link);
    CHECK (merged.image == chapters[2].image);
}

TEST_CASE ("Only neighbours are merged, and at least two")
{
    const auto document = fourOpen();

    CHECK (after (document, MergeChapters { { idOf (document, 0), idOf (document, 2) } }) == "wrong usage");
    CHECK (after (document, MergeChapters { { idOf (document, 0) } }) == "wrong usage");
    CHECK (after (document, MergeChapters { { idOf (document, 0), idOf (document, 0) } }) == "wrong usage");
    CHECK (after (document, MergeChapters {}) == "wrong usage");
}

//======================================================================================================
// Joining two lists

namespace
{

std::string joined (const Document& mine,
                    std::vector<Chapter> theirs,
                    ReplaceOutline::Mode mode = ReplaceOutline::Mode::keepMyTimes)
{
    return after (mine, ReplaceOutline { { .episode = {}, .chapters = std::move (theirs) }, mode });
}

} // namespace

TEST_CASE ("A new chapter among theirs moves none of mine")
{
    const std::vector theirs { chapter ("0:00", "a"),
                               chapter ("0:04", "new"),
                               chapter ("0:09", "b"),
                               chapter ("0:19", "c"),
                               chapter ("0:29", "d") };

    CHECK (joined (fourOpen(), theirs) == "0:00 a, 0:04 new, 0:10 b, 0:20 c, 0:30 d");
    CHECK (joined (fourClosed(), theirs) == "0:00-0:04 a, 0:04 new, 0:10-0:20 b, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (joined (fourOpen(), theirs, ReplaceOutline::Mode::keepMyTexts)
           == "0:00 a, 0:04 new, 0:09 b, 0:19 c, 0:29 d");
}

TEST_CASE ("A new chapter stays between its neighbours where my times are of another cut")
{
    CHECK (joined (fourOpen(),
                   { chapter ("2:00", "a"),
                     chapter ("2:10", "b"),
                     chapter ("2:14", "2:20", "new"),
                     chapter ("2:20", "c"),
                     chapter ("2:30", "d") })
           == "0:00 a, 0:10 b, 0:20-0:20 new, 0:20 c, 0:30 d");
    CHECK (joined (fourOpen(),
                   { chapter ("0:00", "a"),
                     chapter ("0:02", "b"),
                     chapter ("0:04", "0:12", "new"),
                     chapter ("0:12", "c"),
                     chapter ("0:14", "d") })
           == "0:00 a, 0:10 b, 0:10-0:20 new, 0:20 c, 0:30 d");
}

TEST_CASE ("A chapter that they left out stays, and those behind it keep their titles' times")
{
    CHECK (joined (fourOpen(), { chapter ("0:00", "a"), chapter ("0:10", "c"), chapter ("0:20", "d") })
           == "0:00 a, 0:10 b, 0:20 c, 0:30 d");
}

TEST_CASE ("Between chapters of one title, new titles take the places in their order")
{
    const auto document = fourOpen();
    const auto result = apply (document,
                               ReplaceOutline { { .episode = {},
                                                  .chapters = { chapter ("0:00", "A "),
                                                                chapter ("0:05", "x"),
                                                                chapter ("0:06", "new"),
                                                                chapter ("0:07", "d") } },
                                                ReplaceOutline::Mode::keepMyTimes });

    REQUIRE (result);
    CHECK (summaryOf (*result) == "0:00 A , 0:10 x, 0:20 new, 0:30 d");

    for (std::size_t i = 0; i < 4; ++i)
        CHECK (result->outline.chapters[i].id == idOf (document, i));
}

TEST_CASE ("A title that moved far pulls no other with it")
{
    const auto mine = documentOf (
        { chapter ("0:00", "outro"), chapter ("0:10", "a"), chapter ("0:20", "b"), chapter ("0:30", "c") });
    const auto result = joined (
        mine,
        { chapter ("0:00", "a"), chapter ("0:10", "b"), chapter ("0:20", "c"), chapter ("0:50", "outro") });

    CHECK (result == "0:00 outro, 0:10 a, 0:20 b, 0:30 c, 0:50 outro");
}

} // namespace earmark
