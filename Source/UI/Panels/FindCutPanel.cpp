// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RetimePanel.h"

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

    void lookAndFeelChanged() override
    {
        listed.setTextToShowWhenEmpty (tr ("A list of what was cut out: paste it, or drop its file"),
                                       Look::of (*this).faintText);
    }

    void parentHierarchyChanged() override { lookAndFeelChanged(); }

    void paint (juce::Graphics& g) override
    {
        RetimePanel::paint (g);
        g.setColour (Look::of (*this).text);
        g.setFont (regularFont (type::small));
        g.drawFittedText (sentence, told, juce::Justification::topLeft, 5);
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
        auto form = area.removeFromTop (sideBySide ? fieldHeight : known.empty() ? 68 : labelHeight);
        auto buttons = sideBySide      ? form.removeFromRight (shift.bestWidth() + gap + stretch.bestWidth())
                       : known.empty() ? area.removeFromTop (fieldHeight)
                                       : juce::Rectangle<int>();
        area.removeFromTop (gap);
        told = form.withTrimmedRight (sideBySide ? gap : 0);
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
