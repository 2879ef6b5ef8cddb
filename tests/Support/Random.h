// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace earmark::tests
{

/** Random numbers that are the same on every system, unlike those of the standard distributions, so that a failing round
    can be run again by its seed. */
class Random
{
public:
    explicit Random (std::uint64_t seed) : state (seed * 0x9E3779B97F4A7C15u + 1) {}

    /** From 0 to limit - 1. */
    std::size_t below (std::size_t limit)
    {
        // splitmix64, by Sebastiano Vigna, public domain
        auto z = state += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return std::size_t ((z ^ z >> 31) % limit);
    }

    bool oneIn (std::size_t n) { return below (n) == 0; }

    std::int64_t between (std::int64_t low, std::int64_t high)
    {
        return low + std::int64_t (below (std::size_t (high - low + 1)));
    }

    template <class T>
    const T& pick (const std::vector<T>& choices)
    {
        return choices[below (choices.size())];
    }

private:
    std::uint64_t state;
};

} // namespace earmark::tests
