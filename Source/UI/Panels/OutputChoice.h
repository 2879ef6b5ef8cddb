// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>

namespace earmark::ui
{

/** Where the sound is heard, to be chosen; and a word where that is nowhere. */
class OutputChoice final : public juce::Component
{
public:
    /** Only where the workspace's services can choose. */
    explicit OutputChoice (Workspace&);

    /** Another height is needed now. */
    std::function<void()> onHeightChange;

    int heightNeeded() const;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    Workspace& workspace;
    juce::ComboBox box;
    bool isHeard = true;

    void list();
    void choose();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (OutputChoice)
};

} // namespace earmark::ui
