// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Hosts/MessageThread.h"
#include "Plugin/HostStandIn.h"
#include "Support/Random.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <cstring>
#include <thread>

// A host with threads of its own for audio, automation, projects and messages, all at work at once. The processor is linked in, not
// loaded, so that ThreadSanitizer sees both sides of every meeting (./dev soak threads).

namespace earmark::tests
{

namespace
{

using namespace std::chrono_literals;

/** One instance and its window, which are made and go on the message thread. */
class Instance
{
public:
    Instance()
    {
        onMessageThread ([&] { host = std::make_unique<HostStandIn>(); });
    }

    ~Instance()
    {
        onMessageThread (
            [&]
            {
                closeWindow();
                host.reset();
            });
    }

    HostStandIn& operator*() { return *host; }

    HostStandIn* operator->() { return host.get(); }

    //==================================================================================================
    // The message thread

    void openWindow()
    {
        if (editor == nullptr)
            editor = host->openEditor();
    }

    void closeWindow()
    {
        if (editor != nullptr)
            host->close (std::move (editor));
    }

    void draw()
    {
        if (editor != nullptr)
            editor->createComponentSnapshot (editor->getLocalBounds());
    }

private:
    std::unique_ptr<HostStandIn> host;
    std::unique_ptr<juce::AudioProcessorEditor> editor;
};

/** Blocks of any length at any place; false when one of them came out as another. */
bool passThrough (HostStandIn& host, Random random, const std::atomic<bool>& stop)
{
    juce::MidiBuffer midi;
    bool isSame = true;

    while (! stop)
    {
        const auto length = int (random.below (1025));
        juce::AudioBuffer<float> given (2, length);

        for (int c = 0; c < 2; ++c)
            for (int i = 0; i < length; ++i)
                given.setSample (c, i, float (random.between (-1000, 1000)) / 1000);

        auto taken = given;
        host.plugin.processBlock (taken, midi);

        for (int c = 0; c < 2; ++c)
            isSame = isSame
                     && std::memcmp (given.getReadPointer (c),
                                     taken.getReadPointer (c),
                                     sizeof (float) * std::size_t (length))
                            == 0;

        host.isPlaying = ! random.oneIn (9);
        *host.sample =
            random.oneIn (60) ? random.between (-1776, 48'000 * 600) : *host.sample + std::int64_t (length);
        std::this_thread::sleep_for (200us); // a device's pace is far below the machine's
    }

    return isSame;
}

void automate (HostStandIn& host, const std::atomic<bool>& stop)
{
    for (bool isUp = true; ! stop; isUp = ! isUp)
    {
        host.setMark (isUp);
        std::this_thread::sleep_for (3ms);
    }
}

/** A project that names this audio. */
juce::MemoryBlock projectOf (const std::filesystem::path& audio)
{
    HostState kept;
    Chapter chapter;
    chapter.title = "One";
    kept.document = makeDocument ({ .episode = {}, .chapters = { chapter } });
    kept.document.media = { audio.string(), Duration::fromSeconds (30) };
    Notices notices;
    const auto bytes = writeHostState (kept, notices);
    return { bytes.data(), bytes.size() };
}

bool hasWholeWaveform (HostStandIn& host)
{
    return onMessageThread ([&] { return host.plugin.workspace().audio().peaks().complete; });
}

} // namespace

TEST_CASE ("Audio, automation, projects, decoding and windows at once", "[hosts]")
{
    const TemporaryFolder folder;
    const auto project = projectOf (writeWav (folder / "episode.wav", noise (30, 44100, 2)));
    Instance edited, loaded;
    std::atomic<bool> stop = false;
    std::atomic<bool> isEditedSame = false, isLoadedSame = false, areStatesWhole = true;

    std::jthread editedAudio ([&] { isEditedSame = passThrough (*edited, Random (1), stop); });
    std::jthread loadedAudio ([&] { isLoadedSame = passThrough (*loaded, Random (2), stop); });
    std::jthread automation ([&] { automate (*edited, stop); });
    std::jthread saver (
        [&]
        {
            while (! stop)
                areStatesWhole = edited->readState().has_value() && areStatesWhole;
        });
    std::jthread loader (
        [&]
        {
            while (! stop)
            {
                loaded->setState (project);
                areStatesWhole = loaded->readState().has_value() && areStatesWhole;
                std::this_thread::sleep_for (20ms);
            }
        });

    constexpr int rounds = 40;

    for (int round = 0; round < rounds; ++round)
    {
        onMessageThread (
            [&]
            {
                Chapter chapter;
                chapter.start = Position::fromMilliseconds (3'600'000 + round * 1000);
                edited->plugin.workspace().perform (AddChapter { chapter });
                edited.openWindow();
                edited.draw();

                // Long enough for the decoding threads to be in the middle when the window goes.
                round % 5 < 3 ? loaded.openWindow() : loaded.closeWindow();
                loaded.draw();
                edited->plugin.workspace().playback().tick();
                loaded->plugin.workspace().playback().tick();
            });
        std::this_thread::sleep_for (10ms);
    }

    stop = true;
    editedAudio.join();
    loadedAudio.join();
    automation.join();
    saver.join();
    loader.join();
    CHECK (isEditedSame);
    CHECK (isLoadedSame);
    CHECK (areStatesWhole);

    // Nothing is lost of what was edited and marked meanwhile, and what was loaded last is there.
    const auto chapters = onMessageThread (
        [&]
        {
            edited->plugin.catchUp();
            return edited->plugin.workspace().chapters().size();
        });
    CHECK (chapters > std::size_t (rounds));
    onMessageThread ([&] { loaded.openWindow(); });

    for (int i = 0; i < 1200 && ! hasWholeWaveform (*loaded); ++i)
        std::this_thread::sleep_for (50ms);

    CHECK (hasWholeWaveform (*loaded));
    CHECK (onMessageThread ([&] { return loaded->chapters(); }) == "One@0 ");
}

TEST_CASE ("A host may let go of an instance on a thread of its own", "[hosts]")
{
    const TemporaryFolder folder;
    const auto project = projectOf (writeWav (folder / "episode.wav", noise (1, 44100, 1)));
    Random random (4);

    // As hosts of LV2 do, which never see the message thread: what waits there for the instance comes while it goes.
    for (int round = 0; round < 100; ++round)
    {
        auto host = std::make_unique<HostStandIn>();
        host->setState (project);
        host->setMark (true);
        host->block();
        onMessageThread ([&] { host->plugin.workspace().playback().tick(); });
        host->setState (project);
        CHECK (host->readState().has_value());
        std::this_thread::sleep_for (std::chrono::microseconds (random.below (300)));
        host.reset();
    }

    CHECK (onMessageThread ([] { return true; })); // it goes on
}

TEST_CASE ("Instances come and go while others play", "[hosts]")
{
    Instance playing;
    std::atomic<bool> stop = false, isSame = false;
    std::jthread audio ([&] { isSame = passThrough (*playing, Random (3), stop); });

    for (int round = 0; round < 20; ++round)
    {
        Instance other;
        const auto kept = playing->state();
        other->setState (kept);
        other->playTo (48'000);
        onMessageThread ([&] { round % 2 == 0 ? other.openWindow() : other.closeWindow(); });
    }

    stop = true;
    audio.join();
    CHECK (isSame);
}

} // namespace earmark::tests
