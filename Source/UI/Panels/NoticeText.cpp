// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/NoticeText.h"

#include <algorithm>
#include <cmath>

namespace earmark::ui
{

juce::TextLayout layoutOf (const Notices& notices, const Theme& theme, int width)
{
    juce::AttributedString string;
    string.setWordWrap (juce::AttributedString::WordWrap::byWord);

    for (const auto& notice : notices)
        string.append (text (trMade (notice.message)) + "\n",
                       regularFont (type::small),
                       notice.grade == Notice::Grade::warning ? theme.warning : theme.dimText);

    juce::TextLayout layout;
    layout.createLayout (string, float (std::max (80, width)));
    return layout;
}

int heightOf (const juce::TextLayout& layout)
{
    return int (std::ceil (layout.getHeight()));
}

//======================================================================================================
NoticeView::NoticeView (const juce::String& title)
{
    setTitle (title);
    addAndMakeVisible (viewport);
    viewport.setViewedComponent (&content, false);
    viewport.setScrollBarsShown (true, false);
    viewport.setScrollBarThickness (10);
    viewport.setWantsKeyboardFocus (false);
}

void NoticeView::refresh()
{
    viewport.setBounds (getLocalBounds());

    if (layout == nullptr)
        return;

    const auto width = widthOfText (getWidth());
    content.shown = layout (width);
    content.setSize (width, heightOf (content.shown));
    content.repaint();
}

int NoticeView::heightFor (int width) const
{
    return layout != nullptr ? heightOf (layout (widthOfText (width))) : 0;
}

/** The bar has its room whether it is needed or not, so that the lines stay as they are. */
int NoticeView::widthOfText (int width) const
{
    return std::max (1, width - viewport.getScrollBarThickness());
}

} // namespace earmark::ui
