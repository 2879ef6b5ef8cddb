// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/Wiring.h"
#include "UI/MainView.h"

#include <juce_audio_processors/juce_audio_processors.h>

namespace earmark
{

/** The plug-in's window: the same view as the app's. The wiring belongs to the processor, so that a closed editor forgets nothing. */
class Editor final : public juce::AudioProcessorEditor
{
public:
    Editor (juce::AudioProcessor&, Wiring&);

    void resized() override;

private:
    ui::MainView view;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Editor)
};

} // namespace earmark
