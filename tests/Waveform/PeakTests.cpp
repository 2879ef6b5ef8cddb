// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/PeakBuilder.h"
#include "Waveform/PeakCache.h"

#include "Support/Must.h"
#include "Support/SampleAudio.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace earmark::tests
{

namespace
{

AudioOpener opener (const std::filesystem::path& file)
{
    return [file] { return openAudio (file); };
}

PeakMap peaksOf (const std::filesystem::path& file, unsigned int threads)
{
    PeakBuilder builder (opener (file));
    return must (builder.run (threads, {})).map;
}

bool same (const PeakMap& a, const PeakMap& b)
{
    return a.sampleRate == b.sampleRate && a.length == b.length && a.complete == b.complete
           && std::ranges::equal (
               a.chunks, b.chunks, [] (const auto& x, const auto& y) { return x && y && *x == *y; });
}

} // namespace

TEST_CASE ("peaks are the lowest, the highest and the power of their samples")
{
    const TemporaryFolder folder;
    auto sound = noise (30, 44100, 2, 0.1f);
    addClick (sound, 1'000'000, 0.9f);
    const auto map = peaksOf (writeWav (folder / "a.wav", sound), 1);
    CHECK (map.sampleRate == 44100);
    CHECK (map.length == std::int64_t (sound.length()));
    CHECK (map.complete);
    CHECK (progressOf (map) == 1);
    REQUIRE (map.chunks.size() == 2);

    for (const std::size_t index : { std::size_t (0), std::size_t (17), std::size_t (1'000'000 / 256) })
    {
        float low = 1, high = -1;
        double squares = 0;

        for (const auto& channel : sound.channels)
            for (auto i = index * 256; i < (index + 1) * 256; ++i)
            {
                low = std::min (low, channel[i]);
                high = std::max (high, channel[i]);
                squares += double (channel[i]) * channel[i];
            }

        const auto peak = map.chunks[0]->levels[0][index];
        CHECK (std::abs (peak.low - low * 32767) < 3);
        CHECK (std::abs (peak.high - high * 32767) < 3);
        CHECK (std::abs (peak.rms - std::sqrt (squares / 512) * 32767) < 3);
    }
}

TEST_CASE ("columns show every click at every zoom, and nothing beyond the file")
{
    const TemporaryFolder folder;
    auto sound = noise (60);
    addClick (sound, 2'000'000);
    const auto map = peaksOf (writeWav (folder / "a.wav", sound), 1);
    const auto length = double (sound.length());

    for (const std::size_t columns : { 10u, 333u, 2560u, 20'000u })
    {
        const auto shown = columnsOf (map, 0, length, columns);
        const auto loudest =
            std::ranges::max_element (shown, {}, [] (const auto& p) { return p ? p->high : 0; });
        CHECK ((*loudest)->high > 20'000);
        CHECK (std::abs (double (loudest - shown.begin()) - 2'000'000.0 / length * double (columns))
               <= 1 + 256 * double (columns) / length);
    }

    const auto around = columnsOf (map, -length, 2 * length, 300);
    CHECK_FALSE (around[50]);
    CHECK (around[150]);
    CHECK_FALSE (around[250]);
    CHECK (columnsOf (map, 5, 5, 3) == std::vector<std::optional<Peak>> (3));
}

TEST_CASE ("peaks do not depend on the number of threads")
{
    for (const auto& file : { ffmpegAudio (".mp3", 400, { "-b:a", "64k" }),
                              ffmpegAudio (".m4a", 400, { "-b:a", "64k", "-aac_pns", "0" }),
                              ffmpegAudio (".flac", 400, {}) })
    {
        INFO (file);
        const auto one = peaksOf (file, 1);
        CHECK (one.length > 399 * 44100);
        CHECK (same (one, peaksOf (file, 4)));
    }
}

TEST_CASE ("building can be watched and stopped")
{
    const auto file = ffmpegAudio (".mp3", 400, { "-b:a", "64k" });
    PeakBuilder builder (opener (file));
    std::stop_source stop;
    Result<PeakBuilder::Built> built = failure (Error::Kind::empty, "");
    std::jthread worker ([&] { built = builder.run (2, stop.get_token()); });

    while (progressOf (builder.snapshot()) < 0.2)
        std::this_thread::yield();

    const auto early = builder.snapshot();
    stop.request_stop();
    worker.join();
    CHECK (std::ranges::any_of (columnsOf (early, 0, double (early.length), 100),
                                [] (const auto& c) { return bool (c); }));
    CHECK_FALSE (must (built).map.complete);
}

TEST_CASE ("peaks are found again, by content")
{
    const TemporaryFolder folder;
    const PeakCache cache (folder / "cache");
    const auto file = writeWav (folder / "a.wav", noise (5));
    const auto key = must (PeakCache::keyOf (file));
    CHECK_FALSE (cache.find (key));

    const auto map = peaksOf (file, 1);
    cache.store (key, map);
    const auto found = cache.find (key);
    REQUIRE (found);
    CHECK (same (*found, map));

    // Another sound of the same size and time is another key.
    const auto time = std::filesystem::last_write_time (file);
    writeWav (file, noise (5, 44100, 1, 0.02f, 2));
    std::filesystem::last_write_time (file, time);
    CHECK (must (PeakCache::keyOf (file)) != key);

    CHECK (mustFail (PeakCache::keyOf (folder / "none")).kind == Error::Kind::notFound);
}

TEST_CASE ("a damaged entry is none, and the folder stays within its bound")
{
    const TemporaryFolder folder;
    const auto map = peaksOf (writeWav (folder / "a.wav", noise (5)), 1);
    const PeakCache cache (folder / "cache", 20'000);

    for (int i = 0; i < 20; ++i)
        cache.store ("entry" + std::to_string (i), map);

    std::uintmax_t total = 0;

    for (const auto& entry : std::filesystem::directory_iterator (folder / "cache"))
        total += entry.file_size();

    CHECK (total > 0);
    CHECK (total <= 20'000);
    REQUIRE (cache.find ("entry19"));

    auto bytes = bytesOf (folder / "cache/entry19.peaks");
    bytes[bytes.size() / 2] ^= 1;
    writeBytes (folder / "cache/entry19.peaks", bytes);
    CHECK_FALSE (cache.find ("entry19"));
    writeBytes (folder / "cache/entry19.peaks", bytes.substr (0, 100));
    CHECK_FALSE (cache.find ("entry19"));
}

TEST_CASE ("many at once may store and find the same entry")
{
    const TemporaryFolder folder;
    const auto map = peaksOf (writeWav (folder / "a.wav", noise (5)), 1);
    std::atomic<int> wrong = 0;

    {
        std::vector<std::jthread> threads;

        for (int t = 0; t < 4; ++t)
            threads.emplace_back (
                [&]
                {
                    const PeakCache cache (folder / "cache", 20'000);

                    for (int i = 0; i < 50; ++i)
                    {
                        cache.store ("same", map);

                        if (const auto found = cache.find ("same"); found && ! same (*found, map))
                            ++wrong;
                    }
                });
    }

    CHECK (wrong == 0);
}

} // namespace earmark::tests
