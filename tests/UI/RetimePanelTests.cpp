// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Stage.h"

#include "Session/Commands.h"
#include "UI/Panels/PanelFrame.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Return in a form that shows what it would do applies it at once", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const juce::KeyPress enter (juce::KeyPress::returnKey);
    REQUIRE (run (w, "rename"));
    auto* pattern = dynamic_cast<ui::Field*> (stage.called ("New title"));
    REQUIRE (pattern != nullptr);
    pattern->setText ("Part {n}", false);
    pattern->onTextChange();

    // What the field leaves goes to whatever is around it, the window in the end.
    CHECK_FALSE (pattern->keyPressed (enter));
    CHECK (stage.press ("return"));
    CHECK (w.chapters()[0].title == "Part 1");
    CHECK (w.view().panel == Panel::inspector);
}

TEST_CASE ("The form for shifting can be about the selected chapters, and is where there are several", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const auto which = [&]
    {
        REQUIRE (run (w, "shift"));
        auto* scope = dynamic_cast<juce::ComboBox*> (stage.called ("Which"));
        REQUIRE (scope != nullptr);
        return scope;
    };

    REQUIRE (run (w, "next"));
    CHECK (which()->getText() == "All chapters");
    REQUIRE (run (w, "shift"));
    REQUIRE (run (w, "extend-down"));
    auto* scope = which();
    CHECK (scope->getText() == "The selected chapters");
    REQUIRE (w.proposal());
    CHECK (w.proposal()->moves.size() == 2);
    scope->setSelectedItemIndex (0, juce::sendNotificationSync);
    CHECK (w.shiftForm.scope == ShiftForm::Scope::all);
    CHECK (w.proposal()->moves.size() == w.chapters().size() - 1); // all but the one that is locked
}

TEST_CASE ("Return in the form for stretching pins the chapter, and before the first pin nothing is wrong",
           "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const juce::KeyPress enter (juce::KeyPress::returnKey);
    REQUIRE (run (w, "next"));
    REQUIRE (w.view().selection.focus == w.chapters()[1].id);
    REQUIRE (run (w, "stretch"));
    CHECK (w.proposalProblem().empty());
    auto* to = dynamic_cast<ui::Field*> (stage.called ("Belongs at"));
    REQUIRE (to != nullptr);

    // The field alone is done with it: nothing is applied.
    to->setText ("1:20", false);
    CHECK (to->keyPressed (enter));
    CHECK (w.pinForm[w.chapters()[1].id] == "1:20");
    CHECK (w.view().panel == Panel::stretch);

    // What is only left is not pinned.
    to->setText ("1:30", false);
    to->focusLost (juce::Component::focusChangedDirectly);
    CHECK (w.pinForm[w.chapters()[1].id] == "1:20");

    REQUIRE (run (w, "next"));
    CHECK (to->getText() == "2:45");
    to->setText ("2:50", false);
    CHECK (to->keyPressed (enter));
    CHECK (w.pinForm.size() == 2);
    REQUIRE (w.proposal());
    CHECK_FALSE (w.proposal()->changesNothing());
    CHECK (stage.press ("return"));
    CHECK (w.chapters()[2].start == at (170));
}

TEST_CASE ("Return in a field of a chapter is done with it, and plays nothing", "[ui]")
{
    Stage stage (1280, 800);
    REQUIRE (run (*stage.workspace, "next"));
    auto* title = dynamic_cast<ui::Field*> (stage.called ("Title"));
    REQUIRE (title != nullptr);
    CHECK (title->keyPressed (juce::KeyPress (juce::KeyPress::returnKey)));
}

} // namespace earmark::tests
