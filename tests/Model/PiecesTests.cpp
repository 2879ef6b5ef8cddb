// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Pieces.h"

#include "Model/EditList.h"
#include "Support/Chapters.h"
#include "Support/Pauses.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

// From the middle of a pause to that of another one.
const auto firstPiece = rangeOf (21'771, 51'286);
const auto secondPiece = rangeOf (250'439, 264'042);
const auto latePiece = rangeOf (498'217, 530'431);

// Between two sentences that nobody pauses at.
const auto amidSpeech = rangeOf (201'864, 234'877);

constexpr auto tenMinutes = Duration::fromSeconds (600);

std::vector<Piece> piecesOf (const std::vector<TimeRange>& before,
                             Duration lengthBefore,
                             const std::vector<TimeRange>& after,
                             Duration lengthAfter)
{
    return piecesBetween ({ lengthBefore, before }, { lengthAfter, after });
}

bool isNear (Duration a, Duration b)
{
    return a - b < Duration::fromMilliseconds (100) && b - a < Duration::fromMilliseconds (100);
}

bool isAt (const Piece& piece, Position place, Duration by)
{
    constexpr auto inexact = Duration::fromMilliseconds (200);
    return isNear (piece.by, by) && piece.within.start - inexact <= place
           && place <= piece.within.end + inexact;
}

/** As another detector would hear them, and not all. */
std::vector<TimeRange> coarse (const std::vector<TimeRange>& pauses, std::uint64_t seed)
{
    Random random (seed);
    std::vector<TimeRange> heard;

    for (const auto& pause : pauses)
        if (! random.oneIn (25))
        {
            const auto start = pause.start + Duration::fromMilliseconds (random.between (-30, 30));
            const auto end = pause.end + Duration::fromMilliseconds (random.between (-30, 30));
            heard.push_back ({ start, end });
        }

    return heard;
}

/** Of somebody who pauses every four seconds. */
std::vector<TimeRange> regularPauses (int seconds)
{
    std::vector<TimeRange> pauses;

    for (std::int64_t end = 4000; end + 1000 <= seconds * 1000; end += 4000)
        pauses.push_back (rangeOf (end - 500, end));

    return pauses;
}

std::size_t editsFor (const std::vector<Piece>& pieces, std::string_view mark)
{
    return editsOf (pieces, documentOf ({ chapter ("0:00", "One"), chapter (mark, "Two") }).outline).size();
}

} // namespace

TEST_CASE ("Two pieces that went out of a bounce, or came in, are found by the pauses")
{
    const auto whole = pausesLasting (600);

    for (const auto& second : { secondPiece, latePiece })
    {
        const auto cut = without (without (whole, second), firstPiece);
        const auto length = tenMinutes - firstPiece.length() - second.length();

        const auto gone = piecesOf (whole, tenMinutes, cut, length);
        REQUIRE (gone.size() == 2);
        CHECK (isAt (gone[0], firstPiece.start, -firstPiece.length()));
        CHECK (isAt (gone[1], second.start, -second.length()));

        const auto come = piecesOf (cut, length, whole, tenMinutes);
        REQUIRE (come.size() == 2);
        CHECK (isAt (come[0], firstPiece.start, firstPiece.length()));
        CHECK (isAt (come[1], second.start - firstPiece.length(), second.length()));
    }
}

TEST_CASE ("One piece may go while another comes")
{
    const auto whole = pausesLasting (600);
    const auto pieces = piecesOf (without (whole, secondPiece),
                                  tenMinutes - secondPiece.length(),
                                  without (whole, firstPiece),
                                  tenMinutes - firstPiece.length());
    REQUIRE (pieces.size() == 2);
    CHECK (isAt (pieces[0], firstPiece.start, -firstPiece.length()));
    CHECK (isAt (pieces[1], secondPiece.start, secondPiece.length()));
}

TEST_CASE ("Pauses that are heard otherwise, or not, do not hide the pieces")
{
    const auto whole = pausesLasting (600);
    const auto cut = without (without (whole, latePiece), firstPiece);
    const auto pieces = piecesOf (coarse (whole, 2),
                                  tenMinutes,
                                  coarse (cut, 3),
                                  tenMinutes - firstPiece.length() - latePiece.length());
    REQUIRE (pieces.size() == 2);
    CHECK (isAt (pieces[0], firstPiece.start, -firstPiece.length()));
    CHECK (isAt (pieces[1], latePiece.start, -latePiece.length()));
}

TEST_CASE ("Where nothing went, or nothing is alike, there are no pieces")
{
    const auto whole = pausesLasting (600);
    constexpr auto shorter = Duration::fromSeconds (570);
    CHECK (piecesOf (whole, tenMinutes, whole, tenMinutes).empty());
    CHECK (piecesOf (whole, tenMinutes, pausesLasting (570, 2), shorter).empty());
    CHECK (piecesOf (whole, tenMinutes, {}, shorter).empty());
    CHECK (piecesOf ({}, tenMinutes, whole, tenMinutes).empty());
    CHECK (piecesOf ({}, {}, {}, {}).empty());
}

TEST_CASE ("Where pauses come regularly, a piece is at no place rather than at the first")
{
    const auto whole = regularPauses (600), cut = regularPauses (592);
    constexpr auto shorter = Duration::fromSeconds (592), by = Duration::fromSeconds (8);

    const auto gone = piecesOf (whole, tenMinutes, cut, shorter);
    REQUIRE (gone.size() == 1);
    CHECK (isAt (gone[0], at ("0:01"), -by));
    CHECK (isAt (gone[0], at ("5:00"), -by));
    CHECK (isAt (gone[0], at ("9:50"), -by));
    CHECK (editsFor (gone, "5:00") == 0);

    const auto come = piecesOf (cut, shorter, whole, tenMinutes);
    REQUIRE (come.size() == 1);
    CHECK (isAt (come[0], at ("0:01"), by));
    CHECK (isAt (come[0], at ("9:50"), by));
    CHECK (editsFor (come, "5:00") == 0);
}

TEST_CASE ("Regular pauses of many hours are not compared with one another")
{
    CHECK (piecesOf (regularPauses (36'000),
                     Duration::fromSeconds (36'000),
                     regularPauses (35'992),
                     Duration::fromSeconds (35'992))
               .empty());
}

TEST_CASE ("Pieces that do not make the difference of the lengths are none")
{
    const auto whole = pausesLasting (600);
    auto drifting = without (whole, firstPiece);
    const auto drift = [] (Position p) // with each hundred seconds, and each time too little for a piece
    { return Duration::fromMilliseconds (250 * (p.milliseconds (Rounding::nearest) / 100'000)); };

    for (auto& pause : drifting)
    {
        const auto by = drift (pause.start);
        pause = { pause.start + by, pause.end + by };
    }

    const auto length = tenMinutes - firstPiece.length();
    CHECK (piecesOf (whole, tenMinutes, drifting, length + drift (Position (length))).empty());
}

TEST_CASE ("The pieces come out of the chapters' times together")
{
    const auto whole = pausesLasting (600);
    const auto pieces = piecesOf (whole,
                                  tenMinutes,
                                  without (without (whole, secondPiece), firstPiece),
                                  tenMinutes - firstPiece.length() - secondPiece.length());
    const auto document =
        documentOf ({ chapter ("0:00", "One"), chapter ("1:40", "Two"), chapter ("5:00", "Three") });
    const auto after = applyAll (document, editsOf (pieces, document.outline));
    REQUIRE (after);
    const auto& chapters = after->outline.chapters;
    REQUIRE (chapters.size() == 3);
    CHECK (chapters[0].start == Position());
    CHECK (isNear (chapters[1].start - at ("1:40"), -firstPiece.length()));
    CHECK (isNear (chapters[2].start - at ("5:00"), -firstPiece.length() - secondPiece.length()));
}

TEST_CASE ("A mark that may belong to either side of a piece keeps all of them")
{
    const auto whole = pausesLasting (600);
    const auto pieces =
        piecesOf (whole, tenMinutes, without (whole, amidSpeech), tenMinutes - amidSpeech.length());
    REQUIRE (pieces.size() == 1);
    CHECK (isAt (pieces[0], amidSpeech.start, -amidSpeech.length()));

    CHECK (editsFor (pieces, "3:00") == 1);
    CHECK (editsFor (pieces, "3:50") == 1); // goes with it, wherever it lies
    CHECK (editsFor (pieces, "5:00") == 1);
    CHECK (editsFor (pieces, "3:21.5") == 0);
    CHECK (editsFor (pieces, "3:54.6") == 0);
}

} // namespace earmark
