// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** A sentence in the graphics' font and colour, in as many lines as there is room for and never in narrower letters. Where that is not
    enough they become a little smaller, and what still finds no room ends in three dots. */
void paintRunningText (juce::Graphics&, const juce::String&, juce::Rectangle<int>, juce::Justification);

/** In lines of that width, with nothing left out. */
int heightOfRunningText (const juce::String&, const juce::Font&, int width);

} // namespace earmark::ui
