// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Hosts/Hosted.h"

#include "Support/Random.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cstring>
#include <vector>

// The built bundles in a host of JUCE's classes: what goes in and out of them, without looking inside.

namespace earmark::tests
{

namespace
{

HostFormat anyFormat()
{
    return GENERATE (HostFormat::vst3(), HostFormat::lv2());
}

juce::AudioBuffer<float> anyBits (Random& random, int length)
{
    juce::AudioBuffer<float> audio (2, length);

    for (int c = 0; c < 2; ++c)
        for (int i = 0; i < length; ++i)
        {
            const auto bits = std::uint32_t (random.below (1ull << 32));
            std::memcpy (audio.getWritePointer (c) + i, &bits, 4);
        }

    return audio;
}

bool sameBits (const juce::AudioBuffer<float>& a, const juce::AudioBuffer<float>& b)
{
    for (int c = 0; c < 2; ++c)
        if (std::memcmp (a.getReadPointer (c), b.getReadPointer (c), 4 * std::size_t (a.getNumSamples()))
            != 0)
            return false;

    return true;
}

void play (Hosted& host, int length)
{
    juce::AudioBuffer<float> audio (2, length);
    audio.clear();
    host.process (audio);
}

/** One mark at each of these samples, in blocks of 512. */
void mark (Hosted& host, std::initializer_list<std::int64_t> samples)
{
    for (const auto at : samples)
    {
        host.sample = at - 512;
        play (host, 512);
        host.setMark (true);
        play (host, 512);
        play (host, 512);
        host.setMark (false);
        play (host, 512);
    }
}

} // namespace

TEST_CASE ("A host finds one effect, and loads it", "[hosts]")
{
    const auto format = anyFormat();
    CAPTURE (format.name);
    const auto description = scan (format);
    REQUIRE (description != nullptr);
    CHECK (description->name == "Earmark");
    CHECK_FALSE (description->isInstrument);

    Hosted host (format);
    REQUIRE (host.isLoaded());
    CHECK (host.plugin().getTotalNumInputChannels() == 2);
    CHECK (host.plugin().getTotalNumOutputChannels() == 2);
    CHECK (host.plugin().getLatencySamples() == 0);
    CHECK (host.plugin().hasEditor());
}

TEST_CASE ("Blocks of any length pass through bit for bit, wherever the transport is", "[hosts]")
{
    const auto format = anyFormat();
    CAPTURE (format.name);
    Hosted host (format);
    REQUIRE (host.isLoaded());
    Random random (1);
    host.sample = -1776;

    for (int round = 0; round < 400; ++round)
    {
        const auto length = round < 20 ? round : int (random.below (8193));
        const auto given = anyBits (random, length);
        auto taken = given;

        if (random.oneIn (20))
            host.sample = random.between (-10'000, 100'000'000);

        host.isPlaying = ! random.oneIn (5);
        host.process (taken);
        CAPTURE (round, length);
        REQUIRE (sameBits (given, taken));
    }
}

TEST_CASE ("A host's automation marks at the block", "[hosts]")
{
    const auto format = anyFormat();
    CAPTURE (format.name);
    Hosted host (format);
    REQUIRE (host.isLoaded());
    mark (host, { 48'000, 48'000 * 75, 48'000 * 30 });
    CHECK (host.chapters (3) == "Chapter 1@1000 Chapter 3@30000 Chapter 2@75000 ");
}

TEST_CASE ("A host's project brings everything back", "[hosts]")
{
    const auto format = anyFormat();
    CAPTURE (format.name);
    Hosted first (format), second (format);
    REQUIRE ((first.isLoaded() && second.isLoaded()));
    mark (first, { 48'000 * 2, 48'000 * 8 });
    CHECK (first.chapters (2) == "Chapter 1@2000 Chapter 2@8000 ");
    CHECK (second.chapters (0).empty()); // another instance

    const auto kept = first.state();
    second.setState (kept);
    CHECK (second.chapters (2) == "Chapter 1@2000 Chapter 2@8000 ");
    CHECK_FALSE (second.ownState().value().waveform.empty());
    CHECK (second.state() == kept);
}

TEST_CASE ("Projects that were damaged do no harm", "[hosts]")
{
    const auto format = anyFormat();
    CAPTURE (format.name);
    Hosted source (format), host (format);
    REQUIRE ((source.isLoaded() && host.isLoaded()));
    mark (source, { 48'000 * 2, 48'000 * 8 });
    REQUIRE (source.chapters (2) == "Chapter 1@2000 Chapter 2@8000 ");
    const auto kept = source.state();
    const auto own = source.ownBytes();
    Notices notices;
    const auto length = writeHostState (source.ownState().value(), notices).size();
    Random random (2);

    for (int round = 0; round < 500; ++round)
    {
        auto damaged = own;

        // Only what is ours: JUCE's VST3 wrapper reads what it puts behind without looking at its length.
        for (auto n = random.between (1, 8); n > 0; --n)
            damaged[random.below (length)] = char (random.below (256));

        host.setOwnBytes (kept, damaged);
        play (host, 64);
    }

    host.setState (kept);
    CHECK (host.chapters (2) == "Chapter 1@2000 Chapter 2@8000 ");
}

} // namespace earmark::tests
