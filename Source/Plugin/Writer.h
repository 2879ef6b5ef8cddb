// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Services.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace earmark
{

/** Plans and carries out writes into audio files, one after the other on a thread of its own. Used from the message thread, and
    answers there. When it goes, a write that goes on is given up: the file is then as it was. */
class Writer final
{
public:
    Writer();
    ~Writer();

    Writer (const Writer&) = delete;
    Writer& operator= (const Writer&) = delete;

    /** The services that write. */
    void provide (Services&);

private:
    struct Job
    {
        std::string planned; ///< path, if it is a plan
        std::function<void (const std::stop_token&)> work;
    };

    /** Expires with this; answers look at it on the message thread. */
    std::shared_ptr<int> alive = std::make_shared<int>();

    std::mutex mutex;
    std::condition_variable_any arrived;
    std::deque<Job> jobs; // guarded by the mutex

    /** How often writing was stopped: what was asked for before that is given up. */
    std::atomic<int> stops { 0 };

    std::jthread worker; // last: it ends before the rest goes

    void push (Job);
    void run (const std::stop_token&);
    void write (const WritePreview&,
                std::function<void (double)> progress,
                std::function<void (Result<WriteProof>)> done);
    void restore (const std::string& path, std::function<void (Result<WriteProof>)> done);
};

} // namespace earmark
