// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace earmark
{

/** How a time is brought to a coarser unit. Text and JSON round to nearest; audio containers round down, so
    that a marker is heard early by less than a unit rather than late. */
enum class Rounding
{
    nearest,
    down
};

/** A length of time: signed, in nanoseconds. Reaches 292 years either way. */
class Duration
{
public:
    constexpr Duration() = default;

    static constexpr Duration fromNanoseconds (std::int64_t n) { return Duration (n); }

    static constexpr Duration fromMilliseconds (std::int64_t n) { return Duration (n * 1'000'000); }

    static constexpr Duration fromSeconds (std::int64_t n) { return Duration (n * 1'000'000'000); }

    /** Exact to the nanosecond below; sampleRate must be positive. */
    static constexpr Duration fromSamples (std::int64_t samples, std::int64_t sampleRate)
    {
        auto seconds = samples / sampleRate;
        auto rest = samples % sampleRate;

        if (rest < 0)
        {
            --seconds; // division rounds towards zero, not down
            rest += sampleRate;
        }

        return Duration (seconds * 1'000'000'000 + rest * 1'000'000'000 / sampleRate);
    }

    static constexpr Duration max() { return Duration (std::numeric_limits<std::int64_t>::max()); }

    constexpr std::int64_t nanoseconds() const { return ns; }

    constexpr std::int64_t milliseconds (Rounding rounding) const
    {
        constexpr std::int64_t unit = 1'000'000;
        const auto whole = ns / unit;
        const auto rest = ns % unit;

        if (rounding == Rounding::down)
            return rest < 0 ? whole - 1 : whole;

        return rest * 2 >= unit ? whole + 1 : rest * 2 < -unit ? whole - 1 : whole;
    }

    constexpr double seconds() const { return static_cast<double> (ns) * 1e-9; }

    constexpr auto operator<=> (const Duration&) const = default;

    constexpr Duration operator-() const { return Duration (-ns); }

    friend constexpr Duration operator+ (Duration a, Duration b) { return Duration (a.ns + b.ns); }

    friend constexpr Duration operator- (Duration a, Duration b) { return Duration (a.ns - b.ns); }

private:
    explicit constexpr Duration (std::int64_t n) : ns (n) {}

    std::int64_t ns = 0;
};

/** A point on a timeline: the episode's, whose zero is the first sample of its audio, or the host's, where a name says so
    (toEpisode() and toHost() of Model/Document.h lead from one to the other). Two positions cannot be added; their
    difference is a Duration. */
class Position
{
public:
    constexpr Position() = default;

    explicit constexpr Position (Duration sinceStart) : offset (sinceStart) {}

    static constexpr Position fromNanoseconds (std::int64_t n)
    {
        return Position (Duration::fromNanoseconds (n));
    }

    static constexpr Position fromMilliseconds (std::int64_t n)
    {
        return Position (Duration::fromMilliseconds (n));
    }

    static constexpr Position fromSeconds (std::int64_t n) { return Position (Duration::fromSeconds (n)); }

    constexpr Duration sinceStart() const { return offset; }

    constexpr std::int64_t nanoseconds() const { return offset.nanoseconds(); }

    constexpr std::int64_t milliseconds (Rounding rounding) const { return offset.milliseconds (rounding); }

    constexpr auto operator<=> (const Position&) const = default;

    friend constexpr Position operator+ (Position p, Duration d) { return Position (p.offset + d); }

    friend constexpr Position operator- (Position p, Duration d) { return Position (p.offset - d); }

    friend constexpr Duration operator- (Position a, Position b) { return a.offset - b.offset; }

private:
    Duration offset;
};

/** Half-open: holds its start, not its end. */
struct TimeRange
{
    Position start;
    Position end;

    constexpr bool contains (Position p) const { return start <= p && p < end; }

    constexpr Duration length() const { return end - start; }

    constexpr bool operator== (const TimeRange&) const = default;
};

} // namespace earmark
