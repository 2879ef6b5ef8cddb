// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Playback.h"

#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

namespace
{

/** A file is open in a host, which is slow to stop. */
struct FileInHost
{
    World world;
    HostLink link;
    bool isReachable = true;
    HostTransport host;
    int stops = 0; ///< of the host
    std::unique_ptr<Workspace> w;

    FileInHost()
    {
        link.host = "Tester";
        link.pause = [this] { ++stops; };
        host.source = HostTransport::Source::host;
        auto services = world.services();
        services.host = [this] { return host; };
        services.hostLink = [this] { return isReachable ? &link : nullptr; };
        w = std::make_unique<Workspace> (services);
        w->openFile ("/media.m4a");
        w->playback().tick();
    }

    void hostIs (bool playing, double seconds)
    {
        host.playing = playing;
        host.position = at (seconds);
        w->playback().tick();
    }

    auto pauses() const { return std::ranges::count (world.heard, "pause"); }

    bool filePlays() const { return world.transport.playing; }
};

} // namespace

TEST_CASE ("The playhead is followed while it plays, and not while a marker is dragged", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.look ([] (ViewState& v) { v.scale = showing (v.scale, { at (0), at (60) }, 0); });
    run (w, "play");
    desk.world.transport.position = at (61);
    w.playback().tick();
    CHECK (w.view().playhead == at (61));
    CHECK (w.view().scale.visible().start > at (50));

    const auto before = w.view().scale;
    w.beginGesture();
    desk.world.transport.position = at (300);
    w.playback().tick();
    CHECK (w.view().scale == before);
    w.endGesture();
}

//======================================================================================================
TEST_CASE ("A host that starts to play stops the file", "[session][host]")
{
    FileInHost in;
    REQUIRE (run (*in.w, "play"));
    CHECK (in.w->playback().isPlaying());
    in.hostIs (true, 5);
    CHECK (in.pauses() == 1);
    CHECK_FALSE (in.filePlays());
    CHECK_FALSE (in.w->playback().isPlaying());
    CHECK (in.w->playback().transport().playing);
    CHECK (in.w->view().playhead == at (5));
    in.hostIs (true, 6);
    CHECK (in.pauses() == 1);
    CHECK (in.stops == 0);
}

TEST_CASE ("A file that is played while the host plays stops the host", "[session][host]")
{
    FileInHost in;
    in.hostIs (true, 5);
    CHECK_FALSE (in.w->playback().isPlaying()); // the button plays

    SECTION ("by the button")
    {
        REQUIRE (run (*in.w, "play"));
        CHECK (in.stops == 1);
        in.hostIs (true, 5.1);
        in.hostIs (true, 5.2);
        CHECK (in.filePlays());
        in.hostIs (false, 5.3);
        CHECK (in.filePlays());
        CHECK (in.stops == 1);
        REQUIRE (run (*in.w, "play"));
        CHECK_FALSE (in.filePlays());
    }

    SECTION ("around a marker")
    {
        in.w->perform (AddChapter { { .start = at (20), .title = "A" } });
        REQUIRE (run (*in.w, "review"));
        CHECK (in.filePlays());
        CHECK (in.stops == 1);
    }
}

TEST_CASE ("A host that is not to be stopped goes on beside the file, which is said", "[session][host]")
{
    FileInHost in;
    std::string said = "The host records, or may record, and is not stopped: both are heard.";

    SECTION ("it records")
    {
        in.host.recording = true;
    }

    SECTION ("it may record")
    {
        in.host.tellsRecording = false;
    }

    SECTION ("it is out of reach")
    {
        in.isReachable = false;
        said = "The host plays, too, and is not stopped from here: both are heard.";
    }

    in.hostIs (true, 5);
    REQUIRE (run (*in.w, "play"));
    in.hostIs (true, 5.1);
    CHECK (in.filePlays());
    CHECK (in.stops == 0);
    CHECK (in.w->message().grade == Message::Grade::warning);
    CHECK (in.w->message().text == said);
}

TEST_CASE ("A host that gives no position does not say that it plays, and stops nothing", "[session][host]")
{
    FileInHost in;
    REQUIRE (run (*in.w, "play"));
    const auto messages = in.w->message().number;
    in.host.source = HostTransport::Source::counted;
    in.hostIs (true, 5);
    CHECK (in.filePlays());
    REQUIRE (run (*in.w, "play"));
    REQUIRE (run (*in.w, "play"));
    CHECK (in.filePlays());
    CHECK (in.stops == 0);
    CHECK (in.w->message().number == messages);
}

TEST_CASE ("Only a file that plays is stopped with its window", "[session][host]")
{
    FileInHost in;
    in.hostIs (true, 5);
    in.w->playback().pauseFile();
    CHECK (in.pauses() == 0);
    CHECK (in.stops == 0);
    run (*in.w, "play");
    in.w->playback().pauseFile();
    CHECK (in.pauses() == 1);
    CHECK_FALSE (in.w->playback().isPlaying());
}

} // namespace earmark::tests
