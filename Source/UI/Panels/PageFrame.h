// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/Panels/PanelFrame.h"
#include "UI/Theme.h"

#include <array>

namespace earmark::ui
{

/** A panel about writing, with tabs in place of a title that lead to the other panels about it. */
class PageFrame : public PanelFrame
{
public:
    /** `spoken` is a title for those who hear it. */
    PageFrame (Workspace& w, Panel own, const juce::String& spoken);

protected:
    /** To be called when the workspace has changed. */
    void refreshTabs();

private:
    std::array<CommandButton, 4> tabs;

    void placeHeader (juce::Rectangle<int>) final;
};

/** A sentence above a list or a form. */
void paintHeadline (juce::Graphics&, const juce::Component& owner, const juce::String&, juce::Rectangle<int>);

juce::Colour colourOf (WriteLine::Tone, const Theme&);

} // namespace earmark::ui
