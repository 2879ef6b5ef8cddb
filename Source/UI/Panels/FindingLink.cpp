// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/FindingLink.h"

#include "Session/Actions.h"
#include "UI/Look.h"

namespace earmark::ui
{

FindingLink::FindingLink (Workspace& workspace, const WriteLine& l) : Button ({}), line (l)
{
    setTitle (ui::text (line.text));
    setTooltip (tr ("Show the chapter in the table"));
    setMouseCursor (juce::MouseCursor::PointingHandCursor);
    setMouseClickGrabsKeyboardFocus (false);
    onClick = [this, &workspace]
    {
        // This button goes with the panel, and must not be at work then.
        juce::MessageManager::callAsync (
            [&workspace, safe = SafePointer (this), chapters = line.chapters]
            {
                if (safe != nullptr)
                    actions::showChapters (workspace, chapters);
            });
    };
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
