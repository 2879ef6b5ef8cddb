// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/CommandButton.h"

#include <memory>
#include <vector>

namespace earmark::ui
{

/** What an empty window shows in the table's place: the ways to begin, and what was open lately. */
class Welcome final : public juce::Component
{
public:
    explicit Welcome (Workspace&);
    ~Welcome() override;

    void paint (juce::Graphics&) override;
    void resized() override;
    void visibilityChanged() override;

private:
    class Recent;

    Workspace& workspace;
    CommandButton open, paste;
    std::vector<std::unique_ptr<Recent>> recent;
    juce::Rectangle<int> heading, hint, recentHeading;
    Workspace::Subscription subscription;

    void refresh();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Welcome)
};

} // namespace earmark::ui
