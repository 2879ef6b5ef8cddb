// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Verdict.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

namespace earmark::tests
{

TEST_CASE ("A marker is judged by where speech begins near it")
{
    using Kind = Verdict::Kind;
    const auto marker = Position::fromSeconds (10);
    const std::vector<Candidate> pauses { { Candidate::Kind::pauseStart, Position::fromSeconds (9) } };
    const auto suggested = [&] (std::int64_t offsetMs)
    { return verdictOn (marker, marker + Duration::fromMilliseconds (offsetMs), pauses); };

    CHECK (suggested (59) == Verdict { Kind::inPlace, "speech begins here" });
    CHECK (suggested (-59) == Verdict { Kind::inPlace, "speech begins here" });
    CHECK (suggested (60) == Verdict { Kind::elsewhere, "speech begins 0.06 s later" });
    CHECK (suggested (-1250) == Verdict { Kind::elsewhere, "speech begins 1.25 s earlier" });
    CHECK (verdictOn (marker, {}, pauses)
           == Verdict { Kind::unclear, "no clear beginning of speech near it" });
    CHECK (verdictOn (marker, {}, {}) == Verdict { Kind::unclear, "no pause near it" });
    CHECK (verdictOn (Position(), Position::fromSeconds (1), pauses)
           == Verdict { Kind::beginning, "the beginning of the file" });

    // What is offered in a long pause is no place near it.
    const std::vector<Candidate> far {
        { Candidate::Kind::speechOnset, Position::fromMilliseconds (17'900), 0.2 }
    };
    CHECK (endOfLongPause (far, marker) == &far.front());
    CHECK (endOfLongPause (far, Position::fromMilliseconds (15'900)) == nullptr);
    CHECK (verdictOn (marker, {}, far) == Verdict { Kind::unclear, "in a pause; speech begins 7.9 s later" });

    const auto lead = Duration::fromMilliseconds (80);
    CHECK (verdictOn (marker, marker, pauses, lead)
           == Verdict { Kind::inPlace, "80 ms before speech begins" });
    CHECK (verdictOn (marker, marker + Duration::fromMilliseconds (1250), pauses, lead)
           == Verdict { Kind::elsewhere, "snapping moves it +1.25 s" });
}

} // namespace earmark::tests
