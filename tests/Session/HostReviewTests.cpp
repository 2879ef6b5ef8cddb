// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/HostDesk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

// A review without a file: the host is what is heard.

namespace earmark::tests
{

TEST_CASE ("In a host a review plays around each marker, and stops behind it", "[session][host]")
{
    HostDesk studio;
    auto& w = *studio.w;
    REQUIRE (run (w, "review"));
    CHECK (studio.heard == Calls { "jump 108", "play" });
    studio.arrive();
    CHECK (w.view().playhead == at (98));
    studio.hostIs (true, 111.9);
    CHECK (studio.heard.size() == 2);
    studio.hostIs (true, 112.02);
    CHECK (studio.heard == Calls { "jump 108", "play", "pause" });
    studio.hostIs (false, 112.03);

    // From one to the next while it still plays, and once more.
    studio.heard.clear();
    REQUIRE (run (w, "review-accept"));
    studio.arrive();
    REQUIRE (run (w, "review-accept"));
    CHECK (w.review().current == w.chapters()[3].id);
    studio.hostIs (true, 208.5); // not there yet
    studio.arrive();
    studio.hostIs (true, 309);
    REQUIRE (run (w, "review-play"));
    CHECK (studio.heard == Calls { "jump 208", "play", "jump 308", "jump 308" });
    studio.arrive();
    studio.hostIs (true, 312);
    CHECK (studio.heard.back() == "pause");
    CHECK (studio.heard.size() == 5);
}

TEST_CASE ("How much is heard of a host is what is typed, from the start of its timeline on",
           "[session][host]")
{
    HostDesk studio;
    auto& w = *studio.w;
    w.hostTimeline().setEpisodeStart (at (1));
    studio.focus (0);
    REQUIRE (run (w, "review"));
    CHECK (studio.heard == Calls { "jump 0", "play" });
    studio.arrive(); // where it stood already
    actions::setRolls (w, "0.5", "0.1");
    CHECK (studio.heard.back() == "jump 0.5");
    studio.arrive();
    studio.hostIs (true, 1.09);
    CHECK (studio.heard.back() == "jump 0.5");
    studio.hostIs (true, 1.11);
    CHECK (studio.heard.back() == "pause");
}

TEST_CASE ("A host on its way to the marker is not stopped where it comes from", "[session][host]")
{
    HostDesk studio;
    studio.hostIs (true, 111.95);
    REQUIRE (run (*studio.w, "review"));
    CHECK (studio.heard == Calls { "jump 108" });
    studio.hostIs (true, 112.1);
    studio.hostIs (true, 112.3);
    CHECK (studio.heard.size() == 1);
    studio.arrive();
    studio.hostIs (true, 110);
    studio.hostIs (true, 112.1);
    CHECK (studio.heard == Calls { "jump 108", "pause" });
}

TEST_CASE ("Who goes on at the very end of what a host plays hears the next one, too", "[session][host]")
{
    HostDesk studio;
    studio.link.pause = [&] { studio.heard.emplace_back ("pause"); }; // it takes its time to stop
    REQUIRE (run (*studio.w, "review"));
    studio.arrive();

    SECTION ("while it stops")
    {
        studio.hostIs (true, 112.05);
        studio.hostIs (true, 112.1);
        REQUIRE (run (*studio.w, "review-accept"));
        CHECK (studio.heard == Calls { "jump 108", "play", "pause", "jump 208", "play" });
    }

    SECTION ("just before it is stopped")
    {
        studio.transport.position = at (112.05);
        REQUIRE (run (*studio.w, "review-accept"));
        CHECK (studio.heard == Calls { "jump 108", "play", "jump 208" });
    }

    studio.arrive();
    studio.hostIs (true, 212.1);
    CHECK (studio.heard.back() == "pause");
}

TEST_CASE ("A host that somebody else moves or stops during a review is theirs", "[session][host]")
{
    HostDesk studio;
    REQUIRE (run (*studio.w, "review"));

    SECTION ("on the way")
    {
        studio.hostIs (true, 250);
    }

    SECTION ("to another place")
    {
        studio.arrive();
        studio.hostIs (true, 250);
    }

    SECTION ("and stopped")
    {
        studio.arrive();
        studio.hostIs (false, 110);
    }

    SECTION ("by a click in the window")
    {
        studio.arrive();
        studio.w->playback().seek (at (99));
        CHECK (studio.heard.back() == "jump 109");
    }

    studio.heard.clear();
    studio.hostIs (true, 111);
    studio.hostIs (true, 112.1);
    CHECK (studio.heard.empty());
}

TEST_CASE ("A host that records, or may, is left alone by a review, which says so", "[session][host]")
{
    HostDesk studio;
    const auto tells = GENERATE (true, false);
    const auto record = [&]
    {
        studio.transport.recording = tells;
        studio.transport.tellsRecording = tells;
    };

    SECTION ("from the beginning")
    {
        record();
        studio.hostIs (true, 50);
        REQUIRE (run (*studio.w, "review"));
        REQUIRE (run (*studio.w, "review-accept"));
        CHECK (studio.heard.empty());
        CHECK (studio.w->message().grade == Message::Grade::warning);
        CHECK (studio.w->message().text
               == "The host records, or may record: it is left alone until it stops.");
    }

    SECTION ("since a moment ago, which the window does not know yet")
    {
        record();
        studio.transport.playing = true;
        REQUIRE (run (*studio.w, "review"));
        CHECK (studio.heard.empty());
    }
}

TEST_CASE ("Recording that begins within what a review plays goes on", "[session][host]")
{
    HostDesk studio;
    REQUIRE (run (*studio.w, "review"));
    studio.arrive();
    studio.transport.recording = true;
    studio.hostIs (true, 112.1);
    CHECK (studio.heard == Calls { "jump 108", "play" });
    run (*studio.w, "escape");
    CHECK (studio.heard.size() == 2);
}

TEST_CASE ("What a host does not let a review do is said, with what is left to do", "[session][host]")
{
    HostDesk studio;

    SECTION ("anything")
    {
        studio.isReachable = false;
        REQUIRE (run (*studio.w, "review"));
        CHECK (studio.heard.empty());
        CHECK (studio.w->message().text
               == "This host is not moved from here: play it from 00:01:48.000 to hear the marker.");
    }

    SECTION ("to start it")
    {
        studio.link.play = nullptr;
        REQUIRE (run (*studio.w, "review"));
        CHECK (studio.heard == Calls { "jump 108" });
        CHECK (studio.w->message().text == "Tester stands before the marker: press play there.");
        studio.arrive();
        studio.hostIs (true, 112.1);
        CHECK (studio.heard.size() == 1);
    }

    SECTION ("to go there")
    {
        studio.link.jump = [] (Position) -> Result<void>
        { return failure (Error::Kind::unsupported, "It is too far."); };
        REQUIRE (run (*studio.w, "review"));
        CHECK (studio.heard.empty());
        CHECK (studio.w->message().text == "It is too far.");
    }
}

TEST_CASE ("Who leaves a review stops what it plays", "[session][host]")
{
    HostDesk studio;
    REQUIRE (run (*studio.w, "review"));
    studio.arrive();
    REQUIRE (run (*studio.w, "escape"));
    CHECK_FALSE (studio.w->review().active);
    CHECK (studio.heard == Calls { "jump 108", "play", "pause" });
    studio.hostIs (true, 112.1); // somebody plays on
    CHECK (studio.heard.size() == 3);
}

TEST_CASE ("A file that is open is what a review plays, in a host too", "[session][host]")
{
    HostDesk studio;
    studio.w->openFile ("/media.m4a");
    studio.focus (1);
    REQUIRE (run (*studio.w, "review"));
    CHECK (studio.heard.empty());
    CHECK (studio.world.heard.back() == "audition 100000 2000 2000");
}

} // namespace earmark::tests
