// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/AnswerBack.h"
#include "Session/Services.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
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
    /** Told of each file that was written, on the writing thread, before anybody else hears of it. */
    using Wrote = std::function<void (const std::filesystem::path&)>;

    explicit Writer (Post = postToMessageThread(), Wrote = {});
    ~Writer();

    Writer (const Writer&) = delete;
    Writer& operator= (const Writer&) = delete;

    /** The services that write. */
    void provide (Services&);

private:
    struct Job
    {
        std::string question; ///< what a later one of the same name makes useless; empty for writes
        std::function<void (const std::stop_token&)> work;
    };

    const AnswerBack answer;
    const Wrote wrote;

    std::mutex mutex;
    std::condition_variable_any arrived;
    std::deque<Job> jobs; // guarded by the mutex

    /** How often writing was stopped: what was asked for before that is given up. */
    std::atomic<int> stops { 0 };

    std::jthread worker; // last: it ends before the rest goes

    /** To be asked now and again by what is being carried out. */
    using IsStopped = std::function<bool()>;

    IsStopped isStopped (const std::stop_token&, int stopsBefore) const;
    void push (Job);
    void run (const std::stop_token&);
    void write (const WritePreview&,
                std::function<void (double)> progress,
                std::function<void (Result<WriteProof>)> done);
    void restore (const std::string& path, std::function<void (Result<WriteProof>)> done);
};

} // namespace earmark
