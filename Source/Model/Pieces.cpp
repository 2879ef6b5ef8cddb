// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Pieces.h"

#include "Model/Cuts.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace earmark
{

namespace
{

/** What a pause begins and ends at depends on how loud it is around, and on how it was coded. */
constexpr auto pauseTolerance = Duration::fromMilliseconds (150);

/** Encoders add a few frames at the beginning and the end. */
constexpr auto edgeTolerance = Duration::fromMilliseconds (300);

constexpr auto longestPiece = Duration::fromSeconds (600);

/** Those that are heard most often; another one in an hour of speech is chance. */
constexpr std::size_t mostOffsets = 64;

/** How many pauses have to be explained by a piece before it is believed. */
constexpr int costOfPiece = 3;

constexpr std::size_t fewestInStretch = 4;
constexpr std::size_t fewestInAll = 8;

bool areNear (Duration a, Duration b, Duration tolerance = pauseTolerance)
{
    return a - b <= tolerance && b - a <= tolerance;
}

/** One bounce, its edges being pauses of no length. */
std::vector<TimeRange> withEdges (const Bounce& bounce)
{
    std::vector<TimeRange> pauses { { Position(), Position() } };
    pauses.insert (pauses.end(), bounce.pauses.begin(), bounce.pauses.end());
    pauses.push_back ({ Position (bounce.length), Position (bounce.length) });
    return pauses;
}

/** Both bounces. */
struct Pair
{
    std::vector<TimeRange> before, after;

    /** By how much the end of the episode has moved. */
    Duration difference() const { return after.back().end - before.back().end; }

    bool isEdge (std::size_t ofAfter) const { return ofAfter == 0 || ofAfter + 1 == after.size(); }

    /** The same pause in the earlier bounce, if all was moved by that much there. */
    std::optional<std::size_t> partnerOf (std::size_t ofAfter, Duration offset) const
    {
        if (ofAfter == 0)
            return areNear (offset, {}, edgeTolerance) ? std::optional<std::size_t> (0) : std::nullopt;

        if (isEdge (ofAfter))
            return areNear (offset, difference(), edgeTolerance) ? std::optional (before.size() - 1)
                                                                 : std::nullopt;

        const auto& pause = after[ofAfter];
        const auto inner = std::span (before).subspan (1, before.size() - 2);

        for (auto found = std::ranges::lower_bound (
                 inner, pause.start - offset - pauseTolerance, {}, &TimeRange::start);
             found != inner.end() && found->start - (pause.start - offset) <= pauseTolerance;
             ++found)
            if (areNear (found->end - (pause.end - offset), {}))
                return std::size_t (found - inner.begin()) + 1;

        return {};
    }
};

/** By how much two pauses that follow one another have both moved, for all that are alike in both bounces; in order. */
std::vector<Duration> offsetsHeard (const Pair& both)
{
    const auto& [before, after] = both;
    const auto least = std::min (both.difference(), Duration()) - longestPiece;
    const auto most = std::max (both.difference(), Duration()) + longestPiece;
    const auto areAlike = [&] (std::size_t i, std::size_t k)
    { return areNear (before[i].length(), after[k].length()); };
    std::vector<Duration> offsets;
    std::size_t first = 1;

    for (std::size_t i = 1; i + 2 < before.size(); ++i)
    {
        while (first + 2 < after.size() && after[first].start - before[i].start < least)
            ++first;

        for (auto k = first; k + 2 < after.size() && after[k].start - before[i].start <= most; ++k)
            if (areAlike (i, k) && areAlike (i + 1, k + 1)
                && areNear (after[k + 1].start - after[k].start, before[i + 1].start - before[i].start))
                offsets.push_back (after[k].start - before[i].start);
    }

    std::ranges::sort (offsets);
    return offsets;
}

/** What may have moved by how much: what is heard most often first, nothing twice, with what holds for the edges of the episode. */
std::vector<Duration> likelyOffsets (const Pair& both)
{
    struct Group
    {
        Duration middle;
        std::size_t count;
    };

    const auto heard = offsetsHeard (both);
    std::vector<Group> groups;

    for (std::size_t begin = 0; begin < heard.size();)
    {
        auto end = begin;

        while (end < heard.size() && heard[end] - heard[begin] <= pauseTolerance)
            ++end;

        groups.push_back ({ heard[begin + (end - begin) / 2], end - begin });
        begin = end;
    }

    std::ranges::stable_sort (groups, std::ranges::greater {}, &Group::count);
    std::vector<Duration> offsets;
    const auto add = [&] (Duration offset, Duration apart)
    {
        if (std::ranges::none_of (offsets, [&] (Duration o) { return areNear (o, offset, apart); }))
            offsets.push_back (offset);
    };

    for (const auto& group : groups)
        if (offsets.size() < mostOffsets)
            add (group.middle, pauseTolerance);

    add ({}, edgeTolerance);
    add (both.difference(), edgeTolerance);
    return offsets;
}

/** A pause that is in both bounces. */
struct Match
{
    std::size_t before, after;
    Duration offset;
};

/** The way through the later bounce on which the fewest pauses and pieces have to be explained. */
std::vector<Match> bestMatches (const Pair& both, const std::vector<Duration>& offsets)
{
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

/** Neighbours that have moved by the same. */
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

/** Nearly all of the pauses from the first to the last are in both bounces, and enough of them; an edge says as much as three. */
bool isSound (const Pair& both, std::span<const Match> stretch)
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

/** From edge to edge hardly anything is in one alone. */
bool areSound (const Pair& both, std::span<const Match> matches)
{
    return matches.size() >= fewestInAll + 2 && both.isEdge (matches.front().after)
           && both.isEdge (matches.back().after)
           && std::ranges::all_of (stretchesOf (matches),
                                   [&] (const auto& stretch) { return isSound (both, stretch); });
}

/** What was paused there: the pause of the bounce without the piece that begins or ends as one of the other does. Both are given between the
    pauses that are alike; the offsets lead from the one to the other, before and behind the piece. */
std::optional<TimeRange> pauseAround (std::span<const TimeRange> without,
                                      std::span<const TimeRange> with,
                                      Duration before,
                                      Duration behind)
{
    std::optional<TimeRange> longest;

    for (const auto& pause : without)
        if (std::ranges::any_of (with,
                                 [&] (const TimeRange& other)
                                 {
                                     return areNear (other.start - pause.start, before)
                                            || areNear (other.end - pause.end, behind);
                                 })
            && (! longest || pause.length() > longest->length()))
            longest = pause;

    return longest;
}

/** None where there is no room for it. */
std::optional<Piece> pieceBetween (const Pair& both, const Match& last, const Match& next)
{
    const auto by = next.offset - last.offset;
    const auto from = both.before[last.before].end;
    const auto to = both.before[next.before].start + std::min (by, Duration());

    if (from - to > edgeTolerance)
        return {};

    const auto before = std::span (both.before).subspan (last.before + 1, next.before - last.before - 1);
    const auto after = std::span (both.after).subspan (last.after + 1, next.after - last.after - 1);

    if (by > Duration())
    {
        if (const auto pause = pauseAround (before, after, last.offset, next.offset))
            return Piece { *pause, by, Piece::Place::inPause };
    }
    else if (const auto pause = pauseAround (after, before, -last.offset, -next.offset))
        return Piece { { pause->start - last.offset, pause->end - last.offset }, by, Piece::Place::inPause };

    return Piece { { from, std::max (from, to) }, by, Piece::Place::anywhere };
}

/** A time of the earlier bounce in the later one, if the piece is there. */
Position movedBy (Position at, Position place, Duration by)
{
    if (by > Duration())
        return at < place ? at : at + by;

    return at <= place ? at : std::max (place, at + by);
}

/** Wherever it lies, the chapter gets the same time, as good as. */
bool isCertainFor (Position start, const Piece& piece)
{
    constexpr auto margin = Duration::fromMilliseconds (500);

    // Outlines are rounded to the second: a mark right before it may be one in it.
    const auto early = piece.within.start - margin, late = piece.within.end;
    const auto goesWith = [&] (Position place)
    { return piece.by < Duration() && start > place && start + piece.by < place; };

    return areNear (movedBy (start, early, piece.by) - movedBy (start, late, piece.by), {}, margin)
           || (goesWith (early) && goesWith (late))
           // It begins after the pause that the piece was taken out behind.
           || (piece.by < Duration() && areNear (start + piece.by - piece.within.start, {}, margin));
}

bool isCertain (const Piece& piece, const Outline& outline)
{
    return piece.place == Piece::Place::inPause
           || std::ranges::all_of (outline.chapters,
                                   [&] (const Chapter& c) { return isCertainFor (c.start, piece); });
}

} // namespace

std::vector<Piece> piecesBetween (const Bounce& before, const Bounce& after)
{
    if (before.pauses.size() < fewestInAll || after.pauses.size() < fewestInAll)
        return {};

    const Pair both { withEdges (before), withEdges (after) };
    const auto matches = forward (bestMatches (both, likelyOffsets (both)));

    if (! areSound (both, matches))
        return {};

    std::vector<Piece> pieces;

    for (std::size_t i = 1; i < matches.size(); ++i)
    {
        if (areNear (matches[i - 1].offset, matches[i].offset, edgeTolerance))
            continue;

        const auto piece = pieceBetween (both, matches[i - 1], matches[i]);

        if (! piece)
            return {};

        pieces.push_back (*piece);
    }

    return pieces;
}

std::vector<Edit> editsOf (std::span<const Piece> pieces, const Outline& outline)
{
    if (! std::ranges::all_of (pieces, [&] (const Piece& p) { return isCertain (p, outline); }))
        return {};

    std::vector<Edit> edits;

    // The last first, so that those before it stay where they are.
    for (const auto& piece : std::views::reverse (pieces))
        edits.push_back (editOf (CutPlace { .after = {},
                                            .before = {},
                                            .at = besideMarks (outline, piece.within.start, piece.by),
                                            .by = piece.by }));

    return edits;
}

} // namespace earmark
