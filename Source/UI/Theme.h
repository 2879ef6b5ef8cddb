// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Preferences.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <array>

namespace earmark::ui
{

/** Every colour of the window; nothing else in this room names one. */
struct Theme
{
    juce::Colour window, bar, panel, raised, well, edge, hairline;
    juce::Colour text, dimText, faintText;
    juce::Colour accent, onAccent; ///< markers, the main button
    juce::Colour selection, selectionEdge, hover, focus;
    juce::Colour good, warning, bad;
    juce::Colour playhead, pause, onset, candidate, range, shade;
    juce::Colour wave;                    ///< where no chapter is
    std::array<juce::Colour, 8> chapters; ///< in turn
    float chapterTint;                    ///< opacity of their ground

    juce::Colour chapter (std::size_t index) const { return chapters[index % chapters.size()]; }
};

/** From the one table of colours. */
const Theme& themeOf (ThemeName);

} // namespace earmark::ui
