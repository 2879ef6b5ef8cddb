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
    expected.inContents = false;
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

TEST_CASE ("A chapter of the same title stays the same one when everything is replaced")
{
    const auto document = documentOf ({ chapter ("0:00", "a"),
                                        chapter ("0:10", "b"),
                                        chapter ("0:20", "a"),
                                        chapter ("0:30", ""),
                                        chapter ("0:40", "c") });
    const Outline other { .episode = {},
                          .chapters = { chapter ("0:01", "b"),
                                        chapter ("0:05", "a"),
                                        chapter ("0:15", "a"),
                                        chapter ("0:25", "a"),
                                        chapter ("0:35", "") } };
    const auto result = apply (document, ReplaceOutline { other });

    REQUIRE (result);
    CHECK (summaryOf (*result) == "0:01 b, 0:05 a, 0:15 a, 0:25 a, 0:35");
    CHECK (result->outline.chapters[0].id == idOf (document, 1));
    CHECK (result->outline.chapters[1].id == idOf (document, 0));
    CHECK (result->outline.chapters[2].id == idOf (document, 2));

    for (const auto i : { 3u, 4u })
        CHECK (std::uint64_t (result->outline.chapters[i].id) >= document.nextId);
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

TEST_CASE ("An ad break goes out of the contents, and comes back as a chapter")
{
    using Kind = Chapter::Kind;
    auto document = fourOpen();
    const auto set = [&] (const SetField::Field& field)
    { document = apply (document, SetField { idOf (document, 0), field }).value(); };
    const auto isListed = [&] { return document.outline.chapters[0].inContents; };

    set (SetField::Kind { Kind::adBreak });
    CHECK_FALSE (isListed());
    set (SetField::InContents { true });
    set (SetField::Kind { Kind::adBreak }); // as it is
    CHECK (isListed());
    set (SetField::InContents { false });
    set (SetField::Kind { Kind::chapter });
    CHECK (isListed());

    // Between the others it is the user's.
    set (SetField::InContents { false });
    set (SetField::Kind { Kind::note });
    set (SetField::Kind { Kind::chapter });
    CHECK_FALSE (isListed());
}

} // namespace earmark
