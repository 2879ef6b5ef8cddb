// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Processor.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>
#include <vector>

// What the plug-in costs on the audio thread beside a JUCE plug-in that does nothing, in nanoseconds for each block of stereo at 48 kHz.
// The two take turns, and each is judged by its median, so that what else the machine does falls on both.

namespace
{

using namespace earmark;

struct Empty final : juce::AudioProcessor
{
    const juce::String getName() const override { return "Empty"; }

    void prepareToPlay (double, int) override {}

    void releaseResources() override {}

    void processBlock (juce::AudioBuffer<float>&, juce::MidiBuffer&) override {}

    double getTailLengthSeconds() const override { return 0; }

    bool acceptsMidi() const override { return false; }

    bool producesMidi() const override { return false; }

    juce::AudioProcessorEditor* createEditor() override { return nullptr; }

    bool hasEditor() const override { return false; }

    int getNumPrograms() override { return 1; }

    int getCurrentProgram() override { return 0; }

    void setCurrentProgram (int) override {}

    const juce::String getProgramName (int) override { return {}; }

    void changeProgramName (int, const juce::String&) override {}

    void getStateInformation (juce::MemoryBlock&) override {}

    void setStateInformation (const void*, int) override {}
};

/** A host that plays. */
struct Head final : juce::AudioPlayHead
{
    PositionInfo info;

    juce::Optional<PositionInfo> getPosition() const override { return info; }
};

double nanosecondsOf (juce::AudioProcessor& plugin, Head& head, juce::AudioBuffer<float>& audio, int blocks)
{
    juce::MidiBuffer midi;
    auto at = *head.info.getTimeInSamples();
    const auto begin = std::chrono::steady_clock::now();

    for (int i = 0; i < blocks; ++i)
    {
        head.info.setTimeInSamples (at);
        plugin.processBlock (audio, midi);
        at += audio.getNumSamples();
    }

    head.info.setTimeInSamples (at % (48000ll * 3600));
    return std::chrono::duration<double, std::nano> (std::chrono::steady_clock::now() - begin).count()
           / blocks;
}

double median (std::vector<double> values)
{
    std::ranges::sort (values);
    return values[values.size() / 2];
}

} // namespace

int main()
{
    const juce::ScopedJuceInitialiser_GUI juce;
    Processor earmark;
    Empty empty;
    Head heads[2];
    juce::AudioProcessor* plugins[] { &earmark, &empty };

    for (int p = 0; p < 2; ++p)
    {
        heads[p].info.setIsPlaying (true);
        heads[p].info.setTimeInSamples (0);
        plugins[p]->setPlayHead (&heads[p]);
        plugins[p]->setRateAndBufferSizeDetails (48000, 2048);
        plugins[p]->prepareToPlay (48000, 2048);
    }

    std::mt19937 random (1);

    for (const auto length : { 64, 128, 256, 512, 1024, 2048 })
    {
        juce::AudioBuffer<float> audio (2, length);

        for (int c = 0; c < 2; ++c)
            for (int i = 0; i < length; ++i)
                audio.setSample (c, i, float (random()) / 4294967296.0f - 0.5f);

        std::vector<double> times[2];

        for (int round = 0; round < 101; ++round)
        {
            for (int p = 0; p < 2; ++p)
                times[p].push_back (nanosecondsOf (*plugins[p], heads[p], audio, 200));

            // A host that is so fast would fill the queue of peaks before it is emptied, and a full one costs less.
            std::this_thread::sleep_for (std::chrono::milliseconds (5));
        }

        std::printf ("%d %.0f %.0f\n", length, median (times[0]), median (times[1]));
    }
}
