// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/HostState.h"
#include "Hosts/FakeReaper.h"
#include "Hosts/RawVst3.h"

#include <catch2/catch_test_macros.hpp>

#include <format>
#include <memory>

// The built VST3 in a host that is REAPER as far as a plug-in can tell, from key presses in the editor to markers in the project.

namespace earmark::tests
{

namespace
{

/** "Welcome" at 0:00, "Tides" at 0:12.5, "Goodbye" at 1:00, of an episode that begins at 100 s in the project. */
std::string threeChapters()
{
    Outline outline;

    for (const auto& [start, title] :
         { std::pair { 0, "Welcome" }, std::pair { 12'500, "Tides" }, std::pair { 60'000, "Goodbye" } })
    {
        Chapter chapter;
        chapter.start = Position::fromMilliseconds (start);
        chapter.title = title;
        outline.chapters.push_back (chapter);
    }

    HostState state { .document = makeDocument (outline) };
    state.document.episodeStart = Position::fromSeconds (100);
    Notices notices;
    return writeHostState (state, notices);
}

/** A plug-in in a project. */
struct Studio
{
    ReaProject& project;
    FakeReaper reaper { project };
    std::unique_ptr<RawVst3> plugin;

    explicit Studio (ReaProject& p, std::set<std::string> missing = {}) : project (p)
    {
        if (! hasDisplay())
            SKIP ("There is no display for the editor");

        FakeReaper::begin();
        reaper.missing = std::move (missing);
        plugin = std::make_unique<RawVst3> (static_cast<Steinberg::Vst::IHostApplication*> (&reaper));
        REQUIRE (plugin->isLoaded());
    }

    bool becomes (const std::string& markers)
    {
        return RunLoop::get().runUntil ([&] { return project.described() == markers; });
    }

    std::string chapters() const
    {
        const auto state = readHostState (plugin->state());

        if (! state)
            return state.error().message;

        std::string all;

        for (const auto& c : state->document.outline.chapters)
            all += std::format ("{}@{:g} ", c.title, c.start.sinceStart().seconds());

        return all;
    }

    bool chaptersBecome (const std::string& wanted)
    {
        return RunLoop::get().runUntil ([&] { return chapters() == wanted; });
    }
};

constexpr auto push = "ctrl+alt+m", pull = "ctrl+shift+alt+m";

} // namespace

TEST_CASE ("Chapters go into REAPER's project, move along there, and come back", "[reaper]")
{
    ReaProject project;

    {
        Studio in (project);
        project.addByHand (130, "mine");
        in.plugin->setState (threeChapters());
        REQUIRE (in.plugin->openEditor());

        in.plugin->press (push);
        CHECK (in.becomes ("Welcome@100 Tides@112.5 mine@130 Goodbye@160 "));
        REQUIRE (project.steps.size() == 1);
        CHECK (project.steps[0].flags == 8);
        const auto guid = project.markers[1].guid;

        // The second chapter, by its row, a second later; the host's cursor goes along.
        in.plugin->press ("Down");
        in.plugin->press ("Down");
        CHECK (RunLoop::get().runUntil ([&] { return project.heard.size() == 2; }));
        CHECK (project.heard
               == std::vector<std::string> { "cursor 100 view seek", "cursor 112.5 view seek" });
        in.plugin->press ("Return");
        CHECK (RunLoop::get().runUntil ([&] { return project.heard.back() == "play"; }));
        in.plugin->press ("shift+alt+Right");
        in.plugin->press (push);
        CHECK (in.becomes ("Welcome@100 Tides@113.5 mine@130 Goodbye@160 "));
        CHECK (project.markers[1].guid == guid);
        CHECK (project.steps.size() == 2);

        // REAPER's undo takes back one push; then both sides change.
        project.undo();
        CHECK (project.described() == "Welcome@100 Tides@112.5 mine@130 Goodbye@160 ");
        project.markers[0].name = "Hello";
        in.plugin->press (pull);
        in.plugin->press ("ctrl+Return");
        CHECK (in.chaptersBecome ("Hello@0 Tides@12.5 mine@30 Goodbye@60 "));
        in.plugin->press ("ctrl+z");
        CHECK (in.chaptersBecome ("Welcome@0 Tides@13.5 Goodbye@60 "));

        CHECK (project.outsideBlock == 0);
        CHECK (FakeReaper::faults() == 0);
        CHECK (in.reaper.unknown.empty());
        in.plugin.reset();
        CHECK (in.reaper.references == 1);
    }

    CHECK (RunLoop::get().handlers() == 0);
}

TEST_CASE ("Earmark in two projects of REAPER's keeps them apart, and a project knows its markers again",
           "[reaper]")
{
    ReaProject first, second;
    std::string kept;

    {
        Studio one (first), other (second);
        one.plugin->setState (threeChapters());
        REQUIRE (one.plugin->openEditor());
        one.plugin->press (push);
        CHECK (one.becomes ("Welcome@100 Tides@112.5 Goodbye@160 "));
        kept = one.plugin->state();
        one.plugin->closeEditor();

        other.plugin->setState (threeChapters());
        REQUIRE (other.plugin->openEditor());
        other.plugin->press ("Down");
        other.plugin->press ("shift+alt+Right");
        other.plugin->press (push);
        CHECK (other.becomes ("Welcome@101 Tides@112.5 Goodbye@160 "));
        CHECK (first.described() == "Welcome@100 Tides@112.5 Goodbye@160 ");
    }

    for (auto& marker : first.markers)
        marker.name += '!';

    Studio again (first);
    again.plugin->setState (kept);
    REQUIRE (again.plugin->openEditor());
    again.plugin->press (push);
    CHECK (again.becomes ("Welcome@100 Tides@112.5 Goodbye@160 "));
    CHECK (FakeReaper::faults() == 0);
}

TEST_CASE ("Without the functions, and outside REAPER, the keys do nothing and the rest works", "[reaper]")
{
    ReaProject project;
    const auto presses = [&] (Studio& in)
    {
        in.plugin->setState (threeChapters());
        REQUIRE (in.plugin->openEditor());

        for (const auto* key : { push, pull, "Escape", "Down", "Return", "shift+alt+Right" })
            in.plugin->press (key);

        CHECK (in.chaptersBecome ("Welcome@1 Tides@12.5 Goodbye@60 "));
        CHECK (project.markers.empty());
        CHECK (project.heard.empty());
        in.plugin.reset();
        CHECK (in.reaper.references == 1);
    };

    {
        Studio old (project, { "Undo_EndBlock2", "EnumProjectMarkers3", "SetEditCurPos2", "OnPlayButtonEx" });
        presses (old);
    }

    Studio elsewhere (project);
    elsewhere.plugin.reset();
    elsewhere.reaper.isReaper = false;
    elsewhere.plugin =
        std::make_unique<RawVst3> (static_cast<Steinberg::Vst::IHostApplication*> (&elsewhere.reaper));
    presses (elsewhere);
}

} // namespace earmark::tests
