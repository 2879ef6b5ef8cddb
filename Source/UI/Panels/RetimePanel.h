// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/Panels/MoveList.h"
#include "UI/Panels/PanelFrame.h"

namespace earmark::ui
{

/** A form on top, what it would do below, a button that does it. What is proposed shows in the timeline, too. */
class RetimePanel : public PanelFrame
{
public:
    RetimePanel (Workspace&, const juce::String& heading);

    void paint (juce::Graphics&) override;

protected:
    static constexpr int labelHeight = 18, fieldHeight = 30, gap = 8;

    /** The form, from the top of the area down; returns what is left. */
    virtual juce::Rectangle<int> placeForm (juce::Rectangle<int>) = 0;
    virtual void proposeNow() = 0;
    virtual juce::String nothingToDo() const;

    /** To be called when the form has changed. */
    void update();

    /** A low window is wide. */
    static bool isSideBySide (const juce::Rectangle<int>&);

    /** One below the other, or side by side; takes them off the area. */
    void rows (juce::Rectangle<int>& area,
               std::initializer_list<std::pair<juce::String, juce::Component*>> fields);

    /** Side by side, whatever the width. */
    void row (juce::Rectangle<int>& area,
              std::initializer_list<std::pair<juce::String, juce::Component*>> fields);

private:
    std::vector<std::pair<juce::String, juce::Rectangle<int>>> labels;
    MoveList moves;
    CommandButton apply;
    juce::Rectangle<int> says;
    bool isProposing = false;
    Workspace::Subscription subscription;

    juce::String whatHappens() const;
    void placeContent (juce::Rectangle<int>) final;
};

} // namespace earmark::ui
