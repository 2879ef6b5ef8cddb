// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Watch.h"

#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

namespace earmark
{

namespace
{

using namespace tests;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/** A clock that the test moves. */
class GivenClock
{
public:
    std::chrono::steady_clock::time_point read()
    {
        const std::scoped_lock locked (lock);
        ++reads;
        changed.notify_all();
        return now;
    }

    void advance (std::chrono::milliseconds passed)
    {
        const std::scoped_lock locked (lock);
        now += passed;
    }

    /** Returns after so many further readings. */
    void waitForReads (int more)
    {
        std::unique_lock locked (lock);
        const auto target = reads + more;
        changed.wait (locked, [&] { return reads >= target; });
    }

private:
    std::mutex lock;
    std::condition_variable changed;
    std::chrono::steady_clock::time_point now;
    int reads = 0;
};

/** A folder that is watched, and what was said about it. */
class Watched
{
public:
    TemporaryFolder home;
    fs::path folder = home / "renders";
    std::atomic<bool> isDiskFull = false;
    std::atomic<int> tries = 0;

    explicit Watched (Outline chapters = evenOutline (2, 1000)) : outline (std::move (chapters))
    {
        fs::create_directory (folder);
        options.now = [this] { return clock.read(); };
        options.settle = 300ms;
        options.interval = 50ms;
        options.retry = 300ms;
        options.tag = [this] (const fs::path& path, const std::stop_token& stop) -> Result<RenderWrite>
        {
            ++tries;

            if (isDiskFull)
                return failure (Error::Kind::notWritable, "The disk is full.");

            return planWrite (path, outline, { .episodeTags = EpisodeTags::keep, .profile = {} })
                .and_then ([&] (const WritePlan& plan) { return writeRender (plan, stop); });
        };
        options.report = [this] (const WatchEvent& event)
        {
            const std::scoped_lock locked (lock);
            events.push_back (event);
        };
        thread =
            std::jthread ([this] (std::stop_token stop) { watchFolder (folder, options, std::move (stop)); });
    }

    std::size_t count (WatchEvent::Kind kind)
    {
        const std::scoped_lock locked (lock);
        std::size_t n = 0;

        for (const auto& event : events)
            n += event.kind == kind ? 1u : 0u;

        return n;
    }

    Notices notices()
    {
        const std::scoped_lock locked (lock);
        Notices all;

        for (const auto& event : events)
            all.append_range (event.notices);

        return all;
    }

    bool waitFor (WatchEvent::Kind kind, std::size_t n)
    {
        for (int i = 0; i < 300 && count (kind) < n; ++i)
        {
            clock.advance (50ms);
            std::this_thread::sleep_for (50ms);
        }

        return count (kind) == n;
    }

    /** Lets time pass, and the one render of the folder be looked at and dealt with by the new one: for each look the clock is read
        once, and once more where it is to be looked at again. */
    void pass (std::chrono::milliseconds time)
    {
        clock.advance (time);
        clock.waitForReads (3);
    }

private:
    const Outline outline;
    GivenClock clock;
    WatchOptions options;
    std::mutex lock;
    std::vector<WatchEvent> events;
    std::jthread thread; // stops first
};

bool isTagged (const fs::path& file)
{
    return must (readTaggedFile (file)).outline.chapters.size() == 2;
}

} // namespace

TEST_CASE ("A render is tagged once when it is complete, and again when it is rendered anew")
{
    Watched watched;
    const auto file = watched.folder / "a.mp3";
    const auto audio = bytesOf (bareMp3 (3));

    {
        std::ofstream writer (file, std::ios::binary);
        writer.write (audio.data(), 10'000);
        writer.flush();
        watched.pass (0ms);
        watched.pass (1500ms); // a pause much longer than it takes to settle
        CHECK (watched.count (WatchEvent::Kind::done) == 0);
        writer.write (audio.data() + 10'000, std::streamsize (audio.size()) - 10'000);
    }

    CHECK (watched.waitFor (WatchEvent::Kind::done, 1));
    CHECK (isTagged (file));
    watched.pass (1s);
    CHECK (watched.count (WatchEvent::Kind::done) == 1);

    writeBytes (file, audio); // over the tagged file
    CHECK (watched.waitFor (WatchEvent::Kind::done, 2));
    CHECK (isTagged (file));
}

TEST_CASE ("What was changed on the way into a render is told with it")
{
    Watched watched (outlineOf ({ chapterAt (2000, "Late"), chapterAt (3000, "Later") }));
    const auto audio = bytesOf (m4aFaststart (5));
    writeBytes (watched.folder / "a.m4a", audio);
    CHECK (watched.waitFor (WatchEvent::Kind::done, 1));
    CHECK (says (watched.notices(), "'Intro' was put in front"));
}

TEST_CASE ("A render is told by its name, and what is hidden is none")
{
    CHECK (looksLikeRender ("renders/a.mp3"));
    CHECK (looksLikeRender ("A.M4A"));
    CHECK (looksLikeRender (".hidden/a.mp3")); // it is the file's name that counts
    CHECK_FALSE (looksLikeRender ("renders/.a.mp3"));
    CHECK_FALSE (looksLikeRender ("a.mp3.part"));
    CHECK_FALSE (looksLikeRender ("notes.txt"));
    CHECK_FALSE (looksLikeRender ("mp3"));
    CHECK_FALSE (looksLikeRender (""));
}

TEST_CASE ("Renames into place, two renders at once, and other files")
{
    Watched watched;
    writeBytes (watched.folder / "b.mp3.part", bytesOf (bareMp3 (3)));
    writeBytes (watched.folder / "c.mp3", bytesOf (bareMp3 (4)));
    fs::rename (watched.folder / "b.mp3.part", watched.folder / "b.mp3");
    writeBytes (watched.folder / "notes.txt", "not audio");
    CHECK (watched.waitFor (WatchEvent::Kind::done, 2));
    CHECK (isTagged (watched.folder / "b.mp3"));
    CHECK (isTagged (watched.folder / "c.mp3"));
    CHECK (watched.count (WatchEvent::Kind::failed) == 0);
}

TEST_CASE ("A full disk is complained about once, and the render is tagged when there is space again")
{
    Watched watched;
    watched.isDiskFull = true;
    writeBytes (watched.folder / "a.mp3", bytesOf (bareMp3 (3)));
    CHECK (watched.waitFor (WatchEvent::Kind::failed, 1));

    for (int i = 0; i < 3; ++i)
        watched.pass (400ms); // some tries more

    CHECK (watched.tries.load() > 2);
    CHECK (watched.count (WatchEvent::Kind::failed) == 1);
    watched.isDiskFull = false;
    CHECK (watched.waitFor (WatchEvent::Kind::done, 1));
    CHECK (isTagged (watched.folder / "a.mp3"));
}

TEST_CASE ("What is no audio is complained about once, and a folder that vanishes is waited for")
{
    Watched watched;
    writeBytes (watched.folder / "bad.mp3", "this is no audio at all");
    CHECK (watched.waitFor (WatchEvent::Kind::failed, 1));

    fs::rename (watched.folder, watched.home / "elsewhere");
    CHECK (watched.waitFor (WatchEvent::Kind::folderGone, 1));
    fs::create_directory (watched.folder);
    CHECK (watched.waitFor (WatchEvent::Kind::folderBack, 1));
    writeBytes (watched.folder / "d.mp3", bytesOf (bareMp3 (3)));
    CHECK (watched.waitFor (WatchEvent::Kind::done, 1));
    CHECK (watched.count (WatchEvent::Kind::failed) == 1);
}

} // namespace earmark
