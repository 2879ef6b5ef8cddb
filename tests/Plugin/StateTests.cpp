// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/HostStandIn.h"

#include "Session/Actions.h"
#include "Support/Random.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <thread>

namespace earmark::tests
{

namespace
{

Position at (double seconds)
{
    return Position::fromNanoseconds (std::int64_t (seconds * 1e9));
}

void addChapter (Processor& plugin, double seconds, const char* title)
{
    Chapter chapter;
    chapter.start = at (seconds);
    chapter.title = title;
    REQUIRE (plugin.workspace().perform (AddChapter { chapter }));
}

} // namespace

TEST_CASE ("The host's project keeps the document", "[plugin][state]")
{
    HostStandIn first, second;
    addChapter (first.plugin, 0, "Welcome");
    addChapter (first.plugin, 77.5, "Tides");
    first.plugin.workspace().hostTimeline().setEpisodeStart (at (30));
    second.setState (first.state());
    CHECK (second.chapters() == "Welcome@0 Tides@77500 ");
    CHECK (second.plugin.workspace().document().episodeStart == at (30));
    CHECK_FALSE (second.plugin.workspace().history().canUndo());
    CHECK (second.state() == first.state());
}

TEST_CASE ("The host's project keeps for which audio the chapters are timed as they are now",
           "[plugin][state]")
{
    // The audio has come back half a minute shorter.
    HostState kept;
    kept.document.outline.chapters.resize (2);
    kept.document.outline.chapters[1].start = at (300);
    kept.document.media = MediaReference { "/gone.wav", Duration::fromSeconds (570) };
    kept.document.timedFor = TimedFor { Duration::fromSeconds (600), {} };
    Notices notices;
    const auto bytes = writeHostState (kept, notices);

    HostStandIn first, second;
    first.setState (juce::MemoryBlock (bytes.data(), bytes.size()));
    auto& w = first.plugin.workspace();
    const auto lengthKept = [] (HostStandIn& host) { return host.readState()->document.timedFor->length; };
    CHECK (lengthKept (first) == Duration::fromSeconds (600));
    REQUIRE (w.perform (RemoveTime { { at (230), at (260) } }));
    CHECK (lengthKept (first) == Duration::fromSeconds (570));
    w.undo();
    CHECK (lengthKept (first) == Duration::fromSeconds (600));
    w.redo();

    second.setState (first.state());
    CHECK (second.plugin.workspace().cutFinder().toKeep()->timedFor->length == Duration::fromSeconds (570));
    CHECK (second.edits == 0);
}

TEST_CASE ("Every edit is told to the host, and nothing else is", "[plugin][state]")
{
    HostStandIn host;
    auto& w = host.plugin.workspace();
    CHECK (host.edits == 0);
    addChapter (host.plugin, 10, "One");
    CHECK (host.edits == 1);
    w.undo();
    CHECK (host.edits == 2);
    w.redo();
    CHECK (host.edits == 3);
    w.hostTimeline().setEpisodeStart (at (4));
    CHECK (host.edits == 4);

    // A drag is one.
    const auto id = w.chapters().front().id;
    w.beginGesture();
    w.performInGesture (MoveChapter { id, at (11) });
    w.performInGesture (MoveChapter { id, at (12) });
    CHECK (host.edits == 4);
    w.endGesture();
    CHECK (host.edits == 5);

    w.playback().seek (at (3));
    w.playback().tick();
    host.block();
    const auto state = host.state();
    CHECK (host.edits == 5);

    HostStandIn other;
    other.plugin.workspace();
    other.setState (state);
    CHECK (other.chapters() == "One@12000 ");
    CHECK (other.edits == 0);
}

TEST_CASE ("State comes and goes without a window, on any thread", "[plugin][state]")
{
    HostStandIn first, second;
    addChapter (first.plugin, 5, "Five");
    const auto bytes = first.state();
    juce::MemoryBlock again;

    // The message thread is busy here: what was set is there all the same.
    std::thread (
        [&]
        {
            second.setState (bytes);
            again = second.state();
        })
        .join();
    CHECK (again == bytes);
    CHECK (second.chapters() == "Five@5000 ");

    // Also where the window has another document by then.
    HostStandIn third;
    addChapter (third.plugin, 1, "Mine");
    std::thread (
        [&]
        {
            third.setState (bytes);
            again = third.state();
        })
        .join();
    CHECK (again == bytes);
    third.plugin.catchUp();
    CHECK (third.chapters() == "Five@5000 ");
    third.plugin.workspace().undo();
    CHECK (third.chapters() == "Mine@1000 ");
}

TEST_CASE ("State is set and got while the window edits and audio passes", "[plugin][state]")
{
    HostStandIn host;
    addChapter (host.plugin, 5, "Five");
    const auto bytes = host.state();
    std::atomic<bool> stop = false;
    std::atomic<int> asked = 0, sound = 0;
    std::jthread saver (
        [&]
        {
            do
            {
                ++asked;
                sound += host.readState().has_value() ? 1 : 0;
            } while (! stop);
        });
    std::jthread loader (
        [&]
        {
            for (int i = 0; i < 50; ++i)
                host.setState (bytes);
        });

    for (int i = 0; i < 200; ++i)
    {
        host.block (256);
        addChapter (host.plugin, 100 + i, "More");
        host.plugin.catchUp();
    }

    loader.join();
    stop = true;
    saver.join();
    host.plugin.catchUp();
    CHECK (sound == asked);
    CHECK (! host.plugin.workspace().chapters().empty());
}

TEST_CASE ("A state that is not ours does no harm", "[plugin][state]")
{
    HostStandIn host;
    addChapter (host.plugin, 5, "Five");
    const auto before = host.state();
    Random random (6);

    for (int round = 0; round < 300; ++round)
    {
        juce::MemoryBlock garbage;
        garbage.setSize (1 + random.below (3000));

        for (std::size_t i = 0; i < garbage.getSize(); ++i)
            garbage[i] = char (random.below (256));

        host.setState (garbage);
    }

    host.plugin.setStateInformation (nullptr, 0);
    host.plugin.setStateInformation ("x", 0);
    host.plugin.setStateInformation ("EarmarkState", 12);
    CHECK (host.chapters() == "Five@5000 ");
    CHECK (host.state() == before);
    CHECK (host.plugin.workspace().message().grade == Message::Grade::warning);
}

TEST_CASE ("Damaged states are taken or left, and never lose what cannot be read", "[plugin][state]")
{
    HostStandIn source;
    addChapter (source.plugin, 0, "Zero");
    addChapter (source.plugin, 60, "Sixty");
    source.playTo (100'000);
    const auto bytes = source.state();
    Random random (12);

    for (int round = 0; round < 500; ++round)
    {
        HostStandIn host;
        auto damaged = bytes;

        for (auto n = random.between (1, 6); n > 0; --n)
            damaged[random.below (damaged.getSize())] = char (random.below (256));

        if (random.oneIn (4))
            damaged.setSize (1 + random.below (damaged.getSize()));

        host.setState (damaged);
        CHECK_FALSE (host.state().isEmpty());
        host.block();
    }
}

TEST_CASE ("What a newer Earmark saved is handed back until there is an edit", "[plugin][state]")
{
    HostStandIn host;
    addChapter (host.plugin, 5, "Five");
    auto newer = host.state();
    newer[12] = 9; // the version

    HostStandIn other;
    other.setState (newer);
    CHECK (other.state() == newer);
    CHECK (other.chapters().empty());
    CHECK (other.plugin.workspace().message().text.find ("newer") != std::string::npos);
    CHECK (other.state() == newer);
    addChapter (other.plugin, 1, "Mine");
    CHECK (other.state() != newer);
}

TEST_CASE ("Instances do not know of one another", "[plugin][state]")
{
    HostStandIn first, second;
    addChapter (first.plugin, 1, "First");
    addChapter (second.plugin, 2, "Second");
    first.block();
    CHECK (first.chapters() == "First@1000 ");
    CHECK (second.chapters() == "Second@2000 ");
    CHECK (second.plugin.workspace().playback().host().source == HostTransport::Source::nothing);
    CHECK (first.edits == 1);
    CHECK (second.edits == 1);
}

TEST_CASE ("The window opens at the size that it had", "[plugin][state]")
{
    HostStandIn first, second;
    auto editor = first.openEditor();
    CHECK (editor->getWidth() == 1120);
    editor->setSize (901, 605);
    first.close (std::move (editor));
    editor = first.openEditor();
    CHECK (editor->getWidth() == 901);
    first.close (std::move (editor));

    second.setState (first.state());
    editor = second.openEditor();
    CHECK (editor->getWidth() == 901);
    CHECK (editor->getHeight() == 605);
    second.close (std::move (editor));
    CHECK (second.edits == 0);
}

TEST_CASE ("The project names the audio; without the file the chapters are there", "[plugin][state]")
{
    HostState kept;
    Chapter chapter;
    chapter.title = "One";
    kept.document = makeDocument ({ .episode = {}, .chapters = { chapter } });
    kept.document.media = { "/nowhere/episode.wav", Duration::fromSeconds (60) };
    Notices notices;
    const auto bytes = writeHostState (kept, notices);

    HostStandIn host;
    host.plugin.setStateInformation (bytes.data(), int (bytes.size()));
    CHECK (host.chapters() == "One@0 ");
    CHECK (host.plugin.workspace().audio().loading().empty()); // nobody looks
    auto editor = host.openEditor();
    CHECK (host.plugin.workspace().audio().loading() == "/nowhere/episode.wav");
    CHECK (host.readState().value().document == kept.document);
    host.close (std::move (editor));
    CHECK (host.edits == 0);
}

} // namespace earmark::tests
