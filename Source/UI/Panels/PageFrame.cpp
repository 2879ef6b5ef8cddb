// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/PageFrame.h"

#include "UI/Look.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

constexpr std::array pages { Panel::write, Panel::players, Panel::documents, Panel::watch };

} // namespace

PageFrame::PageFrame (Workspace& w, Panel own, const juce::String& spoken)
    : PanelFrame (w, spoken, Title::onlySpoken),
      tabs { CommandButton (w, "write", Icon::write, tr ("Audio files")),
             CommandButton (w, "players", Icon::eye, tr ("Players")),
             CommandButton (w, "export", Icon::exportFile, tr ("Documents")),
             CommandButton (w, "watch", Icon::follow, tr ("Watched folder")) }
{
    for (std::size_t i = 0; i < tabs.size(); ++i)
    {
        const auto isOwn = pages[i] == own;
        addAndMakeVisible (tabs[i]);
        tabs[i].setToggleState (isOwn, juce::dontSendNotification);

        // Its command would close it.
        tabs[i].setWantsKeyboardFocus (! isOwn);
        tabs[i].setInterceptsMouseClicks (! isOwn, false);
    }
}

void PageFrame::refreshTabs()
{
    for (auto& tab : tabs)
        tab.refresh();
}

void PageFrame::placeHeader (juce::Rectangle<int> area)
{
    area = area.withTrimmedLeft (10).reduced (0, 5);
    int wanted = 0;

    for (const auto& tab : tabs)
        wanted += tab.bestWidth() + 4;

    const auto hasRoom = wanted <= area.getWidth();

    for (auto& tab : tabs)
    {
        tab.setBounds (area.removeFromLeft (hasRoom ? tab.bestWidth() : 36));
        area.removeFromLeft (4);
    }
}

void paintHeadline (juce::Graphics& g,
                    const juce::Component& owner,
                    const juce::String& headline,
                    juce::Rectangle<int> area)
{
    g.setFont (boldFont (type::large));
    g.setColour (Look::of (owner).text);
    paintRunningText (g, headline, area, juce::Justification::centredLeft);
}

juce::Colour colourOf (WriteLine::Tone tone, const Theme& t)
{
    switch (tone)
    {
        case WriteLine::Tone::plain:
            break;
        case WriteLine::Tone::quiet:
            return t.dimText;
        case WriteLine::Tone::good:
            return t.good;
        case WriteLine::Tone::warning:
            return t.warning;
        case WriteLine::Tone::bad:
            return t.bad;
    }

    return t.text;
}

} // namespace earmark::ui
