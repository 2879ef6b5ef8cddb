// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Time.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <type_traits>

namespace earmark
{

// Two points in time have no sum.
template <class A, class B>
concept Addable = requires (A a, B b) { a + b; };

static_assert (! Addable<Position, Position>);
static_assert (std::is_same_v<decltype (Position() - Position()), Duration>);
static_assert (std::is_same_v<decltype (Position() + Duration()), Position>);
static_assert (! std::is_convertible_v<Duration, Position>);

TEST_CASE ("Milliseconds round to nearest, and halves up")
{
    const auto nearest = [] (std::int64_t ns)
    { return Duration::fromNanoseconds (ns).milliseconds (Rounding::nearest); };

    CHECK (nearest (0) == 0);
    CHECK (nearest (499'999) == 0);
    CHECK (nearest (500'000) == 1);
    CHECK (nearest (1'499'999) == 1);
    CHECK (nearest (1'500'000) == 2);
    CHECK (nearest (-499'999) == 0);
    CHECK (nearest (-500'000) == 0);
    CHECK (nearest (-500'001) == -1);
    CHECK (nearest (-1'500'001) == -2);
    CHECK (nearest (std::numeric_limits<std::int64_t>::max()) == 9'223'372'036'855);
    CHECK (nearest (std::numeric_limits<std::int64_t>::min()) == -9'223'372'036'855);
}

TEST_CASE ("Milliseconds round down, also below zero")
{
    const auto down = [] (std::int64_t ns)
    { return Duration::fromNanoseconds (ns).milliseconds (Rounding::down); };

    CHECK (down (0) == 0);
    CHECK (down (999'999) == 0);
    CHECK (down (1'000'000) == 1);
    CHECK (down (-1) == -1);
    CHECK (down (-1'000'000) == -1);
    CHECK (down (-1'000'001) == -2);
}

TEST_CASE ("Samples are exact over 24 hours at 44.1 kHz")
{
    constexpr std::int64_t rate = 44'100;
    constexpr std::int64_t day = 24 * 3600;

    CHECK (Duration::fromSamples (day * rate, rate) == Duration::fromSeconds (day));

    // The last sample of the day: 1/44100 s is 22675.73… ns.
    CHECK (Duration::fromSamples (day * rate - 1, rate).nanoseconds() == day * 1'000'000'000 - 22'676);
    CHECK (Duration::fromSamples (1, rate).nanoseconds() == 22'675);

    // No drift: each tenth of a second is met exactly.
    for (std::int64_t tenth = 0; tenth < day * 10; tenth += 997)
        REQUIRE (Duration::fromSamples (tenth * rate / 10, rate).milliseconds (Rounding::nearest)
                 == tenth * 100);
}

TEST_CASE ("Samples come back from nanoseconds")
{
    for (const std::int64_t rate : { 8'000, 22'050, 44'100, 48'000, 96'000, 192'000, 768'000 })
    {
        for (std::int64_t samples = 0; samples < rate * 4 * 3600; samples += rate * 13 + 7919)
        {
            const auto ns = Duration::fromSamples (samples, rate).nanoseconds();
            const auto exact = double (samples) / double (rate) * 1e9;
            REQUIRE (std::abs (double (ns) - exact) < 2.0);

            // Rounded below, so the next nanosecond is not before the sample.
            REQUIRE ((ns / 1'000'000'000 * rate + ns % 1'000'000'000 * rate / 1'000'000'000) <= samples);
        }
    }
}

TEST_CASE ("Samples before zero round below, too")
{
    CHECK (Duration::fromSamples (-1, 44'100).nanoseconds() == -22'676);
    CHECK (Duration::fromSamples (-44'100, 44'100) == Duration::fromSeconds (-1));
    CHECK (Duration::fromSamples (-44'101, 44'100).nanoseconds() == -1'000'022'676);
}

TEST_CASE ("A range holds its start and not its end")
{
    constexpr TimeRange range { Position::fromSeconds (1), Position::fromSeconds (3) };

    CHECK_FALSE (range.contains (Position::fromMilliseconds (999)));
    CHECK (range.contains (range.start));
    CHECK (range.contains (Position::fromMilliseconds (2999)));
    CHECK_FALSE (range.contains (range.end));
    CHECK (range.length() == Duration::fromSeconds (2));
    CHECK_FALSE (TimeRange { range.start, range.start }.contains (range.start));
}

TEST_CASE ("Times are ordered and may be negative")
{
    CHECK (-Duration::fromSeconds (2) < Duration());
    CHECK (Position::fromSeconds (2) - Position::fromSeconds (5) == Duration::fromSeconds (-3));
    CHECK (Position::fromSeconds (2) - Duration::fromSeconds (5) == Position::fromSeconds (-3));
    CHECK (Duration::fromMilliseconds (1500).seconds() == 1.5);
    CHECK (Duration::max() > Duration::fromSeconds (290LL * 365 * 86'400));
}

} // namespace earmark
