// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/PanelFrame.h"

#include "UI/KeyInput.h"
#include "UI/Look.h"

#include <utility>

namespace earmark::ui
{

namespace
{

/** Shorter than the time of work that a crash may take, together with the journal's delay. */
constexpr int typingPause = 600; // ms

} // namespace

PanelFrame::PanelFrame (Workspace& w, const juce::String& t, Title is)
    : workspace (w), title (t), titleIs (is), close (w, "escape", Icon::close)
{
    setTitle (title);
    addAndMakeVisible (close);
}

void PanelFrame::entitle (const juce::String& t)
{
    title = t;
    setTitle (title);
    repaint();
}

void PanelFrame::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.panel);
    g.setColour (t.bar);
    g.fillRect (0, 0, getWidth(), 38);
    g.setColour (t.hairline);
    g.fillRect (0, 37, getWidth(), 1);

    if (titleIs == Title::onlySpoken)
        return;

    g.setColour (t.text);
    g.setFont (boldFont (type::normal));
    g.drawText (
        title, getLocalBounds().removeFromTop (38).reduced (14, 0), juce::Justification::centredLeft, true);
}

void PanelFrame::resized()
{
    auto area = getLocalBounds();
    auto header = area.removeFromTop (38);
    close.setBounds (header.removeFromRight (40).reduced (5));
    placeHeader (header);
    placeContent (area);
}

//======================================================================================================
Field::Field (const juce::String& title, bool isMultiLine)
{
    setTitle (title);
    setMultiLine (isMultiLine, true);
    setReturnKeyStartsNewLine (isMultiLine);
    setTabKeyUsedAsCharacter (false);
    setScrollbarsShown (isMultiLine);

    if (isMultiLine)
        setIndents (7, 6);
    else
    {
        setIndents (7, 0);
        setJustification (juce::Justification::centredLeft);
    }

    addListener (this);
    lookAndFeelChanged();
}

void Field::show (const juce::String& content)
{
    if (content == getText())
    {
        shown = content;
        return;
    }

    if (isTyped)
        return;

    shown = content;
    setText (content, false);
    setCaretPosition (0); // the beginning of a long text tells more than its end
}

void Field::replaceWith (const juce::String& content)
{
    isTyped = false;
    stopTimer();
    show (content);
    atFirst = getText();
}

void Field::lookAndFeelChanged()
{
    applyFontToAllText (regularFont (type::normal));
    applyColourToAllText (Look::of (*this).text);
}

bool Field::keyPressed (const juce::KeyPress& key)
{
    if (key == juce::KeyPress::escapeKey)
    {
        setText (atFirst, true); // what follows the text goes back with it
        giveKeyboardBack (*this);
        return true;
    }

    // In one line Return is done; in several lines, with control.
    if (key.getKeyCode() == juce::KeyPress::returnKey
        && (! isMultiLine() || key.getModifiers().isCommandDown()))
    {
        if (onReturn)
            onReturn();

        giveKeyboardBack (*this);
        return isMultiLine() || ! (appliesPanel || key.getModifiers().isCommandDown());
    }

    return TextEditor::keyPressed (key);
}

void Field::focusGained (FocusChangeType how)
{
    TextEditor::focusGained (how);
    atFirst = getText();
}

void Field::focusLost (FocusChangeType how)
{
    TextEditor::focusLost (how);
    stopTimer();
    const auto isNews = std::exchange (isTyped, false) || getText() != shown;
    shown = getText();

    if (isNews && onDone)
        onDone();
}

void Field::textEditorTextChanged (juce::TextEditor&)
{
    isTyped = hasKeyboardFocus (true);

    if (isTyped && onPause)
        startTimer (typingPause);
}

void Field::timerCallback()
{
    stopTimer();

    if (getText() == shown)
        return;

    shown = getText();
    onPause();
}

void paintFieldLabel (juce::Graphics& g,
                      const juce::Component& owner,
                      const juce::String& label,
                      juce::Rectangle<int> area)
{
    g.setColour (Look::of (owner).faintText);
    g.setFont (regularFont (type::small));
    g.drawText (label, area, juce::Justification::centredLeft, true);
}

} // namespace earmark::ui
