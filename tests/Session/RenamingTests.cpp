// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Renaming.h"

#include "Model/EditList.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

Document named (std::initializer_list<const char*> titles)
{
    Outline outline;

    for (const auto* title : titles)
    {
        Chapter chapter;
        chapter.start = at (double (outline.chapters.size()) * 60);
        chapter.title = title;
        outline.chapters.push_back (chapter);
    }

    return makeDocument (outline);
}

std::vector<std::string> titlesOf (const Document& document)
{
    std::vector<std::string> titles;

    for (const auto& chapter : document.outline.chapters)
        titles.push_back (chapter.title);

    return titles;
}

std::vector<std::string>
after (const Document& document, const RenameForm& form, const Selection& selection = {})
{
    const auto edited =
        editsOf (form, document, selection)
            .and_then ([&] (const std::vector<Edit>& edits) { return applyAll (document, edits); });
    REQUIRE (edited);
    return titlesOf (*edited);
}

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE ("A title is told from its number", "[session]")
{
    for (const auto* title : { "Chapter 12: The long wall",
                               "CHAPTER 12 - The long wall",
                               "Ch. 12: The long wall",
                               "Kapitel 12 \u2013 The long wall",
                               "Chapter 12 The long wall",
                               "012 - The long wall",
                               "12. The long wall",
                               "12) The long wall",
                               "The long wall" })
    {
        CAPTURE (title);
        CHECK (withoutNumber (title) == "The long wall");
    }

    CHECK (withoutNumber ("Chapter 12").empty());
    CHECK (withoutNumber ("Chapter 12.").empty());

    for (const auto* title : { "1984",
                               "7 days",
                               "7:30 to London",
                               "12.5 miles",
                               "24-hour shift",
                               "\u00bfQui\u00e9n?",
                               "Chapters",
                               "Chapter one",
                               "Charles 12: a king",
                               "",
                               "Part" })
    {
        CAPTURE (title);
        CHECK (withoutNumber (title) == title);
    }
}

TEST_CASE ("Chapters are numbered anew, and keep their names", "[session]")
{
    const auto book = named ({ "Opening credits", "Chapter 1: Salt", "Chapter 3: Rain", "Chapter 4" });

    CHECK (after (book, { .by = "Chapter {n}: {name}" })
           == Titles { "Chapter 1: Opening credits", "Chapter 2: Salt", "Chapter 3: Rain", "Chapter 4" });
    CHECK (
        after (book, { .by = "{nnn} - {title}", .first = " 9 " })
        == Titles {
            "009 - Opening credits", "010 - Chapter 1: Salt", "011 - Chapter 3: Rain", "012 - Chapter 4" });
    CHECK (after (book, { .by = "{name}" }) == Titles { "Opening credits", "Salt", "Rain", "" });

    Selection selection;
    selection.ids = { book.outline.chapters[2].id, book.outline.chapters[3].id };
    CHECK (after (book, { .onlySelected = true, .by = "Kapitel {nn}: {name}" }, selection)
           == Titles { "Opening credits", "Chapter 1: Salt", "Kapitel 01: Rain", "Kapitel 02" });
}

TEST_CASE ("A number that another chapter had goes to the one that it belongs to", "[session]")
{
    const auto book = named ({ "Chapter 1", "Chapter 2", "Chapter 4", "Chapter 5" });
    CHECK (after (book, { .by = "Chapter {n}" })
           == Titles { "Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4" });
    CHECK (after (book, { .by = "Chapter {n}", .first = "2" })
           == Titles { "Chapter 2", "Chapter 3", "Chapter 4", "Chapter 5" });
}

TEST_CASE ("Words are replaced wherever they stand", "[session]")
{
    CHECK (after (named ({ "Part: Chapter 12" }), { .find = "Part: ", .by = "Part - " })
           == Titles { "Part - Chapter 12" });

    const auto book = named ({ "Salt and salt", "{n} salt", "Rain" });
    CHECK (after (book, { .find = "salt", .by = "salty salt {n}" })
           == Titles { "Salt and salty salt 1", "{n} salty salt 2", "Rain" });
    CHECK (after (book, { .find = "salt", .by = "" }) == Titles { "Salt and ", "{n} ", "Rain" });
}

TEST_CASE ("Ads and notes have no number, and nothing but the titles changes", "[session]")
{
    auto book = named ({ "One", "Buy this", "Two" });
    book.outline.chapters[1].kind = Chapter::Kind::adBreak;
    book.outline.chapters[2].end = at (130);
    const auto edits = editsOf (RenameForm { .by = "{n}. {name}" }, book, {});
    REQUIRE (edits);
    auto edited = applyAll (book, *edits);
    REQUIRE (edited);
    CHECK (titlesOf (*edited) == Titles { "1. One", "Buy this", "2. Two" });

    for (std::size_t i = 0; i < 3; ++i)
    {
        edited->outline.chapters[i].title = book.outline.chapters[i].title;
        CHECK (edited->outline.chapters[i] == book.outline.chapters[i]);
    }

    for (const auto* first : { "", "x", "1x", "-1", "1000001", "99999999999" })
        CHECK_FALSE (editsOf (RenameForm { .by = "{n}", .first = first }, book, {}));
}

} // namespace earmark::tests
