// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/MainView.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "UI/KeyInput.h"
#include "UI/Stage.h"
#include "UI/Table/ChapterTable.h"
#include "UI/Timeline/DetailView.h"
#include "UI/Timeline/FlagPainter.h"
#include "UI/Welcome.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

TEST_CASE ("Keys reach the command table", "[ui]")
{
    const auto named = [] (const juce::KeyPress& press)
    {
        const auto key = ui::keyOf (press);
        return key ? toText (*key) : std::string ("none");
    };
    using juce::KeyPress, juce::ModifierKeys;

    CHECK (named (KeyPress (KeyPress::spaceKey)) == "space");
    CHECK (
        named (KeyPress ('z', ModifierKeys (ModifierKeys::commandModifier | ModifierKeys::shiftModifier), 26))
        == "ctrl+shift+z");
    CHECK (named (KeyPress ('/', ModifierKeys (ModifierKeys::shiftModifier), '?')) == "?");
    CHECK (named (KeyPress ('<', ModifierKeys (ModifierKeys::shiftModifier), '<')) == "<");
    CHECK (named (KeyPress ('J', ModifierKeys (ModifierKeys::shiftModifier), 'J')) == "shift+j");
    CHECK (named (KeyPress (KeyPress::leftKey, ModifierKeys (ModifierKeys::altModifier), 0)) == "alt+left");
    CHECK (named (KeyPress (KeyPress::F2Key)) == "f2");
    CHECK (named (KeyPress (0, ModifierKeys(), 0)) == "none");
}

TEST_CASE ("In a host, keys that it has a use for go to it", "[ui]")
{
    Stage app (1280, 800), hosted (1280, 800, true);
    CHECK (app.press ("spacebar"));
    CHECK_FALSE (hosted.press ("spacebar"));
    CHECK (hosted.press ("ctrl + Z"));
    CHECK_FALSE (hosted.press ("F12"));
}

TEST_CASE ("A flag is dragged with the mouse, and the drag is one step", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* detail = stage.find<ui::DetailView>();
    REQUIRE (detail != nullptr);
    const auto x = [&] (double seconds) { return float (w.view().scale.xOf (at (seconds))); };
    const auto steps = w.history().steps().all().size();
    const auto y = float (ui::rulerHeight + 10);

    dragMouse (*detail, { x (165), y }, { x (203), y });
    CHECK (w.chapters()[2].start.sinceStart().seconds() == Catch::Approx (203).margin (0.5));
    CHECK (w.history().steps().all().size() == steps + 1);
    CHECK (stage.press ("ctrl + Z"));
    CHECK (w.chapters()[2].start == at (165));

    // Not beyond the neighbour.
    dragMouse (*detail, { x (165), y }, { x (400), y });
    CHECK (w.chapters()[2].start == at (297));
}

TEST_CASE ("A cell is edited in place", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* table = stage.find<ui::ChapterTable>();
    REQUIRE (table != nullptr);

    // Twice: taken with Return, given up with Escape.
    const auto typeInto = [&] (Column column, const char* typed, bool take)
    {
        table->edit (w.chapters()[1].id, column);
        REQUIRE (table->isEditing());
        auto* editor = stage.find<juce::TextEditor> (table);
        REQUIRE (editor != nullptr);
        editor->setText (typed);
        take ? editor->onReturnKey() : editor->onEscapeKey();
        CHECK_FALSE (table->isEditing());
    };

    typeInto (Column::title, "Tides", true);
    CHECK (w.chapters()[1].title == "Tides");
    typeInto (Column::title, "Nothing", false);
    CHECK (w.chapters()[1].title == "Tides");
    typeInto (Column::start, "1:18.5", true);
    CHECK (w.chapters()[1].start == at (78.5));
    typeInto (Column::start, "late", true);
    CHECK (w.chapters()[1].start == at (78.5));
    CHECK (w.message().grade == Message::Grade::error);

    const auto steps = w.history().steps().all().size();
    typeInto (Column::start, "00:01:18.500", true); // as it was
    CHECK (w.history().steps().all().size() == steps);

    table->edit (w.chapters()[1].id, Column::number);
    CHECK_FALSE (table->isEditing());
}

TEST_CASE ("F2 and F3 edit the focused chapter's title and start", "[ui]")
{
    Stage stage (1280, 800);
    auto* table = stage.find<ui::ChapterTable>();

    for (const auto* key : { "F2", "F3" })
    {
        CAPTURE (key);
        REQUIRE (stage.press (key));
        REQUIRE (table->isEditing());
        stage.find<juce::TextEditor> (table)->onEscapeKey();
        CHECK_FALSE (table->isEditing());
    }
}

TEST_CASE ("A click in the table selects and puts the playhead; the eye hides", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* table = stage.find<ui::ChapterTable>();
    const auto y = [] (int row)
    { return float (ui::ChapterTable::headerHeight + row * ui::ChapterTable::rowHeight + 12); };

    dragMouse (*table, { 300, y (4) }, { 300, y (4) });
    CHECK (w.view().selection.focus == w.chapters()[4].id);
    CHECK (w.view().playhead == at (330));

    dragMouse (
        *table, { 300, y (2) }, { 300, y (2) }, juce::ModifierKeys (juce::ModifierKeys::shiftModifier));
    CHECK (w.view().selection.ids.size() == 3);

    const auto eye = float (table->getWidth() - 12 - 28);
    dragMouse (*table, { eye, y (0) }, { eye, y (0) });
    CHECK_FALSE (w.chapters()[0].inContents);

    doubleClick (*table, { 300, y (5) });
    CHECK (table->isEditing());
}

TEST_CASE ("The keys of the table bring the chosen row into sight", "[ui]")
{
    Stage stage (1100, 600);
    auto& w = *stage.workspace;
    auto* table = stage.find<ui::ChapterTable>();
    REQUIRE (table != nullptr);
    std::vector<Edit> more;

    for (int i = 0; i < 60; ++i)
        more.push_back (AddChapter { Chapter { .start = at (500 + i), .title = "More" } });

    REQUIRE (w.performAll (more, "More"));

    // Whether a click in the middle of the lowest or the highest row that is seen would choose it.
    const auto choosesFocused = [&] (int y)
    {
        const auto focus = w.view().selection.focus;
        dragMouse (*table, { 200, float (y) }, { 200, float (y) });
        return w.view().selection.focus == focus;
    };
    const auto lowest = table->getHeight() - ui::ChapterTable::rowHeight / 2;
    const auto highest = ui::ChapterTable::headerHeight + ui::ChapterTable::rowHeight / 2;

    REQUIRE (stage.press ("end"));
    CHECK (w.view().selection.focus == w.chapters().back().id);
    CHECK (choosesFocused (lowest));

    // Scrolled away, and the same key again.
    auto* bar = stage.find<juce::ScrollBar> (table);
    REQUIRE (bar != nullptr);
    bar->setCurrentRangeStart (0, juce::sendNotificationSync);
    REQUIRE (stage.press ("end"));
    CHECK (choosesFocused (lowest));

    REQUIRE (stage.press ("page up"));
    CHECK (w.view().selection.focus == w.chapters()[w.chapters().size() - 11].id);
    REQUIRE (stage.press ("home"));
    CHECK (w.view().selection.focus == w.chapters().front().id);
    CHECK (choosesFocused (highest));
    REQUIRE (stage.press ("page down"));
    CHECK (w.view().selection.focus == w.chapters()[10].id);
}

TEST_CASE ("In the contact sheet the chosen cell comes into sight, and Enter goes to its row", "[ui]")
{
    Stage stage (1100, 600);
    auto& w = *stage.workspace;
    std::vector<Edit> more;

    for (int i = 0; i < 60; ++i)
        more.push_back (AddChapter { Chapter { .start = at (500 + i), .title = "More" } });

    REQUIRE (w.performAll (more, "More"));
    REQUIRE (stage.press ("g"));
    auto* viewport = stage.find<juce::Viewport> (
        stage.called ("Contact sheet: five seconds around each marker; click to hear it"));
    REQUIRE (viewport != nullptr);
    REQUIRE (viewport->getViewPositionY() == 0);
    REQUIRE (stage.press ("end"));
    CHECK (viewport->getViewArea().getBottom() > viewport->getViewedComponent()->getHeight() - 20);

    // Also the one that was chosen before the sheet opened; it stays where it is scrolled to then.
    REQUIRE (stage.press ("g"));
    REQUIRE (stage.press ("g"));
    viewport = stage.find<juce::Viewport> (
        stage.called ("Contact sheet: five seconds around each marker; click to hear it"));
    REQUIRE (viewport != nullptr);
    CHECK (viewport->getViewArea().getBottom() > viewport->getViewedComponent()->getHeight() - 20);
    viewport->setViewPosition (0, 0);
    stage.view->setSize (1100, 640);
    CHECK (viewport->getViewPositionY() == 0);
    stage.view->setSize (1100, 600);

    REQUIRE (stage.press ("return"));
    CHECK (w.view().panel == Panel::inspector);
    auto* table = stage.find<ui::ChapterTable>();
    REQUIRE (table->isVisible());
    const auto y = float (table->getHeight() - ui::ChapterTable::rowHeight / 2);
    dragMouse (*table, { 200, y }, { 200, y });
    CHECK (w.view().selection.focus == w.chapters().back().id);
}

TEST_CASE ("The row under review is in sight, however little room is left for the table", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* table = stage.find<ui::ChapterTable>();
    std::vector<Edit> more;

    for (int i = 0; i < 30; ++i)
        more.push_back (AddChapter { Chapter { .start = at (500 + i), .title = "More" } });

    REQUIRE (w.performAll (more, "More"));
    const auto clickedAtBottom = [&]
    {
        const auto y = float (table->getHeight() - ui::ChapterTable::rowHeight / 2);
        dragMouse (*table, { 200, y }, { 200, y });
        return w.view().selection.focus;
    };
    REQUIRE (stage.press ("end"));
    REQUIRE (clickedAtBottom() == w.chapters().back().id);
    const auto height = table->getHeight();

    // The selected one is what the review begins with, so that nothing else brings it into sight.
    REQUIRE (stage.press ("r"));
    REQUIRE (w.review().current == w.chapters().back().id);
    REQUIRE (table->getHeight() < height);
    CHECK (clickedAtBottom() == w.chapters().back().id);
    stage.view->setSize (1280, 700);
    CHECK (clickedAtBottom() == w.chapters().back().id);
}

TEST_CASE ("In a narrow window the way back to a chapter ends at the table", "[ui]")
{
    Stage stage (800, 700);
    auto& w = *stage.workspace;
    const auto* table = stage.find<ui::ChapterTable>();
    actions::select (w, w.chapters()[3].id, Pick::only);

    SECTION ("from the contact sheet")
    {
        REQUIRE (stage.press ("ctrl + I"));
        REQUIRE_FALSE (table->isVisible());
        REQUIRE (stage.press ("g"));
        REQUIRE (stage.press ("return"));
        CHECK (table->isVisible());
    }

    SECTION ("from what was found of a file")
    {
        REQUIRE (stage.press ("ctrl + I"));
        REQUIRE (stage.press ("w"));
        actions::showChapters (w, { w.chapters()[2].id });
        CHECK (table->isVisible());
        CHECK (w.view().selection.focus == w.chapters()[2].id);
    }
}

TEST_CASE ("A thousand chapters of twenty hours can be shown", "[ui]")
{
    Stage stage (1280, 800);
    Outline outline;

    for (int i = 0; i < 10'000; ++i)
    {
        Chapter chapter;
        chapter.start = at (i * 7.2);
        chapter.title = "Chapter " + std::to_string (i);
        outline.chapters.push_back (chapter);
    }

    REQUIRE (stage.workspace->perform (ReplaceOutline { outline }));
    CHECK (stage.picture().isValid());
    REQUIRE (run (*stage.workspace, "to-end"));
    CHECK (stage.picture().isValid());
}

TEST_CASE ("An empty window shows how to begin, until something is there", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* welcome = stage.find<ui::Welcome>();
    REQUIRE (welcome != nullptr);
    CHECK_FALSE (welcome->isVisible());
    run (w, "new");
    run (w, "answer-second");
    CHECK (welcome->isVisible());
    CHECK (stage.find<ui::ChapterTable>()->getBounds().getBottom() == welcome->getBottom());

    // Two buttons, and the one file that was open.
    int buttons = 0;

    for (auto* child : welcome->getChildren())
        buttons += child->isVisible() && welcome->getLocalBounds().contains (child->getBounds()) ? 1 : 0;

    CHECK (buttons == 3);
    CHECK (stage.press ("I"));
    CHECK_FALSE (welcome->isVisible());
}

TEST_CASE ("The table says what its marks mean", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const auto* table = stage.find<ui::ChapterTable>();
    const auto tip = [&] (int row, Column column)
    {
        const auto placed = placedColumns (table->getWidth() - 12);
        const auto found = std::ranges::find (placed, column, &PlacedColumn::column);
        return table
            ->tooltipAt ({ found->x + found->width / 2,
                           ui::ChapterTable::headerHeight + row * ui::ChapterTable::rowHeight + 5 })
            .toStdString();
    };
    std::size_t row = 1;

    while (row < w.chapters().size() && ! w.audio().suggestionFor (w.chapters()[row]))
        ++row;

    REQUIRE (row < w.chapters().size());
    CHECK (tip (int (row), Column::state).starts_with ("Speech begins at "));
    CHECK (tip (int (row), Column::start).empty());
    CHECK (tip (99, Column::state).empty());

    const auto id = w.chapters()[row].id;
    REQUIRE (w.perform (SetField { id, SetField::Locked { true } }));
    CHECK (tip (int (row), Column::state) == "Locked: nothing moves it");

    auto& findings = stage.world.previews["/harbour-lights.m4a"].findings;
    REQUIRE_FALSE (findings.empty());
    findings.front().chapters = { { row, w.chapters()[row].start } };
    REQUIRE (run (w, "write"));
    REQUIRE (run (w, "escape"));
    CHECK (tip (int (row), Column::state).contains (findings.front().rule->meaning));
    CHECK (tip (int (row), Column::state).starts_with ("Locked: nothing moves it\n"));
    CHECK (stage.picture().isValid());

    // The sign of a summary lies at the end of the title.
    const auto placed = placedColumns (table->getWidth() - 12);
    const auto titles = std::ranges::find (placed, Column::title, &PlacedColumn::column);
    const auto atSign = juce::Point<int> (titles->x + titles->width - 8,
                                          ui::ChapterTable::headerHeight + ui::ChapterTable::rowHeight + 5);
    CHECK (table->tooltipAt (atSign) == "Besides the title: summary, 2 points");
    CHECK (tip (1, Column::title).empty());
    CHECK (table->tooltipAt (atSign.translated (0, ui::ChapterTable::rowHeight)).isEmpty());

    Chapter late;
    late.start = at (9999);
    REQUIRE (w.perform (AddChapter { late }));
    CHECK (tip (int (w.chapters().size()) - 1, Column::start)
           == "Begins after the audio, which ends at 10:00");
}

TEST_CASE ("Dropped files are opened", "[ui]")
{
    Stage stage (1280, 800);
    stage.world.files["/more.txt"] = "outline";
    stage.view->filesDropped ({ "/more.txt" }, 0, 0);
    CHECK (stage.workspace->view().panel == Panel::import);
    stage.view->filesDropped ({ "/other.m4a" }, 0, 0);
    CHECK (stage.workspace->audio().file()->path == "/other.m4a");
}

} // namespace earmark::tests
