// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/Player.h"

#include "Playback/PlayerFeeder.h"
#include "Playback/PlayerVoice.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

Player::Player (std::unique_ptr<AudioReader> reader, int outputRate)
    : shared (std::make_unique<Shared> (reader->info().channels, outputRate)),
      feeder (std::make_unique<Feeder> (*shared, std::move (reader))),
      voice (std::make_unique<Voice> (*shared))
{}

Player::~Player() = default;

void Player::play()
{
    // At the end, "play" means once more from where it last began.
    if (shared->atEnd)
        feeder->ask (feeder->request());

    shared->playing = true;
}

void Player::pause()
{
    shared->playing = false;
}

void Player::seek (Position to)
{
    auto request = feeder->request();
    request.start = sampleAt (to, feeder->fileRate());
    request.stop.reset();
    feeder->ask (request);
}

void Player::setSpeed (double speed)
{
    auto request = feeder->request();
    request.start = sampleAt (state().position, feeder->fileRate());
    request.speed = std::clamp (speed, slowest, fastest);
    feeder->ask (request);
}

void Player::setLoop (std::optional<TimeRange> range)
{
    auto request = feeder->request();
    request.start = sampleAt (range ? range->start : state().position, feeder->fileRate());
    request.loopStart = range ? sampleAt (range->start, feeder->fileRate()) : 0;
    request.loopEnd = range ? sampleAt (range->end, feeder->fileRate()) : 0;
    request.stop.reset();
    feeder->ask (request);
}

void Player::audition (Position marker, Duration preRoll, Duration postRoll)
{
    auto request = feeder->request();
    request.start = sampleAt (marker - preRoll, feeder->fileRate());
    request.stop = sampleAt (marker + postRoll, feeder->fileRate());
    request.loopStart = request.loopEnd = 0;
    feeder->ask (request);
    shared->playing = true;
}

PlayerState Player::state() const
{
    const auto request = feeder->request();
    const auto isHeard = shared->heard.load (std::memory_order_acquire) == request.generation;
    const auto sample =
        isHeard ? std::llround (shared->position.load (std::memory_order_relaxed)) : request.start;
    return { .playing = shared->playing,
             .atEnd = shared->atEnd,
             .position = positionOf (sample, feeder->fileRate()),
             .speed = request.speed,
             .dropouts = shared->dropouts };
}

void Player::render (float* const* outputs, int channels, int frames) noexcept
{
    voice->render (outputs, channels, frames);
}

} // namespace earmark
