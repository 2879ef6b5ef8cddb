// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "UI/ChapterElements.h"
#include "UI/CommandButton.h"
#include "UI/Look.h"
#include "UI/Panels/ImportLines.h"
#include "UI/Screens.h"
#include "UI/Stage.h"
#include "UI/Table/ChapterTable.h"
#include "UI/Timeline/DetailView.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <typeinfo>

// What assistive programs are told. The handlers are made as JUCE makes them for such a program, so that no display is needed.

namespace earmark::tests
{

namespace
{

void forEachShown (juce::Component& component, const std::function<void (juce::Component&)>& visit)
{
    visit (component);

    for (auto* child : component.getChildren())
        if (child->isVisible())
            forEachShown (*child, visit);
}

/** "MainView > PanelFrame > button": where in the window, by what is known of each. */
std::string whereIs (const juce::Component& component)
{
    std::string path;

    for (const auto* each = &component; each != nullptr; each = each->getParentComponent())
    {
        const auto title = each->getTitle().isNotEmpty() ? each->getTitle() : each->getName();
        path = std::string (typeid (*each).name()) + " \"" + title.toStdString() + "\""
               + (path.empty() ? "" : " > ") + path;
    }

    return path;
}

/** What can have the keyboard, but has no title or no role. */
std::vector<std::string> nameless (juce::Component& root)
{
    std::vector<std::string> faults;
    forEachShown (root,
                  [&] (juce::Component& component)
                  {
                      if (! component.getWantsKeyboardFocus())
                          return;

                      const auto handler = component.createAccessibilityHandler();
                      const auto isNamed = handler != nullptr && handler->getTitle().isNotEmpty();
                      const auto hasRole = handler != nullptr
                                           && handler->getRole() != juce::AccessibilityRole::unspecified
                                           && handler->getRole() != juce::AccessibilityRole::ignored;

                      if (! component.isAccessible() || ! isNamed || ! hasRole)
                          faults.push_back (whereIs (component));
                  });
    return faults;
}

using Faults = std::vector<std::string>;

/** Neighbours in the order of Tab that go backwards: to the left in a row, or up. */
Faults goingBack (juce::Component& root)
{
    Faults faults;
    const auto all = root.createKeyboardFocusTraverser()->getAllComponents (&root);

    for (std::size_t i = 1; i < all.size(); ++i)
    {
        if (all[i]->getParentComponent() != all[i - 1]->getParentComponent())
            continue;

        const auto before = all[i - 1]->getBounds(), now = all[i]->getBounds();
        const auto isInRow = now.getY() < before.getCentreY() && now.getBottom() > before.getCentreY();

        if (isInRow ? now.getX() < before.getX() : now.getBottom() <= before.getY())
            faults.push_back (whereIs (*all[i - 1]) + " before " + whereIs (*all[i]));
    }

    return faults;
}

} // namespace

TEST_CASE ("A component without a title is found", "[ui][accessibility]")
{
    juce::Component window, inner;
    window.addAndMakeVisible (inner);
    CHECK (nameless (window).empty());
    inner.setWantsKeyboardFocus (true);
    CHECK (nameless (window).size() == 1);
    inner.setTitle ("Named"); // but without a role
    CHECK (nameless (window).size() == 1);
    juce::TextButton button ("Press");
    window.removeChildComponent (&inner);
    window.addAndMakeVisible (button);
    CHECK (nameless (window).empty());
}

TEST_CASE ("On every screen, whatever can have the keyboard has a title and a role", "[ui][accessibility]")
{
    for (const auto& [width, height] : { std::pair { 640, 480 }, { 1280, 800 } })
        for (const auto& screen : screens())
        {
            CAPTURE (width, screen.name);
            Stage stage (width, height, screen.isHosted);
            screen.open (stage);
            CHECK (nameless (*stage.view) == Faults());
        }
}

TEST_CASE ("On every screen Tab goes through a row from left to right, and to the next row below",
           "[ui][accessibility]")
{
    for (const auto& [width, height] : { std::pair { 640, 480 }, { 1280, 800 } })
        for (const auto& screen : screens())
        {
            CAPTURE (width, screen.name);
            Stage stage (width, height, screen.isHosted);
            screen.open (stage);
            CHECK (goingBack (*stage.view) == Faults());
        }
}

TEST_CASE ("The questions of an import are asked by name", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    const auto import = std::ranges::find_if (
        screens(), [] (const Screen& each) { return std::string_view (each.name) == "import"; });
    REQUIRE (import != screens().end());
    import->open (stage);
    REQUIRE (stage.workspace->outlineImport().preview()->reading->questions.size() == 2);

    for (const auto& question : stage.workspace->outlineImport().preview()->reading->questions)
    {
        auto* field = stage.called (question.text);
        REQUIRE (field != nullptr);
        CHECK (field->getWantsKeyboardFocus());
        CHECK (field->createAccessibilityHandler()->getTitle().toStdString() == question.text);
    }
}

TEST_CASE ("Tab reaches the bar on top from left to right, and the fields", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    REQUIRE (run (*stage.workspace, "next"));
    const auto all = stage.view->createKeyboardFocusTraverser()->getAllComponents (stage.view.get());
    const auto placeOf = [&] (const char* title)
    {
        return std::ranges::find_if (all, [&] (const juce::Component* c) { return c->getTitle() == title; })
               - all.begin();
    };
    const auto end = std::ptrdiff_t (all.size());
    CHECK (placeOf ("Play or pause") < placeOf ("Undo"));
    CHECK (placeOf ("Undo") < placeOf ("Review the chapters one by one"));
    CHECK (placeOf ("Review the chapters one by one") < placeOf ("All commands"));
    CHECK (placeOf ("All commands") < end);
    CHECK (placeOf ("Filter") < end);
    CHECK (placeOf ("Summary") < end);
}

TEST_CASE ("A button that has the keyboard is pressed by Space", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    auto* button = stage.find<ui::CommandButton>();
    REQUIRE (button != nullptr);
    CHECK (button->keyPressed (juce::KeyPress (juce::KeyPress::spaceKey)));
    CHECK_FALSE (button->keyPressed (juce::KeyPress ('x')));
    CHECK_FALSE (button->getMouseClickGrabsKeyboardFocus());
}

//======================================================================================================
namespace
{

/** The elements of one painted view. */
std::vector<juce::Component*> elementsIn (Stage& stage, juce::Component& view)
{
    auto* elements = stage.find<ui::ChapterElements> (&view);
    REQUIRE (elements != nullptr);
    elements->refresh();
    const auto& children = elements->getChildren();
    return { children.begin(), children.end() };
}

} // namespace

TEST_CASE ("Each marker has its title, its start as a value, and actions", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto& detail = *stage.find<ui::DetailView>();
    const auto markers = elementsIn (stage, detail);
    REQUIRE (markers.size() == 6);

    for (std::size_t i = 0; i < markers.size(); ++i)
    {
        CAPTURE (i);
        const auto handler = markers[i]->createAccessibilityHandler();
        const auto& chapter = w.chapters()[i];
        CHECK (handler->getTitle().toStdString() == chapter.title);
        CHECK (handler->getRole() == juce::AccessibilityRole::slider);
        CHECK (detail.getLocalBounds().contains (markers[i]->getBounds()));
        REQUIRE (handler->getValueInterface() != nullptr);
        CHECK (handler->getValueInterface()->getCurrentValue()
               == Catch::Approx (chapter.start.sinceStart().seconds()));
        CHECK (handler->getValueInterface()->isReadOnly() == chapter.locked);
        CHECK (handler->getActions().contains (juce::AccessibilityActionType::focus));
        CHECK (handler->getActions().contains (juce::AccessibilityActionType::press));
        CHECK (handler->getActions().contains (juce::AccessibilityActionType::toggle));
    }

    const auto third = markers[2]->createAccessibilityHandler();
    CHECK (third->getValueInterface()->getCurrentValueAsString() == "2:45");
    CHECK (third->getDescription() == "chapter");

    CHECK (third->getActions().invoke (juce::AccessibilityActionType::focus));
    CHECK (w.view().selection.focus == w.chapters()[2].id);
    CHECK (third->getActions().invoke (juce::AccessibilityActionType::press));
    CHECK (std::ranges::any_of (stage.world.heard,
                                [] (const auto& what) { return what.contains ("audition"); }));

    third->getValueInterface()->setValue (166.5);
    CHECK (w.chapters()[2].start == at (166.5));
    third->getValueInterface()->setValueAsString ("2:47.25");
    CHECK (w.chapters()[2].start == at (167.25));
    third->getValueInterface()->setValueAsString ("soon");
    CHECK (w.chapters()[2].start == at (167.25));
    CHECK (w.message().text.contains ("'soon'")); // why not

    CHECK (third->getActions().invoke (juce::AccessibilityActionType::toggle));
    CHECK (w.chapters()[2].locked);
    CHECK (elementsIn (stage, detail)[2]->getDescription() == "chapter, locked, selected");
}

TEST_CASE ("Starts that are changed by value are a step for each chapter", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const auto markers = elementsIn (stage, *stage.find<ui::DetailView>());
    REQUIRE (markers.size() == 6);
    const auto second = markers[1]->createAccessibilityHandler();
    const auto third = markers[2]->createAccessibilityHandler();
    const auto before = w.history().steps().current();

    for (const auto seconds : { 78.0, 79.0 })
        second->getValueInterface()->setValue (seconds);

    third->getValueInterface()->setValue (166.5);
    CHECK (w.history().steps().current() == before + 2);

    w.undo();
    CHECK (w.chapters()[1].start == at (79));
    CHECK (w.chapters()[2].start == at (165));
    w.undo();
    CHECK (w.chapters()[1].start == at (77));
}

TEST_CASE ("Each row of the table can be found, and only those in sight", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto& table = *stage.find<ui::ChapterTable>();
    REQUIRE (elementsIn (stage, table).size() == 6);
    CHECK (elementsIn (stage, table)[1]->getDescription() == "chapter, summary, 2 points");
    CHECK (elementsIn (stage, table)[3]->getDescription() == "ad break, not listed");

    Outline outline;

    for (int i = 0; i < 10'000; ++i)
    {
        Chapter chapter;
        chapter.start = at (i * 7.2);
        chapter.title = "Chapter " + std::to_string (i);
        outline.chapters.push_back (chapter);
    }

    REQUIRE (w.perform (ReplaceOutline { outline }));
    CHECK (elementsIn (stage, table).size() < 40);
    CHECK (elementsIn (stage, *stage.find<ui::DetailView>()).size() <= 256);

    // Deleted ones go, although somebody may still hold on to them for a moment.
    w.look ([] (ViewState& v) { v.filter = "Chapter 77"; });
    CHECK (elementsIn (stage, table).size() > 1);
    CHECK (elementsIn (stage, table)[0]->getTitle() == "Chapter 77");
}

TEST_CASE ("Where a chapter begins is said once it was moved, and only then", "[ui][accessibility]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* elements = stage.find<ui::ChapterElements> (stage.find<ui::DetailView>());
    REQUIRE (elements != nullptr);
    REQUIRE (bool (elements->announce));
    std::vector<juce::String> said;
    elements->announce = [&] (const juce::String& what) { said.push_back (what); };

    actions::select (w, w.chapters()[2].id, Pick::only);
    elements->refresh();
    CHECK (said.empty());
    actions::nudge (w, Duration::fromMilliseconds (10));
    actions::nudge (w, Duration::fromMilliseconds (10));
    elements->refresh();
    REQUIRE (said.size() == 1);
    CHECK (said[0] == ui::text (w.chapters()[2].title) + " begins at 2:45.020");

    // Neither another choice, nor another one that moves, nor a new title.
    actions::select (w, w.chapters()[3].id, Pick::only);
    elements->refresh();
    w.perform (MoveChapter { w.chapters()[2].id, at (166) });
    w.perform (SetField { w.chapters()[3].id, SetField::Title { "Other" } });
    elements->refresh();
    CHECK (said.size() == 1);

    // The table is silent, so that nothing is said twice.
    CHECK_FALSE (bool (stage.find<ui::ChapterElements> (stage.find<ui::ChapterTable>())->announce));
}

TEST_CASE ("Lines of an import are chosen and ticked by assistive programs, which hear of the current one",
           "[ui]")
{
    Stage stage (1280, 800);
    auto& import = stage.workspace->outlineImport();
    stage.world.outlines["A\nB\n"] = outlineAt ({ 0, 10 });
    stage.world.lines = { { "A", LineUse::Kind::chapterStart, 1 }, { "B", LineUse::Kind::chapterStart, 2 } };
    import.begin ("A\nB\n", "Clipboard");
    auto* lines = stage.find<ui::ImportLines>();
    REQUIRE (lines != nullptr);
    REQUIRE (bool (lines->announce));
    juce::StringArray said;
    lines->announce = [&] (const juce::String& what) { said.add (what); };
    auto* list = dynamic_cast<juce::ListBox*> (stage.called ("Lines of the outline"));
    REQUIRE (list != nullptr);
    CHECK (list->isRowSelected (0));

    CHECK (stage.press ("cursor down"));
    CHECK (list->isRowSelected (1));
    CHECK (stage.press ("spacebar"));
    CHECK (said.joinIntoString ("; ") == "B, chapter; B, unticked");

    list->selectRow (0);
    CHECK (import.preview()->line == 0);
    list->getListBoxModel()->returnKeyPressed (1);
    CHECK (import.preview()->line == 1);
    CHECK (import.preview()->lines[1].kind == LineFate::Kind::chapterStart);
}

} // namespace earmark::tests
