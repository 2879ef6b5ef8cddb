// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/FindingLink.h"

#include "Session/Actions.h"
#include "UI/Look.h"

namespace earmark::ui
{

FindingLink::FindingLink (Workspace& w, const WriteLine& l) : KeyButton ({}), workspace (w), line (l)
{
    setTitle (ui::text (line.text));
    setTooltip (line.chapters.size() == 1 ? tr ("Show the chapter in the table")
                                          : tr ("Show the chapters in the table"));
    setMouseCursor (juce::MouseCursor::PointingHandCursor);
}

void FindingLink::clicked()
{
    // This button goes with the panel, and its line with it.
    const auto chapters = line.chapters;
    actions::showChapters (workspace, chapters);
}

bool FindingLink::isFor (const WriteLine& other) const
{
    return line == other;
}

void FindingLink::paintButton (juce::Graphics& g, bool over, bool)
{
    const auto& t = Look::of (*this);

    if (over)
    {
        g.setColour (t.selectionEdge);
        g.fillRect (0, getHeight() - 1, getWidth(), 1);
    }

    if (hasKeyboardFocus (false))
    {
        g.setColour (t.focus);
        g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (1), 4, 2);
    }
}

} // namespace earmark::ui
