// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CutFinding.h"

#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Model/Cuts.h"
#include "Model/Differences.h"
#include "Model/EditList.h"
#include "Model/Splice.h"

#include <algorithm>

namespace earmark
{

namespace
{

/** Encoders add a few frames. */
constexpr auto exactTolerance = Duration::fromMilliseconds (300);

bool differ (Duration by, Duration tolerance)
{
    return by > tolerance || by < -tolerance;
}

/** To a tenth of a second. */
std::string shortTime (Position p)
{
    return formatTime (Position::fromMilliseconds ((p.milliseconds (Rounding::nearest) + 50) / 100 * 100));
}

std::string sentenceAbout (Duration by, Expected expected)
{
    const auto length = secondsOf (by);

    if (expected == Expected::byStatedEnd)
        return by < Duration() ? tr ("The audio is {} shorter than the chapters say.", length)
                               : tr ("The audio is {} longer than the chapters say.", length);

    return by < Duration() ? tr ("The new audio is {} shorter.", length)
                           : tr ("The new audio is {} longer.", length);
}

std::string sentenceAbout (Position at, Duration by, std::size_t fitting, std::size_t all)
{
    const auto place = shortTime (at);
    return by < Duration()
               ? tr ("A cut at {} explains it: {} of {} marks then begin after a pause.", place, fitting, all)
               : tr ("A piece put in at {} explains it: {} of {} marks then begin after a pause.",
                     place,
                     fitting,
                     all);
}

std::string sentenceAbout (const CutPlace& place, std::size_t fitting, std::size_t all)
{
    const auto isCut = place.by < Duration();
    const auto before = shortTime (place.before);

    if (! place.after)
        return isCut ? tr ("A cut before {} explains it: {} of {} marks then begin after a pause.",
                           before,
                           fitting,
                           all)
                     : tr ("A piece put in before {} explains it: {} of {} marks then begin after a pause.",
                           before,
                           fitting,
                           all);

    const auto after = shortTime (*place.after);
    return isCut
               ? tr ("A cut between {} and {} explains it: {} of {} marks then begin after a pause.",
                     after,
                     before,
                     fitting,
                     all)
               : tr ("A piece put in between {} and {} explains it: {} of {} marks then begin after a pause.",
                     after,
                     before,
                     fitting,
                     all);
}

/** Whether the piece may begin anywhere in more than a second, so that naming a place would be a promise. A pause is a place. */
bool isWide (const Piece& piece)
{
    return piece.place == Piece::Place::anywhere && piece.within.length() > Duration::fromMilliseconds (1000);
}

std::string sentenceAbout (const Piece& piece, std::size_t fitting, std::size_t all)
{
    const auto [from, to] = piece.within;
    return isWide (piece)
               ? sentenceAbout (
                     CutPlace { .after = from, .before = to, .at = from, .by = piece.by }, fitting, all)
               : sentenceAbout (from, piece.by, fitting, all);
}

/** "30 s cut out at 3:20.500, 12 s put in between 7:05.000 and 7:11.000" */
std::string listOf (std::span<const Piece> pieces)
{
    std::string list;

    for (const auto& piece : pieces)
    {
        const auto isCut = piece.by < Duration();
        const auto length = secondsOf (piece.by), from = shortTime (piece.within.start),
                   to = shortTime (piece.within.end);

        if (! list.empty())
            list += ", ";

        if (isWide (piece))
            list += isCut ? tr ("{} cut out between {} and {}", length, from, to)
                          : tr ("{} put in between {} and {}", length, from, to);
        else
            list += isCut ? tr ("{} cut out at {}", length, from) : tr ("{} put in at {}", length, from);
    }

    return list;
}

/** Where the chapters say that no mark has to move. */
CutFinding behindLast (const Outline& outline, std::span<const TimeRange> pauses)
{
    return { CutFinding::Kind::behindLast,
             tr ("No mark has to move: {} of {} begin after a pause as they are.",
                 countAfterPauses (outline, pauses),
                 outline.chapters.size()),
             {} };
}

bool movesNothing (const Outline& before, const Outline& after)
{
    return std::ranges::equal (before.chapters, after.chapters, {}, &Chapter::start, &Chapter::start);
}

/** Where the bounces tell. */
std::optional<CutFinding> heardAt (const Document& document, Duration by, const Heard& heard)
{
    if (! heard.splice)
        return {};

    const auto at = besideMarks (document.outline, *heard.splice, by);
    auto edit = editOf (CutPlace { .after = {}, .before = {}, .at = at, .by = by });
    const auto after = apply (document, edit);

    if (! after)
        return {};

    if (movesNothing (document.outline, after->outline))
        return behindLast (document.outline, heard.pauses);

    const auto fitting = countAfterPauses (after->outline, heard.pauses);
    const auto all = after->outline.chapters.size();
    return CutFinding { CutFinding::Kind::explained,
                        sentenceAbout (at, by, fitting, all),
                        { std::move (edit) } };
}

/** Where the pauses of both bounces tell of one piece or of several. */
std::optional<CutFinding> heardInPieces (const Document& document, const Heard& heard)
{
    const auto isOne = heard.pieces.size() == 1;
    auto edits = editsOf (heard.pieces, document.outline);

    if (heard.pieces.empty() || (edits.empty() && isOne)) // the marks may tell where one of them lies
        return {};

    if (edits.empty())
        return CutFinding {
            CutFinding::Kind::unexplained,
            tr ("By the pauses it is more than one change: {}. A mark lies too close to be moved for sure.",
                listOf (heard.pieces)),
            {}
        };

    const auto after = applyAll (document, edits);

    if (! after)
        return {};

    if (movesNothing (document.outline, after->outline))
        return behindLast (document.outline, heard.pauses);

    const auto fitting = countAfterPauses (after->outline, heard.pauses);
    const auto all = after->outline.chapters.size();
    auto sentence = isOne ? sentenceAbout (heard.pieces.front(), fitting, all)
                          : tr ("The pauses of both explain it: {}. {} of {} marks then begin after a pause.",
                                listOf (heard.pieces),
                                fitting,
                                all);
    return CutFinding { CutFinding::Kind::explained, std::move (sentence), std::move (edits) };
}

/** Where the pauses do. */
std::optional<CutFinding> fittingAt (const Document& document, Duration by, std::span<const TimeRange> pauses)
{
    const auto& outline = document.outline;
    const auto cut = findCut (fitsAtPauses (outline, pauses, {}), fitsAtPauses (outline, pauses, by), by);
    const auto place = cut ? placeOfCut (outline, *cut, pauses) : std::nullopt;

    if (! place)
        return {};

    auto edit = editOf (*place);
    const auto after = apply (document, edit);

    if (! after)
        return {};

    const auto fitting = countAfterPauses (after->outline, pauses);
    const auto all = after->outline.chapters.size();

    if (! areEnough (fitting, all))
        return {};

    return CutFinding { CutFinding::Kind::explained,
                        sentenceAbout (*place, fitting, all),
                        { std::move (edit) } };
}

} // namespace

bool differExactly (Duration by)
{
    return differ (by, exactTolerance);
}

/** One in ten may be on music or amid speech on purpose. Speech pauses so often that fewer would say nothing. */
bool areEnough (std::size_t fitting, std::size_t all)
{
    return fitting * 10 >= all * 9;
}

CutFinding findingAbout (const Document& document, Duration by, Expected expected, const Heard& heard)
{
    const auto tolerance = expected == Expected::byStatedEnd ? lengthTolerance : exactTolerance;

    if (! differ (by, tolerance))
        return { CutFinding::Kind::agrees, tr ("The audio is as long as the chapters expect."), {} };

    const auto about = [&] (CutFinding finding)
    {
        finding.sentence = sentenceAbout (by, expected) + " " + finding.sentence;
        return finding;
    };

    if (auto found = heardAt (document, by, heard))
        return about (std::move (*found));

    if (auto found = heardInPieces (document, heard))
        return about (std::move (*found));

    if (auto found = fittingAt (document, by, heard.pauses))
        return about (std::move (*found));

    const auto& outline = document.outline;

    if (areEnough (countAfterPauses (outline, heard.pauses), outline.chapters.size()))
        return about (behindLast (outline, heard.pauses));

    return about ({ CutFinding::Kind::unexplained,
                    by < Duration()
                        ? tr ("No single cut explains it: too few marks would begin after a pause.")
                        : tr ("No single piece put in explains it: too few marks would begin after a pause."),
                    {} });
}

} // namespace earmark
