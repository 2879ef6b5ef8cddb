// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/RunningText.h"

#include <algorithm>

// What lies over the window for a moment: menus and tips.

namespace earmark::ui
{

namespace
{

/** The longest menu has to fit a window of 900 by 600. */
constexpr int itemHeight = 20, separatorHeight = 9;

constexpr int tipMargin = 9, widestTip = 420;

} // namespace

juce::Font Look::getPopupMenuFont()
{
    return regularFont (type::normal);
}

void Look::getIdealPopupMenuItemSize (
    const juce::String& words, bool isSeparator, int wantedHeight, int& width, int& height)
{
    LookAndFeel_V4::getIdealPopupMenuItemSize (
        words, isSeparator, wantedHeight > 0 ? wantedHeight : itemHeight, width, height);

    if (isSeparator)
        height = separatorHeight;
}

void Look::drawPopupMenuBackgroundWithOptions (juce::Graphics& g,
                                               int width,
                                               int height,
                                               const juce::PopupMenu::Options&)
{
    g.fillAll (theme().bar);
    g.setColour (theme().edge);
    g.drawRect (0, 0, width, height);
}

void Look::drawPopupMenuItem (juce::Graphics& g,
                              const juce::Rectangle<int>& area,
                              bool isSeparator,
                              bool isActive,
                              bool isHighlighted,
                              bool isTicked,
                              bool hasSubMenu,
                              const juce::String& words,
                              const juce::String& key,
                              const juce::Drawable* icon,
                              const juce::Colour* colour)
{
    // JUCE's own keys are too small to be read.
    LookAndFeel_V4::drawPopupMenuItem (
        g, area, isSeparator, isActive, isHighlighted, isTicked, hasSubMenu, words, {}, icon, colour);
    g.setColour (theme().dimText.withMultipliedAlpha (isActive ? 1.0f : 0.6f));
    g.setFont (regularFont (type::small));
    g.drawText (key, area.reduced (tipMargin, 0), juce::Justification::centredRight, false);
}

juce::Rectangle<int>
Look::getTooltipBounds (const juce::String& tip, juce::Point<int> at, juce::Rectangle<int> parent)
{
    const auto font = regularFont (type::small);
    const auto widest = std::min (widestTip, parent.getWidth() - 2 * tipMargin);
    const auto width = std::min (widest, juce::GlyphArrangement::getStringWidthInt (font, tip) + 2);
    return juce::Rectangle<int> (
               at.x + 12, at.y + 16, width + 2 * tipMargin, heightOfRunningText (tip, font, width) + 13)
        .constrainedWithin (parent);
}

void Look::drawTooltip (juce::Graphics& g, const juce::String& tip, int width, int height)
{
    const juce::Rectangle<int> area (width, height);
    g.setColour (theme().raised);
    g.fillRect (area);
    g.setColour (theme().edge);
    g.drawRect (area, 1);
    g.setColour (theme().text);
    g.setFont (regularFont (type::small));
    paintRunningText (g, tip, area.reduced (tipMargin, 4), juce::Justification::centredLeft);
}

} // namespace earmark::ui
