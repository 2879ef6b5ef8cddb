// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** The foot of the window: the last message on the left, the file on the right. */
class StatusBar final : public juce::Component, private juce::Timer
{
public:
    explicit StatusBar (Workspace&);

    void paint (juce::Graphics&) override;

private:
    Workspace& workspace;
    bool isFresh = false; ///< the message is not old yet
    int shownMessage = 0;
    bool isPlaying = false;
    bool hasPlayed = false; ///< something, so that an output was looked for
    Workspace::Subscription subscription;

    void lookForOutput();
    juce::String about() const;
    void timerCallback() override;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (StatusBar)
};

} // namespace earmark::ui
