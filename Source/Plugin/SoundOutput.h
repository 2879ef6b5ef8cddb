// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Playback/Player.h"
#include "Playback/SilentClock.h"

#include <juce_audio_devices/juce_audio_devices.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace earmark
{

/** Where a player is heard: the output that was chosen, else the system's own, else a clock that plays into nothing. Message thread
    only; the device calls the player on its own thread. */
class SoundOutput final : private juce::AudioIODeviceCallback, private juce::ChangeListener
{
public:
    /** `changed` is called, on the message thread, when another device or sample rate has taken the place of the one that the player
        was made for. */
    explicit SoundOutput (std::function<void()> changed);
    ~SoundOutput() override;

    /** What can be chosen: "ALSA: Headphones". Looks for devices, which takes its time. */
    std::vector<std::string> names();

    /** The open one's name; empty where nothing is heard. */
    std::string current();

    /** Opens that output, or with an empty name the system's own, now or when first needed. Fails with Kind::notFound for a name that is
        not there (any more), and Kind::unreadable where it cannot be opened; then the one before goes on. */
    Result<void> choose (const std::string& name);

    /** Samples a second of the device, or `otherwise` where there is none. Opens the device when first called. */
    int sampleRate (int otherwise);

    /** Has the player called until stop(); it must have been made for sampleRate(). */
    void start (Player&, int rate);
    void stop();

private:
    std::function<void()> onChange;
    std::unique_ptr<juce::AudioDeviceManager> manager; // made when first needed
    std::string wanted;
    Player* player = nullptr; // set while the device does not call
    std::unique_ptr<SilentClock> clock;
    int startedRate = 0;

    juce::AudioDeviceManager& opened();
    Result<void> open (const std::string& name);
    int deviceRate() const;

    void changeListenerCallback (juce::ChangeBroadcaster*) override;
    void audioDeviceIOCallbackWithContext (const float* const*,
                                           int,
                                           float* const*,
                                           int,
                                           int,
                                           const juce::AudioIODeviceCallbackContext&) override;

    void audioDeviceAboutToStart (juce::AudioIODevice*) override {}

    void audioDeviceStopped() override {}

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (SoundOutput)
};

} // namespace earmark
