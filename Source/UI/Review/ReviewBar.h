// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/CommandButton.h"
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"

#include <array>

namespace earmark::ui
{

/** While a review goes on: which chapter it is at, the candidates with their keys, nudges, and how much is done. */
class ReviewBar final : public juce::Component
{
public:
    explicit ReviewBar (Workspace&);

    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;

private:
    Workspace& workspace;
    CommandButton previous, again, earlier1000, earlier100, earlier, later, later100, later1000, snap, next,
        accept;
    Field before { tr ("Seconds before the marker") }, after { tr ("Seconds after the marker") };
    juce::Rectangle<int> heading, chips, progress;
    std::vector<juce::Rectangle<int>> chipPlaces;
    Workspace::Subscription subscription;

    std::array<CommandButton*, 11> buttons();
    void showRolls();
    void placeChips();
    juce::String chipText (std::size_t) const;
    void paintHeading (juce::Graphics&, const Chapter&, const ReviewProgress&) const;
    void paintChips (juce::Graphics&, const Chapter&) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ReviewBar)
};

} // namespace earmark::ui
