// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RetimePanel.h"

namespace earmark::ui
{

namespace
{

class ShiftPanel final : public RetimePanel
{
public:
    explicit ShiftPanel (Workspace& w) : RetimePanel (w, tr ("Shift chapters"))
    {
        addAndMakeVisible (scope);
        scope.setTitle (tr ("Which"));
        scope.addItemList ({ tr ("All chapters"),
                             tr ("The selected chapters"),
                             tr ("From the selection on"),
                             tr ("In the marked stretch") },
                           1);

        actions::beginShiftForm (workspace);
        scope.setSelectedItemIndex (int (workspace.shiftForm.scope), juce::dontSendNotification);
        scope.onChange = [this]
        {
            workspace.shiftForm.scope = ShiftForm::Scope (scope.getSelectedItemIndex());
            update();
        };
        addAndMakeVisible (by);
        by.appliesPanel = true;
        by.show (text (workspace.shiftForm.by));
        by.onTextChange = [this]
        {
            workspace.shiftForm.by = utf8 (by.getText());
            update();
        };
        update();
    }

private:
    juce::ComboBox scope;
    Field by { tr ("By") };

    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override
    {
        rows (area,
              { { tr ("By, in seconds or like 1:02.5: positive is later"), &by }, { tr ("Which"), &scope } });
        return area;
    }

    void proposeNow() override { actions::proposeShift (workspace); }
};

class StretchPanel final : public RetimePanel
{
public:
    explicit StretchPanel (Workspace& w) : RetimePanel (w, tr ("Stretch between pins"))
    {
        addAndMakeVisible (pin);
        addAndMakeVisible (unpin);
        addAndMakeVisible (to);
        pin.onClick = [this] { pinFocused(); };
        to.onReturn = [this] { pinFocused(); };
        unpin.onClick = [this]
        {
            workspace.pinForm.erase (workspace.view().selection.focus);
            update();
            resized();
            repaint();
        };
        update();
    }

    void paint (juce::Graphics& g) override
    {
        RetimePanel::paint (g);
        const auto& t = Look::of (*this);
        auto area = pins;
        g.setFont (tabularFont (type::small));

        for (const auto& chapter : workspace.chapters())
            if (const auto found = workspace.pinForm.find (chapter.id);
                found != workspace.pinForm.end() && area.getHeight() >= pinHeight)
            {
                auto line = area.removeFromTop (pinHeight);
                g.setColour (t.good);
                g.drawText (text (formatTime (chapter.start)) + juce::String::fromUTF8 (" \u2192 ")
                                + text (found->second),
                            line.removeFromRight (130),
                            juce::Justification::centredRight,
                            true);
                g.setColour (t.text);
                g.drawText (text (chapter.title), line, juce::Justification::centredLeft, true);
            }
    }

private:
    Field to { tr ("Belongs at") };
    static constexpr int pinHeight = 20;
    juce::TextButton pin { tr ("Pin it") }, unpin { tr ("Unpin") };
    juce::Rectangle<int> pins;
    ChapterId shown = ChapterId::none;

    void pinFocused()
    {
        if (const auto* c = workspace.find (workspace.view().selection.focus))
            workspace.pinForm[c->id] = utf8 (to.getText());

        update();
        resized();
        repaint();
    }

    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override
    {
        const auto sideBySide = isSideBySide (area);
        auto beside = area.removeFromRight (sideBySide ? area.getWidth() / 2 : 0)
                          .withTrimmedTop (labelHeight)
                          .withTrimmedLeft (gap);
        rows (area, { { tr ("The selected chapter belongs at"), &to } });
        auto buttons = sideBySide ? beside.removeFromTop (fieldHeight) : area.removeFromTop (fieldHeight);
        pin.setBounds (buttons.removeFromLeft (buttons.getWidth() / 2 - 4));
        buttons.removeFromLeft (8);
        unpin.setBounds (buttons);

        if (sideBySide)
        {
            pins = area;
            return beside.withTrimmedTop (gap);
        }

        area.removeFromTop (gap);
        pins = area.removeFromTop (std::min (88, pinHeight * int (workspace.pinForm.size())));
        return area;
    }

    void proposeNow() override
    {
        const auto* focus = workspace.find (workspace.view().selection.focus);

        if (focus != nullptr && focus->id != shown)
        {
            shown = focus->id;
            const auto pinned = workspace.pinForm.find (focus->id);
            to.show (text (pinned != workspace.pinForm.end() ? pinned->second : formatTime (focus->start)));
        }

        actions::proposeStretch (workspace);
    }

    juce::String nothingToDo() const override
    {
        return workspace.pinForm.size() < 2 ? tr ("Pin two chapters or more, and say where they belong.")
                                            : RetimePanel::nothingToDo();
    }
};

class TimePanel final : public RetimePanel
{
public:
    explicit TimePanel (Workspace& w) : RetimePanel (w, tr ("Insert or remove time"))
    {
        addAndMakeVisible (kind);
        kind.setTitle (tr ("What happened to the audio"));
        kind.addItemList ({ tr ("Something was put in"), tr ("Something was cut out") }, 1);

        actions::beginTimeForm (workspace);
        kind.setSelectedItemIndex (workspace.timeForm.removes ? 1 : 0, juce::dontSendNotification);
        kind.onChange = [this]
        {
            workspace.timeForm.removes = kind.getSelectedItemIndex() == 1;
            update();
        };

        for (auto* field : { &at, &length })
        {
            addAndMakeVisible (field);
            field->appliesPanel = true;
            field->onTextChange = [this]
            {
                workspace.timeForm.at = utf8 (at.getText());
                workspace.timeForm.length = utf8 (length.getText());
                update();
            };
        }

        at.setText (text (workspace.timeForm.at), false);
        length.setText (text (workspace.timeForm.length), false);
        update();
    }

private:
    juce::ComboBox kind;
    Field length { tr ("How long") }, at { tr ("Where it begins") };

    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override
    {
        // In a narrow panel the list of moves needs the height.
        if (! isSideBySide (area))
        {
            row (area, { { tr ("How long"), &length }, { tr ("Where it begins"), &at } });
            row (area, { { tr ("What happened to the audio"), &kind } });
            return area;
        }

        row (area,
             { { tr ("How long"), &length },
               { tr ("Where it begins"), &at },
               { tr ("What happened to the audio"), &kind } });
        return area;
    }

    void proposeNow() override { actions::proposeTime (workspace); }
};

class SnapPanel final : public RetimePanel
{
public:
    explicit SnapPanel (Workspace& w) : RetimePanel (w, tr ("Snap all to where speech begins"))
    {
        addAndMakeVisible (lead);
        lead.appliesPanel = true;
        lead.isAside = true;
        lead.show (juce::String (w.view().preferences.lead.milliseconds (Rounding::nearest)));
        lead.onTextChange = [this]
        {
            typed = actions::setLead (workspace, utf8 (lead.getText()));
            update();
        };
        update();
    }

private:
    Field lead { tr ("Lead-in in milliseconds") };
    Result<void> typed; ///< in it

    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override
    {
        row (area, { { tr ("Lead-in: ms before speech begins, 0 to 500"), &lead } });
        return area;
    }

    void proposeNow() override
    {
        if (typed)
            actions::proposeSnaps (workspace);
        else
            workspace.propose (std::unexpected (typed.error()));
    }

    juce::String nothingToDo() const override
    {
        const auto hears = workspace.audio().file() || workspace.audio().peaks().length > 0;
        return hears ? tr ("Every marker is where speech begins, or nobody begins to speak clearly near it.")
                     : text (actions::sentenceOf (actions::whyNothingIsHeard (workspace)));
    }
};

class PlacePanel final : public RetimePanel
{
public:
    explicit PlacePanel (Workspace& w) : RetimePanel (w, tr ("Place titles at pauses")) { update(); }

private:
    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override { return area; }

    void proposeNow() override { actions::proposePlaces (workspace); }

    juce::String nothingToDo() const override
    {
        // In a host, too: what it has played so far need not have the longest pauses.
        if (! workspace.audio().file())
            return text (actions::sentenceOf (actions::Unheard::noAudio));

        return workspace.audio().peaks().complete
                   ? tr ("Every chapter has its place: none begins together with the one before.")
                   : tr ("The audio is still being read: its longest pauses are not known yet.");
    }
};

} // namespace

std::unique_ptr<juce::Component> makeRetimePanel (Workspace& w, Panel panel)
{
    if (panel == Panel::shift)
        return std::make_unique<ShiftPanel> (w);

    if (panel == Panel::stretch)
        return std::make_unique<StretchPanel> (w);

    if (panel == Panel::insertTime)
        return std::make_unique<TimePanel> (w);

    if (panel == Panel::placeAll)
        return std::make_unique<PlacePanel> (w);

    return std::make_unique<SnapPanel> (w);
}

} // namespace earmark::ui
