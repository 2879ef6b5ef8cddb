// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/RunningText.h"

#include "Session/Commands.h"
#include "UI/Look.h"
#include "UI/Shown.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

constexpr int width = 200;

/** Whether anything is painted between these heights. */
bool isInked (const juce::Image& image, int top, int bottom)
{
    for (int y = top; y < bottom; ++y)
        for (int x = 0; x < image.getWidth(); ++x)
            if (image.getPixelAt (x, y).getBrightness() > 0.5f)
                return true;

    return false;
}

juce::Image painted (const juce::String& words, int height)
{
    juce::Image image (juce::Image::RGB, width, height, true, juce::SoftwareImageType());
    juce::Graphics g (image);
    g.setColour (juce::Colours::white);
    g.setFont (ui::regularFont (ui::type::small));
    ui::paintRunningText (g, words, { width, height }, juce::Justification::topLeft);
    return image;
}

/** A little too long for one line, so that JUCE would squeeze it into that. */
juce::String slightlyTooLong()
{
    juce::String words ("It");

    while (juce::GlyphArrangement::getStringWidthInt (ui::regularFont (ui::type::small), words) <= width)
        words << " goes";

    return words;
}

bool differ (const juce::Image& a, const juce::Image& b)
{
    for (int y = 0; y < a.getHeight(); ++y)
        for (int x = 0; x < a.getWidth(); ++x)
            if (a.getPixelAt (x, y) != b.getPixelAt (x, y))
                return true;

    return false;
}

} // namespace

TEST_CASE ("Running text that is too long for a line goes on in the next", "[ui]")
{
    CHECK_FALSE (isInked (painted ("It goes", 40), 18, 40));
    CHECK (isInked (painted (slightlyTooLong(), 40), 14, 28));
    CHECK_FALSE (isInked (painted (slightlyTooLong(), 40), 30, 40));
}

TEST_CASE ("Running text says how high it is", "[ui]")
{
    const auto font = ui::regularFont (ui::type::small);
    const auto line = ui::heightOfRunningText ("It goes", font, width);
    CHECK (line >= 12);
    CHECK (line <= 15);
    CHECK (ui::heightOfRunningText (slightlyTooLong(), font, width) > line + 10);
    CHECK (ui::heightOfRunningText (slightlyTooLong(), font, 2 * width) == line);
    CHECK (ui::heightOfRunningText ({}, font, width) == 0);
}

TEST_CASE ("The hint of a field is seen although the field has the keyboard, as long as it is empty", "[ui]")
{
    Stage stage (1280, 800);
    const Shown window (*stage.view);

    for (const auto& [command, title] :
         { std::pair { "shortcuts", "Search the keys" }, { "find-cut", "A list of cuts" } })
    {
        CAPTURE (command);
        REQUIRE (run (*stage.workspace, command));
        auto* field = dynamic_cast<juce::TextEditor*> (stage.called (title));
        REQUIRE (field != nullptr);
        field->grabKeyboardFocus();
        REQUIRE (field->hasKeyboardFocus (false));
        field->setCaretVisible (false); // it blinks
        const auto hint = field->getTextToShowWhenEmpty();
        REQUIRE (hint.isNotEmpty());
        const auto shows = [&]
        {
            const auto snapshot = [&]
            {
                return field->createComponentSnapshot (
                    field->getLocalBounds(), true, 1, juce::SoftwareImageType());
            };
            ui::setHint (*field, hint);
            const auto with = snapshot();
            ui::setHint (*field, {});
            return differ (with, snapshot());
        };
        CHECK (shows());
        field->setText ("a", false);
        CHECK_FALSE (shows());
        REQUIRE (run (*stage.workspace, command));
    }
}

} // namespace earmark::tests
