// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/CommandButton.h"

namespace earmark::ui
{

/** A panel with a title and a cross that closes it. */
class PanelFrame : public juce::Component
{
public:
    enum class Title
    {
        shown,
        onlySpoken ///< what stands in its place says it
    };

    PanelFrame (Workspace&, const juce::String& title, Title = Title::shown);

    void paint (juce::Graphics&) override;
    void resized() final;

protected:
    Workspace& workspace;

    /** Lays out what is under the title. */
    virtual void placeContent (juce::Rectangle<int>) = 0;

    /** What the panel is about is another thing now. */
    void entitle (const juce::String&);

    /** Lays out what stands in the title's place. */
    virtual void placeHeader (juce::Rectangle<int>) {}

private:
    juce::String title;
    const Title titleIs;
    CommandButton close;
};

/** A text field that gives the keyboard back on Return, and on Escape with what it said before. */
class Field final : public juce::TextEditor, private juce::TextEditor::Listener, private juce::Timer
{
public:
    explicit Field (const juce::String& title, bool isMultiLine = false);

    /** Unless it says so already, or is being typed in; leaves the caret alone. Tells nobody. */
    void show (const juce::String&);

    /** In place of what is being typed, too: something else has come by another way, and it is what Escape goes back to. Tells nobody. */
    void replaceWith (const juce::String&);

    /** The user has finished: the field has lost the keyboard, or Return was pressed. */
    std::function<void()> onDone;

    /** Return was pressed, in several lines with control, before the keyboard goes; nothing of it when that goes another way. May be
        empty. */
    std::function<void()> onReturn;

    /** The user types, and has stopped for a moment: so that a crash does not take a whole paragraph. May be empty. */
    std::function<void()> onPause;

    /** Does not get the keyboard when its panel opens, which is of use as it is. */
    bool isAside = false;

    /** Return goes on to the panel around it, whose preview shows what was typed, and applies it. (With control it does everywhere.) */
    bool appliesPanel = false;

    void lookAndFeelChanged() override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusGained (FocusChangeType) override;
    void focusLost (FocusChangeType) override;

private:
    juce::String shown;   ///< what the document has
    juce::String atFirst; ///< when the keyboard came
    bool isTyped = false; ///< since then

    void textEditorTextChanged (juce::TextEditor&) override;
    void timerCallback() override;
};

/** A label over or beside a field. */
void paintFieldLabel (juce::Graphics&,
                      const juce::Component& owner,
                      const juce::String&,
                      juce::Rectangle<int>);

} // namespace earmark::ui
