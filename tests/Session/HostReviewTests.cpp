// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <format>
#include <set>
#include <utility>

// A review without a file: the host is what is heard, and pauses are those of what it has played.

namespace earmark::tests
{

namespace
{

using Calls = std::vector<std::string>;

/** A window in a host that goes where it is told when arrive() lets it, with four chapters and the episode at 10 s of its timeline. */
struct Studio
{
    World world;
    HostLink link;
    bool isReachable = true;
    HostTransport transport;
    std::optional<Position> going;
    Calls heard;
    std::shared_ptr<const PeakMap> wave;
    std::map<Position, std::vector<Candidate>> known; ///< on the host's timeline
    std::set<Position> looked;                        ///< where candidates were looked for
    std::unique_ptr<Workspace> w;

    Studio()
    {
        link.host = "Tester";
        link.jump = [this] (Position to) -> Result<void>
        {
            heard.push_back (std::format ("jump {:g}", to.sinceStart().seconds()));
            going = to;
            return {};
        };
        link.play = [this]
        {
            heard.emplace_back ("play");
            transport.playing = true;
        };
        link.pause = [this]
        {
            heard.emplace_back ("pause");
            transport.playing = false;
        };
        transport.source = HostTransport::Source::host;

        auto services = world.services();
        services.host = [this] { return transport; };
        services.hostLink = [this] { return isReachable ? &link : nullptr; };
        services.captured = [this] { return wave; };
        services.candidatesIn = [this] (const PeakMap&,
                                        Position place) -> std::optional<std::vector<Candidate>>
        {
            looked.insert (place);
            return known.contains (place) ? std::optional (known[place]) : std::nullopt;
        };
        w = std::make_unique<Workspace> (services);
        world.outlines["outline"] = outlineAt ({ 0, 100, 200, 300 });
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
        w->hostTimeline().setEpisodeStart (at (10));
        w->playback().tick();
        focus (1);
    }

    void focus (std::size_t chapter)
    {
        w->look ([&] (ViewState& v)
                 { v.selection = picked ({}, w->chapters()[chapter].id, Pick::only, {}); });
    }

    void arrive()
    {
        transport.position = std::exchange (going, std::nullopt).value_or (transport.position);
        w->playback().tick();
    }

    void hostIs (bool playing, double seconds)
    {
        transport.playing = playing;
        transport.position = at (seconds);
        w->playback().tick();
    }

    /** Forty seconds of the host's timeline each; they are other ones whenever they are made. */
    void hears (std::initializer_list<std::size_t> chunks)
    {
        auto map = wave != nullptr
                       ? *wave
                       : PeakMap { .sampleRate = 25'600, .length = 0, .complete = true, .chunks = {} };
        map.chunks.resize (10);

        for (const auto index : chunks)
            map.chunks[index] = makeChunk (std::vector<Peak> (std::size_t (PeakMap::peaksPerChunk)));

        map.length = std::int64_t (map.chunks.size()) * PeakMap::samplesPerChunk;
        wave = std::make_shared<const PeakMap> (std::move (map));
        w->playback().tick();
    }

    const std::vector<Candidate>* candidates (std::size_t chapter) const
    {
        return w->audio().candidatesOf (w->chapters()[chapter]);
    }
};

} // namespace

TEST_CASE ("In a host a review plays around each marker, and stops behind it", "[session][host]")
{
    Studio studio;
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
    Studio studio;
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
    Studio studio;
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

TEST_CASE ("A host that somebody else moves or stops during a review is theirs", "[session][host]")
{
    Studio studio;
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
    Studio studio;
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
    Studio studio;
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
    Studio studio;

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
    Studio studio;
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
    Studio studio;
    studio.w->openFile ("/media.m4a");
    studio.focus (1);
    REQUIRE (run (*studio.w, "review"));
    CHECK (studio.heard.empty());
    CHECK (studio.world.heard.back() == "audition 100000 2000 2000");
}

//======================================================================================================
TEST_CASE ("Pauses in what the host has played are a review's candidates", "[session][host]")
{
    Studio studio;
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
    Studio studio;
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
    Studio studio;
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (110.4), 0.9 } };
    studio.known[at (120)] = { { Candidate::Kind::speechOnset, at (119.5), 0.9 } };
    studio.hears ({ 2 });
    studio.w->audio().wantCandidates (studio.w->order());
    REQUIRE (studio.candidates (1) != nullptr);
    studio.w->hostTimeline().setEpisodeStart (at (20));
    CHECK (studio.candidates (1) == nullptr);
    studio.w->audio().wantCandidates (studio.w->order());
    REQUIRE (studio.candidates (1) != nullptr);
    CHECK (studio.candidates (1)->front().at == at (99.5));
}

TEST_CASE ("A file's candidates take the place of those of the host", "[session][host]")
{
    Studio studio;
    studio.known[at (110)] = { { Candidate::Kind::speechOnset, at (110.4), 0.9 } };
    studio.hears ({ 2 });
    studio.w->audio().wantCandidates (studio.w->order());
    studio.world.candidates[at (100)] = { { Candidate::Kind::pauseStart, at (99), 0.4 } };
    studio.w->openFile ("/media.m4a");
    REQUIRE (studio.candidates (1) != nullptr);
    CHECK (studio.candidates (1)->front().at == at (99));
}

} // namespace earmark::tests
