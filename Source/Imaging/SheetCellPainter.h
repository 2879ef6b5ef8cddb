// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Imaging/Palette.h"

namespace earmark
{

/** Of a cell on the sheet, in points. */
inline constexpr float cellWidth = 360;
inline constexpr float cellHeight = 152;

/** Draws one cell with its top left corner at the origin of the context. */
void paintCell (juce::Graphics&, const SheetCell&, const Palette&);

} // namespace earmark
