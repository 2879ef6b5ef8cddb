// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/Theme.h"

namespace earmark::ui
{

/** How the detail of the timeline is divided, from top to bottom. */
inline constexpr int rulerHeight = 22, flagHeight = 26;

void paintRuler (juce::Graphics&, const Theme&, const TimelineScale&, juce::Rectangle<int> area);

/** The grounds of the chapters, pauses, and the shade behind the audio, under the wave. */
void paintGround (juce::Graphics&, const Workspace&, const Theme&, juce::Rectangle<int> area);

/** Poles through `area`, whose top `flagHeight` pixels hold flags and titles; under them the marked range and candidates, over them the ghosts
    of a proposal. */
void paintFlags (juce::Graphics&, const Workspace&, const Theme&, juce::Rectangle<int> area);

} // namespace earmark::ui
