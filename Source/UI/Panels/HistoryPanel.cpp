// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"

namespace earmark::ui
{

namespace
{

class HistoryPanel final : public PanelFrame, private juce::ListBoxModel
{
public:
    explicit HistoryPanel (Workspace& w) : PanelFrame (w, tr ("Undo history")), list ({}, this)
    {
        addAndMakeVisible (list);
        list.setRowHeight (28);
        list.setOpaque (false);
        list.setColour (juce::ListBox::backgroundColourId, {});
        list.setTitle (tr ("Undo history"));
        list.setMouseClickGrabsKeyboardFocus (false);
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::document))
                {
                    list.updateContent();
                    list.repaint();
                    showCurrent();
                }
            });
        showCurrent();
    }

    void placeContent (juce::Rectangle<int> area) override { list.setBounds (area); }

private:
    juce::ListBox list;
    Workspace::Subscription subscription;

    void showCurrent() { list.selectRow (int (workspace.history().steps().current())); }

    int getNumRows() override { return int (workspace.history().steps().all().size()); }

    juce::String getNameForRow (int row) override
    {
        const auto& all = workspace.history().steps().all();
        return row >= 0 && std::size_t (row) < all.size() ? text (trMade (all[std::size_t (row)].name))
                                                          : juce::String();
    }

    void paintListBoxItem (int row, juce::Graphics& g, int width, int height, bool) override
    {
        const auto& t = Look::of (*this);
        const auto& steps = workspace.history().steps();
        const auto isCurrent = std::size_t (row) == steps.current();

        if (std::size_t (row) >= steps.all().size())
            return;

        if (isCurrent)
        {
            g.setColour (t.selection);
            g.fillRect (0, 0, width, height);
        }

        g.setColour (std::size_t (row) > steps.current() ? t.faintText : t.text);
        g.setFont (isCurrent ? boldFont (type::normal) : regularFont (type::normal));
        g.drawText (text (trMade (steps.all()[std::size_t (row)].name)),
                    14,
                    0,
                    width - 20,
                    height,
                    juce::Justification::centredLeft,
                    true);
    }

    /** By a click, or by the arrow keys. */
    void selectedRowsChanged (int row) override
    {
        if (row >= 0 && std::size_t (row) != workspace.history().steps().current())
            workspace.goToStep (std::size_t (row));
    }
};

} // namespace

std::unique_ptr<juce::Component> makeHistoryPanel (Workspace& w)
{
    return std::make_unique<HistoryPanel> (w);
}

} // namespace earmark::ui
