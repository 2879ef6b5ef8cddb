// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Table/FilterBar.h"

#include "UI/Look.h"

namespace earmark::ui
{

FilterBar::FilterBar (Workspace& w) : workspace (w)
{
    addAndMakeVisible (filter);
    filter.setIndents (8, 0);
    filter.setJustification (juce::Justification::centredLeft);
    filter.setTitle (tr ("Filter"));
    filter.onTextChange = [this]
    { workspace.look ([&] (ViewState& v) { v.filter = utf8 (filter.getText()); }); };
    filter.onEscapeKey = [this]
    {
        filter.setText ({});

        if (auto* parent = getParentComponent())
            parent->grabKeyboardFocus();
    };
    filter.onReturnKey = [this]
    {
        if (auto* parent = getParentComponent())
            parent->grabKeyboardFocus();
    };

    const auto add = [&] (std::string_view id, const juce::String& label)
    {
        buttons.push_back (std::make_unique<CommandButton> (workspace, id, std::nullopt, label));
        addAndMakeVisible (*buttons.back());
    };
    add ("shift", tr ("Shift"));
    add ("stretch", tr ("Stretch"));
    add ("insert-time", tr ("Insert time"));
    add ("snap-all", tr ("Snap all"));
    add ("slide-up", tr ("\u2191 Titles"));
    add ("slide-down", tr ("\u2193 Titles"));

    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (holds (c, Changed::document | Changed::selection | Changed::media | Changed::keys))
                for (auto& button : buttons)
                    button->refresh();

            if (holds (c, Changed::keys))
                lookAndFeelChanged();

            // Escape and another project take the filter away; what is being typed is ahead of the view.
            if (holds (c, Changed::panels) && ! filter.hasKeyboardFocus (true)
                && utf8 (filter.getText()) != workspace.view().filter)
                filter.setText (text (workspace.view().filter), false);
        });
    lookAndFeelChanged();
}

void FilterBar::lookAndFeelChanged()
{
    filter.applyFontToAllText (regularFont (type::small));
    filter.applyColourToAllText (Look::of (*this).text);
    auto hint = tr ("Filter\u2026");

    if (const auto keys = workspace.keys().keysOf ("filter"); ! keys.empty())
        hint << "  (" << text (describe (keys.front())) << ")";

    setHint (filter, hint);
}

void FilterBar::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.panel);
    g.setColour (t.hairline);
    g.fillRect (0, getHeight() - 1, getWidth(), 1);
}

void FilterBar::resized()
{
    auto area = getLocalBounds().reduced (8, 6);
    filter.setBounds (area.removeFromLeft (std::clamp (area.getWidth() / 3, 120, 260)));
    area.removeFromLeft (10);

    for (auto& button : buttons)
    {
        const auto width = button->bestWidth();
        button->setVisible (width <= area.getWidth());
        button->setBounds (area.removeFromLeft (width));
        area.removeFromLeft (4);
    }
}

} // namespace earmark::ui
