// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/SilentClock.h"

#include <array>

namespace earmark
{

namespace
{

SilentClock::WaitUntil bySystemClock()
{
    return [begun = std::chrono::steady_clock::now()] (std::chrono::nanoseconds passed, const auto&)
    { std::this_thread::sleep_until (begun + passed); };
}

} // namespace

SilentClock::SilentClock (Player& player, int sampleRate, WaitUntil waitUntil)
    : thread (
          [&player, sampleRate, wait = waitUntil ? std::move (waitUntil) : bySystemClock()] (
              const std::stop_token& stop)
          {
              constexpr int block = 512;
              std::array<float, block> samples {};
              std::array<float*, 1> outputs { samples.data() };

              // Counted from the start, so that the lateness of a sleep does not add up.
              for (std::int64_t blocks = 1; ! stop.stop_requested(); ++blocks)
              {
                  player.render (outputs.data(), 1, block);
                  wait (std::chrono::nanoseconds (blocks * block * 1'000'000'000 / sampleRate), stop);
              }
          })
{}

} // namespace earmark
