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

TEST_CASE ("Return in a field of a chapter is done with it, and plays nothing", "[ui]")
{
    Stage stage (1280, 800);
    REQUIRE (run (*stage.workspace, "next"));
    auto* title = dynamic_cast<ui::Field*> (stage.called ("Title"));
    REQUIRE (title != nullptr);
    CHECK (title->keyPressed (juce::KeyPress (juce::KeyPress::returnKey)));
}

} // namespace earmark::tests
