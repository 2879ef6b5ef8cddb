// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** What a proposal would do: a line for each chapter that moves, comes, goes or changes. */
class MoveList final : public juce::Component, private juce::ListBoxModel
{
public:
    explicit MoveList (Workspace&);

    void refresh();

    void resized() override { list.setBounds (getLocalBounds()); }

private:
    Workspace& workspace;
    juce::ListBox list;

    struct Line
    {
        enum class Tone
        {
            plain,
            good,
            bad
        };

        juce::String title, what;
        Tone tone = Tone::plain;
    };

    Line lineOf (int row) const;
    int getNumRows() override;
    juce::String getNameForRow (int row) override;
    void paintListBoxItem (int row, juce::Graphics&, int width, int height, bool) override;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (MoveList)
};

} // namespace earmark::ui
