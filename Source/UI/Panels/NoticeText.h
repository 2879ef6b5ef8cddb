// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "UI/Look.h"

namespace earmark::ui
{

/** What was noticed, one below the other, warnings in their colour, in lines of at most so many pixels. */
juce::TextLayout layoutOf (const Notices&, const Theme&, int width);

/** In whole pixels; none for no text. */
int heightOf (const juce::TextLayout&);

} // namespace earmark::ui
