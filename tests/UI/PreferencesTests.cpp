// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "UI/Look.h"
#include "UI/Panels/OutputChoice.h"
#include "UI/Stage.h"
#include "UI/StatusBar.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

juce::Button* buttonCalled (juce::Component& in, const juce::String& title)
{
    for (auto* child : in.getChildren())
    {
        if (auto* button = dynamic_cast<juce::Button*> (child);
            button != nullptr && (button->getTitle() == title || button->getButtonText() == title))
            return button;

        if (auto* found = buttonCalled (*child, title))
            return found;
    }

    return nullptr;
}

juce::Component* componentCalled (juce::Component& in, const juce::String& title)
{
    for (auto* child : in.getChildren())
    {
        if (child->getTitle() == title)
            return child;

        if (auto* found = componentCalled (*child, title))
            return found;
    }

    return nullptr;
}

} // namespace

TEST_CASE ("The preferences panel sets theme, size and movement, and shows them", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto& view = *stage.view;
    view.fill ({ 0, 0, 1280, 800 });
    CHECK (stage.press ("ctrl + ,"));
    REQUIRE (w.view().panel == Panel::preferences);

    auto* tile = buttonCalled (view, "High contrast");
    auto* size = buttonCalled (view, "Size 200 %");
    auto* motion = buttonCalled (view, "Reduced motion");
    REQUIRE (tile != nullptr);
    REQUIRE (size != nullptr);
    REQUIRE (motion != nullptr);
    CHECK (buttonCalled (view, "Dark")->getToggleState());

    tile->onClick();
    CHECK (tile->getToggleState());
    CHECK_FALSE (buttonCalled (view, "Dark")->getToggleState());
    CHECK (&ui::Look::of (view) == &ui::themeOf (ThemeName::highContrast));

    // The window stays as it is; what is in it has half the room.
    size->onClick();
    CHECK (size->getToggleState());
    CHECK (view.getWidth() == 640);
    CHECK (view.getHeight() == 400);
    CHECK (view.getTransform().mat00 == 2.0f);
    CHECK (stage.picture().isValid());

    motion->setToggleState (true, juce::dontSendNotification);
    motion->onClick();
    CHECK (w.view().preferences.reducedMotion);
    CHECK (stage.world.settings["motion"] == "reduced");

    run (w, "smaller");
    CHECK (buttonCalled (view, "Size 175 %")->getToggleState());
    CHECK (view.getWidth() == 732); // rounded up, so that no edge is left
}

TEST_CASE ("The output is chosen among those that there are", "[ui]")
{
    Stage stage (1280, 800);
    stage.world.output = "JACK: system";
    run (*stage.workspace, "preferences");
    auto* output = dynamic_cast<juce::ComboBox*> (componentCalled (*stage.view, "Sound output"));
    REQUIRE (output != nullptr);
    REQUIRE (output->getNumItems() == 3);
    CHECK (output->getText() == "JACK: system");

    output->setSelectedItemIndex (1, juce::sendNotificationSync);
    CHECK (stage.world.output == "ALSA: Loudspeakers");
    output->setSelectedItemIndex (0, juce::sendNotificationSync);
    CHECK (stage.world.output.empty());

    // One that was pulled out since the list was made is told, and the list is made anew.
    stage.world.outputs.pop_back();
    output->setSelectedItemIndex (2, juce::sendNotificationSync);
    CHECK (output->getNumItems() == 2);
    CHECK (output->getSelectedItemIndex() == 0);
    CHECK (stage.workspace->message().text == "The output is not there.");
}

TEST_CASE ("Where no output is open the preferences say so, and the foot of the window once something plays",
           "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto* foot = stage.find<ui::StatusBar>();
    REQUIRE (foot != nullptr);
    const auto play = [&] (bool is)
    {
        stage.world.transport.playing = is;
        w.playback().tick();
    };

    // An output is open: nothing to be said.
    play (true);
    CHECK (foot->getDescription().isEmpty());
    play (false);

    stage.world.output.clear();
    play (true);
    CHECK (foot->getDescription() == "No sound output: choose one in the preferences");
    CHECK (stage.picture().isValid());
    play (false);
    CHECK (foot->getDescription().isNotEmpty());

    run (w, "preferences");
    auto* choice = stage.find<ui::OutputChoice>();
    REQUIRE (choice != nullptr);
    CHECK (choice->getDescription() == "No output is open: what is played is not heard.");
    const auto height = choice->getHeight();
    auto* output = dynamic_cast<juce::ComboBox*> (componentCalled (*stage.view, "Sound output"));
    REQUIRE (output != nullptr);
    output->setSelectedItemIndex (1, juce::sendNotificationSync);
    CHECK (choice->getDescription().isEmpty());
    CHECK (choice->getHeight() < height);
    CHECK (w.message().text == "Sound output: ALSA: Loudspeakers");
    CHECK (foot->getDescription().isEmpty());
}

TEST_CASE ("An output is not looked for before something plays", "[ui]")
{
    Stage stage (1280, 800);
    int asked = 0;
    auto services = stage.world.services();
    services.output = [&]
    {
        ++asked;
        return std::string();
    };
    Workspace w (services);
    const ui::MainView view (w);
    w.openFile ("/harbour-lights.m4a");
    REQUIRE (w.audio().file());
    w.say (Message::Grade::info, "Something");
    CHECK (asked == 0);
    stage.world.transport.playing = true;
    w.playback().tick();
    CHECK (asked > 0);
}

TEST_CASE ("In a small window the preferences can be scrolled to", "[ui]")
{
    Stage stage (640, 480);
    run (*stage.workspace, "preferences");
    auto* motion = buttonCalled (*stage.view, "Reduced motion");
    REQUIRE (motion != nullptr);
    CHECK (motion->getParentComponent()->getLocalBounds().contains (motion->getBounds()));
    auto* viewport = motion->findParentComponentOfClass<juce::Viewport>();
    REQUIRE (viewport != nullptr);
    CHECK (viewport->getHeight() > 80);
    CHECK (motion->getParentComponent()->getWidth() <= viewport->getWidth());
}

} // namespace earmark::tests
