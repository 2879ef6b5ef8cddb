// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** A button that Space presses as Return does, so that it does not play while a button has the keyboard. By Tab it can be reached; a click
    leaves the keyboard where it was. */
class KeyButton : public juce::Button
{
public:
    explicit KeyButton (const juce::String& label) : Button (label)
    {
        setWantsKeyboardFocus (true);
        setMouseClickGrabsKeyboardFocus (false);
    }

    bool keyPressed (const juce::KeyPress& key) override
    {
        if (key != juce::KeyPress (juce::KeyPress::spaceKey))
            return Button::keyPressed (key);

        triggerClick();
        return true;
    }

private:
    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (KeyButton)
};

} // namespace earmark::ui
