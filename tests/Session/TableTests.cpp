// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Table.h"

#include "Session/FakeServices.h"
#include "Session/Selection.h"
#include "Session/Store.h"
#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Columns share the width and go by importance when it is small", "[session]")
{
    for (const auto width : { 300, 480, 640, 1000, 2560 })
    {
        const auto placed = placedColumns (width);
        int x = 0;

        for (const auto& column : placed)
        {
            CHECK (column.x == x);
            x += column.width;
        }

        CHECK (x == width);
        CHECK (std::ranges::find (placed, Column::title, &PlacedColumn::column) != placed.end());
        CHECK (std::ranges::find (placed, Column::start, &PlacedColumn::column) != placed.end());
    }

    CHECK (placedColumns (1000).size() == 8);

    // Links give way to titles.
    const auto widthOf = [] (int width, Column column)
    {
        const auto placed = placedColumns (width);
        return std::ranges::find (placed, column, &PlacedColumn::column)->width;
    };
    CHECK (widthOf (760, Column::title) == 282);
    CHECK (widthOf (760, Column::link) == 100);
    CHECK (widthOf (2000, Column::link) == 220);
    CHECK (widthOf (2000, Column::title) > 1000);
    CHECK (placedColumns (300).size() < 5);
}

TEST_CASE ("A filter finds words anywhere in a chapter, in any case", "[session]")
{
    auto document = makeDocument (outlineAt ({ 0, 10, 75 }));
    auto& chapters = document.outline.chapters;
    chapters[0].title = "Welcome to the Harbour";
    chapters[1].summary = "Numbers of the harbour master";
    chapters[1].locked = true;
    chapters[2].points = { "thirty-one winters" };
    chapters[2].kind = Chapter::Kind::adBreak;
    Review review;
    review.accepted[chapters[0].id] = chapters[0].start;
    using Rows = std::vector<std::size_t>;

    CHECK (filteredRows (document, {}, "") == Rows { 0, 1, 2 });
    CHECK (filteredRows (document, {}, "HARBOUR") == Rows { 0, 1 });
    CHECK (filteredRows (document, {}, "harbour  master") == Rows { 1 });
    CHECK (filteredRows (document, {}, "winters") == Rows { 2 });
    CHECK (filteredRows (document, {}, "1:15") == Rows { 2 });
    CHECK (filteredRows (document, {}, "is:locked") == Rows { 1 });
    CHECK (filteredRows (document, {}, "is:ad") == Rows { 2 });
    CHECK (filteredRows (document, review, "is:unchecked harbour") == Rows { 1 });
    CHECK (filteredRows (document, {}, "nothing").empty());
}

TEST_CASE ("A row has one mark, by what matters most", "[session]")
{
    Chapter chapter;
    chapter.id = ChapterId (1);
    chapter.start = at (10);
    Review review;
    CHECK (markOf (chapter, review, {}) == RowMark::none);
    CHECK (markOf (chapter, review, at (10.05)) == RowMark::none); // nobody hears the difference
    CHECK (markOf (chapter, review, at (10.4)) == RowMark::speechElsewhere);

    review.accepted[chapter.id] = at (9);
    CHECK (markOf (chapter, review, at (10.4)) == RowMark::speechElsewhere);
    review.accepted[chapter.id] = at (10);
    CHECK (markOf (chapter, review, at (10.4)) == RowMark::accepted);
    chapter.locked = true;
    CHECK (markOf (chapter, review, at (10.4)) == RowMark::locked);

    // What begins with the file needs no speech.
    CHECK (markOf ({}, {}, at (0.4)) == RowMark::none);
}

TEST_CASE ("A chapter says what there is to read besides its title", "[session]")
{
    Chapter chapter;
    CHECK (readingOf (chapter).empty());
    chapter.points = { "One" };
    CHECK (readingOf (chapter) == "1 point");
    chapter.points.emplace_back ("Two");
    chapter.summary = "In short.";
    CHECK (readingOf (chapter) == "summary, 2 points");
    chapter.points.clear();
    CHECK (readingOf (chapter) == "summary");
}

TEST_CASE ("What is typed into a cell becomes an edit, or a sentence", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    const auto type = [&] (Column column, const char* typed)
    {
        return editOfCell (store.current()->outline, 1, column, typed)
            .and_then ([&] (const Edit& e) { return store.perform (e); });
    };

    REQUIRE (type (Column::start, "0:12.5"));
    CHECK (store.chapters()[1].start == at (12.5));
    REQUIRE (type (Column::length, "5"));
    CHECK (store.chapters()[1].end == at (17.5));
    REQUIRE (type (Column::length, ""));
    CHECK (store.chapters()[1].end == std::nullopt);
    REQUIRE (type (Column::title, "  New title "));
    CHECK (store.chapters()[1].title == "New title");
    REQUIRE (type (Column::link, "https://example.org"));
    CHECK (store.chapters()[1].link->url == "https://example.org");
    REQUIRE (type (Column::link, ""));
    CHECK (store.chapters()[1].link == std::nullopt);

    CHECK_FALSE (type (Column::start, "soon"));
    CHECK_FALSE (type (Column::start, "-1"));
    CHECK_FALSE (type (Column::number, "3"));
    CHECK (store.chapters()[1].start == at (12.5));
}

TEST_CASE ("A start is where it was typed, or nowhere", "[session]")
{
    const auto outline = makeDocument (outlineAt ({ 0, 100, 200, 200, 200 })).outline;
    const auto typed = [&] (std::size_t index, const std::string& text)
    { return editOfCell (outline, index, Column::start, text); };
    CHECK (typed (1, "2:30"));
    REQUIRE_FALSE (typed (1, "3:21"));
    CHECK (typed (1, "3:21").error().message
           == "Chapter 3 is in the way, at 3:20: move it first, or shift several at once.");
    CHECK_FALSE (typed (2, "1:00"));

    // Those behind it wait for their places, and go on waiting.
    const auto placed = must (apply (makeDocument (outline), must (typed (3, "5:00"))));
    CHECK (placed.outline.chapters[2].start == at (200));
    CHECK (placed.outline.chapters[3].start == at (300));
    CHECK (placed.outline.chapters[4].start == at (300));
}

TEST_CASE ("Cells say what the chapter is", "[session]")
{
    const auto outline = outlineAt ({ 0, 10, 3723.25 });
    CHECK (cellText (outline, 2, Column::number, {}) == "3");
    CHECK (cellText (outline, 2, Column::start, {}) == "01:02:03.250");
    CHECK (cellText (outline, 0, Column::length, {}) == "0:10");
    CHECK (cellText (outline, 2, Column::length, at (3733.25)) == "0:10");
    CHECK (cellText (outline, 2, Column::length, {}).empty());
}

TEST_CASE ("A list that is off by one is slid against its times", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20, 30 })));
    std::vector<ChapterId> ids;

    for (std::size_t i = 1; i < 4; ++i)
        ids.push_back (store.chapters()[i].id);

    const auto titles = [&]
    {
        std::string all;

        for (const auto& chapter : store.chapters())
            all += chapter.title.empty() ? "-" : chapter.title;

        return all;
    };

    REQUIRE (store.performAll (slideByOne (store.current()->outline, ids, Slide::toLater), "Slide"));
    CHECK (titles() == "A-BC");
    CHECK (store.chapters()[2].start == at (20));
    store.undo();
    REQUIRE (store.performAll (slideByOne (store.current()->outline, ids, Slide::toEarlier), "Slide"));
    CHECK (titles() == "ACD-");
}

//======================================================================================================
TEST_CASE ("Clicks and arrow keys select as everywhere", "[session]")
{
    std::vector<ChapterId> order;

    for (std::uint64_t i = 1; i <= 6; ++i)
        order.push_back (ChapterId (i));

    const auto ids = [] (const Selection& s)
    {
        std::string text;

        for (const auto id : s.ids)
            text += std::to_string (std::uint64_t (id));

        return text;
    };

    auto s = picked ({}, order[1], Pick::only, order);
    CHECK (ids (s) == "2");
    s = picked (s, order[4], Pick::range, order);
    CHECK (ids (s) == "2345");
    s = picked (s, order[0], Pick::range, order); // from the same anchor
    CHECK (ids (s) == "12");
    s = picked (s, order[5], Pick::toggle, order);
    CHECK (ids (s) == "126");
    s = picked (s, order[0], Pick::toggle, order);
    CHECK (ids (s) == "26");

    s = stepped (s, 1, Pick::only, order);
    CHECK (ids (s) == "2");
    s = stepped (s, 2, Pick::range, order);
    CHECK (ids (s) == "234");
    CHECK (ids (stepped (s, 99, Pick::only, order)) == "6");
    CHECK (ids (stepped ({}, 1, Pick::only, order)) == "1");
    CHECK (ids (stepped ({}, -1, Pick::only, order)) == "6");
    CHECK (stepped (s, 1, Pick::only, {}) == s);
}

TEST_CASE ("A selection does not outlive its chapters", "[session]")
{
    const auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    auto s = picked ({}, chapters[0].id, Pick::only, {});
    s = picked (s, chapters[2].id, Pick::toggle, {});
    s = cleaned (s, { chapters[0], chapters[1] });
    CHECK (s.ids.size() == 1);
    CHECK (s.focus == chapters[0].id);
    CHECK (cleaned (s, {}) == Selection());
}

TEST_CASE ("A filter takes for a time only what looks like one, and from its beginning", "[session]")
{
    auto document = makeDocument (outlineAt ({ 401.6, 1001, 4001, 60 }));
    auto& chapters = document.outline.chapters;
    std::ranges::sort (chapters, {}, &Chapter::start); // 1:00, 6:41.600, 16:41, 1:06:41

    for (std::size_t i = 0; i < chapters.size(); ++i)
        chapters[i].title = "Chapter " + std::to_string (i + 57);

    using Rows = std::vector<std::size_t>;
    CHECK (filteredRows (document, {}, "Chapter 60") == Rows { 3 });
    CHECK (filteredRows (document, {}, "600").empty());
    CHECK (filteredRows (document, {}, "41.6").empty());
    CHECK (filteredRows (document, {}, "6:41") == Rows { 1 });
    CHECK (filteredRows (document, {}, "06:41") == Rows { 1, 3 });
    CHECK (filteredRows (document, {}, "6:41.6") == Rows { 1 });
    CHECK (filteredRows (document, {}, "16:4") == Rows { 2 });
    CHECK (filteredRows (document, {}, "chapter 1:0") == Rows { 0, 3 });

    // A colon in a title is one of its words'.
    chapters[0].title = "16:41, and what came then";
    CHECK (filteredRows (document, {}, "16:41") == Rows { 0, 2 });
}

} // namespace earmark::tests
