// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/PlayerShared.h"
#include "Playback/Stretcher.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace earmark
{

/** The player's own thread: reads the file, stretches, and keeps the queue filled with what was asked for last. */
class Player::Feeder
{
public:
    Feeder (Shared&, std::unique_ptr<AudioReader>);

    /** What is to be played; positions in the file's samples. */
    struct Request
    {
        std::uint64_t generation = 0;
        std::int64_t start = 0;
        std::optional<std::int64_t> stop;        ///< where an audition ends
        std::int64_t loopStart = 0, loopEnd = 0; ///< no loop where they are equal
        double speed = 1;
    };

    int fileRate() const { return rate; }

    Request request() const;

    /** Takes effect at once; fills in the generation. */
    void ask (Request);

private:
    Shared& shared;
    std::unique_ptr<AudioReader> reader;
    const int rate;

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    Request newest;      ///< guarded by the mutex
    std::jthread thread; ///< last, since it uses the rest

    void run (const std::stop_token&);
    void feed (const Request&, const std::stop_token&);
    bool isOutdated (const Request&, const std::stop_token&) const;
    bool push (const Request&, StreamMark, std::span<const float> interleaved, const std::stop_token&);
};

} // namespace earmark
