// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Review.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"
#include "Session/Keys.h"
#include "Session/QuietHost.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A review goes from one chapter to the next and ends after the last", "[session]")
{
    const auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    auto review = begun ({}, chapters);
    CHECK (review.active);
    CHECK (review.current == chapters[0].id);

    review = accepted (review, chapters);
    CHECK (review.current == chapters[1].id);
    CHECK (progressOf (review, chapters) == ReviewProgress { 1, 3 });

    review = accepted (accepted (review, chapters), chapters);
    CHECK_FALSE (review.active);
    CHECK (progressOf (review, chapters) == ReviewProgress { 3, 3 });
}

TEST_CASE ("What was skipped comes again, and what is accepted does not", "[session]")
{
    const auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    auto review = stepped (begun ({}, chapters), chapters, 1);
    review = accepted (review, chapters);
    CHECK (review.current == chapters[2].id);
    review = accepted (review, chapters);
    CHECK (review.current == chapters[0].id);
    CHECK (review.active);
}

TEST_CASE ("How much is heard around a marker has limits and is kept", "[session]")
{
    auto review = withRolls (Review(), lasting (1.5), lasting (0.25));
    CHECK (rollsOf (review) == "1500 250");
    CHECK (withRolls (Review(), rollsOf (review)) == review);
    CHECK (withRolls (Review(), lasting (-1), Duration()).preRoll == Duration());
    CHECK (withRolls (Review(), lasting (-1), Duration()).postRoll == leastPostRoll);
    CHECK (withRolls (Review(), lasting (99), lasting (99)).postRoll == mostRoll);

    for (const auto* damaged : { "", "2", "2 ", "a b", "99999999999999999999 2", " 1 2" })
        CHECK (withRolls (review, damaged) == review);

    CHECK (withRolls (Review(), "9223372036854775807 9223372036854775807").preRoll == mostRoll);
}

TEST_CASE ("What is heard around a marker is typed, played, and stays for the next project", "[session]")
{
    World world;
    world.outlines["x"] = outlineAt ({ 0, 10 });

    {
        Workspace w (world.services());
        w.openFile ("/a.m4a");
        w.outlineImport().begin ("x", "x");
        w.outlineImport().accept();
        REQUIRE (run (w, "next"));
        REQUIRE (run (w, "review"));
        actions::setRolls (w, "1.5", "3");
        CHECK (world.heard.back() == "audition 10000 1500 3000");
        const auto times = world.heard.size();
        actions::setRolls (w, "soon", "3");
        CHECK (w.message().grade == Message::Grade::error);
        actions::setRolls (w, "1.5", "3");
        CHECK (world.heard.size() == times);
        REQUIRE (run (w, "new"));
        REQUIRE (run (w, "answer-second"));
        CHECK (w.review().preRoll == lasting (1.5));
    }

    CHECK (Workspace (world.services()).review().postRoll == lasting (3));
}

TEST_CASE ("Why nothing is heard around a marker is the file's matter, the host's, or nobody's", "[session]")
{
    using actions::Unheard;
    EpisodeDesk desk;
    CHECK (actions::whyNothingIsHeard (*desk.w) == Unheard::listening);

    World world;
    Workspace empty (world.services());
    CHECK (actions::whyNothingIsHeard (empty) == Unheard::noAudio);

    QuietHost quiet;
    quiet.chaptersAt ({ 0, 100 });
    CHECK (actions::whyNothingIsHeard (*quiet.w) == Unheard::hostToPlay);
    actions::select (*quiet.w, quiet.w->chapters()[1].id, Pick::only);
    actions::snapSelected (*quiet.w);
    CHECK (quiet.w->message().text == "Pauses show once the host has played here");
    quiet.w->openFile ("/episode.m4a");
    CHECK (actions::whyNothingIsHeard (*quiet.w) == Unheard::listening);
}

TEST_CASE ("A chapter that has moved since is not accepted any more", "[session]")
{
    auto chapters = makeDocument (outlineAt ({ 0, 10 })).outline.chapters;
    const auto review = accepted (accepted (begun ({}, chapters), chapters), chapters);
    chapters[1].start = at (11);
    CHECK (progressOf (review, chapters) == ReviewProgress { 1, 2 });
    CHECK (begun (review, chapters).current == chapters[1].id);
    chapters[1].start = at (10);
    CHECK (progressOf (review, chapters) == ReviewProgress { 2, 2 });
}

TEST_CASE ("A review is resumed after the document was read again", "[session]")
{
    auto chapters = makeDocument (outlineAt ({ 0, 10, 20 })).outline.chapters;
    const auto kept = toText (accepted (accepted (begun ({}, chapters), chapters), chapters), chapters);

    for (auto& chapter : chapters)
        chapter.id = ChapterId (std::uint64_t (chapter.id) + 100);

    chapters[1].title = "Renamed";
    const auto again =
        begun (resumed ({}, chapters, "damaged\n-\n99999999999999999999 x\n" + kept), chapters);
    CHECK (progressOf (again, chapters) == ReviewProgress { 1, 3 });
    CHECK (again.current == chapters[1].id);
}

TEST_CASE ("Nothing to review is no review", "[session]")
{
    CHECK_FALSE (begun ({}, {}).active);
    CHECK (stepped ({}, {}, 3) == Review());
}

TEST_CASE ("The review plays, takes a candidate by its key, nudges, accepts and goes on", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.look ([&] (ViewState& v) { v.selection = picked ({}, desk.id (1), Pick::only, {}); });
    REQUIRE (run (w, "review"));
    CHECK (w.review().current == desk.id (1));
    CHECK (desk.world.heard.back() == "audition 100000 2000 2000");
    CHECK (w.view().scale.visible().contains (at (100)));
    CHECK (w.view().scale.visible().length() < lasting (10));

    // In the order of time: the pause, then the onset.
    REQUIRE (run (w, "candidate-2"));
    CHECK (desk.start (1) == 100.4);
    CHECK (desk.world.heard.back() == "audition 100400 2000 2000");
    REQUIRE (run (w, "review-earlier"));
    CHECK (desk.start (1) == Catch::Approx (100.39));
    REQUIRE (run (w, "review-accept"));
    CHECK (w.review().current == desk.id (2));
    CHECK (progressOf (w.review(), w.chapters()).accepted == 1);

    // Not good enough to snap to, and no candidate 2.
    CHECK (run (w, "snap"));
    CHECK (desk.start (2) == 200);
    CHECK_FALSE (run (w, "candidate-2"));

    for (int i = 0; i < 3; ++i)
        REQUIRE (run (w, "review-accept"));

    CHECK_FALSE (w.review().active);
    CHECK (w.message().text == "All 4 chapters are checked.");
}

TEST_CASE ("Enter accepts in a review, also while the contact sheet is open", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto enter = [&]
    {
        return w.keys().commandFor (*parseKey ("enter"),
                                    [&] (std::string_view id) { return answersKey (w, *findCommand (id)); });
    };
    REQUIRE (run (w, "review"));
    REQUIRE (run (w, "contact-sheet"));
    CHECK (enter() == "review-accept");
    REQUIRE (run (w, enter()));
    CHECK (w.view().panel == Panel::contactSheet);
    CHECK (w.review().current == desk.id (1));
    CHECK (progressOf (w.review(), w.chapters()).accepted == 1);

    // Without a review it goes to the marker that is chosen.
    actions::endReview (w);
    CHECK (enter() == "sheet-choose");
}

TEST_CASE ("A review is resumed with the file", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 100 });

    for (const auto accepts : { 0u, 1u })
    {
        Workspace w (world.services());
        w.openFile ("/episode.m4a");
        w.outlineImport().begin ("outline", "Clipboard");
        w.outlineImport().accept();
        CHECK (progressOf (w.review(), w.chapters()).accepted == accepts);
        run (w, "review");
        CHECK (w.review().current == w.chapters()[accepts].id);
        run (w, "review-accept");
    }
}

TEST_CASE ("Accepting is a step that undo takes back, and the review goes there", "[session][undo]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto accepted = [&] { return progressOf (w.review(), w.chapters()).accepted; };
    REQUIRE (run (w, "review"));
    const auto saved = w.history().isSaved();
    const auto first = w.review().current;
    REQUIRE (run (w, "review-accept"));
    REQUIRE (run (w, "review-accept"));
    CHECK (w.history().steps().all().back().name == "Accept chapter");
    CHECK (w.history().isSaved() == saved); // the document is the same
    CHECK (w.review().current == desk.id (2));
    CHECK (accepted() == 2);

    CHECK (run (w, "undo"));
    CHECK (w.message().text == "Undone: Accept chapter");
    CHECK (w.review().current == desk.id (1));
    CHECK (w.view().selection.focus == desk.id (1));
    CHECK (accepted() == 1);
    CHECK (run (w, "undo"));
    CHECK (w.review().current == first);
    CHECK (accepted() == 0);
    CHECK (run (w, "redo"));
    CHECK (accepted() == 1);
    CHECK (w.review().isAccepted (w.chapters()[0]));

    // From the list of steps, too, and over several at once.
    const auto step = w.history().steps().current();
    w.goToStep (step + 1);
    CHECK (accepted() == 2);
    w.goToStep (step - 1);
    CHECK (accepted() == 0);
    w.goToStep (step + 1);
    CHECK (accepted() == 2);

    // Once more where it stands is nothing new.
    REQUIRE (run (w, "review-previous"));
    const auto steps = w.history().steps().all().size();
    REQUIRE (run (w, "review-accept"));
    CHECK (w.history().steps().all().size() == steps);
}

TEST_CASE ("What was accepted and taken back is not remembered", "[session][undo]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 100 });
    const auto opened = [&]
    {
        auto w = std::make_unique<Workspace> (world.services());
        w->openFile ("/episode.m4a");
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
        return w;
    };

    {
        const auto w = opened();
        run (*w, "review");
        run (*w, "review-accept");
        run (*w, "undo");
    }

    const auto again = opened();
    CHECK (progressOf (again->review(), again->chapters()).accepted == 0);
}

TEST_CASE ("A chapter that was accepted elsewhere before is so again after undo", "[session]")
{
    const auto id = ChapterId (1);
    Review review;
    review.accepted[id] = at (10);
    const Acceptance moved { id, at (10), at (12) };
    const auto redo = redone (review, moved);
    CHECK (redo.accepted.at (id) == at (12));
    CHECK (redo.current == id);
    CHECK (undone (redo, moved).accepted == review.accepted);
    CHECK (undone (redo, { id, {}, at (12) }).accepted.empty());
}

TEST_CASE ("The review goes to the chapter that undo and redo change", "[session][undo]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "review"));
    REQUIRE (run (w, "review-next"));
    REQUIRE (run (w, "review-later"));
    const auto moved = desk.start (1);
    REQUIRE (run (w, "review-next"));
    REQUIRE (w.review().current == desk.id (2));

    REQUIRE (run (w, "undo"));
    CHECK (w.review().current == desk.id (1));
    CHECK (w.view().selection.focus == desk.id (1));
    REQUIRE (run (w, "review-next"));
    REQUIRE (run (w, "redo"));
    CHECK (w.review().current == desk.id (1));
    CHECK (desk.start (1) == moved);

    // Its keys mean what is shown.
    REQUIRE (run (w, "review-later"));
    CHECK (desk.start (1) > moved);
    CHECK (desk.start (2) == 200);
}

TEST_CASE ("A review ends with the last chapter there is, and goes on beside one that is removed",
           "[session][undo]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "review"));
    REQUIRE (run (w, "review-next"));
    const auto next = desk.id (2);
    REQUIRE (run (w, "remove"));
    CHECK (w.review().active);
    CHECK (w.review().current == next);
    REQUIRE (run (w, "undo"));
    CHECK (w.review().current == desk.id (1));

    // The import itself is undone.
    w.goToStep (0);
    REQUIRE (w.chapters().empty());
    CHECK_FALSE (w.review().active);
    CHECK_FALSE (run (w, "review-accept"));

    const auto chapters = makeDocument (outlineAt ({ 0, 10 })).outline.chapters;
    const Review lost { .active = true, .current = ChapterId (99) };
    CHECK (continued (lost, chapters, chapters[1].id).current == chapters[1].id);
    CHECK (continued (lost, chapters, ChapterId::none).current == chapters[0].id);
    CHECK_FALSE (continued (lost, {}, ChapterId::none).active);
    CHECK (continued (Review {}, {}, ChapterId::none) == Review {});
}

} // namespace earmark::tests
