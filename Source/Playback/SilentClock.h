// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/Player.h"

#include <thread>

namespace earmark
{

/** Takes the place of a sound device where there is none: calls a player's render() in real time and throws away what it
    gives, so that the playhead runs. Must go before the player does. */
class SilentClock
{
public:
    SilentClock (Player&, int sampleRate);

private:
    std::jthread thread;
};

} // namespace earmark
