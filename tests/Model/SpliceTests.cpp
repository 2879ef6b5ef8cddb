// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Splice.h"

#include "Support/Waves.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace earmark
{

namespace
{

using namespace tests;

/** Silence before a cut may as well be that behind it. */
bool isAt (const std::optional<Position>& place, double seconds)
{
    return place && std::abs (place->sinceStart().seconds() - seconds) <= 1;
}

} // namespace

TEST_CASE ("Where a piece went out of a bounce, or came in, is heard")
{
    const auto levels = levelsLasting (300);

    for (const auto& [from, to] : { std::pair (0, 15), { 100, 131 }, { 290, 300 }, { 7, 250 } })
    {
        CAPTURE (from, to);
        const auto whole = waveOf (levels);
        const auto cut = waveOf (without (levels, std::size_t (from), std::size_t (to)));
        CHECK (isAt (spliceBetween (whole, cut), from));
        CHECK (isAt (spliceBetween (cut, whole), from));
    }
}

TEST_CASE ("Loudness and a coding that is not exact do not hide it")
{
    const auto levels = levelsLasting (300);
    auto quieter = without (levels, 100, 131);
    Random random (7);

    for (auto& level : quieter)
        level = std::uint16_t (double (level) * (0.6 + 0.04 * double (random.below (2))));

    CHECK (isAt (spliceBetween (waveOf (levels), waveOf (quieter)), 100));
    CHECK (isAt (spliceBetween (waveOf (quieter), waveOf (levels)), 100));
}

TEST_CASE ("Another sample rate does not hide it either")
{
    const auto levels = levelsLasting (300);

    for (const auto rate : { 22'050, 44'100, 48'000 })
    {
        CAPTURE (rate);
        const auto whole = waveOf (levels);
        const auto cut = waveOf (without (levels, 100, 131), rate);
        CHECK (isAt (spliceBetween (whole, cut), 100));
        CHECK (isAt (spliceBetween (cut, whole), 100));
        CHECK_FALSE (spliceBetween (whole, waveOf (levels, rate)));
        CHECK_FALSE (spliceBetween (whole, waveOf (levelsLasting (270, 1'000'000), rate)));
    }
}

TEST_CASE ("Bounces that differ in more than one piece have no one place")
{
    const auto levels = levelsLasting (300);
    CHECK_FALSE (spliceBetween (waveOf (levels), waveOf (without (without (levels, 200, 220), 50, 60))));
    CHECK_FALSE (spliceBetween (waveOf (levels), waveOf (levelsLasting (270, 1'000'000))));
    CHECK_FALSE (spliceBetween (waveOf (levels), waveOf (levels)));
}

TEST_CASE ("Nothing is said of a bounce that is not known whole")
{
    const auto levels = levelsLasting (120);
    const auto whole = waveOf (levels), cut = waveOf (without (levels, 30, 40));
    REQUIRE (spliceBetween (whole, cut));

    auto reading = cut;
    reading.complete = false;
    CHECK_FALSE (spliceBetween (whole, reading));

    auto holed = cut;
    holed.chunks[1] = nullptr;
    CHECK_FALSE (spliceBetween (whole, holed));

    auto unknown = cut;
    unknown.sampleRate = 0;
    CHECK_FALSE (spliceBetween (whole, unknown));
    CHECK_FALSE (spliceBetween (whole, {}));
    CHECK_FALSE (spliceBetween ({}, {}));

    const auto silence = std::vector<std::uint16_t> (1000, 0);
    CHECK_FALSE (spliceBetween (waveOf (silence), waveOf (without (silence, 2, 4))));
}

} // namespace earmark
