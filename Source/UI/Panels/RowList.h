// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>

namespace earmark::ui
{

/** A list of painted rows. Chosen from by a click; the arrow keys come as commands, so that it never has the keyboard. */
class RowList final : public juce::Component, private juce::ListBoxModel
{
public:
    RowList (const juce::String& title, int rowHeight);

    std::function<int()> count;
    std::function<juce::String (int row)> nameOf; ///< for those who hear it
    std::function<juce::String (int row)> tipOf;  ///< what a row may be too short for; may be empty
    std::function<void (juce::Graphics&, int row, juce::Rectangle<int>)> paintRow;
    std::function<void (int row)> onChoose; ///< may be empty: nothing is chosen

    /** Looks at everything anew, and brings the chosen row into sight; -1 for none. */
    void refresh (int chosen = -1);

    void setRowHeight (int);

    void resized() override;

private:
    juce::ListBox list;
    int current = -1;

    int getNumRows() override { return count ? count() : 0; }

    juce::String getNameForRow (int) override;
    juce::String getTooltipForRow (int) override;
    void paintListBoxItem (int, juce::Graphics&, int width, int height, bool) override;
    void listBoxItemClicked (int, const juce::MouseEvent&) override;
};

} // namespace earmark::ui
