// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/Player.h"

#include "Support/Must.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <numbers>
#include <thread>

// A fake device that pulls blocks, as fast as the player decodes.

namespace earmark::tests
{

namespace
{

using namespace std::chrono_literals;

constexpr int rate = 44100;
constexpr int fade = rate / 200 + 1;

/** Every sample says where it is: a slow ramp, so that a jump can be seen. */
Sound ramp (double seconds)
{
    Sound sound { rate, { std::vector<float> (std::size_t (seconds * rate)) } };

    for (std::size_t i = 0; i < sound.length(); ++i)
        sound.channels[0][i] =
            0.8f * std::sin (float (i % 44100) * 2 * std::numbers::pi_v<float> * 3 / 44100.0f);

    return sound;
}

Sound tone (double seconds, double frequency)
{
    Sound sound { rate, { std::vector<float> (std::size_t (seconds * rate)) } };

    for (std::size_t i = 0; i < sound.length(); ++i)
        sound.channels[0][i] = 0.5f * float (std::sin (2 * std::numbers::pi * frequency * double (i) / rate));

    return sound;
}

class Device
{
public:
    explicit Device (Player& p) : player (p) {}

    /** What comes out next; waits like a device with patience, so that the result does not depend on this machine's speed. */
    std::vector<float> pull (std::size_t frames)
    {
        std::vector<float> samples;

        while (samples.size() < frames)
        {
            std::vector<float> block (256);
            auto* data = block.data();
            const auto wasPlaying = player.state().playing;
            player.render (&data, 1, int (block.size()));

            // Nothing came: the thread of the player was not fast enough, which no device waits for, but we do.
            if (wasPlaying && player.state().playing
                && std::ranges::all_of (block, [] (float x) { return x == 0; }) && ++idle < 50'000)
            {
                std::this_thread::sleep_for (200us);
                continue;
            }

            samples.insert (samples.end(), block.begin(), block.end());
        }

        return samples;
    }

private:
    Player& player;
    int idle = 0;
};

std::unique_ptr<Player> playerOf (const std::filesystem::path& file, int outputRate = rate)
{
    return std::make_unique<Player> (must (openAudio (file)), outputRate);
}

float largestStep (const std::vector<float>& samples)
{
    float largest = 0;

    for (std::size_t i = 1; i < samples.size(); ++i)
        largest = std::max (largest, std::abs (samples[i] - samples[i - 1]));

    return largest;
}

/** How far what is no tone of this frequency lies below the tone, in decibels: by least squares. */
double noiseBelow (const std::vector<float>& samples, double frequency, double sampleRate)
{
    const auto phase = [&] (std::size_t i)
    { return 2 * std::numbers::pi * frequency * double (i) / sampleRate; };
    double ss = 0, cc = 0, sc = 0, ys = 0, yc = 0;

    for (std::size_t i = 0; i < samples.size(); ++i)
    {
        const auto s = std::sin (phase (i)), c = std::cos (phase (i)), y = double (samples[i]);
        ss += s * s, cc += c * c, sc += s * c, ys += y * s, yc += y * c;
    }

    const auto determinant = ss * cc - sc * sc;
    const auto a = (ys * cc - yc * sc) / determinant, b = (yc * ss - ys * sc) / determinant;
    double tone = 0, rest = 0;

    for (std::size_t i = 0; i < samples.size(); ++i)
    {
        const auto fitted = a * std::sin (phase (i)) + b * std::cos (phase (i));
        tone += fitted * fitted;
        rest += (double (samples[i]) - fitted) * (double (samples[i]) - fitted);
    }

    return 10 * std::log10 (tone / rest);
}

} // namespace

TEST_CASE ("at its own speed and rate a file is played unchanged")
{
    const TemporaryFolder folder;
    const auto sound = noise (3, rate, 1, 0.5f);
    const auto player = playerOf (writeWav (folder / "a.wav", sound));
    Device device (*player);
    CHECK (std::ranges::all_of (device.pull (1000), [] (float x) { return x == 0; }));
    CHECK_FALSE (player->state().playing);

    player->play();
    const auto played = device.pull (2 * rate);
    const auto start = std::ranges::find_if (played, [] (float x) { return x != 0; }) - played.begin();
    std::size_t different = 0;

    for (std::size_t i = fade; i < std::size_t (rate); ++i)
        if (std::abs (played[std::size_t (start) + i]
                      - sound.channels[0][i + std::size_t (sound.channels[0][0] == 0)])
            > 1e-4f)
            ++different;

    CHECK (different == 0);
}

TEST_CASE ("a seek lands on its sample, without a click")
{
    const TemporaryFolder folder;
    const auto sound = ramp (20);
    const auto player = playerOf (writeWav (folder / "a.wav", sound));
    Device device (*player);
    player->play();
    auto heard = device.pull (rate / 2);

    for (const std::int64_t target : { 400'000, 100, 777'777, 51'000 })
    {
        player->seek (positionOf (target, rate));
        CHECK (player->state().position == positionOf (target, rate)); // at once
        const auto more = device.pull (rate / 4);
        heard.insert (heard.end(), more.begin(), more.end());

        const auto now = sampleAt (player->state().position, rate);
        CHECK (now > target);
        CHECK (now <= target + rate / 4 + 256);
        CHECK (std::abs (more.back() - sound.channels[0][std::size_t (now - 1)]) < 1e-4f);
    }

    // The ramp's own steps are below 0.0004; a fade over 5 ms adds at most 0.8 / 220 to that.
    CHECK (largestStep (heard) < 0.006f);
}

TEST_CASE ("pausing fades out and stays, playing goes on from there")
{
    const TemporaryFolder folder;
    const auto player = playerOf (writeWav (folder / "a.wav", ramp (20)));
    Device device (*player);
    player->play();
    auto heard = device.pull (rate);
    player->pause();
    const auto silence = device.pull (2000);
    heard.insert (heard.end(), silence.begin(), silence.end());
    const auto at = player->state().position;
    CHECK (silence.back() == 0);
    CHECK (device.pull (5000).back() == 0);
    CHECK (player->state().position == at);

    player->play();
    const auto more = device.pull (2000);
    heard.insert (heard.end(), more.begin(), more.end());
    CHECK (player->state().position > at);
    CHECK (largestStep (heard) < 0.006f);
}

TEST_CASE ("speed changes the time and keeps the pitch")
{
    const TemporaryFolder folder;
    const auto file = writeWav (folder / "a.wav", tone (20, 500));

    for (const double speed : { 0.5, 0.8, 1.5, 2.0, 3.0 })
    {
        INFO (speed);
        const auto player = playerOf (file);
        Device device (*player);
        player->setSpeed (speed);
        player->play();
        device.pull (rate / 2);
        const auto before = player->state().position;
        const auto heard = device.pull (2 * rate);
        const auto passed = (player->state().position - before).seconds();
        CHECK (std::abs (passed - 2 * speed) < 0.02 * speed);

        std::size_t crossings = 0;

        for (std::size_t i = 1; i < heard.size(); ++i)
            crossings += std::size_t (heard[i - 1] < 0 && heard[i] >= 0);

        CHECK (std::abs (double (crossings) / (double (heard.size()) / rate) - 500) < 5);
    }
}

TEST_CASE ("positions are right in speed and in another rate")
{
    const TemporaryFolder folder;
    auto sound = noise (20, rate, 1, 0.001f);
    addClick (sound, 5 * rate);
    const auto file = writeWav (folder / "a.wav", sound);

    for (const auto& [outputRate, speed] :
         { std::pair (48000, 1.0), std::pair (rate, 2.0), std::pair (48000, 0.7) })
    {
        INFO (outputRate << " " << speed);
        const auto player = playerOf (file, outputRate);
        Device device (*player);
        player->setSpeed (speed);
        player->seek (Position::fromSeconds (4));
        player->play();
        const auto heard = device.pull (std::size_t (1.5 / speed * outputRate));
        const auto start =
            std::size_t (std::ranges::find_if (heard, [] (float x) { return x != 0; }) - heard.begin());
        const auto click = loudestIn (heard, 0, heard.size()) - start;
        CHECK (std::abs (double (click) - outputRate / speed) < (speed == 1 ? 1.5 : 0.015 * outputRate));
    }
}

TEST_CASE ("another rate leaves a tone as clean as 16 bits are")
{
    const TemporaryFolder folder;

    for (const auto fileRate : { 22050, 44100, 96000 })
        for (const double frequency : { 200.0, 1000.0, 5000.0 })
        {
            INFO (fileRate << " Hz, a tone of " << frequency << " Hz");
            auto sound = tone (3, frequency * rate / fileRate);
            sound.sampleRate = fileRate;
            const auto player = playerOf (writeWav (folder / "a.wav", sound), 48000);
            Device device (*player);
            player->play();
            const auto heard = device.pull (40'000);
            CHECK (noiseBelow ({ heard.begin() + 10'000, heard.end() }, frequency, 48000) > 85);
        }
}

TEST_CASE ("a file of another rate is played to its end")
{
    const TemporaryFolder folder;
    auto sound = noise (2, 22050, 1, 0.001f);
    addClick (sound, sound.length() - 10);
    const auto player = playerOf (writeWav (folder / "a.wav", sound), 48000);
    Device device (*player);
    player->play();
    const auto heard = device.pull (2 * 48000 + 2000);
    CHECK (player->state().atEnd);
    const auto start =
        std::size_t (std::ranges::find_if (heard, [] (float x) { return x != 0; }) - heard.begin());
    const auto click = double (loudestIn (heard, 0, heard.size()) - start);
    CHECK (std::abs (click - (2 * 22050.0 - 10) * 48000 / 22050) < 2.5);
}

TEST_CASE ("a loop goes round, and an audition ends")
{
    const TemporaryFolder folder;
    const auto player = playerOf (writeWav (folder / "a.wav", ramp (20)));
    Device device (*player);
    player->setLoop (TimeRange { Position::fromSeconds (2), Position::fromSeconds (3) });
    player->play();

    for (int i = 0; i < 30; ++i)
    {
        device.pull (rate / 7);
        const auto at = player->state().position;
        CHECK (at >= Position::fromSeconds (2));
        CHECK (at <= Position::fromSeconds (3) + Duration::fromMilliseconds (6));
    }

    player->audition (
        Position::fromSeconds (10), Duration::fromSeconds (2), Duration::fromMilliseconds (500));
    CHECK (player->state().position == Position::fromSeconds (8));
    device.pull (2 * rate);
    CHECK (player->state().playing);
    device.pull (rate);
    CHECK_FALSE (player->state().playing);
    CHECK (player->state().atEnd);
    CHECK (player->state().position == Position::fromMilliseconds (10'500));

    // Once more.
    player->play();
    device.pull (rate);
    CHECK (player->state().playing);
    CHECK (player->state().position > Position::fromSeconds (8));
    CHECK (player->state().position < Position::fromMilliseconds (9'100));
}

TEST_CASE ("at the end of the file playing stops")
{
    const TemporaryFolder folder;
    const auto player = playerOf (writeWav (folder / "a.wav", ramp (2)));
    Device device (*player);
    player->play();
    device.pull (2 * rate + 20'000);
    CHECK_FALSE (player->state().playing);
    CHECK (player->state().atEnd);
    CHECK (player->state().position == Position::fromSeconds (2));

    player->seek (Position::fromSeconds (1));
    CHECK_FALSE (player->state().atEnd);
}

TEST_CASE ("controls from one thread and blocks from another do not meet")
{
    const TemporaryFolder folder;
    const auto player = playerOf (writeWav (folder / "a.wav", noise (20, rate, 2)));
    std::atomic<bool> stop = false;
    std::jthread device (
        [&]
        {
            std::vector<float> left (128), right (128);
            float* outputs[] { left.data(), right.data() };

            while (! stop)
                player->render (outputs, 2, 128);
        });

    for (int i = 0; i < 100; ++i)
    {
        player->play();
        player->seek (Position::fromMilliseconds (i * 170));

        if (i % 3 == 0)
            player->setSpeed (i % 2 == 0 ? 1 : 2);

        if (i % 7 == 0)
            player->setLoop (TimeRange { Position::fromSeconds (1), Position::fromSeconds (2) });

        if (i % 5 == 0)
            player->pause();

        CHECK (player->state().position >= Position());
        std::this_thread::sleep_for (1ms);
    }

    stop = true;
}

} // namespace earmark::tests
