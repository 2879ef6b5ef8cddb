// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/MoveList.h"

#include "Foundation/Timestamp.h"
#include "UI/Look.h"

namespace earmark::ui
{

MoveList::MoveList (Workspace& w) : workspace (w), list ({}, this)
{
    addAndMakeVisible (list);
    list.setTitle (tr ("What changes"));
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

MoveList::Line MoveList::lineOf (int row) const
{
    const auto& p = workspace.proposal();

    if (! p || row < 0)
        return {};

    const auto named = [] (const std::string& title)
    { return title.empty() ? tr ("untitled") : text (title); };
    auto i = std::size_t (row);

    // Whether the row is in the list that comes next; `i` counts from that list's begin.
    const auto isIn = [&i] (const auto& list)
    {
        if (i < list.size())
            return true;

        i -= list.size();
        return false;
    };

    if (isIn (p->moves))
    {
        const auto& move = p->moves[i];
        return { named (move.title),
                 text (formatTime (move.from)) + juce::String::fromUTF8 (" \u2192 ")
                     + text (formatTime (move.to))
                     + juce::String::formatted ("   %+.2f s", (move.to - move.from).seconds()) };
    }

    if (isIn (p->removed))
        return { named (p->removed[i]), tr ("removed"), Line::Tone::bad };

    if (isIn (p->added))
        return { named (p->added[i]), tr ("new"), Line::Tone::good };

    if (isIn (p->altered))
    {
        const auto& [before, after] = p->altered[i];
        return { named (after),
                 before == after  ? tr ("other texts change")
                 : before.empty() ? tr ("had no title")
                                  : tr ("was \u201c{}\u201d", before) };
    }

    return {};
}

juce::String MoveList::getNameForRow (int row)
{
    const auto line = lineOf (row);
    return line.title + ", " + line.what;
}

void MoveList::paintListBoxItem (int row, juce::Graphics& g, int width, int height, bool)
{
    const auto& t = Look::of (*this);
    const auto line = lineOf (row);

    if (line.title.isEmpty())
        return;

    juce::Rectangle<int> area (14, 3, width - 28, height - 6);
    const auto second = area.removeFromBottom (17);
    g.setColour (t.text);
    g.setFont (regularFont (type::normal));
    g.drawText (line.title, area, juce::Justification::centredLeft, true);
    g.setColour (line.tone == Line::Tone::good ? t.good : line.tone == Line::Tone::bad ? t.bad : t.dimText);
    g.setFont (tabularFont (type::small));
    g.drawText (line.what, second, juce::Justification::centredLeft, true);
    g.setColour (t.hairline);
    g.fillRect (14, height - 1, width - 28, 1);
}

} // namespace earmark::ui
