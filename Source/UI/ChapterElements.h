// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace earmark::ui
{

/** What a screen reader finds of chapters that are painted, not made of components: for each that can be seen an element with its title,
    its start as a value that can be changed, and actions. They paint nothing and take no clicks. */
class ChapterElements final : public juce::Component, private juce::Timer
{
public:
    struct Place
    {
        ChapterId chapter;
        juce::Rectangle<int> area;
    };

    /** `places` tells which can be seen and where, in this component. */
    ChapterElements (Workspace&, const juce::String& title, std::function<std::vector<Place>()> places);
    ~ChapterElements() override;

    /** To be called when they may be elsewhere; they follow soon after, not in every frame of a zoom. */
    void invalidate() { startTimer (150); }

    /** At once. */
    void refresh();

    void resized() override { invalidate(); }

    /** Says that the selected chapter begins elsewhere now, soon after it was moved. Of the lists of one window, one has it. */
    std::function<void (const juce::String&)> announce;

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    class Element;

    Workspace& workspace;
    const std::function<std::vector<Place>()> places;
    std::vector<std::unique_ptr<Element>> elements;
    std::optional<std::pair<ChapterId, Position>> known; ///< the selected one, when last seen

    void announceMove();

    void timerCallback() override { refresh(); }

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ChapterElements)
};

} // namespace earmark::ui
