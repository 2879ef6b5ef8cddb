// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CutFinding.h"
#include "Support/Outlines.h"
#include "Support/Pauses.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A place is named only where the pauses leave less than a second of room", "[session]")
{
    const Document document { .outline = evenOutline (4, 100'000) };
    const auto by = Duration::fromMilliseconds (-30'000);
    const auto pauses =
        std::vector { rangeOf (69'000, 70'000), rangeOf (169'000, 170'000), rangeOf (269'000, 270'000) };
    const auto told = [&] (const std::vector<Piece>& pieces)
    {
        return findingAbout (document,
                             by,
                             Expected::byEarlierAudio,
                             { .pauses = pauses, .splice = {}, .pieces = pieces })
            .sentence;
    };
    const auto pieceIn = [] (std::int64_t from, std::int64_t to, std::int64_t length)
    { return Piece { .within = rangeOf (from, to), .by = Duration::fromMilliseconds (length) }; };

    CHECK (told ({ pieceIn (20'000, 20'400, -30'000) })
           == "The new audio is 30 s shorter. A cut at 0:20 explains it: 4 of 4 marks then begin after a "
              "pause.");
    CHECK (told ({ pieceIn (20'000, 26'000, -30'000) })
           == "The new audio is 30 s shorter. A cut between 0:20 and 0:26 explains it: 4 of 4 marks "
              "then begin after a pause.");
    // Wherever in a pause it lay.
    auto inPause = pieceIn (20'000, 21'500, -30'000);
    inPause.place = Piece::Place::inPause;
    CHECK (told ({ inPause }).contains ("A cut at 0:20 explains it"));

    CHECK (told ({ pieceIn (20'000, 26'000, -40'000), pieceIn (80'000, 82'000, 10'000) })
               .contains ("40 s cut out between 0:20 and 0:26, 10 s put in between 1:20 and "
                          "1:22."));
}

} // namespace earmark::tests
