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

TEST_CASE ("Named chapters are shifted by the same amount, and stop at the others as those in a range do")
{
    const auto document = fourOpen();
    const auto shift = [&] (const std::vector<std::size_t>& indices, const char* by)
    {
        ShiftChapters::These these;

        for (const auto i : indices)
            these.ids.push_back (idOf (document, i));

        return after (document, ShiftChapters { these, lasting (by) });
    };

    CHECK (shift ({ 1 }, "0:05") == "0:00 a, 0:15 b, 0:20 c, 0:30 d");
    CHECK (shift ({ 1, 3 }, "0:05") == "0:00 a, 0:15 b, 0:20 c, 0:35 d");
    CHECK (shift ({ 3, 1 }, "0:15") == "0:00 a, 0:20 b, 0:20 c, 0:45 d");
    CHECK (shift ({ 1, 3 }, "-0:15") == "0:00 a, 0:00 b, 0:20 c, 0:20 d");
    CHECK (shift ({}, "0:05") == summaryOf (document));

    const auto closed = fourClosed();
    const ShiftChapters::Within range { { at ("0:10"), at ("0:30") } };
    const ShiftChapters::These inRange { { idOf (closed, 1), idOf (closed, 2) } };

    for (const auto* by : { "0:05", "0:15", "-0:05", "-0:15" })
        CHECK (after (closed, ShiftChapters { inRange, lasting (by) })
               == after (closed, ShiftChapters { range, lasting (by) }));

    CHECK (after (locked (document, 1),
                  ShiftChapters { ShiftChapters::These { { idOf (document, 1), idOf (document, 2) } },
                                  lasting ("-0:15") })
           == "0:00 a, 0:10 b, 0:10 c, 0:30 d");
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

TEST_CASE ("Stretching and shifting leave the end of the audio where it is")
{
    auto document = fourClosed();
    document.media = MediaReference { "a.mp3", lasting ("0:40") };
    const StretchChapters stretch { { { at ("0:00"), at ("0:00") }, { at ("0:30"), at ("0:36") } } };
    CHECK (after (document, stretch) == "0:00-0:12 a, 0:12-0:24 b, 0:24-0:36 c, 0:36-0:40 d");

    const StretchChapters shrink { { { at ("0:00"), at ("0:00") }, { at ("0:30"), at ("0:15") } } };
    CHECK (after (document, shrink) == "0:00-0:05 a, 0:05-0:10 b, 0:10-0:15 c, 0:15-0:40 d");
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("0:05") })
           == "0:05-0:15 a, 0:15-0:25 b, 0:25-0:35 c, 0:35-0:40 d");

    // One that ends before stops there.
    document.outline.chapters[3].end = at ("0:38");
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("0:05") })
           == "0:05-0:15 a, 0:15-0:25 b, 0:25-0:35 c, 0:35-0:40 d");
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("0:01") })
           == "0:01-0:11 a, 0:11-0:21 b, 0:21-0:31 c, 0:31-0:39 d");

    // One that lay behind it was another audio's, and no audio says nothing.
    document.outline.chapters[3].end = at ("0:50");
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("-0:05") })
           == "0:00-0:05 a, 0:05-0:15 b, 0:15-0:25 c, 0:25-0:45 d");
    document.media->length = {};
    CHECK (after (document, ShiftChapters { ShiftChapters::All {}, lasting ("0:05") })
           == "0:05-0:15 a, 0:15-0:25 b, 0:25-0:35 c, 0:35-0:55 d");
}

TEST_CASE ("An end that a container has rounded is that of the audio")
{
    const auto shifted = [] (Position p) { return p + lasting ("0:05"); };
    const auto end = withinAudio (shifted, at ("0:40.013"));
    CHECK (end (at ("0:40")) == at ("0:40"));
    CHECK (end (at ("0:40.02")) == at ("0:40.02"));
    CHECK (end (at ("0:39")) == at ("0:40.013"));
    CHECK (end (at ("0:10")) == at ("0:15"));
    CHECK (end (at ("0:41")) == at ("0:46"));
}

} // namespace earmark
