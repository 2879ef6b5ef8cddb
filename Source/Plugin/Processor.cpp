// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Processor.h"

#include "Plugin/Editor.h"

namespace earmark
{

Processor::Processor()
    : AudioProcessor (BusesProperties()
                          .withInput ("Input", juce::AudioChannelSet::stereo())
                          .withOutput ("Output", juce::AudioChannelSet::stereo()))
{}

Processor::~Processor() = default;

juce::AudioProcessorEditor* Processor::createEditor()
{
    if (wiring == nullptr)
        wiring = std::make_unique<Wiring>();

    return std::make_unique<Editor> (*this, *wiring).release();
}

bool Processor::isBusesLayoutSupported (const BusesLayout& layout) const
{
    const auto input = layout.getMainInputChannelSet();
    const auto output = layout.getMainOutputChannelSet();

    return input == output
           && (output == juce::AudioChannelSet::mono() || output == juce::AudioChannelSet::stereo());
}

// The input arrives in the buffer that the output leaves in, so that not to touch it is to pass it on, bit for bit.
void Processor::processBlock (juce::AudioBuffer<float>&, juce::MidiBuffer&) {}

void Processor::processBlock (juce::AudioBuffer<double>&, juce::MidiBuffer&) {}

void Processor::getStateInformation (juce::MemoryBlock& state)
{
    state.reset();
}

} // namespace earmark
