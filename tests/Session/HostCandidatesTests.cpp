// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/HostDesk.h"

#include <catch2/catch_test_macros.hpp>

// Where markers may belong without a file: at pauses in what the host has played.

namespace earmark::tests
{

TEST_CASE ("Pauses in what the host has played are a review's candidates", "[session][host]")
{
    HostDesk studio;
    auto& w = *studio.w;
    REQUIRE (run (w, "review"));
    CHECK (studio.candidates (1) == nullptr);
    CHECK_FALSE (run (w, "candidate-1"));

    // As the host plays there; the peaks have its timeline.
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (110.4), 0.9 },
                               { Candidate::Kind::pauseStart, at (109.2), 0.4 } };
    studio.known[at (110.4)] = { { Candidate::Kind::speechOnset, at (110.5), 0.9 } };
    studio.hears ({ 2 });
    REQUIRE (actions::reviewCandidates (w).size() == 2);
    CHECK (actions::reviewCandidates (w)[0].at == at (99.2));

    studio.heard.clear();
    REQUIRE (run (w, "candidate-2"));
    CHECK (w.chapters()[1].start == at (100.4));
    CHECK (studio.heard == Calls { "jump 108.4" });
    REQUIRE (run (w, "snap"));
    CHECK (w.chapters()[1].start == at (100.5));
    REQUIRE (run (w, "review-earlier"));
    CHECK (studio.looked.contains (w.chapters()[1].start + lasting (10)));
}

TEST_CASE ("What is heard anew is looked at anew, and nothing else", "[session][host]")
{
    HostDesk studio;
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (110.4), 0.9 } };
    studio.known[at (210)] = {};
    studio.hears ({ 2, 5 });
    studio.w->audio().wantCandidates (studio.w->order());
    REQUIRE (studio.candidates (1) != nullptr);
    REQUIRE (studio.candidates (2) != nullptr);
    CHECK (studio.candidates (2)->empty());
    CHECK (studio.candidates (3) == nullptr);

    studio.looked.clear();
    studio.hears ({ 9 });
    CHECK (studio.looked.empty());
    studio.known[at (310)] = {};
    studio.hears ({ 7 });
    CHECK (studio.looked == std::set { at (310) });
    CHECK (studio.candidates (3) != nullptr);

    // The end of a long pause is in what the host plays later.
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (126), 0.2 } };
    studio.looked.clear();
    studio.hears ({ 3 });
    CHECK (studio.looked == std::set { at (110) });
    REQUIRE (studio.candidates (1) != nullptr);
    CHECK (studio.candidates (1)->size() == 1);

    // Recorded once more.
    studio.known[at (110)].clear();
    studio.looked.clear();
    studio.hears ({ 2 });
    CHECK (studio.looked == std::set { at (110) });
    REQUIRE (studio.candidates (1) != nullptr);
    CHECK (studio.candidates (1)->empty());
}

TEST_CASE ("Where the episode starts elsewhere, other pauses are near its markers", "[session][host]")
{
    HostDesk studio;
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (110.4), 0.9 } };
    studio.known[at (120)] = { { Candidate::Kind::speechOnset, at (119.5), 0.9 } };
    studio.hears ({ 2 });
    studio.w->audio().wantCandidates (studio.w->order());
    REQUIRE (studio.candidates (1) != nullptr);
    studio.w->hostTimeline().setEpisodeStart (at (20));
    REQUIRE (studio.candidates (1) != nullptr);
    CHECK (studio.candidates (1)->front().at == at (99.5));
}

TEST_CASE ("A file's candidates take the place of those of the host", "[session][host]")
{
    HostDesk studio;
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (110.4), 0.9 } };
    studio.hears ({ 2 });
    studio.w->audio().wantCandidates (studio.w->order());
    studio.world.candidates[at (100)] = { { Candidate::Kind::pauseStart, at (99), 0.4 } };
    studio.w->openFile ("/media.m4a");
    REQUIRE (studio.candidates (1) != nullptr);
    CHECK (studio.candidates (1)->front().at == at (99));
}

} // namespace earmark::tests
