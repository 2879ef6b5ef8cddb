// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Processor.h"

#include <algorithm>
#include <bit>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <concepts>
#include <cstdint>
#include <limits>
#include <random>
#include <ranges>
#include <span>
#include <type_traits>
#include <vector>

namespace earmark
{

namespace
{

using juce::AudioChannelSet;

/** A channel as bits: comparing samples would call a NaN unequal to itself, and -0 equal to 0. */
template <std::floating_point Sample>
using Bits = std::conditional_t<sizeof (Sample) == 4, std::uint32_t, std::uint64_t>;

template <std::floating_point Sample>
using Channel = std::vector<Bits<Sample>>;

/** Samples that arithmetic, even a multiplication by one, would change or be slow on. */
template <std::floating_point Sample>
std::vector<Bits<Sample>> awkwardSamples()
{
    using Limits = std::numeric_limits<Sample>;

    std::vector<Bits<Sample>> bits;

    for (const auto value : { Limits::quiet_NaN(),
                              Limits::infinity(),
                              Limits::denorm_min(),
                              Limits::min(),
                              Limits::max(),
                              Sample (0),
                              Sample (1.5) })
    {
        bits.push_back (std::bit_cast<Bits<Sample>> (value));
        bits.push_back (std::bit_cast<Bits<Sample>> (-value));
    }

    bits.push_back (std::bit_cast<Bits<Sample>> (Limits::infinity()) + 1); // a signalling NaN, as bits only
    return bits;
}

/** Awkward samples first, then any bits at all. */
template <std::floating_point Sample>
Channel<Sample> makeChannel (std::size_t length, std::uint32_t seed)
{
    std::mt19937_64 random (seed);
    Channel<Sample> channel (length);

    std::ranges::generate (channel, [&] { return static_cast<Bits<Sample>> (random()); });
    std::ranges::copy (awkwardSamples<Sample>() | std::views::take (length), channel.begin());

    return channel;
}

/** One block as a host calls it. In and out are the same buffer. */
template <std::floating_point Sample>
struct Block
{
    Block (int numChannels, int numSamples) : audio (numChannels, numSamples)
    {
        for (int i = 0; i < numChannels; ++i)
        {
            given.push_back (makeChannel<Sample> (length(), static_cast<std::uint32_t> (i + 1)));
            std::ranges::copy (
                std::as_bytes (std::span (given.back())),
                std::as_writable_bytes (std::span (audio.getWritePointer (i), length())).begin());
        }
    }

    bool isUntouched() const
    {
        for (int i = 0; i < audio.getNumChannels(); ++i)
        {
            const std::span taken (audio.getReadPointer (i), length());
            const std::span asked (given[static_cast<std::size_t> (i)]);

            if (! std::ranges::equal (std::as_bytes (taken), std::as_bytes (asked)))
                return false;
        }

        return true;
    }

    std::size_t length() const { return static_cast<std::size_t> (audio.getNumSamples()); }

    juce::AudioBuffer<Sample> audio;
    juce::MidiBuffer midi;
    std::vector<Channel<Sample>> given;
};

juce::AudioProcessor::BusesLayout layoutOf (const AudioChannelSet& input, const AudioChannelSet& output)
{
    juce::AudioProcessor::BusesLayout layout;
    layout.inputBuses.add (input);
    layout.outputBuses.add (output);
    return layout;
}

template <std::floating_point Sample>
void prepare (Processor& processor, const AudioChannelSet& channels, double sampleRate, int maxBlockSize)
{
    REQUIRE (processor.setBusesLayout (layoutOf (channels, channels)));
    processor.setProcessingPrecision (std::same_as<Sample, double> ? juce::AudioProcessor::doublePrecision
                                                                   : juce::AudioProcessor::singlePrecision);
    processor.setRateAndBufferSizeDetails (sampleRate, maxBlockSize);
    processor.prepareToPlay (sampleRate, maxBlockSize);
}

template <std::floating_point Sample>
bool passesThrough (Processor& processor, int numChannels, int numSamples)
{
    Block<Sample> block (numChannels, numSamples);
    processor.processBlock (block.audio, block.midi);
    return block.isUntouched();
}

/** A host whose transport cannot be read. */
struct DumbPlayHead final : juce::AudioPlayHead
{
    juce::Optional<PositionInfo> getPosition() const override { return {}; }
};

} // namespace

TEMPLATE_TEST_CASE ("Audio passes through bit for bit", "[plugin]", float, double)
{
    const auto channels =
        GENERATE (AudioChannelSet::mono(), AudioChannelSet::stereo(), AudioChannelSet::create7point1());
    const auto sampleRate = GENERATE (8000.0, 44100.0, 192000.0);

    Processor processor;
    prepare<TestType> (processor, channels, sampleRate, 8192);

    for (const auto numSamples : { 0, 1, 2, 3, 7, 63, 64, 65, 441, 1023, 4095, 4096, 8192 })
    {
        CAPTURE (channels.getDescription().toStdString(), numSamples);
        CHECK (passesThrough<TestType> (processor, channels.size(), numSamples));
    }

    processor.releaseResources();
}

TEMPLATE_TEST_CASE ("A bypassed plug-in passes audio through as well", "[plugin]", float, double)
{
    Processor processor;
    prepare<TestType> (processor, AudioChannelSet::stereo(), 48000.0, 512);

    Block<TestType> block (2, 512);
    processor.processBlockBypassed (block.audio, block.midi);

    CHECK (block.isUntouched());
}

TEST_CASE ("A block may be longer than the host announced", "[plugin]")
{
    Processor processor;
    prepare<float> (processor, AudioChannelSet::stereo(), 48000.0, 64);

    CHECK (passesThrough<float> (processor, 2, 5000));
}

TEST_CASE ("The host's play head may be missing or know nothing", "[plugin]")
{
    Processor processor;
    prepare<float> (processor, AudioChannelSet::stereo(), 48000.0, 512);

    REQUIRE (processor.getPlayHead() == nullptr);
    CHECK (passesThrough<float> (processor, 2, 512));

    DumbPlayHead playHead;
    processor.setPlayHead (&playHead);
    CHECK (passesThrough<float> (processor, 2, 512));
    processor.setPlayHead (nullptr);
}

TEST_CASE ("The plug-in takes no time", "[plugin]")
{
    Processor processor;
    CHECK (processor.getLatencySamples() == 0);

    prepare<float> (processor, AudioChannelSet::stereo(), 48000.0, 512);
    CHECK (passesThrough<float> (processor, 2, 512));

    CHECK (processor.getLatencySamples() == 0);
    CHECK (processor.getTailLengthSeconds() == 0.0);
}

TEST_CASE ("Any layout will do, if it is the same on both sides", "[plugin]")
{
    const auto none = AudioChannelSet::disabled();
    const auto mono = AudioChannelSet::mono();
    const auto stereo = AudioChannelSet::stereo();

    const Processor processor;

    for (const auto& same : { mono,
                              stereo,
                              AudioChannelSet::createLCR(),
                              AudioChannelSet::quadraphonic(),
                              AudioChannelSet::create5point1(),
                              AudioChannelSet::create7point1point4(),
                              AudioChannelSet::ambisonic (3),
                              AudioChannelSet::discreteChannels (64) })
        CHECK (processor.checkBusesLayoutSupported (layoutOf (same, same)));

    CHECK_FALSE (processor.checkBusesLayoutSupported (layoutOf (mono, stereo)));
    CHECK_FALSE (processor.checkBusesLayoutSupported (layoutOf (stereo, mono)));
    CHECK_FALSE (processor.checkBusesLayoutSupported (layoutOf (none, none)));
    CHECK_FALSE (processor.checkBusesLayoutSupported (layoutOf (none, stereo)));
    CHECK_FALSE (processor.checkBusesLayoutSupported (layoutOf (stereo, none)));
}

} // namespace earmark
