// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <string>
#include <string_view>
#include <vector>

namespace earmark::ui
{

/** Commands by group, in as many columns as fit. A click on one, or Enter, waits for its new key. */
class KeySheet final : public juce::Component
{
public:
    explicit KeySheet (Workspace&);

    /** Lists those that commandSheet() finds. */
    void search (const std::string&);

    /** As high as it needs to be. */
    void place (int width);

    void paint (juce::Graphics&) override;

    void mouseMove (const juce::MouseEvent&) override { repaint(); }

    void mouseDown (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusGained (FocusChangeType) override;

    void focusLost (FocusChangeType) override { repaint(); }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    struct Line
    {
        std::string_view command, label; ///< no command: a group
        juce::Rectangle<int> place;
    };

    Workspace& workspace;
    std::string searched;
    std::vector<Line> lines;
    std::string_view waiting, chosen;

    bool choose (const Key&);
    void step (int by);
    void paintKeys (juce::Graphics&, std::string_view command, juce::Rectangle<int>& area) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (KeySheet)
};

} // namespace earmark::ui
