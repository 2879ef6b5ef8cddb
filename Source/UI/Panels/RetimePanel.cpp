// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/RetimePanel.h"

#include "UI/Look.h"
#include "UI/RunningText.h"

#include <algorithm>

namespace earmark::ui
{

RetimePanel::RetimePanel (Workspace& w, const juce::String& heading)
    : PanelFrame (w, heading), moves (w), apply (w, "apply", Icon::check, tr ("Apply"))
{
    apply.setMain (true);
    addAndMakeVisible (moves);
    addAndMakeVisible (apply);
    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (holds (c, Changed::document | Changed::selection | Changed::panels | Changed::media))
            {
                moves.refresh();
                apply.refresh();
                repaint();
            }

            // Where chapters, the selection or the range have changed, what is proposed has too.
            if (! isProposing && holds (c, Changed::document | Changed::selection | Changed::media))
                update();
        });
}

void RetimePanel::paint (juce::Graphics& g)
{
    PanelFrame::paint (g);
    const auto& t = Look::of (*this);

    for (const auto& [label, area] : labels)
        paintFieldLabel (g, *this, label, area);

    const auto& problem = workspace.proposalProblem();
    g.setColour (problem.empty() ? t.dimText : t.bad);
    g.setFont (regularFont (type::small));
    paintRunningText (
        g, problem.empty() ? whatHappens() : text (problem), says, juce::Justification::centredLeft);
}

juce::String RetimePanel::nothingToDo() const
{
    return tr ("Nothing would change.");
}

juce::String RetimePanel::whatHappens() const
{
    const auto& proposal = workspace.proposal();

    if (! proposal)
        return {};

    if (proposal->changesNothing())
        return nothingToDo();

    const auto titles = proposal->altered.size();

    if (titles > 0 && proposal->moves.empty() && proposal->removed.empty())
        return tr (titles, "{} title changes", "{} titles change") + ":";

    auto sentence = tr (proposal->moves.size(), "{} chapter moves", "{} chapters move");

    if (const auto gone = proposal->removed.size(); gone > 0)
        sentence << ", " << tr (gone, "{} goes", "{} go");

    return sentence + (proposal->remark.empty() ? juce::String (":") : ". " + text (proposal->remark));
}

void RetimePanel::update()
{
    const juce::ScopedValueSetter<bool> busy (isProposing, true);
    proposeNow();
}

bool RetimePanel::isSideBySide (const juce::Rectangle<int>& area)
{
    return area.getWidth() > 480;
}

void RetimePanel::row (juce::Rectangle<int>& area,
                       std::initializer_list<std::pair<juce::String, juce::Component*>> fields)
{
    const auto count = int (fields.size());
    const auto width = (area.getWidth() - gap * (count - 1)) / count;
    auto line = area.removeFromTop (labelHeight + fieldHeight);
    area.removeFromTop (gap);

    for (const auto& [label, field] : fields)
    {
        auto cell = line.removeFromLeft (width);
        line.removeFromLeft (gap);
        labels.emplace_back (label, cell.removeFromTop (labelHeight));
        field->setBounds (cell);
    }
}

void RetimePanel::rows (juce::Rectangle<int>& area,
                        std::initializer_list<std::pair<juce::String, juce::Component*>> fields)
{
    if (isSideBySide (area))
        return row (area, fields);

    for (const auto& field : fields)
        row (area, { field });
}

void RetimePanel::placeContent (juce::Rectangle<int> area)
{
    labels.clear();
    const auto isWide = isSideBySide (area);

    if (! isWide)
        apply.setBounds (area.removeFromBottom (50).reduced (14, 9));

    auto rest = placeForm (area.reduced (14, 10));
    says = rest.removeFromTop (isWide ? 34 : 40); // three lines, where they are short

    // Where there is little height the list of moves needs it.
    if (isWide)
    {
        apply.setBounds (says.removeFromRight (std::max (120, apply.bestWidth() + 24)).reduced (0, 1));
        says.removeFromRight (gap);
    }

    moves.setBounds (rest.expanded (14, 0));
}

} // namespace earmark::ui
