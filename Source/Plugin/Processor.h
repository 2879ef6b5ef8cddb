// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/HostTap.h"
#include "Plugin/HostEar.h"
#include "Plugin/RenderWaiter.h"
#include "Plugin/StateKeeper.h"
#include "Session/Workspace.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>
#include <optional>

namespace earmark
{

class HostAccess;
class Wiring;

/** The plug-in as a host sees it. Audio passes through it untouched and without latency: whatever else it does, it
    may be left on a track while the programme is rendered. docs/hosts.md says which thread does what. */
class Processor final : public juce::AudioProcessor, private juce::AsyncUpdater
{
public:
    Processor();
    ~Processor() override;

    const juce::String getName() const override { return "Earmark"; }

    /** Any, the same on both sides. */
    bool isBusesLayoutSupported (const BusesLayout&) const override;

    void prepareToPlay (double, int) override;

    void releaseResources() override {}

    /** A host that works in double precision would otherwise round to single on the way in. */
    bool supportsDoublePrecisionProcessing() const override { return true; }

    void processBlock (juce::AudioBuffer<float>&, juce::MidiBuffer&) override;
    void processBlock (juce::AudioBuffer<double>&, juce::MidiBuffer&) override;

    /** Bypassed or not makes no difference to the audio, and none to the time. */
    void processBlockBypassed (juce::AudioBuffer<float>&, juce::MidiBuffer&) override;
    void processBlockBypassed (juce::AudioBuffer<double>&, juce::MidiBuffer&) override;

    double getTailLengthSeconds() const override { return 0.0; }

    bool acceptsMidi() const override { return false; }

    bool producesMidi() const override { return false; }

    bool hasEditor() const override { return true; }

    int getNumPrograms() override { return 1; } // some hosts cannot stand none

    int getCurrentProgram() override { return 0; }

    void setCurrentProgram (int) override {}

    const juce::String getProgramName (int) override { return "Default"; }

    void changeProgramName (int, const juce::String&) override {}

    /** Both from any thread, at any time. What was set is what the next get gives, also before the message thread knows it. */
    void getStateInformation (juce::MemoryBlock&) override;
    void setStateInformation (const void*, int) override;

    juce::VST3ClientExtensions* getVST3ClientExtensions() override;

    /** Message thread: takes in what other threads have left, which otherwise happens soon: marks, what the host brought, and that it has
        rendered. */
    void catchUp();

    /** Message thread. Made when it is first needed. */
    Workspace& workspace();

private:
    /** Taken at the end, and let go of after all that follows. */
    std::optional<juce::MessageManagerLock> end;

    HostTap tap;
    StateKeeper keeper;
    std::unique_ptr<HostEar> ear = std::make_unique<HostEar> (tap, [this] { triggerAsyncUpdate(); });
    std::unique_ptr<HostAccess> access;
    RenderWaiter renders;
    std::unique_ptr<Wiring> wiring;
    Workspace::Subscription subscription;
    std::filesystem::file_time_type renderBegan;
    bool isTaking = false; ///< what the host brought is no news for it

    template <class Sample>
    void follow (const juce::AudioBuffer<Sample>&) noexcept;

    juce::AudioProcessorEditor* createEditor() override;

    void handleAsyncUpdate() override { catchUp(); }

    HostTransport transport() const;
    void provide (Services&);
    void takeBrought();
    void openMedia();
    void documentChanged();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Processor)
};

} // namespace earmark
