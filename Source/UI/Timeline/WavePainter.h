// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/Theme.h"

namespace earmark::ui
{

/** The waveform of what a scale shows, each chapter in its colour. Fills `area`, whose width is the scale's. `gain` is 1 for full
    scale at the edges. */
void paintWave (juce::Graphics&,
                const Workspace&,
                const Theme&,
                const TimelineScale&,
                juce::Rectangle<int> area,
                float gain);

/** How much louder than it is a file is drawn, so that quiet ones are seen as well: up to 12 dB. */
float displayGain (const PeakMap&);

} // namespace earmark::ui
