// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/HostStandIn.h"

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

// The audio thread in every state that a host brings it into, while other threads edit, save and load. Compiled by Clang with
// RealtimeSanitizer (realtime.py) it ends at the first lock, memory or system call below; by others it shows that nothing crashes.

#ifdef __clang__
    #define EARMARK_NONBLOCKING [[clang::nonblocking]]
#else
    #define EARMARK_NONBLOCKING
#endif

namespace earmark::tests
{

namespace
{

template <class Sample>
void process (Processor& plugin,
              juce::AudioBuffer<Sample>& audio,
              juce::MidiBuffer& midi,
              bool isBypassed) noexcept EARMARK_NONBLOCKING
{
    if (isBypassed)
        plugin.processBlockBypassed (audio, midi);
    else
        plugin.processBlock (audio, midi);
}

void mark (juce::AudioProcessorParameter& parameter, bool isUp) noexcept EARMARK_NONBLOCKING
{
    parameter.setValue (isUp ? 1.0f : 0.0f);
}

/** What the sanitizer must find: if it does not, it is not there. */
void takeMemory (std::vector<int>& kept) noexcept EARMARK_NONBLOCKING
{
    kept.resize (kept.size() + 1000);
}

struct Head final : juce::AudioPlayHead
{
    PositionInfo info;
    bool isSilent = false;

    juce::Optional<PositionInfo> getPosition() const override
    {
        return isSilent ? juce::Optional<PositionInfo>() : juce::Optional<PositionInfo> (info);
    }
};

/** Some blocks of each kind, with the transport as it is. */
template <class Sample>
void run (Processor& plugin, Head& head, std::int64_t from, bool moves)
{
    juce::MidiBuffer midi;
    auto at = from;

    for (const auto length : { 512, 0, 1, 8192, 64, 333 })
        for (int i = 0; i < 40; ++i)
        {
            juce::AudioBuffer<Sample> audio (2, length);
            audio.clear();
            head.info.setTimeInSamples (at);
            mark (*plugin.getParameters()[0], i == 5);
            process (plugin, audio, midi, i % 10 == 9);
            at += moves ? length : 0;
        }
}

} // namespace

} // namespace earmark::tests

int main (int argc, char**)
{
    using namespace earmark::tests;

    if (argc > 1)
    {
        std::vector<int> kept;
        takeMemory (kept);
        std::printf ("%zu numbers, and nobody minded\n", kept.size());
        return 0;
    }

    const juce::ScopedJuceInitialiser_GUI juce;
    HostStandIn host;
    auto& plugin = host.plugin;
    auto editor = host.openEditor();
    const auto kept = host.state();
    std::atomic<bool> stop = false;
    std::jthread keeper (
        [&]
        {
            while (! stop)
            {
                host.setState (kept);
                host.state();
            }
        });
    std::jthread audio (
        [&]
        {
            Head head;
            plugin.setPlayHead (&head);

            for (const bool isPlaying : { true, false })
                for (const bool isOffline : { false, true })
                    for (const bool moves : { true, false })
                        for (const auto from :
                             { std::int64_t (0), std::int64_t (-1776), std::int64_t (1) << 40 })
                        {
                            head.info.setIsPlaying (isPlaying);
                            head.info.setIsLooping (! moves);
                            plugin.setNonRealtime (isOffline);
                            run<float> (plugin, head, from, moves);
                            run<double> (plugin, head, from, moves);
                        }

            head.isSilent = true;
            run<float> (plugin, head, 0, true);
            plugin.setPlayHead (nullptr);
            run<float> (plugin, head, 0, true);
            stop = true;
        });

    while (! stop)
    {
        plugin.catchUp();
        plugin.workspace().playback().tick();
    }

    audio.join();
    keeper.join();
    plugin.catchUp();
    host.close (std::move (editor));
    std::puts ("DONE");
}
