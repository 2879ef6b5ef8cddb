// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edit.h"

#include "Model/Edits/Documents.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

namespace earmark
{

namespace
{

using namespace tests;

constexpr auto unknown = ChapterId (999);

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
                             MergeChapters { { known, unknown } },
                             ShiftChapters { ShiftChapters::These { { known, unknown } }, lasting ("1") } })
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
    CHECK (label (ShiftChapters { ShiftChapters::These { one }, {} }) == "Shift chapter");
    CHECK (label (ShiftChapters { ShiftChapters::These { two }, {} }) == "Shift 2 chapters");
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
