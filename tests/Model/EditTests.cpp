// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edit.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

namespace earmark
{

using namespace tests;

namespace
{

constexpr auto unknown = ChapterId (999);

/** The outline after an edit, on one line, or the failure. */
std::string after (const Document& document, const Edit& edit)
{
    const auto result = apply (document, edit);

    if (! result)
        return result.error().kind == Error::Kind::notFound     ? "not found"
               : result.error().kind == Error::Kind::wrongUsage ? "wrong usage"
                                                                : "another error";

    return summaryOf (*result);
}

/** a to d at every ten seconds, without ends. */
Document fourOpen()
{
    return documentOf (
        { chapter ("0:00", "a"), chapter ("0:10", "b"), chapter ("0:20", "c"), chapter ("0:30", "d") });
}

/** The same with ends that meet the next start, as pasted outlines have them. */
Document fourClosed()
{
    return documentOf ({ chapter ("0:00", "0:10", "a"),
                         chapter ("0:10", "0:20", "b"),
                         chapter ("0:20", "0:30", "c"),
                         chapter ("0:30", "0:40", "d") });
}

Document locked (Document document, std::size_t index)
{
    document.outline.chapters.at (index).locked = true;
    return document;
}

/** A part with its chapters below it. */
Document nested()
{
    auto document = documentOf ({ chapter ("0:00", "0:30", "Part"),
                                  chapter ("0:00", "0:10", "x"),
                                  chapter ("0:10", "0:20", "y"),
                                  chapter ("0:20", "0:30", "z"),
                                  chapter ("0:30", "0:40", "Next") });

    for (const auto i : { 1uz, 2uz, 3uz })
        document.outline.chapters[i].level = 1;

    return document;
}

} // namespace

//======================================================================================================
// Adding and removing

TEST_CASE ("A chapter is added at its start, behind those that begin there")
{
    const auto document = fourOpen();

    CHECK (after (document, AddChapter { chapter ("0:15", "new") })
           == "0:00 a, 0:10 b, 0:15 new, 0:20 c, 0:30 d");
    CHECK (after (document, AddChapter { chapter ("0:10", "new") })
           == "0:00 a, 0:10 b, 0:10 new, 0:20 c, 0:30 d");
    CHECK (after (document, AddChapter { chapter ("0:50", "new") })
           == "0:00 a, 0:10 b, 0:20 c, 0:30 d, 0:50 new");
    CHECK (after (document, AddChapter { chapter ("-0:01", "new") })
           == "0:00 a, 0:00 new, 0:10 b, 0:20 c, 0:30 d");
    CHECK (after (documentOf ({}), AddChapter { chapter ("0:05", "new") }) == "0:05 new");
}

TEST_CASE ("An added chapter gets an id of its own and keeps its other fields")
{
    auto chapter = tests::chapter ("0:15", "new");
    chapter.id = ChapterId (1);
    chapter.summary = "s";
    chapter.level = 2;
    const auto document = apply (fourOpen(), AddChapter { chapter });

    REQUIRE (document);
    const auto& added = document->outline.chapters[2];
    CHECK (added.id == ChapterId (5));
    CHECK (added.summary == "s");
    CHECK (added.level == 2);
    CHECK (document->nextId == 6);
}

TEST_CASE ("An added chapter overlaps nobody: ends before it and its own are clamped")
{
    const auto document = fourClosed();

    CHECK (after (document, AddChapter { chapter ("0:15", "0:25", "new") })
           == "0:00-0:10 a, 0:10-0:15 b, 0:15-0:20 new, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (after (document, AddChapter { chapter ("0:50", "0:45", "new") })
           == "0:00-0:10 a, 0:10-0:20 b, 0:20-0:30 c, 0:30-0:40 d, 0:50-0:50 new");
}

TEST_CASE ("Chapters are removed by id, and the others keep their places")
{
    const auto document = fourClosed();

    CHECK (after (document, RemoveChapters { { idOf (document, 1), idOf (document, 3) } })
           == "0:00-0:10 a, 0:20-0:30 c");
    CHECK (after (document, RemoveChapters { { idOf (document, 1), idOf (document, 1) } })
           == "0:00-0:10 a, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (after (document, RemoveChapters {}) == summaryOf (document));
}

TEST_CASE ("An id is not given twice, even after its chapter is gone")
{
    const auto document = fourOpen();
    const auto removed = apply (document, RemoveChapters { { idOf (document, 3) } });
    const auto added = apply (*removed, AddChapter { chapter ("0:30", "new") });

    CHECK (idOf (*added, 3) != idOf (document, 3));
}

//======================================================================================================
// Fields

TEST_CASE ("Every field is set on its own chapter and nothing else")
{
    const auto document = fourClosed();
    const auto id = idOf (document, 1);
    const Link link { "https://example.org", "site" };
    const Image image = LinkedImage { "https://example.org/i.png" };

    const auto changed = [&] (SetField::Field field)
    {
        const auto result = apply (document, SetField { id, std::move (field) });
        REQUIRE (result);
        REQUIRE (result->outline.chapters.size() == 4);

        for (const auto i : { 0uz, 2uz, 3uz })
            CHECK (result->outline.chapters[i] == document.outline.chapters[i]);

        return result->outline.chapters[1];
    };

    auto expected = document.outline.chapters[1];

    const auto check = [&] (const Chapter& result)
    {
        CHECK (result == expected);
        expected = document.outline.chapters[1];
    };

    expected.title = "T";
    check (changed (SetField::Title { "T" }));
    expected.summary = "S";
    check (changed (SetField::Summary { "S" }));
    expected.points = { "p", "q" };
    check (changed (SetField::Points { { "p", "q" } }));
    expected.link = link;
    check (changed (SetField::LinkTo { link }));
    expected.image = image;
    check (changed (SetField::Picture { image }));
    expected.level = 2;
    check (changed (SetField::Level { 2 }));
    expected.level = 0;
    check (changed (SetField::Level { -1 }));
    expected.kind = Chapter::Kind::adBreak;
    check (changed (SetField::Kind { Chapter::Kind::adBreak }));
    expected.inContents = false;
    check (changed (SetField::InContents { false }));
    expected.locked = true;
    check (changed (SetField::Locked { true }));
}

TEST_CASE ("A link and a picture are taken off again")
{
    auto document = fourOpen();
    document.outline.chapters[0].link = Link { "https://example.org", {} };
    document.outline.chapters[0].image = LinkedImage { "https://example.org/i.png" };
    const auto id = idOf (document, 0);

    CHECK_FALSE (apply (document, SetField { id, SetField::LinkTo {} })->outline.chapters[0].link);
    CHECK_FALSE (apply (document, SetField { id, SetField::Picture {} })->outline.chapters[0].image);
}

TEST_CASE ("A locked chapter can be renamed")
{
    const auto document = locked (fourOpen(), 1);
    CHECK (after (document, SetField { idOf (document, 1), SetField::Title { "B" } })
           == "0:00 a, 0:10 B, 0:20 c, 0:30 d");
}

TEST_CASE ("An end is stated between the start and the next chapter's")
{
    const auto document = fourOpen();
    const auto id = idOf (document, 1);

    CHECK (after (document, SetEnd { id, at ("0:15") }) == "0:00 a, 0:10-0:15 b, 0:20 c, 0:30 d");
    CHECK (after (document, SetEnd { id, at ("0:25") }) == "0:00 a, 0:10-0:20 b, 0:20 c, 0:30 d");
    CHECK (after (document, SetEnd { id, at ("0:05") }) == "0:00 a, 0:10-0:10 b, 0:20 c, 0:30 d");
    CHECK (after (document, SetEnd { idOf (document, 3), at ("9:00") })
           == "0:00 a, 0:10 b, 0:20 c, 0:30-9:00 d");
    CHECK (after (document, SetEnd { idOf (document, 3), at ("0:01") })
           == "0:00 a, 0:10 b, 0:20 c, 0:30-0:30 d");
}

TEST_CASE ("An end is left to the next start again, and a gap can be made")
{
    const auto document = fourClosed();

    CHECK (after (document, SetEnd { idOf (document, 1), {} })
           == "0:00-0:10 a, 0:10 b, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (after (document, SetEnd { idOf (document, 1), at ("0:12") })
           == "0:00-0:10 a, 0:10-0:12 b, 0:20-0:30 c, 0:30-0:40 d");
}

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
// Many chapters in time

TEST_CASE ("All chapters are shifted, and stop at zero")
{
    const auto document = fourClosed();

    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("0:15") })
           == "0:15-0:25 a, 0:25-0:35 b, 0:35-0:45 c, 0:45-0:55 d");
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("-0:15") })
           == "0:00-0:00 a, 0:00-0:05 b, 0:05-0:15 c, 0:15-0:25 d");
}

TEST_CASE ("Chapters from a place on are shifted, and stop at those before")
{
    const auto document = fourClosed();

    CHECK (after (document, ShiftChapters { ShiftChapters::From { at ("0:20") }, lasting ("0:05") })
           == "0:00-0:10 a, 0:10-0:25 b, 0:25-0:35 c, 0:35-0:45 d");
    CHECK (after (document, ShiftChapters { ShiftChapters::From { at ("0:15") }, lasting ("-0:15") })
           == "0:00-0:10 a, 0:10-0:10 b, 0:10-0:15 c, 0:15-0:25 d");
}

// Those behind the range used to be pushed along.
TEST_CASE ("Chapters in a range are shifted, and stop at those outside it")
{
    const auto document = fourOpen();
    const ShiftChapters::Within range { { at ("0:10"), at ("0:30") } };

    CHECK (after (document, ShiftChapters { range, lasting ("0:05") }) == "0:00 a, 0:15 b, 0:25 c, 0:30 d");
    CHECK (after (document, ShiftChapters { range, lasting ("0:15") }) == "0:00 a, 0:25 b, 0:30 c, 0:30 d");
    CHECK (after (document, ShiftChapters { range, lasting ("-0:15") }) == "0:00 a, 0:00 b, 0:05 c, 0:30 d");
}

TEST_CASE ("Shifting leaves locked chapters, and the others stop at them")
{
    const auto document = locked (fourOpen(), 1);

    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("0:15") })
           == "0:10 a, 0:10 b, 0:35 c, 0:45 d");
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("-0:15") })
           == "0:00 a, 0:10 b, 0:10 c, 0:15 d");
}

TEST_CASE ("Chapters are stretched between pins")
{
    const auto document = fourClosed();

    CHECK (
        after (document, StretchChapters { { { at ("0:00"), at ("0:00") }, { at ("0:40"), at ("1:20") } } })
        == "0:00-0:20 a, 0:20-0:40 b, 0:40-1:00 c, 1:00-1:20 d");
    CHECK (after (document, StretchChapters {}) == "wrong usage");
    CHECK (
        after (document, StretchChapters { { { at ("0:10"), at ("0:20") }, { at ("0:20"), at ("0:10") } } })
        == "wrong usage");
}

TEST_CASE ("Inserted time moves all that begins there or later")
{
    const auto document = fourClosed();

    CHECK (after (document, InsertTime { at ("0:20"), lasting ("1:00") })
           == "0:00-0:10 a, 0:10-1:20 b, 1:20-1:30 c, 1:30-1:40 d");
    CHECK (after (document, InsertTime { at ("0:15"), lasting ("1:00") })
           == "0:00-0:10 a, 0:10-1:20 b, 1:20-1:30 c, 1:30-1:40 d");
    CHECK (after (document, InsertTime { at ("0:00"), lasting ("1:00") })
           == "1:00-1:10 a, 1:10-1:20 b, 1:20-1:30 c, 1:30-1:40 d");
    CHECK (after (document, InsertTime { at ("0:15"), Duration() }) == "wrong usage");
    CHECK (after (document, InsertTime { at ("0:15"), lasting ("-1") }) == "wrong usage");
}

TEST_CASE ("Removed time takes the chapters along that lie in it whole")
{
    const auto document = fourClosed();
    const auto remove = [&] (const char* from, const char* to)
    { return after (document, RemoveTime { { at (from), at (to) } }); };

    CHECK (remove ("0:10", "0:20") == "0:00-0:10 a, 0:10-0:20 c, 0:20-0:30 d");
    CHECK (remove ("0:09", "0:21") == "0:00-0:09 a, 0:09-0:18 c, 0:18-0:28 d");
    CHECK (remove ("0:12", "0:18") == "0:00-0:10 a, 0:10-0:14 b, 0:14-0:24 c, 0:24-0:34 d");
    CHECK (remove ("0:00", "0:30") == "0:00-0:10 d");
    CHECK (remove ("0:00", "1:00").empty());
    CHECK (remove ("0:35", "1:00") == "0:00-0:10 a, 0:10-0:20 b, 0:20-0:30 c, 0:30-0:35 d");
    CHECK (remove ("0:20", "0:20") == "wrong usage");
    CHECK (remove ("0:20", "0:10") == "wrong usage");
}

TEST_CASE ("Removed time takes open chapters along, too, but the last, whose end is not known")
{
    const auto document = fourOpen();

    CHECK (after (document, RemoveTime { { at ("0:10"), at ("0:30") } }) == "0:00 a, 0:10 d");
    CHECK (after (document, RemoveTime { { at ("0:25"), at ("1:00") } }) == "0:00 a, 0:10 b, 0:20 c, 0:25 d");
    CHECK (after (locked (document, 1), RemoveTime { { at ("0:10"), at ("0:20") } })
           == "0:00 a, 0:10 b, 0:10 c, 0:20 d");
}

//======================================================================================================
// Replacing

TEST_CASE ("Replacing everything takes the new outline as it is")
{
    const Outline other { .episode = { .show = "S", .title = "T" },
                          .chapters = {
                              chapter ("0:30", "y"), chapter ("0:05", "0:40", "x"), chapter ("0:30", "z") } };
    const auto document = fourClosed();
    const auto result = apply (document, ReplaceOutline { other });

    REQUIRE (result);
    CHECK (summaryOf (*result) == "0:05-0:40 x, 0:30 y, 0:30 z");
    CHECK (result->outline.episode == other.episode);

    for (const auto& c : result->outline.chapters)
        CHECK (std::uint64_t (c.id) >= document.nextId);
}

TEST_CASE ("My times with their texts, in order")
{
    auto theirs = chapter ("9:00", "9:10", "x");
    theirs.summary = "s";
    theirs.points = { "p" };
    const auto document = fourClosed();
    const auto result =
        apply (document,
               ReplaceOutline { { .episode = {}, .chapters = { theirs, chapter ("10:00", "y") } },
                                ReplaceOutline::Mode::keepMyTimes });

    REQUIRE (result);
    CHECK (summaryOf (*result) == "0:00-0:10 x, 0:10-0:20 y, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (result->outline.chapters[0].summary == "s");
    CHECK (result->outline.chapters[0].points == std::vector<std::string> { "p" });
    CHECK (result->outline.chapters[0].id == idOf (document, 0));
}

TEST_CASE ("My texts with their times, in order")
{
    const auto document = fourClosed();
    const auto texts = [&] (const Document& mine, std::vector<Chapter> theirs)
    {
        return after (mine,
                      ReplaceOutline { { .episode = {}, .chapters = std::move (theirs) },
                                       ReplaceOutline::Mode::keepMyTexts });
    };

    CHECK (texts (document, { chapter ("0:01", "x"), chapter ("0:12", "0:14", "y") })
           == "0:01 a, 0:12-0:14 b, 0:20-0:30 c, 0:30-0:40 d");
    CHECK (texts (locked (document, 0), { chapter ("0:01", "x"), chapter ("0:12", "0:14", "y") })
           == "0:00-0:10 a, 0:12-0:14 b, 0:20-0:30 c, 0:30-0:40 d");
}

TEST_CASE ("Chapters that only one side has stay or come along")
{
    const auto document = documentOf ({ chapter ("0:00", "0:50", "a"), chapter ("0:50", "b") });
    const std::vector theirs {
        chapter ("0:00", "x"), chapter ("0:50", "y"), chapter ("1:30", "z"), chapter ("0:20", "w")
    };

    CHECK (after (document,
                  ReplaceOutline { { .episode = {}, .chapters = theirs }, ReplaceOutline::Mode::keepMyTimes })
           == "0:00-0:50 x, 0:50 w, 0:50 y, 1:30 z");
}

TEST_CASE ("The episode is set")
{
    const Episode episode { .show = "S", .title = "T" };
    const auto result = apply (fourOpen(), SetEpisode { episode });

    REQUIRE (result);
    CHECK (result->outline.episode == episode);
    CHECK (summaryOf (*result) == summaryOf (fourOpen()));
}

//======================================================================================================
// Overlaps and nesting

TEST_CASE ("Overlaps that were there stay, and no new ones come")
{
    const auto document = documentOf ({ chapter ("0:00", "0:25", "a"),
                                        chapter ("0:10", "0:15", "b"),
                                        chapter ("0:20", "0:30", "c"),
                                        chapter ("0:40", "d") });

    CHECK (after (document, MoveChapter { idOf (document, 1), at ("0:12") })
           == "0:00-0:25 a, 0:12-0:15 b, 0:20-0:30 c, 0:40 d");
    CHECK (after (document, MoveChapter { idOf (document, 3), at ("0:22") })
           == "0:00-0:22 a, 0:10-0:15 b, 0:20-0:22 c, 0:22 d");
    CHECK (after (document, AddChapter { chapter ("0:18", "new") })
           == "0:00-0:18 a, 0:10-0:15 b, 0:18 new, 0:20-0:30 c, 0:40 d");
}

TEST_CASE ("Moving a sub-chapter leaves the end of its parent")
{
    const auto document = nested();

    CHECK (after (document, NudgeChapters { { idOf (document, 2) }, lasting ("2") })
           == "0:00-0:30 Part, 0:00-0:12 x, 0:12-0:20 y, 0:20-0:30 z, 0:30-0:40 Next");

    auto added = chapter ("0:05", "0:10", "new");
    added.level = 1;
    CHECK (after (document, AddChapter { added })
           == "0:00-0:30 Part, 0:00-0:05 x, 0:05-0:10 new, 0:10-0:20 y, 0:20-0:30 z, 0:30-0:40 Next");
    CHECK (after (document, SplitChapter { at ("0:05"), "new" })
           == "0:00-0:30 Part, 0:00-0:05 x, 0:05-0:10 new, 0:10-0:20 y, 0:20-0:30 z, 0:30-0:40 Next");
}

TEST_CASE ("The end of a parent meets the next chapter of its level")
{
    const auto document = nested();

    CHECK (after (document, MoveChapter { idOf (document, 4), at ("0:35") })
           == "0:00-0:35 Part, 0:00-0:10 x, 0:10-0:20 y, 0:20-0:35 z, 0:35-0:40 Next");
    CHECK (after (document, SetEnd { idOf (document, 0), at ("0:25") })
           == "0:00-0:25 Part, 0:00-0:10 x, 0:10-0:20 y, 0:20-0:30 z, 0:30-0:40 Next");
    CHECK (after (document, SetEnd { idOf (document, 0), at ("9:00") }) == summaryOf (document));
}

TEST_CASE ("A chapter that reaches over very many is settled")
{
    std::vector<Chapter> chapters;

    for (int i = 0; i < 30'000; ++i)
        chapters.push_back ({ .start = Position::fromSeconds (i), .end = Position::fromSeconds (100'000) });

    const auto document = documentOf (std::move (chapters));
    const auto result = apply (document, NudgeChapters { { idOf (document, 5) }, lasting ("0.5") });

    REQUIRE (result);
    CHECK (result->outline.chapters[4].end == Position::fromSeconds (100'000));
}

//======================================================================================================
// What makes no sense

TEST_CASE ("Unknown chapters are an error in every edit that names one")
{
    const auto document = fourOpen();
    const auto known = idOf (document, 0);

    for (const Edit& edit :
         std::vector<Edit> { RemoveChapters { { known, unknown } },
                             SetField { unknown, SetField::Title { "x" } },
                             SetEnd { unknown, at ("0:05") },
                             MoveChapter { unknown, at ("0:05") },
                             NudgeChapters { { known, unknown }, lasting ("1") },
                             SnapChapters { { { known, at ("0:01") }, { unknown, at ("0:02") } } },
                             MergeChapters { { known, unknown } } })
    {
        INFO (label (edit));
        CHECK (after (document, edit) == "not found");
    }
}

//======================================================================================================
// Names and differences

TEST_CASE ("Every edit has a name for the history")
{
    const auto one = std::vector { ChapterId (1) };
    const auto two = std::vector { ChapterId (1), ChapterId (2) };

    CHECK (label (AddChapter {}) == "Add chapter");
    CHECK (label (RemoveChapters { one }) == "Remove chapter");
    CHECK (label (RemoveChapters { two }) == "Remove 2 chapters");
    CHECK (label (SetEnd {}) == "Change end");
    CHECK (label (MoveChapter {}) == "Move chapter");
    CHECK (label (NudgeChapters { two, {} }) == "Nudge 2 chapters");
    CHECK (label (SnapChapters { { { ChapterId (1), {} } } }) == "Snap chapter");
    CHECK (label (SplitChapter {}) == "Split chapter");
    CHECK (label (MergeChapters { two }) == "Merge 2 chapters");
    CHECK (label (ShiftChapters { ShiftChapters::All {}, {} }) == "Shift all chapters");
    CHECK (label (ShiftChapters { ShiftChapters::From {}, {} }) == "Shift later chapters");
    CHECK (label (ShiftChapters { ShiftChapters::Within {}, {} }) == "Shift chapters in range");
    CHECK (label (StretchChapters {}) == "Stretch chapters");
    CHECK (label (InsertTime {}) == "Insert time");
    CHECK (label (RemoveTime {}) == "Remove time");
    CHECK (label (ReplaceOutline {}) == "Replace outline");
    CHECK (label (ReplaceOutline { {}, ReplaceOutline::Mode::keepMyTexts }) == "Merge outline");
    CHECK (label (SetEpisode {}) == "Edit episode");
}

TEST_CASE ("Every field has a name for the history, in the order of the fields")
{
    const std::array<SetField::Field, 9> fields { SetField::Title {},   SetField::Summary {},
                                                  SetField::Points {},  SetField::LinkTo {},
                                                  SetField::Picture {}, SetField::Level {},
                                                  SetField::Kind {},    SetField::InContents {},
                                                  SetField::Locked {} };
    static_assert (std::variant_size_v<SetField::Field> == fields.size());
    const std::array names { "Rename chapter", "Edit summary",         "Edit points",
                             "Change link",    "Change picture",       "Change level",
                             "Change kind",    "Change contents flag", "Change lock" };

    for (std::size_t i = 0; i < fields.size(); ++i)
        CHECK (label (SetField { ChapterId (1), fields[i] }) == names[i]);
}

TEST_CASE ("Differences are found by id")
{
    const auto before = fourClosed();
    auto changed = before;
    auto& chapters = changed.outline.chapters;
    chapters[0].title = "A";
    chapters[1].end = at ("0:19");
    chapters[2].start = at ("0:21");
    chapters[2].summary = "s";
    chapters.pop_back();
    chapters.insert (chapters.begin(), chapter ("0:00", "new"));
    chapters.front().id = ChapterId (changed.nextId++);

    using What = ChapterChange::What;
    CHECK (changesBetween (before, changed)
           == std::vector<ChapterChange> { { ChapterId (5), What::added },
                                           { idOf (before, 0), What::altered },
                                           { idOf (before, 1), What::moved },
                                           { idOf (before, 2), What::moved },
                                           { idOf (before, 2), What::altered },
                                           { idOf (before, 3), What::removed } });
    CHECK (changesBetween (before, before).empty());
    CHECK (changesBetween (documentOf ({}), documentOf ({})).empty());
}

} // namespace earmark
