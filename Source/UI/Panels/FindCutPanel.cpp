// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RetimePanel.h"
#include "UI/RunningText.h"

#include <algorithm>
#include <string>

namespace earmark::ui
{

namespace
{

/** What makes the audio longer or shorter than the chapters expect, and the moves that take it out of their times. */
class FindCutPanel final : public RetimePanel
{
public:
    explicit FindCutPanel (Workspace& w)
        : RetimePanel (w, tr ("Find the cut")), shift (w, "shift", std::nullopt, tr ("Shift\u2026")),
          stretch (w, "stretch", std::nullopt, tr ("Stretch\u2026"))
    {
        addAndMakeVisible (shift);
        addAndMakeVisible (stretch);
        addAndMakeVisible (listed);
        setHint (listed, tr ("A list of what was cut out: paste it, or drop its file"));
        listed.onTextChange = [this]
        {
            known = utf8 (listed.getText());

            if (known != workspace.listedCuts())
                workspace.listCuts (known);
        };
        update();

        // What is found needs no typing; else the list is what there is to do, and its letters are no commands.
        const auto& found = workspace.proposal();
        listed.isAside = found && ! found->changesNothing();
    }

    void paint (juce::Graphics& g) override
    {
        RetimePanel::paint (g);
        g.setColour (Look::of (*this).text);
        g.setFont (regularFont (type::small));
        paintRunningText (g, sentence, told, juce::Justification::topLeft);
    }

private:
    juce::String sentence;
    juce::Rectangle<int> told;
    CommandButton shift, stretch; // where no one place explains it
    Field listed { tr ("A list of cuts"), true };
    std::string known; // the list that is or was in the field; another one was pasted or dropped

    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override
    {
        const auto sideBySide = isSideBySide (area);
        const auto buttonsWidth = shift.bestWidth() + gap + stretch.bestWidth();
        const auto width = area.getWidth() - (sideBySide ? buttonsWidth + gap : 0);
        const auto needed = heightOfRunningText (sentence, regularFont (type::small), width);
        auto form = area.removeFromTop (std::max (needed, sideBySide ? fieldHeight : labelHeight));
        told = form.withWidth (width);
        area.removeFromTop (gap);
        juce::Rectangle<int> buttons;

        if (sideBySide)
            buttons = form.removeFromRight (buttonsWidth).withHeight (fieldHeight);
        else if (known.empty())
        {
            buttons = area.removeFromTop (fieldHeight);
            area.removeFromTop (gap);
        }

        stretch.setBounds (buttons.removeFromRight (stretch.bestWidth()));
        buttons.removeFromRight (gap);
        shift.setBounds (buttons.removeFromRight (shift.bestWidth()));
        listed.setBounds (area.removeFromTop (sideBySide ? fieldHeight : 2 * fieldHeight));
        area.removeFromTop (gap);
        return area;
    }

    void proposeNow() override
    {
        if (known != workspace.listedCuts())
        {
            known = workspace.listedCuts();
            listed.replaceWith (text (known));
        }

        sentence = workspace.listedCuts().empty() ? text (workspace.cutFinder().finding().sentence)
                                                  : tr ("What the list says is taken out of all times.");
        setDescription (sentence); // it is painted, and has to be heard as well
        shift.setVisible (known.empty());
        stretch.setVisible (known.empty());
        resized(); // what a list moves needs the room
        actions::proposeCut (workspace);
    }
};

} // namespace

std::unique_ptr<juce::Component> makeFindCutPanel (Workspace& w)
{
    return std::make_unique<FindCutPanel> (w);
}

} // namespace earmark::ui
