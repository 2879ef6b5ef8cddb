// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

TEST_CASE ("The key for a marker gives titles without times their places, one after the other", "[session]")
{
    EpisodeDesk desk ({ 0, 0, 0 });
    auto& w = *desk.w;
    const std::vector ids { desk.id (0), desk.id (1), desk.id (2) };
    w.playback().seek (at (150));
    REQUIRE (run (w, "marker-here"));
    REQUIRE (run (w, "marker-here")); // pressed twice
    CHECK (desk.start (1) == 150);
    CHECK (desk.start (2) == 150);
    CHECK (w.view().selection.focus == ids[1]);
    CHECK (w.message().text == "Marked already: B");
    w.playback().seek (at (300));
    REQUIRE (run (w, "marker-here"));
    CHECK (desk.start (0) == 0);
    CHECK (desk.start (1) == 150);
    CHECK (desk.start (2) == 300);
    CHECK (desk.id (2) == ids[2]);

    // None waits any more.
    w.playback().seek (at (400));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 4);
    CHECK (desk.start (3) == 400);
    CHECK (w.chapters()[3].title.empty());
}

TEST_CASE ("A chapter that begins with another pushes none that has its own place", "[session]")
{
    EpisodeDesk desk ({ 0, 100, 100, 200 });
    auto& w = *desk.w;
    w.playback().seek (at (300));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 5);
    CHECK (desk.start (2) == 100);
    CHECK (desk.start (3) == 200);
    CHECK (desk.start (4) == 300);
    w.playback().seek (at (150));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 5);
    CHECK (desk.start (2) == 150);
}

//======================================================================================================
TEST_CASE ("What can be the same for many is set for all that are selected, in one step", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto count = [&] (const auto& is) { return std::ranges::count_if (w.chapters(), is); };
    const auto undo = [&] (const std::string& name)
    {
        CHECK (w.history().steps().all().back().name == name);
        const auto before = w.history().steps().current();
        w.undo();
        CHECK (w.history().steps().current() + 1 == before);
    };
    actions::select (w, desk.id (0), Pick::only);
    actions::select (w, desk.id (2), Pick::range);
    REQUIRE (w.view().selection.ids.size() == 3);
    const auto focus = w.view().selection.focus;

    actions::setForSelected (w, focus, SetField::Level { 1 });
    CHECK (count ([] (const Chapter& c) { return c.level == 1; }) == 3);
    CHECK (w.chapters()[3].level == 0);
    undo ("Change level of 3 chapters");
    CHECK (count ([] (const Chapter& c) { return c.level == 1; }) == 0);

    actions::setForSelected (w, focus, SetField::Kind { Chapter::Kind::adBreak });
    CHECK (count ([] (const Chapter& c) { return c.kind == Chapter::Kind::adBreak && ! c.inContents; }) == 3);
    undo ("Change kind of 3 chapters");

    actions::setForSelected (w, focus, SetField::Picture { LinkedImage { "https://example.org/a.png" } });
    CHECK (count ([] (const Chapter& c) { return c.image.has_value(); }) == 3);
    undo ("Change picture of 3 chapters");

    actions::setForSelected (w, focus, SetField::Locked { true });
    CHECK (count ([] (const Chapter& c) { return c.locked; }) == 3);
    undo ("Lock");

    actions::setForSelected (w, focus, SetField::InContents { false });
    CHECK (count ([] (const Chapter& c) { return ! c.inContents; }) == 3);
    undo ("Hide from the list");

    // One by itself.
    actions::select (w, desk.id (1), Pick::only);
    actions::setForSelected (w, desk.id (1), SetField::Level { 1 });
    CHECK (count ([] (const Chapter& c) { return c.level == 1; }) == 1);
    undo ("Change level");
}

//======================================================================================================
TEST_CASE ("Snapping leaves a lead-in before speech, where one is wanted", "[session]")
{
    EpisodeDesk desk ({ 0, 100, 200 });
    auto& w = *desk.w;
    const auto place = at (100.4) - Duration::fromMilliseconds (250);
    w.audio().wantCandidates (w.order());
    REQUIRE (actions::setLead (w, "250"));
    CHECK (w.audio().suggestionFor (w.chapters()[1]) == place);

    actions::select (w, desk.id (1), Pick::only);
    REQUIRE (run (w, "snap"));
    CHECK (w.chapters()[1].start == place);
    CHECK (w.message().text == "Set 250 ms before speech begins.");
    w.undo();

    actions::proposeSnaps (w);
    REQUIRE (w.proposal());
    REQUIRE (w.proposal()->moves.size() == 1);
    CHECK (w.proposal()->moves[0].to == place);

    // The places of a review, and what a dragged marker sticks to, are the same; pauses begin where they begin.
    auto review = w.review();
    review.active = true;
    review.current = desk.id (1);
    w.setReview (review);
    const auto places = actions::reviewCandidates (w);
    REQUIRE (places.size() == 2);
    CHECK (places[0].at == at (99.2));
    CHECK (places[1].at == place);
    CHECK (std::ranges::contains (actions::magnets (w), place, &Magnet::at));
    actions::takeCandidate (w, 1);
    CHECK (w.chapters()[1].start == place);
}

TEST_CASE ("A review offers the end of a long pause, but no place in the next chapter", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const std::vector<Candidate> far { { Candidate::Kind::speechOnset, at (308), 0.2 } };
    desk.world.candidates[at (299)] = far;
    desk.world.candidates[at (298)] = far;
    REQUIRE (w.perform (SnapChapters { { { desk.id (3), at (299) } } }));
    auto review = w.review();
    review.active = true;
    review.current = desk.id (3);
    w.setReview (review);
    CHECK (actions::reviewCandidates (w) == far);

    REQUIRE (w.perform (SnapChapters { { { desk.id (2), at (298) } } }));
    review.current = desk.id (2);
    w.setReview (review);
    REQUIRE (w.audio().candidatesOf (w.chapters()[2]) != nullptr);
    CHECK (actions::reviewCandidates (w).empty());
}

TEST_CASE ("A lead-in is whole milliseconds up to half a second", "[session]")
{
    EpisodeDesk desk ({ 0 });
    auto& w = *desk.w;
    const auto lead = [&] { return w.view().preferences.lead.milliseconds (Rounding::nearest); };
    CHECK (actions::setLead (w, " 500 "));
    CHECK (lead() == 500);

    for (const auto* nonsense : { "501", "-1", "1.5", "some", "9999999999999999999" })
    {
        const auto taken = actions::setLead (w, nonsense);
        REQUIRE_FALSE (taken);
        CHECK (taken.error().message == "Type milliseconds from 0 to 500.");
        CHECK (lead() == 500);
        CHECK (w.message().text == "Type milliseconds from 0 to 500.");
    }

    CHECK (actions::setLead (w, ""));
    CHECK (lead() == 0);
    CHECK (placeOf ({ Candidate::Kind::speechOnset, at (0.1), 1 }, Duration::fromMilliseconds (200))
           == at (0));
}

TEST_CASE ("An ad break is put at the playhead by a key, and listed by no player", "[session]")
{
    EpisodeDesk desk ({ 0, 100 });
    auto& w = *desk.w;
    w.playback().seek (at (60));
    REQUIRE (run (w, "ad-break"));
    REQUIRE (w.chapters().size() == 3);
    const auto& ad = w.chapters()[1];
    CHECK (ad.start == at (60));
    CHECK (ad.kind == Chapter::Kind::adBreak);
    CHECK_FALSE (ad.inContents);
    CHECK (ad.title == "Ad break");
    CHECK (w.view().selection.focus == ad.id);
    w.undo();
    CHECK (w.chapters().size() == 2);
}

TEST_CASE ("It is played from a place on", "[session]")
{
    EpisodeDesk desk ({ 0, 100 });
    auto& w = *desk.w;
    actions::playFrom (w, at (250));
    CHECK (w.view().playhead == at (250));
    CHECK (std::ranges::contains (desk.world.heard, "play"));
}

TEST_CASE ("Where a chapter begins, the key for a marker makes no second one", "[session]")
{
    EpisodeDesk desk ({ 0, 100 });
    auto& w = *desk.w;
    w.playback().seek (at (100.0004)); // in the same millisecond
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 2);
    CHECK (w.view().selection.focus == desk.id (1));
    CHECK (w.message().text == "A chapter begins here already.");
    w.playback().seek (at (100.002));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 3);
}

TEST_CASE ("The key for an ad break makes one of the chapter that begins there, and a chapter again",
           "[session]")
{
    EpisodeDesk desk ({ 0, 100 });
    auto& w = *desk.w;
    w.playback().seek (at (100));
    REQUIRE (run (w, "ad-break"));
    REQUIRE (w.chapters().size() == 2);
    CHECK (w.chapters()[1].kind == Chapter::Kind::adBreak);
    CHECK_FALSE (w.chapters()[1].inContents);
    CHECK (w.chapters()[1].title == "B");
    CHECK (w.view().selection.focus == desk.id (1));

    REQUIRE (run (w, "ad-break"));
    CHECK (w.chapters()[1].kind == Chapter::Kind::chapter);
    CHECK (w.chapters()[1].inContents);
    w.undo();
    w.undo();
    CHECK (w.chapters()[1].kind == Chapter::Kind::chapter);
    CHECK (w.chapters()[1].inContents);
}

} // namespace earmark::tests
