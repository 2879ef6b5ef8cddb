// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/PromptBar.h"

#include "Session/Commands.h"
#include "UI/Panels/PanelFrame.h"
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

TEST_CASE ("Enter is the open panel's, and answers a question that was found only when none is open", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    stage.world.abandoned = { { "7", { .outline = outlineAt ({ 0, 10 }) }, "2031-05-04 14:03:22" } };
    w.projects().offerRecovered();
    REQUIRE (w.prompt() != nullptr);
    REQUIRE (stage.press ("ctrl + shift + S"));
    REQUIRE (w.view().panel == Panel::shift);
    const auto start = w.chapters()[1].start;

    // From the field of the panel, too, which leaves the key to what is around it.
    auto* by = dynamic_cast<ui::Field*> (stage.called ("By"));
    REQUIRE (by != nullptr);
    CHECK_FALSE (by->keyPressed (juce::KeyPress (juce::KeyPress::returnKey)));
    REQUIRE (stage.press ("return"));
    CHECK (w.chapters()[1].start == start + lasting (0.5));
    CHECK (w.view().panel == Panel::inspector);
    REQUIRE (w.prompt() != nullptr);

    // Escape closes the panel before it answers.
    REQUIRE (stage.press ("ctrl + shift + S"));
    REQUIRE (stage.press ("escape"));
    CHECK (w.view().panel == Panel::inspector);
    REQUIRE (w.prompt() != nullptr);
    REQUIRE (stage.press ("return"));
    CHECK ((w.prompt() == nullptr || w.prompt()->kind != Prompt::Kind::recovered));
}

TEST_CASE ("What is asked because of a key that was pressed is answered by Enter in a panel, too", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    REQUIRE (stage.press ("ctrl + shift + S"));
    const auto before = w.document();

    SECTION ("that was open before")
    {
        REQUIRE (stage.press ("ctrl + N"));
        REQUIRE (stage.press ("escape"));
        CHECK_FALSE (w.prompt());
        CHECK (w.view().panel == Panel::shift);
        CHECK (w.document() == before);
    }

    SECTION ("but not in one that was opened since")
    {
        REQUIRE (stage.press ("escape"));
        REQUIRE (stage.press ("ctrl + N"));
        REQUIRE (stage.press ("ctrl + shift + S"));
        REQUIRE (stage.press ("return"));
        CHECK (w.prompt());
        CHECK (w.chapters()[1].start == before.outline.chapters[1].start + lasting (0.5));
    }
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
