// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Imaging/ContactSheet.h"

#include <juce_graphics/juce_graphics.h>

namespace earmark
{

/** The colours of the contact sheet. */
struct Palette
{
    juce::Colour page, cell, cellEdge, text, faintText, grid, outerWave, innerWave, marker, onset, other,
        warning;
};

const Palette& paletteOf (SheetTheme);

/** The typefaces that come with Earmark, so that sheets look the same everywhere. Other scripts come from the system. */
juce::Font regularFont (float height);
juce::Font boldFont (float height);

} // namespace earmark
