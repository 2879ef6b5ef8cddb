// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostImports.h"

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

} // namespace earmark::tests
