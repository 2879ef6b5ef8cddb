// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/CommandButton.h"

namespace earmark::ui
{

/** A panel with a title and a cross that closes it. */
class PanelFrame : public juce::Component
{
public:
    PanelFrame (Workspace&, const juce::String& title);

    void paint (juce::Graphics&) override;
    void resized() final;

protected:
    Workspace& workspace;

    /** Lays out what is under the title. */
    virtual void placeContent (juce::Rectangle<int>) = 0;

private:
    const juce::String title;
    CommandButton close;
};

/** A text field that tells every change at once, and gives the keyboard back on Escape or Return. */
class Field final : public juce::TextEditor
{
public:
    explicit Field (const juce::String& title, bool isMultiLine = false);

    /** Unless it says so already; leaves the caret alone. Tells nobody. */
    void show (const juce::String&);

    /** The user has finished: the field has lost the keyboard, or Return was pressed. */
    std::function<void()> onDone;

    void lookAndFeelChanged() override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusLost (FocusChangeType) override;

private:
    juce::String shown;

    void leave();
};

/** A label over or beside a field. */
void paintFieldLabel (juce::Graphics&,
                      const juce::Component& owner,
                      const juce::String&,
                      juce::Rectangle<int>);

} // namespace earmark::ui
