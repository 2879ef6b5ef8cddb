// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Pieces/Matches.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace earmark
{

namespace
{

/** How many pauses have to be explained by a piece before it is believed. */
constexpr int costOfPiece = 3;

constexpr std::size_t fewestInStretch = 4;
constexpr std::size_t fewestInAll = 8;

/** The way through the later bounce on which the fewest pauses and pieces have to be explained. */
std::vector<Match> bestMatches (const BouncePair& both, const std::vector<Duration>& offsets)
{
    if (offsets.empty())
        return {};

    constexpr int never = 1 << 24;
    const auto count = both.after.size();
    std::vector<int> costs (offsets.size(), 0);
    std::vector<std::vector<std::size_t>> cameFrom (count, std::vector<std::size_t> (offsets.size()));

    for (std::size_t k = 0; k < count; ++k)
    {
        const auto cheapest = std::size_t (std::ranges::min_element (costs) - costs.begin());
        std::vector<int> next (offsets.size());

        for (std::size_t o = 0; o < offsets.size(); ++o)
        {
            // Of two ways that cost the same, the one on which the piece came earlier: the pause behind it belongs to what follows.
            const auto stays = k == 0 || costs[o] <= costs[cheapest] + costOfPiece;
            cameFrom[k][o] = stays ? o : cheapest;
            next[o] = (stays ? costs[o] : costs[cheapest] + costOfPiece)
                      + (both.partnerOf (k, offsets[o]) ? 0
                         : both.isEdge (k)              ? never
                                                        : 1);
        }

        costs = std::move (next);
    }

    std::vector<Match> matches;
    auto o = std::size_t (std::ranges::min_element (costs) - costs.begin());

    for (auto k = count; k-- > 0; o = cameFrom[k][o])
        if (const auto partner = both.partnerOf (k, offsets[o]))
            matches.push_back ({ *partner, k, offsets[o] });

    std::ranges::reverse (matches);
    return matches;
}

/** As many of them as go forward in both bounces: in a piece that came in, what sounds like a pause from elsewhere is chance. */
std::vector<Match> forward (const std::vector<Match>& matches)
{
    std::vector<std::size_t> ends; // of the best ways so far, by their length: indices
    std::vector<std::optional<std::size_t>> cameFrom (matches.size());

    for (std::size_t i = 0; i < matches.size(); ++i)
    {
        const auto place = std::ranges::lower_bound (
            ends, matches[i].before, {}, [&] (std::size_t end) { return matches[end].before; });

        if (place != ends.begin())
            cameFrom[i] = *(place - 1);

        if (place == ends.end())
            ends.push_back (i);
        else
            *place = i;
    }

    std::vector<Match> kept;

    for (auto i = ends.empty() ? std::nullopt : std::optional (ends.back()); i; i = cameFrom[*i])
        kept.push_back (matches[*i]);

    std::ranges::reverse (kept);
    return kept;
}

/** Nearly all of the pauses from the first to the last are in both bounces, and enough of them; an edge says as much as three. */
bool isSound (const BouncePair& both, std::span<const Match> stretch)
{
    const auto holds = [&] (std::size_t first, std::size_t last)
    { return stretch.size() * 10 >= (last - first + 1) * 7; };
    const auto edges =
        std::size_t (std::ranges::count_if (stretch, [&] (const Match& m) { return both.isEdge (m.after); }));
    const auto isOnlyEdge = edges == stretch.size();

    return holds (stretch.front().before, stretch.back().before)
           && holds (stretch.front().after, stretch.back().after)
           && (isOnlyEdge || stretch.size() + 2 * edges >= fewestInStretch);
}

/** All that are alike, if all was moved by that much. */
std::vector<Match>
movedBy (const BouncePair& both, Duration offset, std::size_t firstOfAfter, std::size_t lastOfAfter)
{
    std::vector<Match> matches;

    for (auto k = firstOfAfter; k <= lastOfAfter; ++k)
        if (const auto partner = both.partnerOf (k, offset);
            partner && (matches.empty() || *partner > matches.back().before))
            matches.push_back ({ *partner, k, offset });

    return matches;
}

} // namespace

std::vector<Match> matchesOf (const BouncePair& both, const std::vector<Duration>& offsets)
{
    return forward (bestMatches (both, offsets));
}

std::vector<std::span<const Match>> stretchesOf (std::span<const Match> matches)
{
    std::vector<std::span<const Match>> stretches;

    for (std::size_t begin = 0; begin < matches.size();)
    {
        auto end = begin;

        while (end < matches.size() && matches[end].offset == matches[begin].offset)
            ++end;

        stretches.push_back (matches.subspan (begin, end - begin));
        begin = end;
    }

    return stretches;
}

bool areSound (const BouncePair& both, std::span<const Match> matches)
{
    return matches.size() >= fewestInAll + 2 && both.isEdge (matches.front().after)
           && both.isEdge (matches.back().after)
           && std::ranges::all_of (stretchesOf (matches),
                                   [&] (const auto& stretch) { return isSound (both, stretch); });
}

Switches switchesBetween (const BouncePair& both, std::span<const Match> stretch, std::span<const Match> next)
{
    const auto first = stretch.front().after, last = next.back().after;
    const auto here = movedBy (both, stretch.front().offset, first, last);
    const auto there = movedBy (both, next.front().offset, first, last);
    Switches switches { { stretch.back(), next.front() }, { stretch.back(), next.front() } };
    std::size_t most = 0, k = 0;

    for (std::size_t i = 0; i < here.size(); ++i)
    {
        while (k < there.size() && (there[k].after <= here[i].after || there[k].before <= here[i].before))
            ++k;

        if (k == there.size())
            break;

        const auto alike = i + 1 + (there.size() - k);

        if (alike > most)
            switches.earliest = { here[i], there[k] };

        if (alike >= most)
            switches.latest = { here[i], there[k] };

        most = std::max (most, alike);
    }

    return switches;
}

} // namespace earmark
