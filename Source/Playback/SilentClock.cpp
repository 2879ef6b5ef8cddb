// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/SilentClock.h"

#include <array>
#include <chrono>

namespace earmark
{

SilentClock::SilentClock (Player& player, int sampleRate)
    : thread (
          [&player, sampleRate] (const std::stop_token& stop)
          {
              constexpr int block = 512;
              std::array<float, block> samples {};
              std::array<float*, 1> outputs { samples.data() };
              const auto begun = std::chrono::steady_clock::now();

              // Counted from the start, so that the lateness of a sleep does not add up.
              for (std::int64_t blocks = 1; ! stop.stop_requested(); ++blocks)
              {
                  player.render (outputs.data(), 1, block);
                  std::this_thread::sleep_until (
                      begun + std::chrono::nanoseconds (blocks * block * 1'000'000'000 / sampleRate));
              }
          })
{}

} // namespace earmark
