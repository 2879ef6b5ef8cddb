// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/PanelFrame.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>
#include <vector>

namespace earmark::tests
{

namespace
{

/** What is clicked there; none where the list was never painted. */
juce::Component* rowOf (juce::ListBox& list, int row)
{
    return list.getViewport()->getViewedComponent()->getComponentAt (
        20, row * list.getRowHeight() + list.getRowHeight() / 2);
}

} // namespace

TEST_CASE ("A question of an import that has an answer leaves Return to the import", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const auto* question = "Which column holds what? They count from 1.";
    stage.world.questions = { { "columns", question, "start:1,title:2", {} } };
    stage.world.files = { { "/table.txt", "outline" } };
    w.openFile ("/table.txt");
    const auto* field = dynamic_cast<ui::Field*> (stage.called (question));
    REQUIRE (field != nullptr);
    CHECK (field->isAside);
    CHECK (field->getText() == "start:1,title:2");
    CHECK (stage.press ("return"));
    CHECK (w.view().panel == Panel::inspector);
}

TEST_CASE ("A line of an import is left out by a click on its box, or by Space", "[ui]")
{
    Stage stage (1280, 800);
    auto& import = stage.workspace->outlineImport();
    const auto text = std::string ("0:00 A\n0:10 B\n");
    using Use = LineUse::Kind;
    stage.world.lines = { { "0:00 A", Use::chapterStart, 1 }, { "0:10 B", Use::chapterStart, 2 } };
    stage.world.notices = { { Notice::Grade::warning, "The chapter has no title.", Place::atLine (2) } };
    stage.world.outlines[text] = outlineAt ({ 0, 10 });
    import.begin (text, "Clipboard");
    const auto isOut = [&] (std::size_t line)
    { return import.preview()->lines[line].kind == LineFate::Kind::unticked; };

    auto* list = dynamic_cast<juce::ListBox*> (stage.called ("Lines of the outline"));
    REQUIRE (list != nullptr);
    CHECK (list->getListBoxModel()->getNameForRow (1).contains ("The chapter has no title."));
    CHECK (list->getListBoxModel()->getTooltipForRow (1) == "The chapter has no title.");

    REQUIRE (stage.picture().isValid()); // a list makes its rows when it is first painted
    auto* row = rowOf (*list, 0);
    REQUIRE (row != nullptr);
    dragMouse (*row, { 20, 12 }, { 20, 12 });
    CHECK (isOut (0));
    const auto starts = [&]
    {
        std::vector<Position> all;

        for (const auto& chapter : stage.workspace->proposal()->after.outline.chapters)
            all.push_back (chapter.start);

        return all;
    };
    CHECK (starts() == std::vector { at (10) });
    dragMouse (*row, { 200, 12 }, { 200, 12 }); // the text only says which line is meant
    CHECK (isOut (0));

    CHECK (stage.press ("spacebar"));
    CHECK_FALSE (isOut (0));
    CHECK (starts() == std::vector { at (0), at (10) });
    CHECK (stage.press ("cursor down"));
    CHECK (stage.press ("spacebar"));
    CHECK (isOut (1));
    CHECK (stage.press ("ctrl + Z"));
    CHECK_FALSE (isOut (1));

    // The ends are those of the text, and not of the timeline behind it.
    const auto playhead = stage.workspace->view().playhead;
    CHECK (stage.press ("home"));
    CHECK (import.preview()->line == 0);
    CHECK (stage.press ("end"));
    CHECK (import.preview()->line == 1);
    CHECK (stage.workspace->view().playhead == playhead);
    CHECK (stage.picture().isValid());
}

TEST_CASE ("While lines of an import are undone, the button for it does not change the document", "[ui]")
{
    Stage stage (1280, 800);
    stage.world.outlines["A\n"] = outlineAt ({ 0, 10 });
    stage.world.lines = { { "A", LineUse::Kind::chapterStart, 1 } };
    REQUIRE (stage.workspace->history().canUndo());
    auto* undo = stage.called ("Undo");
    REQUIRE (undo != nullptr);
    stage.workspace->outlineImport().begin ("A\n", "Clipboard");
    CHECK (undo->isEnabled());
    CHECK (stage.press ("spacebar"));
    CHECK_FALSE (undo->isEnabled());
    CHECK (stage.press ("escape"));
    CHECK (undo->isEnabled());
}

TEST_CASE ("Where an import has no boxes, a click in their place says nothing", "[ui]")
{
    Stage stage (1280, 800);
    stage.world.outlines["{\n}"] = outlineAt ({ 0, 10 });
    stage.workspace->outlineImport().begin ("{\n}", "Clipboard");
    auto* list = dynamic_cast<juce::ListBox*> (stage.called ("Lines of the outline"));
    REQUIRE (list != nullptr);
    REQUIRE (stage.picture().isValid());
    auto* row = rowOf (*list, 1);
    REQUIRE (row != nullptr);
    dragMouse (*row, { 20, 12 }, { 20, 12 });
    CHECK (stage.workspace->outlineImport().preview()->line == 1);
    CHECK (stage.workspace->message().text.empty());
}

TEST_CASE ("All that is noticed of a document as a whole is said, and the choices stay in sight", "[ui]")
{
    Stage stage (1280, 800);
    const auto form = [&] (Notices notices)
    {
        stage.world.notices = std::move (notices);
        stage.workspace->outlineImport().begin ("outline", "Clipboard");
        const auto* how = stage.called ("How");
        REQUIRE (how != nullptr);
        CHECK (stage.picture().isValid());
        return std::pair (how->getY(), how->getParentHeight());
    };
    const auto several = [] (int count)
    {
        Notices notices;

        for (int i = 0; i < count; ++i)
            notices.push_back (
                { Notice::Grade::ignored, "'custom " + std::to_string (i) + "' is left out.", {} });

        return notices;
    };
    const auto six = form (several (6)), seven = form (several (7)), many = form (several (200));
    CHECK (seven.first > six.first); // says how many more there are
    CHECK (many.first == seven.first);
    CHECK (seven.second > six.second);
    CHECK (many.second > seven.second + 1000);

    const auto equal = form (Notices (200, { Notice::Grade::ignored, "'custom' is left out.", {} }));
    CHECK (equal.first < six.first);
    CHECK (equal.second <= six.second);
}

TEST_CASE ("Where nothing could be read there is nothing to choose, until something is", "[ui]")
{
    Stage stage (1280, 800);
    stage.world.files = { { "/titles.txt", "nonsense" }, { "/times.txt", "outline" } };
    stage.workspace->openFile ("/titles.txt");
    REQUIRE (stage.called ("Import: titles.txt") != nullptr);
    REQUIRE_FALSE (stage.workspace->outlineImport().preview()->reading);

    for (const auto* choice : { "How", "Read as" })
        CHECK (stage.called (choice) == nullptr);

    CHECK (stage.picture().isValid());
    stage.workspace->openFile ("/times.txt");

    for (const auto* choice : { "How", "Read as" })
        CHECK (stage.called (choice) != nullptr);
}

TEST_CASE ("The import's panel says what is read, also where another is read in its place", "[ui]")
{
    Stage stage (1280, 800);
    stage.world.files = { { "/one.txt", "outline" }, { "/two.txt", "nonsense" } };
    stage.workspace->openFile ("/one.txt");
    CHECK (stage.called ("Import: one.txt") != nullptr);
    stage.workspace->openFile ("/two.txt");
    CHECK (stage.called ("Import: two.txt") != nullptr);
    CHECK (stage.called ("Import: one.txt") == nullptr);
}

} // namespace earmark::tests
