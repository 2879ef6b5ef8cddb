// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/HostStandIn.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cmath>
#include <thread>

// What passes through while the host plays: time, marks, the waveform.

namespace earmark::tests
{

namespace
{

/** Of what the plug-in has heard, between two samples of the host's timeline. */
std::optional<Peak> heard (HostStandIn& host, std::int64_t begin, std::int64_t end)
{
    HostStandIn reader;
    reader.setState (host.state()); // with it, the waveform
    const auto wave = reader.plugin.workspace().services.captured();

    if (wave == nullptr)
        return {};

    CHECK (wave->sampleRate == 48000);
    return columnsOf (*wave, double (begin), double (end), 1).front();
}

int loudness (const std::optional<Peak>& peak)
{
    return peak ? int (std::lround (peak->high / 32767.0 * 100)) : -1;
}

} // namespace

TEST_CASE ("The end of a render is noticed, whatever the host says of it", "[plugin][host]")
{
    HostStandIn host;
    auto& w = host.plugin.workspace();
    Chapter chapter;
    chapter.title = "Welcome";
    REQUIRE (w.perform (AddChapter { chapter }));
    const auto isNoticed = [&]
    {
        for (int i = 0; i < 200 && ! w.message().text.starts_with ("The host has rendered"); ++i)
        {
            std::this_thread::sleep_for (std::chrono::milliseconds (50));
            host.plugin.catchUp();
        }

        return w.message().text.starts_with ("The host has rendered");
    };

    host.plugin.setNonRealtime (true);
    host.playTo (48000);
    CHECK (isNoticed());
    CHECK (w.services.host().rendering);

    // A host that only says so, and plays in real time, has rendered nothing; the next one that renders has.
    w.say (Message::Grade::info, "");
    host.isPlaying = false;
    host.block();
    host.plugin.setNonRealtime (false);
    host.isPlaying = true;
    host.playTo (48000 * 2);
    CHECK_FALSE (w.services.host().rendering);
    host.plugin.setNonRealtime (true);
    host.block();
    CHECK (isNoticed());
}

TEST_CASE ("The window follows the host's time", "[plugin][host]")
{
    HostStandIn host;
    auto& w = host.plugin.workspace();
    host.sample = 48000 * 12;
    host.block();
    w.playback().tick();
    CHECK (w.view().playhead == Position::fromSeconds (12));
    CHECK (w.playback().transport().playing);
    host.sample = -752;
    host.block();
    w.playback().tick();
    CHECK (w.view().playhead == Position());
    CHECK (w.playback().host().position < Position());

    // JUCE's own bypass goes past processBlock().
    host.sample = 48000 * 20;
    juce::AudioBuffer<float> audio (2, 64);
    juce::MidiBuffer midi;
    host.plugin.processBlockBypassed (audio, midi);
    w.playback().tick();
    CHECK (w.view().playhead == Position::fromSeconds (20));
}

TEST_CASE ("A host that sends no more audio does not play", "[plugin][host]")
{
    HostStandIn host;
    auto& w = host.plugin.workspace();
    const auto isAt = [&] (HostTransport::Source source)
    {
        for (int i = 0; i < 200 && w.playback().host().source != source; ++i)
        {
            std::this_thread::sleep_for (std::chrono::milliseconds (50));
            w.playback().tick();
        }

        return w.playback().host().source == source;
    };

    host.block();
    CHECK (isAt (HostTransport::Source::host));
    CHECK (w.playback().transport().playing);
    CHECK (isAt (HostTransport::Source::silent)); // switched off while it plays
    CHECK_FALSE (w.playback().transport().playing);
    host.block();
    w.playback().tick();
    CHECK (w.playback().host().source == HostTransport::Source::host);
    CHECK (w.playback().transport().playing);
}

TEST_CASE ("An LV2 knows that it is not told whether the host records", "[plugin][host]")
{
    using Type = juce::AudioProcessor::WrapperType;
    const auto mayRecord = [] (Type type)
    {
        juce::AudioProcessor::setTypeOfNextNewPlugin (type);
        HostStandIn host;
        juce::AudioProcessor::setTypeOfNextNewPlugin (Type::wrapperType_Undefined);
        host.block();
        host.plugin.workspace().playback().tick();
        return host.plugin.workspace().playback().host().mayRecord();
    };

    CHECK (mayRecord (Type::wrapperType_LV2));
    CHECK_FALSE (mayRecord (Type::wrapperType_VST3));
}

TEST_CASE ("A host that gives no position is told from one that does", "[plugin][host]")
{
    HostStandIn host;
    auto& w = host.plugin.workspace();
    w.playback().tick();
    CHECK (w.playback().host().source == HostTransport::Source::nothing);
    host.block();
    w.playback().tick();
    CHECK (w.playback().host().source == HostTransport::Source::host);
    host.sample.reset();

    for (int i = 0; i < 100; ++i)
        host.block (480);

    w.playback().tick();
    CHECK (w.playback().host().source == HostTransport::Source::counted);
    CHECK (w.view().playhead == Position::fromMilliseconds (990));
}

TEST_CASE ("The parameter marks, exact to the block", "[plugin][host]")
{
    HostStandIn host;
    const auto& parameters = host.plugin.getParameters();
    REQUIRE (parameters.size() == 1);
    CHECK (parameters[0]->getName (20) == "Mark");
    CHECK (parameters[0]->isAutomatable());
    CHECK (parameters[0]->isBoolean());

    host.sample = 48000 * 60;
    host.block();
    host.setMark (true);
    host.block();
    host.block();
    host.setMark (false);
    host.sample = 48000 * 90;
    host.setMark (true);
    host.block (0);
    host.block (64);
    host.setMark (false);
    host.plugin.catchUp();
    CHECK (host.chapters() == "Chapter 1@60011 Chapter 2@90000 "); // 512 samples after a minute
    CHECK (host.edits == 2);
}

TEST_CASE ("Marks are on the episode's timeline, and wait for nobody", "[plugin][host]")
{
    HostStandIn host;
    host.plugin.workspace().hostTimeline().setEpisodeStart (Position::fromSeconds (30));
    host.sample = 48000 * 40;
    host.setMark (true);
    host.block();
    CHECK (host.plugin.workspace().chapters().empty());

    // Saving takes them in first.
    HostStandIn reader;
    reader.setState (host.state());
    CHECK (reader.chapters() == "Chapter 1@10000 ");
}

TEST_CASE ("Marks need no window, and come in by themselves", "[plugin][host]")
{
    HostStandIn host;
    host.block();
    host.setMark (true);
    host.block();
    host.plugin.catchUp();
    CHECK (host.chapters() == "Chapter 1@11 ");
}

//======================================================================================================
TEST_CASE ("What passes is drawn where it was, and newer audio takes its place", "[plugin][host]")
{
    HostStandIn host;
    host.playTo (48000 * 10, 0.25f);
    host.sample = 48000 * 20; // a seek
    host.playTo (48000 * 30, 0.5f);
    host.sample = 48000 * 4; // and back: recorded once more
    host.playTo (48000 * 6, 0.75f);
    CHECK (loudness (heard (host, 48000, 48000 * 3)) == 25);
    CHECK (loudness (heard (host, 48000 * 5, 48000 * 5 + 4096)) == 75);
    CHECK (loudness (heard (host, 48000 * 7, 48000 * 9)) == 25);
    CHECK (loudness (heard (host, 48000 * 12, 48000 * 18)) == -1);
    CHECK (loudness (heard (host, 48000 * 22, 48000 * 28)) == 50);
}

TEST_CASE ("A pause that has passed is a place to snap to", "[plugin][host]")
{
    HostStandIn host;
    auto& w = host.plugin.workspace();
    w.hostTimeline().setEpisodeStart (Position::fromSeconds (5));
    Chapter chapter;
    chapter.start = Position::fromSeconds (10);
    REQUIRE (w.perform (AddChapter { chapter }));
    w.audio().wantCandidates ({ w.chapters().front().id });
    CHECK (w.audio().candidatesOf (w.chapters().front()) == nullptr);

    host.playTo (48000 * 14);
    host.playTo (48000 * 15 + 24000, 0);
    host.playTo (48000 * 20);
    host.state(); // gathers what has passed
    w.playback().tick();

    const auto* found = w.audio().candidatesOf (w.chapters().front());
    REQUIRE (found != nullptr);
    REQUIRE_FALSE (found->empty());
    CHECK (found->front().kind == Candidate::Kind::speechOnset);
    CHECK (std::abs ((found->front().at - Position::fromMilliseconds (10'500)).seconds()) < 0.02);
}

TEST_CASE ("A stopped host leaves the waveform as it is", "[plugin][host]")
{
    HostStandIn host;
    host.playTo (48000, 0.25f);
    host.isPlaying = false;

    for (int i = 0; i < 20; ++i)
        host.block (512, 0.75f);

    CHECK (loudness (heard (host, 0, 48000)) == 25);
    CHECK (loudness (heard (host, 4096 * 12, 96000)) == -1);
}

TEST_CASE ("The waveform is compact, and survives the project", "[plugin][host]")
{
    HostStandIn host;

    for (int minute = 0; minute < 20; ++minute)
    {
        // Faster than any host, so that what waits to be gathered is gathered now and again.
        while (*host.sample < 48000ll * 60 * (minute + 1))
            host.block (8192);

        host.state();
    }

    const auto bytes = host.state();
    CHECK (bytes.getSize() < (1u << 20) + 4096);

    HostStandIn again;
    again.setState (bytes);
    CHECK (again.state() == bytes);
    again.sample = 48000ll * 60 * 21;
    again.playTo (48000ll * 60 * 22, 0.25f);
    CHECK (loudness (heard (again, 48000 * 60, 48000 * 120)) == 50);
    CHECK (loudness (heard (again, 48000ll * 60 * 21 + 4096, 48000ll * 60 * 22 - 4096)) == 25);

    // A project without one has none.
    again.setState (HostStandIn().state());
    CHECK (loudness (heard (again, 0, 48000 * 60)) == -1);
}

} // namespace earmark::tests
