// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/Processor.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace earmark::tests
{

/** What a host does to one instance: it says where it is, hands over blocks, keeps its state and hears what it is told. */
class HostStandIn final : private juce::AudioPlayHead, private juce::AudioProcessorListener
{
public:
    HostStandIn()
    {
        plugin.addListener (this);
        plugin.setPlayHead (this);
        plugin.setRateAndBufferSizeDetails (48000, 512);
        plugin.prepareToPlay (48000, 512);
    }

    ~HostStandIn() override
    {
        plugin.setPlayHead (nullptr);
        plugin.removeListener (this);
    }

    Processor plugin;
    std::optional<std::int64_t> sample = 0; ///< where the next block is
    bool isPlaying = true;
    int edits = 0; ///< how often the plug-in asked to be saved

    void block (int length = 512, float level = 0.5f)
    {
        juce::AudioBuffer<float> audio (2, length);
        juce::MidiBuffer midi;

        for (int c = 0; c < 2; ++c)
            juce::FloatVectorOperations::fill (audio.getWritePointer (c), level, length);

        plugin.processBlock (audio, midi);

        if (sample && isPlaying)
            *sample += length;
    }

    void playTo (std::int64_t end, float level = 0.5f)
    {
        while (*sample < end)
            block (int (std::min<std::int64_t> (512, end - *sample)), level);
    }

    /** The "Mark" parameter, as automation moves it. */
    void setMark (bool isUp) { plugin.getParameters()[0]->setValueNotifyingHost (isUp ? 1.0f : 0.0f); }

    juce::MemoryBlock state()
    {
        juce::MemoryBlock bytes ("leftovers", 9);
        plugin.getStateInformation (bytes);
        return bytes;
    }

    Result<HostState> readState()
    {
        const auto bytes = state();
        return readHostState ({ static_cast<const char*> (bytes.getData()), bytes.getSize() });
    }

    void setState (const juce::MemoryBlock& bytes)
    {
        plugin.setStateInformation (bytes.getData(), int (bytes.getSize()));
    }

    std::unique_ptr<juce::AudioProcessorEditor> openEditor()
    {
        return std::unique_ptr<juce::AudioProcessorEditor> (plugin.createEditorAndMakeActive());
    }

    /** As JUCE's wrappers do. */
    void close (std::unique_ptr<juce::AudioProcessorEditor> editor)
    {
        plugin.editorBeingDeleted (editor.get());
        editor.reset();
    }

    /** "Title@milliseconds" of every chapter. */
    std::string chapters()
    {
        std::string all;

        for (const auto& chapter : plugin.workspace().chapters())
            all +=
                chapter.title + '@' + std::to_string (chapter.start.milliseconds (Rounding::nearest)) + ' ';

        return all;
    }

private:
    juce::Optional<PositionInfo> getPosition() const override
    {
        if (! sample)
            return {};

        PositionInfo info;
        info.setTimeInSamples (*sample);
        info.setTimeInSeconds (double (*sample) / 48000);
        info.setIsPlaying (isPlaying);
        return info;
    }

    void audioProcessorParameterChanged (juce::AudioProcessor*, int, float) override {}

    void audioProcessorChanged (juce::AudioProcessor*, const ChangeDetails& what) override
    {
        edits += what.nonParameterStateChanged ? 1 : 0;
    }
};

} // namespace earmark::tests
