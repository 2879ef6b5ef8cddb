// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/CapturedWave.h"
#include "Waveform/CompactPeaks.h"

#include "Support/Random.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

namespace earmark::tests
{

namespace
{

constexpr Peak quiet { -100, 100, 50 };
constexpr Peak loud { -20'000, 21'000, 9000 };

std::optional<Peak> peakAt (const PeakMap& map, std::int64_t index)
{
    const auto size = double (PeakMap::samplesPerPeak);
    return columnsOf (map, double (index) * size, double (index + 1) * size, 1).front();
}

bool same (const PeakMap& a, const PeakMap& b)
{
    return a.sampleRate == b.sampleRate && a.length == b.length
           && std::ranges::equal (a.chunks,
                                  b.chunks,
                                  [] (const auto& x, const auto& y)
                                  { return bool (x) == bool (y) && (! x || *x == *y); });
}

/** In sixteenths of a whole chunk. */
std::size_t memoryOf (const PeakMap& map)
{
    std::size_t sum = 0;

    for (const auto& chunk : map.chunks)
        sum += chunk == nullptr ? 0u : chunk->isCoarse() ? 1u : 16u;

    return sum;
}

/** Speech of a kind: some stretches, with holes between them. */
CapturedWave someWave (std::int64_t peaks, std::uint64_t seed)
{
    CapturedWave wave;
    wave.setSampleRate (48000);
    Random random (seed);

    for (std::int64_t i = 0; i < peaks;)
    {
        for (const auto end = std::min (peaks, i + random.between (1, 9000)); i < end; ++i)
        {
            const auto high = random.between (0, 32767);
            wave.add (i, { std::int16_t (-high), std::int16_t (high), std::uint16_t (high / 3) }, true);
        }

        i += random.between (1, 9000);
    }

    return wave;
}

} // namespace

TEST_CASE ("Peaks come in any order, and newer ones take the place of older ones")
{
    CapturedWave wave;
    wave.setSampleRate (48000);
    wave.add (70'000, loud, true);
    wave.add (3, quiet, true);
    auto map = wave.map();
    CHECK (map.sampleRate == 48000);
    CHECK (map.length == 70'001 * PeakMap::samplesPerPeak);
    CHECK (peakAt (map, 3) == quiet);
    CHECK (peakAt (map, 70'000) == loud);
    CHECK_FALSE (peakAt (map, 4)); // nothing was heard there, which is no silence
    CHECK_FALSE (peakAt (map, 30'000));

    // Also far out, where only a part of a column is known.
    CHECK (columnsOf (map, 0, 4096.0 * 16, 1).front() == quiet);
    CHECK_FALSE (columnsOf (map, 4096.0 * 16, 4096.0 * 32, 1).front());

    wave.add (3, loud, true);
    CHECK (peakAt (map, 3) == quiet); // an earlier map stays as it was
    map = wave.map();
    CHECK (peakAt (map, 3) == loud);
    wave.add (3, quiet, true);
    CHECK (peakAt (wave.map(), 3) == quiet);
}

TEST_CASE ("A part of a peak adds to what is there")
{
    CapturedWave wave;
    wave.setSampleRate (48000);
    wave.add (9, quiet, false);
    CHECK (peakAt (wave.map(), 9) == quiet);
    wave.add (9, loud, false);
    CHECK (peakAt (wave.map(), 9)->high == loud.high);
    wave.add (9, quiet, false);
    CHECK (peakAt (wave.map(), 9)->high == loud.high);
    wave.add (9, quiet, true);
    CHECK (peakAt (wave.map(), 9) == quiet);
}

TEST_CASE ("Chunks that have not changed are shared")
{
    auto wave = someWave (30'000, 1);
    const auto before = wave.map();
    wave.add (10, loud, true);
    const auto after = wave.map();
    CHECK (before.chunks[0] != after.chunks[0]);
    CHECK (before.chunks[3] == after.chunks[3]);
}

TEST_CASE ("A captured waveform is bounded")
{
    CapturedWave wave;
    wave.setSampleRate (48000);
    wave.add (-1, loud, true);
    wave.add (CapturedWave::maxPeaks, loud, true);
    wave.add (5, Peak::unknown(), true);
    CHECK (wave.map().length == 0);

    // Thirty hours: all of it is there, what is farthest from what was heard last is coarse.
    const auto chunks = std::int64_t (CapturedWave::maxChunks) * 5 / 2;

    for (std::int64_t i = 0; i < chunks; ++i)
        wave.add (i * PeakMap::peaksPerChunk, loud, true);

    const auto map = wave.map();
    CHECK (memoryOf (map) <= CapturedWave::maxChunks * 16);
    CHECK (std::int64_t (map.chunks.size()) == chunks);

    for (std::int64_t i = 0; i < chunks; ++i)
        REQUIRE (peakAt (map, i * PeakMap::peaksPerChunk) == loud);

    CHECK (map.chunks.front()->isCoarse());
    CHECK_FALSE (map.chunks.back()->isCoarse());
    CHECK (peakAt (map, 15) == loud); // as coarse as that
    CHECK_FALSE (peakAt (map, 16));

    // Heard again, the beginning is whole again, and what was there stays.
    wave.add (20, quiet, true);
    const auto again = wave.map();
    CHECK_FALSE (again.chunks.front()->isCoarse());
    CHECK (again.chunks.back()->isCoarse());
    CHECK (peakAt (again, 20) == quiet);
    CHECK_FALSE (peakAt (again, 21));
    CHECK (peakAt (again, 3) == loud);
    CHECK (memoryOf (again) <= CapturedWave::maxChunks * 16);

    // And goes on as what was kept.
    CHECK (same (CapturedWave (again).map(), again));
}

TEST_CASE ("A waveform of whole chunks only is made to fit")
{
    PeakMap map { .sampleRate = 48000, .length = 0, .complete = true, .chunks = {} };
    map.chunks.assign (CapturedWave::maxChunks + 200, makeChunk (std::vector<Peak> (4096, loud)));
    const auto kept = CapturedWave (map).map();
    CHECK (memoryOf (kept) <= CapturedWave::maxChunks * 16);
    CHECK_FALSE (kept.chunks.front()->isCoarse());
    CHECK (kept.chunks.back()->isCoarse());
    CHECK (columnsOf (kept, 0, double (kept.length), 100) == std::vector (100, std::optional (loud)));
}

TEST_CASE ("A coarse chunk is painted from its next level, however close one zooms")
{
    std::vector<Peak> peaks (256, quiet);
    peaks[1] = loud;
    const PeakMap map {
        .sampleRate = 48000, .length = 0, .complete = true, .chunks = { makeCoarseChunk (peaks) }
    };
    CHECK (peakAt (map, 15) == quiet);
    CHECK (peakAt (map, 16) == loud);
    CHECK (peakAt (map, 31) == loud);
    CHECK (peakAt (map, 32) == quiet);
    CHECK (peakAt (map, 4095) == quiet);
    CHECK (columnsOf (map, 0, 4096.0 * 256, 1).front()->high == loud.high);
    CHECK (finestOf (*map.chunks[0]).size() == 4096);
}

TEST_CASE ("At another rate the waveform keeps its times")
{
    for (const auto& [before, after] : { std::pair { 48000, 96000 }, { 48000, 44100 }, { 44100, 192'000 } })
    {
        CAPTURE (before, after);
        CapturedWave wave;
        wave.setSampleRate (before);
        const auto second = std::int64_t (before / 256);

        for (auto i = 10 * second; i < 40 * second; ++i)
            wave.add (i, i < 30 * second ? quiet : loud, true);

        wave.setSampleRate (after);
        const auto map = wave.map();
        CHECK (map.sampleRate == after);
        CHECK (std::abs (double (map.length) / after - double (40 * second * 256) / before) < 0.03);

        const auto at = [&, rate = after] (double seconds)
        { return peakAt (map, std::int64_t (seconds * rate / 256)); };
        CHECK_FALSE (at (5));
        CHECK (at (20) == quiet);
        CHECK (at (35) == loud);
    }
}

TEST_CASE ("What was kept goes on")
{
    const auto map = someWave (20'000, 7).map();
    CapturedWave wave (map);
    CHECK (same (wave.map(), map));
    wave.add (40'000, loud, true);
    CHECK (peakAt (wave.map(), 40'000) == loud);
}

//======================================================================================================
TEST_CASE ("A compact waveform looks the same, and becomes no coarser by being kept again")
{
    const auto map = someWave (60'000, 5).map();
    const auto bytes = compactPeaks (map, 1u << 20);
    CHECK (bytes.size() < 60'000 * 3 + 1000);
    const auto again = peaksFromCompact (bytes);
    REQUIRE (again);
    CHECK (again->sampleRate == 48000);
    CHECK (again->length == map.length);

    for (std::int64_t i = 0; i < 60'000; i += 7)
    {
        const auto a = peakAt (map, i), b = peakAt (*again, i);
        REQUIRE (a.has_value() == b.has_value());

        if (a)
            CHECK (std::abs (std::sqrt (double (a->high)) - std::sqrt (double (b->high))) < 1);
    }

    CHECK (same (peaksFromCompact (compactPeaks (*again, 1u << 20)).value(), *again));
}

TEST_CASE ("A compact waveform keeps to its size, and shows what is loud at all of them")
{
    const auto map = someWave (400'000, 9).map();

    for (const auto most : { 300'000u, 40'000u, 1500u })
    {
        CAPTURE (most);
        const auto bytes = compactPeaks (map, most);
        CHECK (bytes.size() <= most);
        const auto again = peaksFromCompact (bytes);
        REQUIRE (again);
        CHECK (std::abs (again->length - map.length) <= PeakMap::samplesPerChunk);
        CHECK (same (peaksFromCompact (compactPeaks (*again, most)).value(), *again));

        for (const auto& column : columnsOf (*again, 0, double (again->length), 50))
            CHECK ((! column || column->high > 1000));
    }
}

TEST_CASE ("A compact waveform may be as long as one that is captured")
{
    CapturedWave wave;
    wave.setSampleRate (48000);
    const auto chunks = std::int64_t (CapturedWave::maxChunks) * 2;

    for (std::int64_t i = 0; i < chunks; ++i)
        wave.add (i * PeakMap::peaksPerChunk, loud, true);

    const auto bytes = compactPeaks (wave.map(), 1u << 20);
    CHECK (bytes.size() <= 1u << 20);
    const auto again = peaksFromCompact (bytes);
    REQUIRE (again);
    REQUIRE (std::int64_t (again->chunks.size()) == chunks);

    for (std::int64_t i = 0; i < chunks; ++i)
        REQUIRE (peakAt (*again, i * PeakMap::peaksPerChunk).has_value());

    CHECK (same (peaksFromCompact (compactPeaks (*again, 1u << 20)).value(), *again));
}

TEST_CASE ("An empty waveform is kept as one")
{
    const auto again = peaksFromCompact (compactPeaks ({}, 1000));
    REQUIRE (again);
    CHECK (again->chunks.empty());
    CHECK (again->length == 0);
}

TEST_CASE ("Damaged bytes are no waveform, or a sound one")
{
    const auto bytes = compactPeaks (someWave (3000, 2).map(), 1u << 20);
    Random random (4);
    CHECK_FALSE (peaksFromCompact (""));
    CHECK_FALSE (peaksFromCompact ("Earmark"));

    for (int round = 0; round < 3000; ++round)
    {
        auto damaged = bytes;

        for (auto n = random.between (1, 4); n > 0; --n)
            damaged[random.below (round % 2 == 0 ? 20 : damaged.size())] = char (random.below (256));

        if (random.oneIn (3))
            damaged.resize (random.below (damaged.size()));

        if (const auto map = peaksFromCompact (damaged))
        {
            CHECK (map->chunks.size() <= std::size_t (CapturedWave::maxPeaks / PeakMap::peaksPerChunk));
            CapturedWave wave (*map);
            wave.add (12, loud, true);
            CHECK (wave.map().length > 0);
        }
    }
}

} // namespace earmark::tests
