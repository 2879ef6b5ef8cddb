// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/CommandButton.h"

namespace earmark::ui
{

/** Over the table: the filter, and the edits of what is selected. */
class FilterBar final : public juce::Component
{
public:
    explicit FilterBar (Workspace&);

    void beginTyping() { filter.grabKeyboardFocus(); }

    void paint (juce::Graphics&) override;
    void resized() override;
    void lookAndFeelChanged() override;

    /** The theme is the window's. */
    void parentHierarchyChanged() override { lookAndFeelChanged(); }

private:
    Workspace& workspace;
    juce::TextEditor filter;
    std::vector<std::unique_ptr<CommandButton>> buttons;
    Workspace::Subscription subscription;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (FilterBar)
};

} // namespace earmark::ui
