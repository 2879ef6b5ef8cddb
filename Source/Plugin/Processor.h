// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>

namespace earmark
{

class Wiring;

/** The plug-in as a host sees it. Audio passes through it untouched and without latency: whatever else it does, it
    may be left on a track while the programme is rendered. */
class Processor final : public juce::AudioProcessor
{
public:
    Processor();
    ~Processor() override;

    const juce::String getName() const override { return "Earmark"; }

    /** Mono or stereo, the same on both sides. */
    bool isBusesLayoutSupported (const BusesLayout&) const override;

    void prepareToPlay (double, int) override {}

    void releaseResources() override {}

    /** A host that works in double precision would otherwise round to single on the way in. */
    bool supportsDoublePrecisionProcessing() const override { return true; }

    void processBlock (juce::AudioBuffer<float>&, juce::MidiBuffer&) override;
    void processBlock (juce::AudioBuffer<double>&, juce::MidiBuffer&) override;

    double getTailLengthSeconds() const override { return 0.0; }

    bool acceptsMidi() const override { return false; }

    bool producesMidi() const override { return false; }

    bool hasEditor() const override { return true; }

    int getNumPrograms() override { return 1; } // some hosts cannot stand none

    int getCurrentProgram() override { return 0; }

    void setCurrentProgram (int) override {}

    const juce::String getProgramName (int) override { return "Default"; }

    void changeProgramName (int, const juce::String&) override {}

    /** There is nothing to save: leaves the block empty, and takes whatever a host hands back. */
    void getStateInformation (juce::MemoryBlock&) override;

    void setStateInformation (const void*, int) override {}

private:
    std::unique_ptr<Wiring> wiring; ///< made with the first editor

    juce::AudioProcessorEditor* createEditor() override;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Processor)
};

} // namespace earmark
