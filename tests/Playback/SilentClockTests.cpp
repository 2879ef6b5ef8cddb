// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/SilentClock.h"

#include "Support/Must.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace earmark::tests
{

namespace
{

using namespace std::chrono_literals;

constexpr int rate = 44100;

/** A clock that the test moves. */
class GivenTime
{
public:
    SilentClock::WaitUntil waitUntil()
    {
        return [this] (std::chrono::nanoseconds until, const std::stop_token& stop)
        {
            std::unique_lock lock (mutex);
            asked.push_back (until);
            changed.notify_all();
            changed.wait (lock, stop, [&] { return now >= until; });
        };
    }

    /** Returns when all that is due by then is done; for which times was waited up to now. */
    std::vector<std::chrono::nanoseconds> pass (std::chrono::nanoseconds more)
    {
        std::unique_lock lock (mutex);
        now += more;
        changed.notify_all();
        changed.wait (lock, [&] { return ! asked.empty() && asked.back() > now; });
        return asked;
    }

private:
    std::mutex mutex;
    std::condition_variable_any changed;
    std::chrono::nanoseconds now {};
    std::vector<std::chrono::nanoseconds> asked;
};

} // namespace

TEST_CASE ("without a device the playhead runs as the clock does")
{
    constexpr std::int64_t block = 512;
    const TemporaryFolder folder;
    const auto player =
        std::make_unique<Player> (must (openAudio (writeWav (folder / "a.wav", noise (20, rate, 1)))), rate);
    GivenTime time;
    const SilentClock clock (*player, rate, time.waitUntil());
    player->play();

    while (player->state().position == Position())
    {
        time.pass (10ms);
        std::this_thread::sleep_for (1ms); // the player's own thread begins
    }

    const auto before = player->state();
    const auto begun = time.pass (0ms).size();
    auto blocks = begun;

    for (int i = 0; i < 100; ++i)
    {
        const auto asked = time.pass (10ms);
        blocks = asked.size();
        CHECK (asked.back()
               == std::chrono::nanoseconds (std::int64_t (blocks) * block * 1'000'000'000 / rate));
        std::this_thread::sleep_for (1ms);
    }

    // One second. What the player's thread had not decoded in time was silence, and is counted.
    CHECK (blocks - begun >= std::size_t (rate / block));
    CHECK (blocks - begun <= std::size_t (rate / block + 1));
    const auto after = player->state();
    const auto passed = (after.position - before.position).seconds() * rate;
    const auto late = double (after.dropouts - before.dropouts);
    CHECK (passed <= double (blocks - begun) * block + 1);
    CHECK (passed >= (double (blocks - begun) - late) * block - 1);
}

} // namespace earmark::tests
