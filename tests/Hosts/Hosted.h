// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/HostState.h"
#include "Hosts/MessageThread.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>
#include <optional>
#include <string>

namespace earmark::tests
{

/** A format in which the built plug-in is loaded, as a host loads it. */
struct HostFormat
{
    std::string name;   ///< "VST3" or "LV2"
    std::string bundle; ///< path

    static HostFormat vst3() { return { "VST3", EARMARK_VST3 }; }

    static HostFormat lv2() { return { "LV2", EARMARK_LV2 }; }
};

/** What a bundle says of itself; null where it holds not just one plug-in. */
std::unique_ptr<juce::PluginDescription> scan (const HostFormat&);

/** One instance in a host with a transport. */
class Hosted final : private juce::AudioPlayHead
{
public:
    explicit Hosted (const HostFormat&);
    ~Hosted() override;

    bool isLoaded() const { return instance != nullptr; }

    juce::AudioPluginInstance& plugin() { return *instance; }

    std::int64_t sample = 0; ///< where the next block is
    bool isPlaying = true;

    /** One block; the transport goes on when it plays. */
    void process (juce::AudioBuffer<float>&);

    void setMark (bool isUp);

    juce::MemoryBlock state();
    void setState (const juce::MemoryBlock&);

    /** What the plug-in gave, out of what the host made of it. A wrapper may have put data of its own behind it. */
    juce::MemoryBlock ownBytes();
    Result<HostState> ownState();

    /** What the host makes of other bytes, in place of those that it kept of this plug-in. */
    void setOwnBytes (const juce::MemoryBlock& kept, const juce::MemoryBlock&);

    /** "Title@milliseconds" of every chapter, as soon as there are so many; plug-ins may have a message thread of their own. */
    std::string chapters (std::size_t count);

private:
    HostFormat format;
    std::unique_ptr<juce::AudioPluginInstance> instance;

    juce::Optional<PositionInfo> getPosition() const override;
};

} // namespace earmark::tests
