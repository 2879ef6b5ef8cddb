// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Hosts/FakeReaper.h"
#include "Plugin/HostStandIn.h"
#include "Session/Commands.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

// The plug-in's way to REAPER, against REAPER's published interface. tests/Hosts has the same through the built VST3.

namespace earmark::tests
{

namespace
{

Position at (double seconds)
{
    return Position::fromNanoseconds (std::int64_t (seconds * 1e9));
}

/** The plug-in in a project of REAPER's. */
struct Instance
{
    FakeReaper reaper;
    HostStandIn host;

    explicit Instance (ReaProject& project, std::set<std::string> missing = {}) : reaper (project)
    {
        FakeReaper::begin();
        reaper.missing = std::move (missing);
        host.plugin.getVST3ClientExtensions()->setIHostApplication (asHost());
    }

    Steinberg::FUnknown* asHost() { return static_cast<Steinberg::Vst::IHostApplication*> (&reaper); }

    Workspace& w() { return host.plugin.workspace(); }

    void addChapter (double seconds, const char* title)
    {
        Chapter chapter;
        chapter.start = at (seconds);
        chapter.title = title;
        REQUIRE (w().perform (AddChapter { chapter }));
    }

    void addThree()
    {
        addChapter (0, "Welcome");
        addChapter (12.5, "Tides");
        addChapter (60.25, "Goodbye");
    }

    ChapterId id (std::size_t i) { return w().chapters()[i].id; }
};

} // namespace

TEST_CASE ("REAPER gets the chapters as markers in one undo step", "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    in.addThree();
    in.w().hostTimeline().setEpisodeStart (at (100));
    project.addByHand (30, "mine");
    CHECK (run (in.w(), "host-push"));
    CHECK (project.described() == "mine@30 Welcome@100 Tides@112.5 Goodbye@160.25 ");
    REQUIRE (project.steps.size() == 1);
    CHECK (project.steps[0].name == "Earmark: 3 chapters");
    CHECK (project.steps[0].flags == 8);
    CHECK (project.outsideBlock == 0);
    CHECK (in.w().message().text == "3 markers in REAPER: 3 new.");

    // What is the same makes no step.
    run (in.w(), "host-push");
    CHECK (project.steps.size() == 1);
    CHECK (in.w().message().text == "REAPER has these 3 markers already.");
    CHECK (FakeReaper::faults() == 0);
    CHECK (in.reaper.unknown.empty());
}

TEST_CASE ("A second push updates REAPER's markers in place, whatever the user did with them",
           "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    in.addThree();
    run (in.w(), "host-push");
    const auto guids = [&]
    {
        std::set<std::string> all;

        for (const auto& m : project.markers)
            all.insert (m.guid);

        return all;
    }();
    project.markers[1].colour = 77;
    project.markers[1].name = "renamed";
    project.markers[1].start = 3;
    std::swap (project.markers[0].number, project.markers[2].number);

    in.w().perform (MoveChapter { in.id (2), at (55) });
    in.w().perform (SetField { in.id (0), SetField::Title { "" } });
    run (in.w(), "host-push");
    CHECK (project.described() == "@0 Tides@12.5 Goodbye@55 ");
    CHECK (project.markers[1].colour == 77);
    CHECK (std::ranges::all_of (project.markers, [&] (const auto& m) { return guids.contains (m.guid); }));
    CHECK (project.steps.size() == 2);

    in.w().perform (RemoveChapters { { in.id (1) } });
    in.w().perform (MoveChapter { in.id (1), at (50) });
    run (in.w(), "host-push");
    CHECK (project.described() == "@0 Goodbye@50 ");

    // After REAPER's undo all is as it was before, and a push makes it new again.
    project.undo();
    CHECK (project.described() == "@0 Tides@12.5 Goodbye@55 ");
    project.undo();
    project.undo();
    CHECK (project.markers.empty());
    run (in.w(), "host-push");
    CHECK (project.described() == "@0 Goodbye@50 ");
    CHECK (project.outsideBlock == 0);
    CHECK (FakeReaper::faults() == 0);
}

TEST_CASE ("In REAPER chapters can be regions, to the project's end", "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    in.addThree();
    in.w().look ([] (ViewState& v) { v.preferences.sendsRegions = true; });
    run (in.w(), "host-push");
    CHECK (project.described() == "Welcome@0-12.5 Tides@12.5-60.25 Goodbye@60.25-600 ");
    in.w().look ([] (ViewState& v) { v.preferences.sendsRegions = false; });
    run (in.w(), "host-push");
    CHECK (project.described() == "Welcome@0 Tides@12.5 Goodbye@60.25 ");
    CHECK (project.steps.size() == 2);
}

TEST_CASE ("REAPER's markers become chapters", "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    in.addThree();
    run (in.w(), "host-push");
    project.markers[1].start = 20;
    project.markers[1].name = "High tide";
    project.addByHand (40, "Caf\u00e9");
    CHECK (run (in.w(), "host-pull"));
    CHECK (run (in.w(), "apply"));
    CHECK (in.host.chapters() == "Welcome@0 High tide@20000 Caf\u00e9@40000 Goodbye@60250 ");
    CHECK (project.steps.size() == 1); // nothing was touched there
    run (in.w(), "host-push");
    CHECK (project.steps.size() == 1);
    CHECK (FakeReaper::faults() == 0);
}

TEST_CASE ("REAPER's cursor goes to the chapter, and plays from there", "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    in.addThree();
    in.w().hostTimeline().setEpisodeStart (at (10));
    in.w().look ([&] (ViewState& v) { v.selection = picked ({}, in.id (1), Pick::only, {}); });
    CHECK (run (in.w(), "audition"));
    CHECK (project.heard == std::vector<std::string> { "cursor 22.5 view seek", "play" });
}

TEST_CASE ("A review takes REAPER around each marker and stops it there", "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    in.addThree();
    in.w().setReview (Review()); // two seconds on either side
    in.w().hostTimeline().setEpisodeStart (at (10));
    in.w().look ([&] (ViewState& v) { v.selection = picked ({}, in.id (1), Pick::only, {}); });
    const auto playsAt = [&] (double seconds)
    {
        in.host.sample = std::int64_t (seconds * 48000);
        in.host.block();
        in.w().playback().tick();
    };

    in.host.isPlaying = false;
    playsAt (3);
    CHECK (run (in.w(), "review"));
    CHECK (project.heard == std::vector<std::string> { "cursor 20.5 view seek", "play" });
    in.host.isPlaying = true;
    playsAt (20.5);
    playsAt (24.4);
    CHECK (project.heard.size() == 2);
    playsAt (24.6);
    CHECK (project.heard.size() == 3);
    CHECK (project.heard.back() == "pause");
    CHECK (FakeReaper::faults() == 0);
}

TEST_CASE ("What a REAPER is too old for is told, and the rest works", "[plugin][reaper]")
{
    ReaProject project;
    const auto without = [&] (std::set<std::string> missing, const char* command)
    {
        Instance in (project, std::move (missing));
        in.addThree();
        in.w().look ([&] (ViewState& v) { v.selection = picked ({}, in.id (1), Pick::only, {}); });
        run (in.w(), command);
        const auto& lacks = in.w().hostTimeline().link()->lacks;
        CHECK (in.reaper.references == 2);
        return lacks.empty() ? std::string() : lacks.front();
    };

    for (const auto* function : { "AddProjectMarker2",
                                  "SetProjectMarkerByIndex2",
                                  "DeleteProjectMarkerByIndex",
                                  "Undo_BeginBlock2",
                                  "Undo_EndBlock2" })
        CHECK (without ({ function }, "host-push")
               == "This REAPER does not let plug-ins set markers that can be undone in one step.");

    CHECK (without ({ "EnumProjectMarkers3" }, "host-pull")
           == "This REAPER does not show its markers to plug-ins.");
    CHECK (without ({ "SetEditCurPos2" }, "next") == "This REAPER does not let plug-ins move its cursor.");
    CHECK (without ({ "OnPauseButtonEx" }, "play") == "This REAPER does not let plug-ins play it.");
    CHECK (project.markers.empty());
    CHECK (project.heard.empty());

    // Without lasting names and all that is only nice to have, too.
    CHECK (
        without ({ "GetSetProjectInfo_String", "UpdateTimeline", "GetProjectLength" }, "host-push").empty());
    CHECK (project.described() == "Welcome@0 Tides@12.5 Goodbye@60.25 ");
}

TEST_CASE ("Each Earmark goes with the project that it is in", "[plugin][reaper]")
{
    ReaProject first, second;
    Instance one (first), other (second);
    one.addThree();
    other.addChapter (5, "Other");
    run (one.w(), "host-push");
    run (other.w(), "host-push");
    CHECK (first.described() == "Welcome@0 Tides@12.5 Goodbye@60.25 ");
    CHECK (second.described() == "Other@5 ");

    // The track with it was moved over: the markers stay behind, and are the other project's own from now on.
    one.reaper.project = &second;
    run (one.w(), "host-push");
    CHECK (first.described() == "Welcome@0 Tides@12.5 Goodbye@60.25 ");
    CHECK (second.described() == "Welcome@0 Other@5 Tides@12.5 Goodbye@60.25 ");

    one.reaper.project = nullptr;
    one.w().perform (MoveChapter { one.id (1), at (15) });
    run (one.w(), "host-push");
    CHECK (one.w().message().text == "REAPER does not say which project this Earmark is in.");
    CHECK (second.described() == "Welcome@0 Other@5 Tides@12.5 Goodbye@60.25 ");
    CHECK (FakeReaper::faults() == 0);
}

TEST_CASE ("A project of REAPER's that is opened again knows which markers are whose", "[plugin][reaper]")
{
    ReaProject project;
    juce::MemoryBlock kept;

    {
        Instance in (project);
        in.addThree();
        run (in.w(), "host-push");
        in.w().perform (RemoveChapters { { in.id (1) } });
        kept = in.host.state();
    }

    project.addByHand (7, "mine");
    Instance again (project);
    again.host.setState (kept);
    again.w().perform (MoveChapter { again.id (1), at (61) });
    again.w().perform (SetField { again.id (1), SetField::Title { "Farewell" } });
    run (again.w(), "host-push");
    CHECK (project.described() == "Welcome@0 mine@7 Farewell@61 ");
}

TEST_CASE ("REAPER tells which files its render writes", "[plugin][reaper]")
{
    ReaProject project;
    Instance in (project);
    CHECK (in.w().hostTimeline().link()->renderedFiles().empty());
    project.renderTargets = "/renders/Episode 1.mp3;/renders/stem.wav;";
    CHECK (in.w().hostTimeline().link()->renderedFiles()
           == std::vector<std::string> { "/renders/Episode 1.mp3", "/renders/stem.wav" });
}

TEST_CASE ("Nothing of REAPER's is kept when Earmark goes, and nothing is expected of others",
           "[plugin][reaper]")
{
    ReaProject project;
    FakeReaper reaper (project);
    auto* application = static_cast<Steinberg::Vst::IHostApplication*> (&reaper);

    {
        HostStandIn host;
        CHECK (host.plugin.workspace().hostTimeline().link() == nullptr);
        CHECK_FALSE (run (host.plugin.workspace(), "host-pull"));
        auto* extensions = host.plugin.getVST3ClientExtensions();
        extensions->setIHostApplication (application);
        CHECK (reaper.references == 2);
        extensions->setIHostApplication (application); // connected again
        CHECK (reaper.references == 2);
        CHECK (host.plugin.workspace().hostTimeline().link() != nullptr);
        extensions->setIHostApplication (nullptr);
        CHECK (reaper.references == 1);
        extensions->setIHostApplication (application);
    }

    CHECK (reaper.references == 1);

    reaper.isReaper = false;
    HostStandIn elsewhere;
    elsewhere.plugin.getVST3ClientExtensions()->setIHostApplication (application);
    CHECK (elsewhere.plugin.workspace().hostTimeline().link() == nullptr);
    CHECK (reaper.references == 1);
}

} // namespace earmark::tests
