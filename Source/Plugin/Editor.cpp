// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Editor.h"

namespace earmark
{

Editor::Editor (juce::AudioProcessor& owner, Wiring& wiring)
    : AudioProcessorEditor (owner), view (wiring.workspace(), true)
{
    addAndMakeVisible (view);
    setResizable (true, true);
    setResizeLimits (640, 480, 4096, 4096);
    setSize (1120, 720);
}

void Editor::resized()
{
    view.fill (getLocalBounds());
}

} // namespace earmark
