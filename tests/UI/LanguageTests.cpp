// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Language.h"
#include "Session/Commands.h"
#include "UI/Screens.h"
#include "UI/Shown.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

namespace earmark::tests
{

namespace
{

using Texts = std::vector<std::string>;

/** What components say of themselves; what is only painted is for eyes. */
Texts saidIn (juce::Component& component)
{
    Texts said;
    const auto add = [&] (const juce::String& text)
    {
        if (text.isNotEmpty())
            said.push_back (text.toStdString());
    };

    add (component.getTitle());
    add (component.getDescription());
    add (component.getHelpText());

    if (auto* button = dynamic_cast<juce::Button*> (&component))
        add (button->getButtonText());

    if (auto* client = dynamic_cast<juce::SettableTooltipClient*> (&component))
        add (client->getTooltip());

    if (auto* field = dynamic_cast<juce::TextEditor*> (&component))
        add (field->getTextToShowWhenEmpty());

    if (auto* box = dynamic_cast<juce::ComboBox*> (&component))
        for (int i = 0; i < box->getNumItems(); ++i)
            add (box->getItemText (i));

    for (auto* child : component.getChildren())
        for (auto& deeper : saidIn (*child))
            said.push_back (std::move (deeper));

    return said;
}

/** What is still English although there is another word for it. */
Texts stillEnglish (juce::Component& component)
{
    std::map<std::string_view, std::string_view> rows;

    for (const auto part : translations (Language::german))
        for (const auto& row : part)
            if (row.english != row.other)
                rows.insert ({ row.english, row.other });

    Texts found;

    for (const auto& text : saidIn (component))
        if (rows.contains (text))
            found.push_back (text);

    return found;
}

juce::ComboBox* boxCalled (juce::Component& in, const juce::String& title)
{
    for (auto* child : in.getChildren())
    {
        if (auto* box = dynamic_cast<juce::ComboBox*> (child); box != nullptr && box->getTitle() == title)
            return box;

        if (auto* found = boxCalled (*child, title))
            return found;
    }

    return nullptr;
}

} // namespace

TEST_CASE ("Another language is spoken at once, and kept", "[ui][language]")
{
    Stage stage (1280, 800);
    run (*stage.workspace, "preferences");
    CHECK (std::ranges::contains (saidIn (*stage.view), "Undo history"));
    auto* box = boxCalled (*stage.view, "Language");
    REQUIRE (box != nullptr);
    CHECK (box->getSelectedItemIndex() == int (LanguageChoice::system));

    // The box goes with its window, after it has had its say.
    box->setSelectedItemIndex (int (LanguageChoice::german), juce::sendNotificationSync);
    stage.view->handleUpdateNowIfNeeded();
    CHECK (stage.world.settings["language"] == "de");
    CHECK (std::ranges::contains (saidIn (*stage.view), "Verlauf"));
    CHECK (stillEnglish (*stage.view) == Texts());
    CHECK (stage.workspace->view().panel == Panel::preferences);
    box = boxCalled (*stage.view, "Sprache");
    REQUIRE (box != nullptr);
    CHECK (box->getSelectedItemIndex() == int (LanguageChoice::german));

    box->setSelectedItemIndex (int (LanguageChoice::english), juce::sendNotificationSync);
    stage.view->handleUpdateNowIfNeeded();
    CHECK (stage.world.settings["language"] == "en");
    CHECK (boxCalled (*stage.view, "Language") != nullptr);
    CHECK_FALSE (std::ranges::contains (saidIn (*stage.view), "Verlauf"));
}

TEST_CASE ("The keyboard stays where the language was chosen", "[ui][language]")
{
    Stage stage (1280, 800);
    const Shown window (*stage.view);
    REQUIRE (stage.press ("ctrl + ,"));
    auto* choice = boxCalled (*stage.view, "Language");
    REQUIRE (choice != nullptr);

    // What is left out of the order of the keys is no longer so in what is made anew.
    for (const auto* title : { "Dark", "Light" })
    {
        auto* button = stage.called (title);
        REQUIRE (button != nullptr);
        button->setEnabled (false);
    }

    choice->grabKeyboardFocus();
    REQUIRE (choice->hasKeyboardFocus (true));
    stage.workspace->look ([] (ViewState& v) { v.preferences.language = LanguageChoice::german; });
    stage.view->handleUpdateNowIfNeeded();
    auto* now = boxCalled (*stage.view, "Sprache");
    REQUIRE (now != nullptr);
    CHECK (now->hasKeyboardFocus (true));
}

TEST_CASE ("Every other window of the process follows", "[ui][language]")
{
    Stage one (1280, 800), other (1280, 800);
    one.speak (LanguageChoice::german);
    other.workspace->look ([] (ViewState& v) { v.panel = Panel::about; });
    other.view->handleUpdateNowIfNeeded();
    CHECK (stillEnglish (*other.view) == Texts());
    one.speak (LanguageChoice::english);
}

TEST_CASE ("What JUCE itself says follows", "[ui][language]")
{
    Stage stage (1280, 800);
    stage.speak (LanguageChoice::german);
    CHECK (juce::translate ("Cut") == "Ausschneiden");
    CHECK (juce::translate ("Open") == juce::String::fromUTF8 ("Öffnen"));
    stage.speak (LanguageChoice::english);
    CHECK (juce::translate ("Cut") == "Cut");
}

TEST_CASE ("No screen is left in English", "[ui][language]")
{
    for (const auto& screen : screens())
    {
        CAPTURE (screen.name);
        Stage stage (1280, 800, screen.isHosted);
        stage.speak (LanguageChoice::german);
        screen.open (stage);
        CHECK (stillEnglish (*stage.view) == Texts());
        stage.speak (LanguageChoice::english);
    }
}

TEST_CASE ("An answer that is chosen in another language is the same answer", "[ui][language]")
{
    Stage stage (1280, 800);
    stage.world.questions = { { .id = "clock",
                                .text = "Are these times of day? Then the first chapter begins at zero.",
                                .answer = "no",
                                .choices = { "no", "yes" } } };
    stage.world.clipboard = "9:00 Welcome";
    stage.world.outlines["9:00 Welcome"].chapters = { { .start = {}, .title = "Welcome" } };
    stage.speak (LanguageChoice::german);
    REQUIRE (run (*stage.workspace, "paste"));
    auto* box = boxCalled (*stage.view, "Sind das Uhrzeiten? Dann beginnt das erste Kapitel bei null.");
    REQUIRE (box != nullptr);
    CHECK (box->getText() == "nein");
    CHECK (box->getItemText (1) == "ja");
    box->setSelectedItemIndex (1, juce::sendNotificationSync);
    CHECK (stage.workspace->outlineImport().preview()->answers.at ("clock") == "yes");
    stage.speak (LanguageChoice::english);
}

TEST_CASE ("What goes on goes on in another language", "[ui][language]")
{
    Stage stage (1280, 800);
    REQUIRE (run (*stage.workspace, "review"));
    REQUIRE (run (*stage.workspace, "shift"));
    stage.workspace->shiftForm.by = "0.5";
    stage.speak (LanguageChoice::german);
    CHECK (stage.workspace->review().active);
    CHECK (stage.workspace->view().panel == Panel::shift);
    CHECK (std::ranges::contains (saidIn (*stage.view), "Kapitel verschieben"));
    CHECK (stage.press ("w"));
    CHECK (stage.workspace->view().panel == Panel::write);
    stage.speak (LanguageChoice::english);
}

} // namespace earmark::tests
