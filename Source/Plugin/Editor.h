// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/StateKeeper.h"
#include "Plugin/Wiring.h"
#include "UI/MainView.h"

#include <juce_audio_processors/juce_audio_processors.h>

namespace earmark
{

/** The plug-in's window: the same view as the app's. Wiring and keeper belong to the processor, so that a closed editor forgets
    nothing, nor its size. A file that plays stops with it: nobody sees any more that the host starts. */
class Editor final : public juce::AudioProcessorEditor
{
public:
    Editor (juce::AudioProcessor&, Wiring&, StateKeeper&);
    ~Editor() override;

    void resized() override;

private:
    Wiring& wiring;
    StateKeeper& keeper;
    ui::MainView view;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Editor)
};

} // namespace earmark
