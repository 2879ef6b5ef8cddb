// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <set>

namespace earmark::tests
{

TEST_CASE ("A marker is dropped at the playhead, and removed again", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.playback().seek (at (150));
    REQUIRE (run (w, "marker-here"));
    CHECK (w.chapters().size() == 5);
    CHECK (desk.start (2) == 150);
    CHECK (w.view().selection.focus == desk.id (2));
    const auto next = desk.id (3);
    REQUIRE (run (w, "remove"));
    CHECK (w.chapters().size() == 4);
    CHECK (w.view().selection.focus == next);
}

TEST_CASE ("Listeners hear what has changed, and may go at any time", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    auto heard = Changed (0);
    auto subscription =
        std::make_unique<Workspace::Subscription> (w.listen ([&] (Changed c) { heard = heard | c; }));

    w.look ([] (ViewState& v) { v.filter = "x"; });
    CHECK (heard == Changed::panels);
    heard = Changed (0);
    w.playback().seek (at (5));
    CHECK (heard == Changed::playhead);
    heard = Changed (0);
    run (w, "undo");
    CHECK (holds (heard, Changed::document));
    subscription.reset();
    heard = Changed (0);
    run (w, "redo");
    CHECK (heard == Changed (0));
}

TEST_CASE ("What was said is gone when the document is another one", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto say = [&] { w.say (Message::Grade::warning, "About what is there."); };
    const auto isSaid = [&] { return w.message().text == "About what is there."; };

    say();
    w.perform (SetField { desk.id (1), SetField::Title { w.chapters()[1].title } }); // changes nothing
    w.playback().seek (at (5));
    CHECK (isSaid());

    w.perform (SetField { desk.id (1), SetField::Title { "Tides" } });
    CHECK (w.message().text.empty());

    say();
    w.beginGesture();
    w.performInGesture (MoveChapter { desk.id (1), at (110) });
    w.endGesture();
    CHECK (w.message().text.empty());

    say();
    w.undo();
    CHECK (w.message().text.starts_with ("Undone: "));
    w.perform (SetField { desk.id (1), SetField::Title { "Ebb" } });
    CHECK (w.message().text.empty());

    say();
    w.goToStep (0);
    CHECK (w.message().text.empty());

    // What is wrong with a change that was refused stays.
    CHECK_FALSE (w.perform (SetField { ChapterId (999), SetField::Title { "Nobody" } }));
    CHECK (w.message().grade == Message::Grade::error);
    CHECK_FALSE (w.message().text.empty());
}

TEST_CASE ("Home and End choose the first and the last row, with the playhead at the ends of the episode",
           "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    int told = 0;
    const auto subscription = w.listen ([&] (Changed c) { told += holds (c, Changed::selection) ? 1 : 0; });

    REQUIRE (run (w, "to-end"));
    CHECK (w.view().selection.ids == std::set { desk.id (3) });
    CHECK (w.view().playhead == w.endOfAudio());

    // Told again: the row may have been scrolled out of sight.
    told = 0;
    REQUIRE (run (w, "to-end"));
    CHECK (told > 0);

    REQUIRE (run (w, "to-start"));
    CHECK (w.view().selection.focus == desk.id (0));
    CHECK (w.view().playhead == Position());

    // Of the rows that are shown.
    w.look ([] (ViewState& v) { v.filter = "B"; });
    REQUIRE (run (w, "to-end"));
    CHECK (w.view().selection.focus == desk.id (1));
    w.look ([] (ViewState& v) { v.filter.clear(); });

    // A review goes on with the chapter that it is at.
    REQUIRE (run (w, "review"));
    const auto reviewed = w.review().current;
    REQUIRE (run (w, "to-end"));
    CHECK (w.review().current == reviewed);
    CHECK (w.view().selection.focus == reviewed);
}

TEST_CASE ("Enter in the contact sheet goes to the chosen marker, and plays nothing", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (run (w, "contact-sheet"));
    REQUIRE (run (w, "next"));
    REQUIRE (run (w, "next"));
    const auto chosen = w.view().selection.focus;
    const auto start = w.find (chosen)->start;
    const auto heard = desk.world.heard;

    const auto commandFor = [&] (const char* key)
    {
        return w.keys().commandFor (*parseKey (key),
                                    [&] (std::string_view id) { return answersKey (w, *findCommand (id)); });
    };

    CHECK (commandFor ("space") == "play");
    REQUIRE (commandFor ("enter") == "sheet-choose");
    REQUIRE (run (w, "sheet-choose"));
    CHECK (w.view().panel == Panel::inspector);
    CHECK (w.view().selection.focus == chosen);
    CHECK (w.view().scale.xOf (start) == Catch::Approx (w.view().scale.width / 2).margin (2));
    CHECK (desk.world.heard == heard);
    CHECK_FALSE (w.playback().isPlaying());
    CHECK (commandFor ("enter") == "audition");
}

TEST_CASE ("Escape takes the filter away before the selection", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.look ([] (ViewState& v) { v.filter = "B"; });
    REQUIRE (run (w, "next"));
    REQUIRE (w.rows().size() == 1);
    REQUIRE (run (w, "escape"));
    CHECK (w.rows().size() == 4);
    CHECK (w.view().selection.focus == desk.id (1));
    REQUIRE (run (w, "escape"));
    CHECK (w.view().selection.ids.empty());
}

} // namespace earmark::tests
