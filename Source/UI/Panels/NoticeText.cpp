// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/NoticeText.h"

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

} // namespace earmark::ui
