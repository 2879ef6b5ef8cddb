// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace earmark
{

/** Calls a function later on the session's thread. */
using Post = std::function<void (std::function<void()>)>;

/** By JUCE's message queue. */
Post postToMessageThread();

/** The way back from a thread of work: what is told after the owner has gone is dropped. Lives and dies on the session's thread; may be
    called from any. */
class AnswerBack final
{
public:
    explicit AnswerBack (Post p) : post (std::move (p)) {}

    AnswerBack (const AnswerBack&) = delete; // would outlive the owner
    AnswerBack& operator= (const AnswerBack&) = delete;

    void operator() (std::function<void()> tell) const
    {
        post (
            [watched = std::weak_ptr<const int> (alive), tell = std::move (tell)]
            {
                if (! watched.expired())
                    tell();
            });
    }

private:
    Post post;
    std::shared_ptr<const int> alive = std::make_shared<const int>();
};

} // namespace earmark
