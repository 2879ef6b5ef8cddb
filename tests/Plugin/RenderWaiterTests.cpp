// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/RenderWaiter.h"

#include "Foundation/File.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace earmark::tests
{

namespace
{

using namespace std::chrono_literals;

/** What is to run on the message thread, which is the test's. */
class Inbox
{
public:
    Post post()
    {
        return [this] (std::function<void()> f)
        {
            const std::scoped_lock lock (mutex);
            waiting.push_back (std::move (f));
        };
    }

    /** True as soon as the condition holds; ten seconds are for machines that do much else. */
    bool runUntil (const std::function<bool()>& condition)
    {
        for (int i = 0; i < 200 && ! condition(); ++i)
        {
            std::this_thread::sleep_for (50ms);
            run();
        }

        return condition();
    }

    /** True as soon as something waits to be run, which it then still does. */
    bool fills()
    {
        const auto isEmpty = [this]
        {
            const std::scoped_lock lock (mutex);
            return waiting.empty();
        };

        for (int i = 0; i < 200 && isEmpty(); ++i)
            std::this_thread::sleep_for (50ms);

        return ! isEmpty();
    }

    void run()
    {
        std::vector<std::function<void()>> now;

        {
            const std::scoped_lock lock (mutex);
            now.swap (waiting);
        }

        for (const auto& each : now)
            each();
    }

private:
    std::mutex mutex;
    std::vector<std::function<void()>> waiting;
};

} // namespace

TEST_CASE ("The files of a render are told when they are complete, and no others", "[plugin]")
{
    const TemporaryFolder folder;
    Inbox inbox;
    RenderWaiter waiter (inbox.post());
    std::vector<std::string> told;
    const auto tell = [&] (const std::string& path)
    { told.push_back (toUtf8 (pathFromUtf8 (path).filename())); };
    folder.file ("old.wav", "rendered long ago");
    std::filesystem::last_write_time (folder / "old.wav", std::filesystem::file_time_type::clock::now() - 1h);
    const auto began = std::filesystem::file_time_type::clock::now() - 3s;

    // Named by the host: also with a suffix that is none of audio; one is written only later.
    waiter.wait ({ toUtf8 (folder / "a.mp3"), toUtf8 (folder / "b.dat"), toUtf8 (folder / "old.wav") },
                 {},
                 began,
                 tell);
    folder.file ("b.dat", "sound");
    folder.file ("other.mp3", "of somebody else");
    CHECK (inbox.runUntil ([&] { return told.size() == 1; }));
    folder.file ("a.mp3", "sound");
    CHECK (inbox.runUntil ([&] { return told.size() == 2; }));
    std::ranges::sort (told);
    CHECK (told == std::vector<std::string> { "a.mp3", "b.dat" });

    // Of a folder: all that sounds and is new. The former are no longer waited for.
    told.clear();
    waiter.wait ({}, toUtf8 (folder.path()), began, tell);
    CHECK (inbox.runUntil ([&] { return told.size() == 2; }));
    std::ranges::sort (told);
    CHECK (told == std::vector<std::string> { "a.mp3", "other.mp3" });
    CHECK (bytesOf (folder / "a.mp3") == "sound");
}

TEST_CASE ("What Earmark has written into a render is no new one, until somebody else writes it", "[plugin]")
{
    const TemporaryFolder folder;
    Inbox inbox;
    RenderWaiter waiter (inbox.post());
    std::vector<std::string> told;
    folder.file ("a.mp3", "sound");
    waiter.wait ({},
                 toUtf8 (folder.path()),
                 std::filesystem::file_time_type::clock::now() - 3s,
                 [&] (const std::string& path) { told.push_back (toUtf8 (pathFromUtf8 (path).filename())); });
    REQUIRE (inbox.runUntil ([&] { return told.size() == 1; }));

    // Another file that is complete later shows that the first has been looked at again by then.
    folder.file ("a.mp3", "sound and chapters");
    waiter.leaveOut (folder / "a.mp3");
    std::this_thread::sleep_for (1s);
    folder.file ("b.mp3", "sound");
    REQUIRE (inbox.runUntil ([&] { return told.size() == 2; }));
    CHECK (told.back() == "b.mp3");

    folder.file ("a.mp3", "sound anew");
    CHECK (inbox.runUntil ([&] { return told.size() == 3; }));
    CHECK (told.back() == "a.mp3");
}

TEST_CASE ("The files of a render may lie in several folders", "[plugin]")
{
    const TemporaryFolder one, two, three;
    Inbox inbox;
    RenderWaiter waiter (inbox.post());
    std::vector<std::string> told;
    const auto tell = [&] (const std::string& path) { told.push_back (path); };
    const auto began = std::filesystem::file_time_type::clock::now() - 3s;
    const std::vector files { toUtf8 (one / "a.mp3"), toUtf8 (two / "a.mp3"), toUtf8 (three / "a.mp3") };
    waiter.wait (files, {}, began, tell);

    for (const auto* folder : { &one, &two, &three })
        folder->file ("a.mp3", "sound");

    CHECK (inbox.runUntil ([&] { return told.size() == 3; }));
    CHECK (std::ranges::is_permutation (told, files));

    // What all of them have found is told to nobody any more.
    waiter.wait (files, {}, began, tell);
    CHECK (inbox.fills());
    waiter.wait ({}, {}, began, tell);
    inbox.run();
    CHECK (told.size() == 3);
}

TEST_CASE ("Whoever no longer waits for a render is told nothing", "[plugin]")
{
    const TemporaryFolder folder;
    Inbox inbox;
    int told = 0;
    const auto began = std::filesystem::file_time_type::clock::now() - 3s;
    folder.file ("a.mp3", "sound");

    {
        RenderWaiter waiter (inbox.post());
        waiter.wait ({ toUtf8 (folder / "a.mp3") }, {}, began, [&] (const std::string&) { ++told; });
        CHECK (inbox.fills());
    }

    inbox.run();
    CHECK (told == 0);

    RenderWaiter idle (inbox.post());
    idle.wait ({}, {}, began, [&] (const std::string&) { ++told; }); // nothing is known
    inbox.run();
    CHECK (told == 0);
}

} // namespace earmark::tests
