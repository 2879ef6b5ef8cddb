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
// Moving

TEST_CASE ("A moved chapter stops at its neighbours")
{
    const auto document = fourOpen();
    const auto id = idOf (document, 1);

    CHECK (after (document, MoveChapter { id, at ("0:12") }) == "0:00 a, 0:12 b, 0:20 c, 0:30 d");
    CHECK (after (document, MoveChapter { id, at ("0:25") }) == "0:00 a, 0:20 b, 0:20 c, 0:30 d");
    CHECK (after (document, MoveChapter { idOf (document, 2), at ("0:05") })
           == "0:00 a, 0:10 b, 0:10 c, 0:30 d");
    CHECK (after (document, MoveChapter { idOf (document, 0), at ("-0:05") })
           == "0:00 a, 0:10 b, 0:20 c, 0:30 d");
    CHECK (after (document, MoveChapter { idOf (document, 3), at ("9:00") })
           == "0:00 a, 0:10 b, 0:20 c, 9:00 d");
}

TEST_CASE ("A moved chapter pushes its neighbours along")
{
    const auto document = fourOpen();
    const auto push = [&] (std::size_t i, const char* to)
    { return after (document, MoveChapter { idOf (document, i), at (to), Neighbours::push }); };

    CHECK (push (1, "0:25") == "0:00 a, 0:25 b, 0:25 c, 0:30 d");
    CHECK (push (0, "0:35") == "0:35 a, 0:35 b, 0:35 c, 0:35 d");
    CHECK (push (2, "0:05") == "0:00 a, 0:05 b, 0:05 c, 0:30 d");
    CHECK (push (3, "-0:05") == "0:00 a, 0:00 b, 0:00 c, 0:00 d");
}

TEST_CASE ("A locked chapter is not moved, neither itself nor by others")
{
    const auto document = locked (fourOpen(), 2);
    const auto push = [&] (std::size_t i, const char* to)
    { return after (document, MoveChapter { idOf (document, i), at (to), Neighbours::push }); };

    CHECK (push (2, "0:25") == "wrong usage");
    CHECK (push (1, "0:25") == "0:00 a, 0:20 b, 0:20 c, 0:30 d");
    CHECK (push (3, "0:05") == "0:00 a, 0:10 b, 0:20 c, 0:20 d");
    CHECK (after (document, MoveChapter { idOf (document, 1), at ("0:25") })
           == "0:00 a, 0:20 b, 0:20 c, 0:30 d");
}

// The chapter behind the locked one used to be pushed by one that never got there.
TEST_CASE ("A push that stops at a locked chapter moves nobody behind it")
{
    const auto document = locked (fourOpen(), 1);
    CHECK (after (document, MoveChapter { idOf (document, 0), at ("0:35"), Neighbours::push })
           == "0:10 a, 0:10 b, 0:20 c, 0:30 d");

    const auto other = locked (fourOpen(), 2);
    CHECK (after (other, MoveChapter { idOf (other, 3), at ("0:01"), Neighbours::push })
           == "0:00 a, 0:10 b, 0:20 c, 0:20 d");
}

TEST_CASE ("The end before a moved chapter goes on meeting it, to and fro")
{
    const auto document = fourClosed();
    const auto id = idOf (document, 2);
    const auto earlier = apply (document, MoveChapter { id, at ("0:18") });

    REQUIRE (earlier);
    CHECK (summaryOf (*earlier) == "0:00-0:10 a, 0:10-0:18 b, 0:18-0:30 c, 0:30-0:40 d");
    CHECK (after (*earlier, MoveChapter { id, at ("0:20") }) == summaryOf (document));
    CHECK (after (document, MoveChapter { id, at ("0:22") })
           == "0:00-0:10 a, 0:10-0:22 b, 0:22-0:30 c, 0:30-0:40 d");
    CHECK (after (document, NudgeChapters { { id }, lasting ("0:02") })
           == "0:00-0:10 a, 0:10-0:22 b, 0:22-0:30 c, 0:30-0:40 d");
}

TEST_CASE ("A gap before a moved chapter stays a gap")
{
    const auto document = documentOf ({ chapter ("0:00", "0:08", "a"), chapter ("0:10", "0:20", "b") });

    CHECK (after (document, MoveChapter { idOf (document, 1), at ("0:12") }) == "0:00-0:08 a, 0:12-0:20 b");
    CHECK (after (document, MoveChapter { idOf (document, 1), at ("0:05") }) == "0:00-0:05 a, 0:05-0:20 b");
}

TEST_CASE ("Moving past its own end takes the end along")
{
    const auto document = documentOf ({ chapter ("0:00", "0:05", "a"), chapter ("0:20", "b") });
    CHECK (after (document, MoveChapter { idOf (document, 0), at ("0:10") }) == "0:10-0:10 a, 0:20 b");
}

TEST_CASE ("Nudging moves each by the same amount")
{
    const auto document = fourOpen();
    const auto nudge = [&] (std::vector<ChapterId> ids, const char* by)
    { return after (document, NudgeChapters { std::move (ids), lasting (by) }); };

    CHECK (nudge ({ idOf (document, 1) }, "0.5") == "0:00 a, 0:10.500 b, 0:20 c, 0:30 d");
    CHECK (nudge ({ idOf (document, 1), idOf (document, 2) }, "5") == "0:00 a, 0:15 b, 0:25 c, 0:30 d");
    CHECK (nudge ({ idOf (document, 2), idOf (document, 1) }, "-5") == "0:00 a, 0:05 b, 0:15 c, 0:30 d");
    CHECK (nudge ({ idOf (document, 1) }, "15") == "0:00 a, 0:20 b, 0:20 c, 0:30 d");
    CHECK (nudge ({ idOf (document, 0), idOf (document, 1), idOf (document, 2), idOf (document, 3) }, "-1")
           == "0:00 a, 0:09 b, 0:19 c, 0:29 d");
}

TEST_CASE ("Nudging leaves locked chapters and stops at them")
{
    const auto document = locked (fourOpen(), 2);
    CHECK (after (document, NudgeChapters { { idOf (document, 1), idOf (document, 2) }, lasting ("15") })
           == "0:00 a, 0:20 b, 0:20 c, 0:30 d");
}

TEST_CASE ("Snapping takes each to its own place")
{
    const auto document = fourClosed();

    CHECK (after (document,
                  SnapChapters {
                      { { idOf (document, 1), at ("0:09.8") }, { idOf (document, 2), at ("0:20.3") } } })
           == "0:00-0:09.800 a, 0:09.800-0:20.300 b, 0:20.300-0:30 c, 0:30-0:40 d");
}

// Only those that were asked to move may move.
TEST_CASE ("Snapping past a chapter that is not among the targets stops there")
{
    const auto document = fourOpen();

    CHECK (after (document, SnapChapters { { { idOf (document, 1), at ("0:25") } } })
           == "0:00 a, 0:20 b, 0:20 c, 0:30 d");
    CHECK (after (document, SnapChapters { { { idOf (document, 2), at ("0:05") } } })
           == "0:00 a, 0:10 b, 0:10 c, 0:30 d");
    CHECK (after (document, SnapChapters { { { idOf (document, 0), at ("-1") } } }) == summaryOf (document));
    CHECK (after (locked (document, 1), SnapChapters { { { idOf (document, 1), at ("0:12") } } })
           == summaryOf (document));
}

} // namespace earmark
