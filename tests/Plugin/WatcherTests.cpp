// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Watcher.h"

#include "Plugin/MessageQueue.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <filesystem>

namespace earmark::tests
{

namespace
{

using Kind = WatchNews::Kind;

struct Desk
{
    TemporaryFolder folder;
    MessageQueue messages;
    Watcher watcher { messages.post() };
    Services services;
    std::vector<WatchNews> news;

    Desk() { watcher.provide (services); }

    void watch (const Outline& outline)
    {
        services.watch (folder.path().string(),
                        outline,
                        { "safe" },
                        [this] (WatchNews n) { news.push_back (std::move (n)); });
    }

    void stop()
    {
        bool isStopped = false;
        services.stopWatching ([&] { isStopped = true; });
        messages.runUntil ([&] { return isStopped; });
    }
};

} // namespace

TEST_CASE ("A render gets the chapters, the next one those of the last edit", "[plugin][watch]")
{
    Desk desk;
    desk.watch (evenOutline (3, 2000));
    const auto first = desk.folder.copyOf (mp3Sample (10), "first.mp3");
    desk.messages.runUntil ([&] { return ! desk.news.empty(); });
    CHECK (desk.news[0].kind == Kind::tagged);
    CHECK (desk.news[0].file == "first.mp3");
    CHECK (desk.news[0].chapters == 3);
    CHECK (desk.news[0].time.size() == 5);
    CHECK (must (readTaggedFile (first)).outline.chapters.size() == 3);

    desk.services.updateWatched (evenOutline (2, 2000), {});
    const auto second = desk.folder.copyOf (m4aFaststart (10), "second.m4a");
    desk.messages.runUntil ([&] { return desk.news.size() == 2; });
    CHECK (desk.news[1].chapters == 2);
    CHECK (must (readTaggedFile (second)).outline.chapters.size() == 2);
    CHECK (must (readTaggedFile (first)).outline.chapters.size() == 3);
    desk.stop();

    // It is not watched any more, and can be watched again.
    const auto third = desk.folder.copyOf (mp3Sample (10), "third.mp3");
    desk.watch (evenOutline (2, 2000));
    desk.messages.runUntil (
        [&]
        {
            return std::ranges::any_of (desk.news,
                                        [] (const WatchNews& n)
                                        { return n.file == "third.mp3" && n.kind == Kind::tagged; });
        });
    CHECK (must (readTaggedFile (third)).outline.chapters.size() == 2);
    desk.stop();
}

TEST_CASE ("What was changed on the way into a render is told with it", "[plugin][watch]")
{
    Desk desk;
    desk.watch (outlineOf ({ chapterAt (2000, "Late"), chapterAt (3000, "Later") }));
    desk.folder.copyOf (m4aFaststart (5), "a.m4a");
    desk.messages.runUntil ([&] { return ! desk.news.empty(); });
    CHECK (desk.news[0].kind == Kind::tagged);
    CHECK (std::ranges::any_of (desk.news[0].warnings,
                                [] (const auto& w) { return w.contains ("'Intro' was put in front"); }));
    desk.stop();
}

TEST_CASE ("No chapters are written over those that a render has", "[plugin][watch]")
{
    Desk desk;
    const auto file = desk.folder.copyOf (mp3Sample (10), "a.mp3");
    must (carryOut (must (planWrite (file, evenOutline (3, 2000))), file));
    desk.watch ({});
    desk.messages.runUntil ([&] { return ! desk.news.empty(); });
    CHECK (desk.news[0].kind == Kind::failed);
    CHECK (desk.news[0].problem == "There are no chapters to write yet.");
    CHECK (must (readTaggedFile (file)).outline.chapters.size() == 3);
    desk.stop();
}

TEST_CASE ("A watcher that goes leaves the old file or the whole new one", "[plugin][watch]")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mp3Sample (10), "a.mp3");
    const auto before = bytesOf (file);

    for (const auto isHeard : { false, true })
    {
        MessageQueue messages;
        bool isTold = false;

        {
            Watcher watcher (messages.post());
            Services services;
            watcher.provide (services);
            services.watch (folder.path().string(),
                            evenOutline (3, 2000),
                            { "safe" },
                            [&] (const WatchNews&) { isTold = true; });

            if (isHeard)
                messages.runUntil ([&] { return isTold; });
        }

        CHECK ((isHeard
                    ? must (readTaggedFile (file)).outline.chapters.size() == 3
                    : bytesOf (file) == before || must (readTaggedFile (file)).outline.chapters.size() == 3));
        CHECK (std::distance (std::filesystem::directory_iterator (folder.path()), {}) == 1);
    }
}

} // namespace earmark::tests
