// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Editor.h"

#include <algorithm>

namespace earmark
{

namespace
{

constexpr int leastWidth = 640, leastHeight = 480, most = 4096;

} // namespace

Editor::Editor (juce::AudioProcessor& owner, Wiring& w, StateKeeper& k)
    : AudioProcessorEditor (owner), wiring (w), keeper (k), view (wiring.workspace())
{
    const auto [width, height] = keeper.editorSize();
    addAndMakeVisible (view);
    setResizable (true, true);
    setResizeLimits (leastWidth, leastHeight, most, most);

    if (width > 0 && height > 0)
        setSize (std::clamp (width, leastWidth, most), std::clamp (height, leastHeight, most));
    else
        setSize (1120, 720);
}

Editor::~Editor()
{
    wiring.workspace().playback().pauseFile();
}

void Editor::resized()
{
    view.fill (getLocalBounds());
    keeper.setEditorSize (getWidth(), getHeight());
}

} // namespace earmark
