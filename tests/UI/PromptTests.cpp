// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/PromptBar.h"

#include "Session/Commands.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** The answers that can be seen. */
std::vector<juce::Button*> answers (ui::PromptBar& bar)
{
    std::vector<juce::Button*> shown;

    for (auto* child : bar.getChildren())
        if (auto* button = dynamic_cast<juce::Button*> (child); button != nullptr && button->isVisible())
            shown.push_back (button);

    return shown;
}

} // namespace

TEST_CASE ("A question comes and goes with its answers, by keys or by its buttons", "[ui]")
{
    Stage stage (1280, 800);
    auto* bar = stage.find<ui::PromptBar>();
    REQUIRE (bar != nullptr);
    CHECK_FALSE (bar->isVisible());

    CHECK (stage.press ("ctrl + N"));
    REQUIRE (bar->isVisible());
    CHECK (bar->getHeight() > 0);
    REQUIRE (answers (*bar).size() == 3);
    CHECK (answers (*bar)[0]->getButtonText() == "Save");
    CHECK (bar->getTitle().startsWith ("Save the changes to"));

    for (const auto* answer : answers (*bar))
        CHECK (bar->getLocalBounds().contains (answer->getBounds()));

    CHECK (stage.press ("escape"));
    CHECK_FALSE (bar->isVisible());
    CHECK (stage.workspace->chapters().size() == 6);

    CHECK (stage.press ("ctrl + N"));
    answers (*bar)[1]->onClick();
    CHECK_FALSE (bar->isVisible());
    CHECK (stage.workspace->chapters().empty());
}

TEST_CASE ("A question fits into the smallest window", "[ui]")
{
    Stage stage (640, 480);
    auto* bar = stage.find<ui::PromptBar>();
    CHECK (stage.press ("ctrl + N"));
    REQUIRE (answers (*bar).size() == 3);

    for (const auto* answer : answers (*bar))
        CHECK (answer->getX() > 220); // what is asked has room beside them

    CHECK (stage.picture().isValid());
}

} // namespace earmark::tests
