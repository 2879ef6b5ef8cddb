// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/Journal.h"

#include <algorithm>
#include <utility>

namespace earmark
{

Journal::Journal (RecoveryFolder into,
                  std::function<void (const Error&)> failed,
                  std::chrono::milliseconds pause)
    : onFailure (std::move (failed)), delay (pause), folder (std::move (into)),
      worker ([this] (const std::stop_token& stop) { run (stop); })
{}

Journal::~Journal() = default;

void Journal::keep (std::shared_ptr<const Document> document, std::string savedAs)
{
    push ({ std::move (document), std::move (savedAs), std::chrono::steady_clock::now() + delay });
}

void Journal::forget()
{
    push ({});
}

void Journal::push (Job job)
{
    {
        const std::scoped_lock lock (mutex);

        // Who changes something all the time would put it off for ever.
        if (pending && pending->document)
            job.due = std::min (job.due, pending->due);

        pending = std::move (job);
    }

    arrived.notify_one();
}

void Journal::run (const std::stop_token& stop)
{
    std::unique_lock lock (mutex);

    for (;;)
    {
        arrived.wait (lock, stop, [this] { return pending.has_value(); });

        if (! pending)
            return;

        // Forgetting does not wait, and neither does the end.
        const auto due = pending->due;
        arrived.wait_until (lock, stop, due, [this] { return ! pending || pending->document == nullptr; });

        if (! pending)
            continue; // adopt() has taken it back

        // The folder's lock is taken before the other goes, so that nothing comes in between.
        const auto job = *std::exchange (pending, std::nullopt);
        std::unique_lock folderLock (folderMutex);
        lock.unlock();
        perform (job);
        folderLock.unlock();
        lock.lock();
    }
}

void Journal::perform (const Job& job)
{
    if (job.document == nullptr)
        return folder.clear();

    const auto kept = folder.keep ({ .outline = job.document->outline,
                                     .audio = job.document->media,
                                     .savedAs = job.savedAs,
                                     .timedFor = job.document->timedFor });

    if (! kept && ! std::exchange (hasFailed, true) && onFailure)
        onFailure (kept.error());

    hasFailed = ! kept;
}

std::vector<RecoveredWork> Journal::findAbandoned()
{
    const std::scoped_lock lock (folderMutex);
    return folder.findAbandoned();
}

void Journal::adopt (const std::string& id)
{
    // What waits is about the document from before.
    const std::scoped_lock lock (mutex, folderMutex);
    pending.reset();
    folder.adopt (id);
}

void Journal::discard (const std::string& id)
{
    const std::scoped_lock lock (folderMutex);
    folder.discard (id);
}

} // namespace earmark
