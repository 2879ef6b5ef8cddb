// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/HostFiles.h"
#include "UI/Panels/MoveList.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

/** On the left what a host lets a plug-in do itself, on the right the file for all others. */
class HostPanel final : public PanelFrame
{
public:
    explicit HostPanel (Workspace& w)
        : PanelFrame (w, tr ("Markers for a DAW")), push (w, "host-push", Icon::flag, tr ("Set the markers")),
          pull (w, "host-pull", std::nullopt, tr ("Take over\u2026")),
          apply (w, "apply", Icon::check, tr ("Apply")), moves (w), files (w)
    {
        push.setMain (true);
        apply.setMain (true);
        regions.onClick = [this]
        {
            workspace.look ([this] (ViewState& v) { v.preferences.sendsRegions = regions.getToggleState(); });
        };

        osc.onClick = [this]
        { workspace.look ([this] (ViewState& v) { v.preferences.ardourByOsc = osc.getToggleState(); }); };

        for (auto* child : std::initializer_list<juce::Component*> { &push, &pull, &regions, &osc, &files })
            addAndMakeVisible (child);

        addChildComponent (apply);
        addChildComponent (moves);
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::document | Changed::panels | Changed::markers | Changed::keys))
                    refresh();
            });
        refresh();
    }

    void paint (juce::Graphics& g) override
    {
        PanelFrame::paint (g);
        const auto& t = Look::of (*this);
        g.setColour (t.hairline);
        g.fillRect (divider);
        g.setColour (t.text);
        g.setFont (boldFont (type::large));
        const auto* link = workspace.hostTimeline().link();
        g.drawText (link != nullptr ? tr ("{}\u2019s own timeline", link->host)
                                    : tr ("On the timeline itself"),
                    headline,
                    juce::Justification::centredLeft,
                    true);
        const auto& problem = workspace.proposalProblem();
        g.setColour (problem.empty() ? t.dimText : t.bad);
        g.setFont (regularFont (type::small));
        paintRunningText (
            g, problem.empty() ? whatIsSaid() : text (problem), says, juce::Justification::topLeft);
    }

private:
    CommandButton push, pull, apply;
    juce::ToggleButton regions { tr ("As regions") }, osc { tr ("Ardour takes them by OSC") };
    MoveList moves;
    HostFiles files;
    juce::Rectangle<int> divider, headline, says;
    juce::String waiting; ///< titles that have no place yet
    Workspace::Subscription subscription;

    juce::String whatThereIs() const
    {
        const auto* link = workspace.hostTimeline().link();

        if (link == nullptr && osc.isVisible())
            return tr (
                "Ardour takes markers by OSC from programs on this machine, once OSC is turned on in its "
                "Preferences, Control Surfaces. Or it gets a file.");

        if (link == nullptr)
            return workspace.isHosted()
                       ? tr ("This host keeps its timeline to itself: no plug-in may set markers there. It "
                             "gets "
                             "a file.")
                       : tr ("In REAPER the plug-in (VST3) sets the markers itself, and takes them over. All "
                             "others get a file.");

        if (const auto& proposal = workspace.proposal())
            return proposal->changesNothing() ? tr ("Nothing would change.")
                                              : tr ("The chapters would change like this:");

        juce::StringArray all;

        for (const auto& sentence : link->lacks)
            all.add (text (trMade (sentence)));

        if (all.isEmpty())
            all.add (
                tr ("Set once, the markers move along when they are set again. Others on the timeline stay "
                    "as they are."));

        return all.joinIntoString (" ");
    }

    /** Over a list of changes there is room for one line. */
    juce::String whatIsSaid() const
    {
        return workspace.proposal() ? whatThereIs() : (waiting + " " + whatThereIs()).trimStart();
    }

    void refresh()
    {
        const auto hasProposal = workspace.proposal() && ! workspace.proposal()->changesNothing();
        waiting = text (workspace.hostTimeline().whatWaits());
        regions.setToggleState (workspace.view().preferences.sendsRegions, juce::dontSendNotification);
        osc.setVisible (workspace.hostTimeline().mayTakeOsc());
        osc.setToggleState (workspace.view().preferences.ardourByOsc, juce::dontSendNotification);
        push.setMain (! hasProposal);
        apply.setVisible (hasProposal);
        moves.setVisible (hasProposal);

        for (auto* button : { &push, &pull, &apply })
            button->refresh();

        moves.refresh();
        files.refresh();
        resized();
        repaint();
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        auto right = area.removeFromRight (std::clamp (area.getWidth() * 45 / 100, 280, 440));
        divider = right.removeFromLeft (1);
        files.setBounds (right.reduced (16, 8));
        area.reduce (14, 8);
        headline = area.removeFromTop (24);
        area.removeFromTop (4);

        // In a low window what would change takes the place of the buttons that led to it.
        const auto* link = workspace.hostTimeline().link();
        const auto hasButtons = link != nullptr && (! moves.isVisible() || area.getHeight() >= 200);
        push.setVisible (hasButtons);
        pull.setVisible (hasButtons && link->markers);
        regions.setVisible (hasButtons && link->hasRegions);

        if (push.isVisible())
        {
            auto row = area.removeFromTop (32);
            push.setBounds (row.removeFromLeft (std::min (row.getWidth() / 2, push.bestWidth() + 16)));
            row.removeFromLeft (8);
            pull.setBounds (row.removeFromLeft (std::min (row.getWidth(), pull.bestWidth() + 16)));
            row.removeFromLeft (12);

            // In a narrow window it has a line of its own.
            if (regions.isVisible())
                regions.setBounds (row.getWidth() >= 110 ? row : area.removeFromTop (28));

            area.removeFromTop (6);
        }

        if (osc.isVisible())
        {
            osc.setBounds (area.removeFromTop (28));
            area.removeFromTop (6);
        }

        if (moves.isVisible())
        {
            apply.setBounds (area.removeFromBottom (32));
            area.removeFromBottom (4);
            says = area.removeFromTop (18);
            moves.setBounds (area.expanded (14, 0));
        }
        else
        {
            says = area;
        }
    }
};

} // namespace

std::unique_ptr<juce::Component> makeHostPanel (Workspace& w)
{
    return std::make_unique<HostPanel> (w);
}

} // namespace earmark::ui
