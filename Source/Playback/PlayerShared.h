// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/Player.h"
#include "Playback/SpscQueue.h"

#include <atomic>

namespace earmark
{

/** Says what the samples from a place in the stream on are. */
struct StreamMark
{
    enum class Kind
    {
        here, ///< `position` is heard here
        end   ///< nothing comes after this
    };

    Kind kind = Kind::here;
    std::size_t index = 0;        ///< in the stream of frames
    std::uint64_t generation = 0; ///< which request they answer
    double position = 0;          ///< in the file's samples
    double step = 1;              ///< the file's samples for each frame of output
};

/** What the player's thread and the device's have in common: two queues and some numbers. */
struct Player::Shared
{
    Shared (int fileChannels, int rate)
        : channels (std::size_t (fileChannels)), outputRate (rate),
          frames (std::size_t (rate) / 2 * channels), marks (4096)
    {}

    const std::size_t channels;
    const int outputRate;
    SpscQueue<float> frames; ///< interleaved, whole frames only
    SpscQueue<StreamMark> marks;

    std::atomic<std::uint64_t> wanted = 0; ///< the newest request
    std::atomic<std::uint64_t> heard = 0;  ///< the request that is being heard
    std::atomic<bool> playing = false;
    std::atomic<bool> atEnd = false;
    std::atomic<double> position = 0; ///< in the file's samples
    std::atomic<std::int64_t> dropouts = 0;
};

} // namespace earmark
