// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Pieces.h"

#include "Model/Cuts.h"
#include "Model/Pieces/Matches.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace earmark
{

namespace
{

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
std::optional<Piece> pieceBetween (const BouncePair& both, const Switch& place)
{
    const auto& [last, next] = place;
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

/** Wherever it may be; none where there is no room for it. */
std::optional<Piece> pieceAt (const BouncePair& both, const Switches& places)
{
    const auto first = pieceBetween (both, places.earliest);
    const auto last = pieceBetween (both, places.latest);

    if (! first || ! last || places.earliest == places.latest)
        return last ? first : last;

    return Piece { { first->within.start, std::max (first->within.end, last->within.end) },
                   first->by,
                   Piece::Place::anywhere };
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
    const BouncePair both (before, after);
    const auto matches = matchesOf (both, likelyOffsets (both));

    if (! areSound (both, matches))
        return {};

    const auto stretches = stretchesOf (matches);
    std::vector<Piece> pieces;
    Duration sum;

    for (std::size_t i = 1; i < stretches.size(); ++i)
    {
        if (areNear (stretches[i - 1].front().offset, stretches[i].front().offset, edgeTolerance))
            continue;

        const auto piece = pieceAt (both, switchesBetween (both, stretches[i - 1], stretches[i]));

        if (! piece)
            return {};

        pieces.push_back (*piece);
        sum = sum + piece->by;
    }

    return areNear (sum, both.difference(), edgeTolerance) ? pieces : std::vector<Piece>();
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
