// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <array>

namespace earmark::ui
{

/** What is asked, with its answers as buttons: under the bar on top, in nobody's way. */
class PromptBar final : public juce::Component
{
public:
    explicit PromptBar (Workspace&);

    void paint (juce::Graphics&) override;
    void resized() override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    Workspace& workspace;
    juce::String question;
    std::array<juce::TextButton, 3> answers;
    juce::Rectangle<int> icon, says;
    Workspace::Subscription subscription;

    void refresh();
    juce::String keyOf (std::string_view command) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (PromptBar)
};

} // namespace earmark::ui
