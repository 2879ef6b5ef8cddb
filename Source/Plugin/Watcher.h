// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/AnswerBack.h"
#include "Session/Services.h"

#include <memory>
#include <mutex>
#include <thread>

namespace earmark
{

/** Watches a folder on a thread of its own, and writes the session's chapters into each render there. Used from the message thread, and
    answers there. When it goes, a write that has begun is given up: the file is then as it was. */
class Watcher final
{
public:
    explicit Watcher (Post = postToMessageThread());

    /** The services that watch. */
    void provide (Services&);

private:
    /** What goes into a render; a value that is only replaced as a whole. */
    struct Content
    {
        Outline outline;
        WriteWishes wishes;
    };

    const AnswerBack answer;
    std::mutex mutex;
    std::shared_ptr<const Content> content; // guarded by the mutex
    std::function<void()> stopped;          // of the message thread; asked for, and not yet told

    std::jthread thread; // last: it ends before the rest goes

    void start (const std::string& folder, std::function<void (WatchNews)>);
    void put (const Outline&, const WriteWishes&);
    std::shared_ptr<const Content> current();
};

} // namespace earmark
