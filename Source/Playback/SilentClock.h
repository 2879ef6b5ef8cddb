// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/Player.h"

#include <chrono>
#include <functional>
#include <thread>

namespace earmark
{

/** Takes the place of a sound device where there is none: calls a player's render() in real time and throws away what it
    gives, so that the playhead runs. Must go before the player does. */
class SilentClock
{
public:
    /** Waits until so much time has passed since the start, or until it is to stop. */
    using WaitUntil = std::function<void (std::chrono::nanoseconds, const std::stop_token&)>;

    /** By the system's clock, unless told otherwise. */
    SilentClock (Player&, int sampleRate, WaitUntil = {});

private:
    std::jthread thread;
};

} // namespace earmark
