// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/PlayerShared.h"

namespace earmark
{

/** The device's side: takes frames from the queue, fades, and tells where it is. No locks, no memory, no waiting. */
class Player::Voice
{
public:
    explicit Voice (Shared& s)
        : shared (s), fadeStep (200.0f / float (s.outputRate)),
          fadeFrames (std::size_t (s.outputRate) / 200 + 1)
    {}

    void render (float* const* outputs, int channels, int frames) noexcept;

private:
    Shared& shared;
    const float fadeStep; ///< for each frame; a fade takes 5 ms
    const std::size_t fadeFrames;
    float gain = 0;
    std::uint64_t current = 0; ///< the generation being heard, 0 for none
    StreamMark latest;

    void passMarks() noexcept;
    bool changeGeneration (std::uint64_t wanted) noexcept;

    struct Ready
    {
        std::size_t frames;
        bool isAll; ///< nothing more comes for this request
    };

    Ready ready() const noexcept;
    void finish() noexcept;
    void writeFrame (float* const* outputs, int channels, int at) noexcept;
};

} // namespace earmark
