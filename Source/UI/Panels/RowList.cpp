// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/RowList.h"

#include "UI/Look.h"

#include <utility>

namespace earmark::ui
{

RowList::RowList (const juce::String& title, int rowHeight) : list (title, this)
{
    setTitle (title);
    addAndMakeVisible (list);
    list.setTitle (title);
    list.setRowHeight (rowHeight);
    list.setOpaque (false);
    list.setColour (juce::ListBox::backgroundColourId, {});
    list.setWantsKeyboardFocus (false);
}

void RowList::refresh (int chosen)
{
    list.updateContent();

    if (std::exchange (current, chosen) != chosen && chosen >= 0)
        list.scrollToEnsureRowIsOnscreen (chosen);

    list.repaint();
}

void RowList::setRowHeight (int height)
{
    if (list.getRowHeight() != height)
        list.setRowHeight (height);
}

void RowList::resized()
{
    list.setBounds (getLocalBounds());

    if (current >= 0)
        list.scrollToEnsureRowIsOnscreen (current);
}

juce::String RowList::getNameForRow (int row)
{
    return row >= 0 && row < getNumRows() ? nameOf (row) : juce::String();
}

juce::String RowList::getTooltipForRow (int row)
{
    return tipOf && row >= 0 && row < getNumRows() ? tipOf (row) : juce::String();
}

void RowList::paintListBoxItem (int row, juce::Graphics& g, int width, int height, bool)
{
    if (row < 0 || row >= getNumRows())
        return;

    const auto& t = Look::of (*this);

    if (row == current)
    {
        g.setColour (t.selection);
        g.fillRect (0, 0, width, height);
        g.setColour (t.accent);
        g.fillRect (0, 0, 3, height);
    }

    g.setColour (t.hairline);
    g.fillRect (0, height - 1, width, 1);
    paintRow (g, row, { 0, 0, width, height });
}

void RowList::listBoxItemClicked (int row, const juce::MouseEvent&)
{
    if (onChoose)
        onChoose (row);
}

} // namespace earmark::ui
