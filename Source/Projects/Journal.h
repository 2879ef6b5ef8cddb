// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Projects/RecoveryFolder.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace earmark
{

/** Writes what is not saved into the recovery folder, soon after it has changed, on a thread of its own. What is kept when it goes stays
    in the folder, unless it was forgotten before. Used from one thread. */
class Journal
{
public:
    /** How long after the first change that is not kept yet it is written; with the writing itself, far below the two seconds that may
        be lost at most. Later changes do not put it off. */
    static constexpr std::chrono::milliseconds usualDelay { 700 };

    /** `failed` is called on the journal's own thread, once until a write succeeds again. */
    explicit Journal (RecoveryFolder into,
                      std::function<void (const Error&)> failed = {},
                      std::chrono::milliseconds pause = usualDelay);

    /** Writes what still waits. */
    ~Journal();

    /** Never null. */
    void keep (std::shared_ptr<const Document>, std::string savedAs);

    /** All is saved, or not wanted. */
    void forget();

    /** As in RecoveryFolder. */
    std::vector<RecoveredWork> findAbandoned();
    void adopt (const std::string& id);
    void discard (const std::string& id);

private:
    struct Job
    {
        std::shared_ptr<const Document> document; ///< null: forget
        std::string savedAs;
        std::chrono::steady_clock::time_point due;
    };

    const std::function<void (const Error&)> onFailure;
    const std::chrono::milliseconds delay;
    bool hasFailed = false; // the thread's own

    std::mutex folderMutex;
    RecoveryFolder folder; // guarded by it

    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<Job> pending; // guarded by the mutex

    std::jthread worker; // last: it ends before the rest goes

    void push (Job);
    void run (const std::stop_token&);
    void perform (const Job&);
};

} // namespace earmark
