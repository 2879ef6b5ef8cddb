// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/MoveList.h"

#include "Foundation/Timestamp.h"
#include "UI/Look.h"

namespace earmark::ui
{

MoveList::MoveList (Workspace& w) : workspace (w), list ("Changes", this)
{
    addAndMakeVisible (list);
    list.setRowHeight (42);
    list.setColour (juce::ListBox::backgroundColourId, {});
    list.setOpaque (false);
    list.setWantsKeyboardFocus (false);
}

void MoveList::refresh()
{
    list.updateContent();
    list.repaint();
}

int MoveList::getNumRows()
{
    const auto& p = workspace.proposal();
    return p ? int (p->moves.size() + p->removed.size() + p->added.size() + p->altered.size()) : 0;
}

void MoveList::paintListBoxItem (int row, juce::Graphics& g, int width, int height, bool)
{
    const auto& t = Look::of (*this);
    const auto& p = workspace.proposal();

    if (! p || row < 0 || row >= getNumRows())
        return;

    juce::Rectangle<int> area (14, 3, width - 28, height - 6);
    auto second = area.removeFromBottom (17);
    auto i = std::size_t (row);
    std::string title;
    juce::String what;
    auto colour = t.dimText;

    if (i < p->moves.size())
    {
        const auto& move = p->moves[i];
        title = move.title;
        what = text (formatTime (move.from)) + juce::String::fromUTF8 (" \u2192 ")
               + text (formatTime (move.to))
               + juce::String::formatted ("   %+.2f s", (move.to - move.from).seconds());
    }
    else if ((i -= p->moves.size()) < p->removed.size())
    {
        title = p->removed[i];
        what = "removed";
        colour = t.bad;
    }
    else if ((i -= p->removed.size()) < p->added.size())
    {
        title = p->added[i];
        what = "new";
        colour = t.good;
    }
    else if ((i -= p->added.size()) < p->altered.size())
    {
        title = p->altered[i];
        what = "texts change";
    }

    g.setColour (t.text);
    g.setFont (regularFont (type::normal));
    g.drawText (title.empty() ? juce::String ("untitled") : text (title),
                area,
                juce::Justification::centredLeft,
                true);
    g.setColour (colour);
    g.setFont (tabularFont (type::small));
    g.drawText (what, second, juce::Justification::centredLeft, true);
    g.setColour (t.hairline);
    g.fillRect (14, height - 1, width - 28, 1);
}

} // namespace earmark::ui
