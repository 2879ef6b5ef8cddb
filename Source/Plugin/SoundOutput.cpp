// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/SoundOutput.h"

#include "Language/Translation.h"

#include <utility>

namespace earmark
{

namespace
{

/** JACK's library tells every program on standard error that no server runs. */
void hushJack()
{
#if JUCE_LINUX
    if (juce::DynamicLibrary library; library.open ("libjack.so.0"))
        for (const auto* name : { "jack_set_error_function", "jack_set_info_function" })
            if (auto* set = library.getFunction (name))
                reinterpret_cast<void (*) (void (*) (const char*))> (set) ([] (const char*) {});
#endif
}

std::string nameOf (const juce::String& type, const juce::String& device)
{
    return (type + ": " + device).toStdString();
}

} // namespace

SoundOutput::SoundOutput (std::function<void()> changed) : onChange (std::move (changed)) {}

SoundOutput::~SoundOutput()
{
    stop();

    if (manager != nullptr)
        manager->removeChangeListener (this);
}

juce::AudioDeviceManager& SoundOutput::opened()
{
    if (manager == nullptr)
    {
        hushJack();
        manager = std::make_unique<juce::AudioDeviceManager>();

        if (wanted.empty() || ! open (wanted))
            manager->initialise (0, 2, nullptr, true);

        manager->addChangeListener (this);
    }

    return *manager;
}

std::vector<std::string> SoundOutput::names()
{
    std::vector<std::string> found;

    for (auto* type : opened().getAvailableDeviceTypes())
    {
        type->scanForDevices();

        for (const auto& device : type->getDeviceNames (false))
            found.push_back (nameOf (type->getTypeName(), device));
    }

    return found;
}

std::string SoundOutput::current()
{
    auto* device = opened().getCurrentAudioDevice();
    return device != nullptr ? nameOf (device->getTypeName(), device->getName()) : std::string();
}

Result<void> SoundOutput::open (const std::string& name)
{
    for (auto* type : manager->getAvailableDeviceTypes())
    {
        type->scanForDevices();

        for (const auto& device : type->getDeviceNames (false))
        {
            if (nameOf (type->getTypeName(), device) != name)
                continue;

            juce::AudioDeviceManager::AudioDeviceSetup setup;
            setup.outputDeviceName = device;
            manager->setCurrentAudioDeviceType (type->getTypeName(), true);
            const auto problem = manager->initialise (0, 2, nullptr, false, {}, &setup);

            if (problem.isNotEmpty())
                return failure (Error::Kind::unreadable,
                                tr ("The output '{}' cannot be opened: {}. Another program may be using it.",
                                    name,
                                    problem.toStdString()));

            return {};
        }
    }

    return failure (Error::Kind::notFound,
                    tr ("The output '{}' is not there: connect it, or choose another.", name));
}

Result<void> SoundOutput::choose (const std::string& name)
{
    if (manager == nullptr)
    {
        wanted = name;
        return {};
    }

    if (name.empty())
    {
        manager->initialise (0, 2, nullptr, true);
    }
    else if (const auto before = current(); before != name)
    {
        if (const auto done = open (name); ! done)
        {
            if (before.empty() || ! open (before))
                manager->initialise (0, 2, nullptr, true);

            return done;
        }
    }

    wanted = name;
    return {};
}

int SoundOutput::deviceRate() const
{
    auto* device = manager != nullptr ? manager->getCurrentAudioDevice() : nullptr;
    return device != nullptr ? juce::roundToInt (device->getCurrentSampleRate()) : 0;
}

int SoundOutput::sampleRate (int otherwise)
{
    opened();
    return deviceRate() > 0 ? deviceRate() : otherwise;
}

void SoundOutput::start (Player& heard, int rate)
{
    stop();
    player = &heard;
    startedRate = rate;

    if (deviceRate() > 0)
        manager->addAudioCallback (this);
    else
        clock = std::make_unique<SilentClock> (heard, rate);
}

void SoundOutput::stop()
{
    clock.reset();

    if (manager != nullptr)
        manager->removeAudioCallback (this); // waits for the device's thread

    player = nullptr;
}

void SoundOutput::changeListenerCallback (juce::ChangeBroadcaster*)
{
    const auto isHeard = clock == nullptr;

    if (player != nullptr && (isHeard != (deviceRate() > 0) || (isHeard && deviceRate() != startedRate)))
        onChange();
}

void SoundOutput::audioDeviceIOCallbackWithContext (const float* const*,
                                                    int,
                                                    float* const* outputs,
                                                    int channels,
                                                    int frames,
                                                    const juce::AudioIODeviceCallbackContext&)
{
    player->render (outputs, channels, frames);
}

} // namespace earmark
