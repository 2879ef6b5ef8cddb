// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Pieces/BouncePair.h"

#include <span>
#include <vector>

namespace earmark
{

/** A pause that is in both bounces. */
struct Match
{
    std::size_t before, after;
    Duration offset;

    bool operator== (const Match&) const = default;
};

/** The pauses that are in both bounces, in the order of both, on the way on which the fewest pauses and pieces have to be explained; none where
    there are no offsets. */
std::vector<Match> matchesOf (const BouncePair&, const std::vector<Duration>& offsets);

/** Neighbours that have moved by the same. */
std::vector<std::span<const Match>> stretchesOf (std::span<const Match>);

/** From edge to edge hardly anything is in one bounce alone. */
bool areSound (const BouncePair&, std::span<const Match>);

/** The last pause that has moved by the one, and the first that has moved by the other. */
struct Switch
{
    Match last, next;

    bool operator== (const Switch&) const = default;
};

struct Switches
{
    Switch earliest, latest;
};

/** From one stretch to the next, at the first and at the last place that leave as many pauses alike as any: where pauses come regularly there
    may be many. */
Switches switchesBetween (const BouncePair&, std::span<const Match> stretch, std::span<const Match> next);

} // namespace earmark
