// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/AnswerBack.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace earmark::tests
{

/** Stands for the message thread: what is posted runs in whoever waits. */
class MessageQueue
{
public:
    Post post()
    {
        return [this] (std::function<void()> function)
        {
            const std::scoped_lock lock (mutex);
            waiting.push_back (std::move (function));
            arrived.notify_one();
        };
    }

    /** Runs what comes until it is so; fails the test when that takes a minute. */
    void runUntil (const std::function<bool()>& isSo)
    {
        while (! isSo())
        {
            std::unique_lock lock (mutex);
            REQUIRE (arrived.wait_for (lock, std::chrono::minutes (1), [this] { return ! waiting.empty(); }));
            const auto next = std::move (waiting.front());
            waiting.pop_front();
            lock.unlock();
            next();
        }
    }

    /** Runs what is there already. */
    void runWaiting()
    {
        while (true)
        {
            std::function<void()> next;
            {
                const std::scoped_lock lock (mutex);

                if (waiting.empty())
                    return;

                next = std::move (waiting.front());
                waiting.pop_front();
            }
            next();
        }
    }

private:
    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<std::function<void()>> waiting;
};

} // namespace earmark::tests
