// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostImports.h"

#include "Session/Actions.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Every host is found by its own name, and the rest are others", "[session][host]")
{
    const auto rows = hostImports();

    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
    {
        CAPTURE (rows[i].host);
        CHECK (hostImportFor (rows[i].host) == i);
        CHECK_FALSE (rows[i].steps[0].empty());
        CHECK_FALSE (rows[i].steps[1].empty());
        CHECK (rows[i].format.empty() == rows[i].file.empty());
    }

    CHECK (rows[hostImportFor ("Steinberg Cubase 14")].host == "Cubase, Nuendo");
    CHECK (rows[hostImportFor ("Reaper")].host == "REAPER");
    CHECK (hostImportFor ("") == rows.size() - 1);
    CHECK (hostImportFor ("Nobody's DAW") == rows.size() - 1);
}

TEST_CASE ("A host's file has its times", "[session][host]")
{
    auto document = makeDocument (outlineAt ({ 0, 10 }));
    document.outline.chapters[1].end = at (12);
    document.episodeStart = at (30);
    const auto moved = onHostTimeline (document);
    CHECK (moved.chapters[0].start == at (30));
    CHECK (moved.chapters[1].start == at (40));
    CHECK (moved.chapters[1].end == at (42));
    document.episodeStart = at (-5);
    CHECK (onHostTimeline (document).chapters[0].start == at (0)); // there is nothing before
}

TEST_CASE ("What waits for its place is in no host's file", "[session][host]")
{
    auto document = makeDocument (outlineAt ({ 0, 0, 10, 10 }));
    document.episodeStart = at (30);
    const auto moved = onHostTimeline (document);
    REQUIRE (moved.chapters.size() == 2);
    CHECK (moved.chapters[1].title == "C");
    CHECK (moved.chapters[1].start == at (40));
}

TEST_CASE ("A host is offered OSC by its name, or when its user said so once", "[session]")
{
    World world;
    std::string name = "Ardour 8.6";
    HostLink link;
    const HostLink* way = nullptr;
    auto services = world.services();
    services.host = [] { return HostTransport(); };
    services.hostName = [&] { return name; };
    services.hostLink = [&] { return way; };
    Workspace w (services);
    CHECK (w.hostTimeline().mayTakeOsc());

    way = &link; // by OSC
    CHECK (w.hostTimeline().mayTakeOsc());
    link.hasRegions = true;
    CHECK_FALSE (w.hostTimeline().mayTakeOsc());

    way = nullptr;
    name = "Nobody's DAW";
    CHECK_FALSE (w.hostTimeline().mayTakeOsc());
    w.look ([] (ViewState& v) { v.preferences.ardourByOsc = true; });
    CHECK (w.hostTimeline().mayTakeOsc());

    Workspace app (world.services());
    CHECK_FALSE (app.hostTimeline().mayTakeOsc());
}

TEST_CASE ("Files go to the host that Earmark is in, else to the one that was chosen last", "[session][host]")
{
    World world;
    auto services = world.services();
    std::string inside = "Steinberg Cubase 14";
    services.hostName = [&] { return inside; };
    Workspace w (services);
    const auto suggested = [&] { return hostImports()[actions::suggestedHost (w)].host; };
    CHECK (suggested() == "Cubase, Nuendo");

    actions::rememberHost (w, hostImports()[hostImportFor ("REAPER")]);
    CHECK (suggested() == "Cubase, Nuendo");
    inside = "Nobody's DAW";
    CHECK (suggested() == "REAPER");
}

TEST_CASE ("A host's file is made to be dragged, or saved where the user wants it", "[session][host]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    world.chosenFile = "/markers.mid";
    auto services = world.services();
    Result<std::string> made = "/cache/Chapters.mid";
    services.handOver = [&] (const Outline& outline, const std::string&, const std::string& name)
    {
        CHECK (outline.chapters.size() == 2);
        CHECK (name == "Chapters");
        return made;
    };
    Workspace w (services);
    const HostImport host {
        .host = "Tester", .words = {}, .format = "midi", .file = "a MIDI file", .steps = {}
    };
    const HostImport takesNone { .host = "Other", .words = {}, .format = {}, .file = {}, .steps = {} };

    CHECK_FALSE (actions::hasHostFile (w, host));
    CHECK (actions::makeHostFile (w, host).empty());
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();
    CHECK (actions::hasHostFile (w, host));
    CHECK_FALSE (actions::hasHostFile (w, takesNone));
    CHECK (actions::makeHostFile (w, host) == "/cache/Chapters.mid");
    CHECK (actions::makeHostFile (w, takesNone).empty());

    actions::saveHostFile (w, host);
    CHECK (world.suggested == "Chapters.mid");
    CHECK (w.message().text == "Saved as /markers.mid.");

    made = failure (Error::Kind::notWritable, "The disk is full.");
    CHECK (actions::makeHostFile (w, host).empty());
    CHECK (w.message().text == "The disk is full.");
    world.isDiskFull = true;
    actions::saveHostFile (w, host);
    CHECK (w.message().grade == Message::Grade::error);
}

} // namespace earmark::tests
