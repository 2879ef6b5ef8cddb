// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>

namespace earmark::ui
{

/** The lines of an import, each with what becomes of it and a box to leave it out; below them in full why the current one is to be checked.
    The keys come as commands, so that it never has the keyboard. */
class ImportLines final : public juce::Component, private juce::ListBoxModel
{
public:
    explicit ImportLines (Workspace&);

    /** Tells assistive programs which line is the current one, and what became of it. */
    std::function<void (const juce::String&)> announce;

    /** Looks at everything anew, and brings the current line into sight where it is another one. */
    void refresh();

    void resized() override;
    void paint (juce::Graphics&) override;

private:
    Workspace& workspace;
    juce::ListBox list;
    juce::Rectangle<int> foot;
    std::size_t shown = 0; ///< the current line
    juce::String said;     ///< of it

    /** Null for a row that is not there. */
    const LineFate* lineAt (int row) const;

    int getNumRows() override;
    juce::String getNameForRow (int) override;
    juce::String getTooltipForRow (int) override;
    void listBoxItemClicked (int row, const juce::MouseEvent&) override;
    void selectedRowsChanged (int row) override;
    void returnKeyPressed (int row) override;
    void toggle (int row);
    void announceLine();
    void paintListBoxItem (int row, juce::Graphics&, int width, int height, bool) override;
    void paintTexts (juce::Graphics&, const LineFate&, juce::Rectangle<int>);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ImportLines)
};

} // namespace earmark::ui
