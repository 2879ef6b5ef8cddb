// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/QuietHost.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

std::shared_ptr<const PeakMap> waveOf (double seconds)
{
    constexpr int rate = 25'600; // a hundred peaks a second
    PeakMap map {
        .sampleRate = rate, .length = std::int64_t (seconds * rate), .complete = true, .chunks = {}
    };
    map.chunks.push_back (makeChunk (std::vector<Peak> (std::size_t (seconds * 100), Peak { -9, 9, 3 })));
    return std::make_shared<const PeakMap> (map);
}

} // namespace

TEST_CASE ("The playhead follows the host", "[session][host]")
{
    QuietHost desk;
    desk.w->playback().tick();
    CHECK (desk.playhead() == 0);
    desk.hostIs (true, -0.5); // before the start of its timeline
    CHECK (desk.playhead() == 0);
    CHECK (desk.w->playback().transport().playing);
    desk.hostIs (true, 12);
    CHECK (desk.playhead() == 12);
    desk.hostIs (false, 13);
    CHECK (desk.playhead() == 13);
    CHECK_FALSE (desk.w->playback().transport().playing);

    // While the host stands the playhead is the user's, until the host moves.
    desk.w->playback().seek (at (5));
    desk.hostIs (false, 13);
    CHECK (desk.playhead() == 5);
    desk.hostIs (false, 20);
    CHECK (desk.playhead() == 20);
    desk.w->playback().seek (at (5));
    desk.hostIs (true, 20);
    CHECK (desk.playhead() == 20);
}

TEST_CASE ("The view goes with the host, and has room for it", "[session][host]")
{
    QuietHost desk;
    desk.hostIs (true, 1);
    CHECK (desk.w->view().scale.total == Duration::fromSeconds (60));
    desk.hostIs (true, 61);
    CHECK (desk.w->view().scale.total == Duration::fromSeconds (120));
    CHECK (desk.w->view().scale.visible().contains (at (61)));
    desk.hostIs (true, 3);
    CHECK (desk.w->view().scale.visible().contains (at (3)));
}

TEST_CASE ("The view does not go along with a render", "[session][host]")
{
    QuietHost desk;
    desk.hostIs (false, 2);
    desk.hostIs (true, 2);
    desk.hostIs (false, 2);
    desk.w->look ([] (ViewState& v) { v.scale = zoomed (v.scale, 8, 0); });
    const auto before = desk.w->view().scale.visible();
    REQUIRE_FALSE (before.contains (at (50)));
    desk.host = {
        .source = HostTransport::Source::host, .playing = true, .position = at (50), .rendering = true
    };
    desk.w->playback().tick();
    CHECK (desk.w->view().scale.visible() == before);
    CHECK (desk.playhead() == 50);
    desk.hostIs (false, 2);
    CHECK (desk.w->view().scale.visible() == before);
    CHECK (desk.playhead() == 2);

    desk.hostIs (true, 50);
    CHECK (desk.w->view().scale.visible().contains (at (50)));
}

TEST_CASE ("A file that is played in the plug-in moves the playhead while the host stands", "[session][host]")
{
    QuietHost desk;
    desk.hostIs (false, 7);
    desk.w->openFile ("/media.m4a");
    desk.world.transport = { .playing = true, .position = at (33) };
    desk.w->playback().tick();
    CHECK (desk.playhead() == 33);
    desk.world.transport.playing = false;
    desk.w->playback().tick();
    CHECK (desk.playhead() == 33);
    desk.hostIs (true, 8);
    CHECK (desk.playhead() == 8);
    desk.hostIs (false, 9);
    desk.w->playback().tick();
    CHECK (desk.playhead() == 9);
}

TEST_CASE ("The episode may start anywhere on the host's timeline", "[session][host]")
{
    QuietHost desk;
    CHECK_FALSE (run (*desk.w, "episode-start")); // the host has said nothing yet
    desk.chaptersAt ({ 0, 60 });
    desk.hostIs (false, 90);
    REQUIRE (run (*desk.w, "episode-start"));
    CHECK (desk.w->document().episodeStart == at (90));
    CHECK (desk.playhead() == 0);
    CHECK (desk.chapters() == "A@0 B@60 ");

    desk.hostIs (true, 100);
    CHECK (desk.playhead() == 10);
    desk.hostIs (true, 80);
    CHECK (desk.playhead() == 0);
    desk.hostIs (false, 95);
    REQUIRE (run (*desk.w, "episode-start"));
    CHECK (desk.w->document().episodeStart == at (95));

    desk.w->undo();
    desk.w->undo();
    CHECK (desk.w->document().episodeStart == at (0));
}

//======================================================================================================
TEST_CASE ("Audio that passes is drawn where it was heard, until a file is opened", "[session][host]")
{
    QuietHost desk;
    int heard = 0;
    const auto listening = desk.w->listen ([&] (Changed what) { heard += holds (what, Changed::media); });
    desk.hostIs (true, 1);
    heard = 0;
    desk.wave = waveOf (100);
    desk.w->playback().tick();
    CHECK (heard == 1);
    CHECK (desk.w->audio().peaks().length == desk.wave->length);
    CHECK (desk.w->view().scale.total == Duration::fromSeconds (120));
    desk.w->playback().tick();
    CHECK (heard == 1); // nothing new

    desk.w->hostTimeline().setEpisodeStart (at (30));
    CHECK (desk.w->audio().startOfPeaks() == at (-30));

    desk.world.peaks = *waveOf (7);
    desk.w->openFile ("/media.m4a");
    desk.w->playback().tick();
    CHECK (desk.w->audio().peaks().length == desk.world.peaks->length);
    CHECK (desk.w->audio().startOfPeaks() == at (0));
}

TEST_CASE ("A host's waveform that goes is no longer drawn", "[session][host]")
{
    QuietHost desk;
    desk.wave = waveOf (10);
    desk.hostIs (true, 1);
    desk.wave = nullptr;
    desk.w->playback().tick();
    CHECK (desk.w->audio().peaks().length == 0);
}

//======================================================================================================
//======================================================================================================
TEST_CASE ("What the host sends back as it is makes no step, whatever is known of the audio",
           "[session][host]")
{
    QuietHost desk;
    auto kept = makeDocument (outlineAt ({ 0, 10 }));
    kept.media = MediaReference { "/media.m4a", lasting (600) };
    kept.timedFor = TimedFor { lasting (600), {} };
    desk.w->hostTimeline().take (kept);
    desk.w->perform (MoveChapter { desk.w->chapters()[1].id, at (20) });
    const auto steps = desk.w->history().steps().all().size();

    auto again = makeDocument (desk.w->document().outline);
    again.media = desk.w->document().media;

    for (const auto& known :
         { std::optional<TimedFor>(), std::optional (TimedFor { lasting (570), {} }), kept.timedFor })
    {
        again.timedFor = known;
        desk.w->hostTimeline().take (again);
        CHECK (desk.w->history().steps().all().size() == steps);
    }
}

TEST_CASE ("What the host kept takes the place of an empty document, and is a step over another",
           "[session][host]")
{
    QuietHost desk;
    auto kept = makeDocument (outlineAt ({ 0, 10 }));
    kept.episodeStart = at (5);
    desk.w->hostTimeline().take (kept);
    CHECK (desk.chapters() == "A@0 B@10 ");
    CHECK_FALSE (desk.w->history().canUndo());
    CHECK (desk.w->isSaved());

    actions::markLive (*desk.w, at (20));
    const auto steps = desk.w->history().steps().all().size();
    desk.w->hostTimeline().take (makeDocument (desk.w->document().outline)); // the same, with new ids
    CHECK (desk.w->document().episodeStart == at (0));
    desk.w->undo();
    CHECK (desk.w->document().episodeStart == at (5));

    auto same = makeDocument (desk.w->document().outline);
    same.episodeStart = at (5);
    desk.w->hostTimeline().take (same);
    CHECK (desk.w->history().steps().all().size() == steps + 1);

    desk.w->hostTimeline().take (makeDocument (outlineAt ({ 0 })));
    CHECK (desk.chapters() == "A@0 ");
    desk.w->undo();
    CHECK (desk.chapters() == "A@0 B@10 Chapter 3@20 ");
}

} // namespace earmark::tests
