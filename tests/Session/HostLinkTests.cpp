// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostLink.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <format>

namespace earmark::tests
{

namespace
{

HostMarker marker (int number, double seconds, const char* name, const char* id = "")
{
    return { .id = id, .number = number, .start = at (seconds), .end = {}, .name = name };
}

std::string described (const std::vector<HostMarker>& markers)
{
    std::string all;

    for (const auto& m : markers)
        all += std::format ("{}{}@{:g}{} ",
                            m.name,
                            m.isRegion() ? "=" : "",
                            m.start.sinceStart().seconds(),
                            m.end ? std::format ("-{:g}", m.end->sinceStart().seconds()) : "");

    return all;
}

/** A host that does as a plan says, and gives its markers lasting names, or none. */
struct Host
{
    std::vector<HostMarker> markers;
    bool hasIds = true;
    bool isSlow = false;
    std::vector<std::string> heard;
    std::function<void()> finish;
    int given = 0;
    HostLink link;

    Host()
    {
        link.host = "Tester";
        link.hasRegions = true;
        link.markers = [this]() -> Result<std::vector<HostMarker>> { return markers; };
        link.end = [] { return std::optional (at (1000)); };
        link.jump = [this] (Position to) -> Result<void>
        {
            heard.push_back (std::format ("jump {:g}", to.sinceStart().seconds()));
            return {};
        };
        link.play = [this] { heard.emplace_back ("play"); };
        link.pause = [this] { heard.emplace_back ("pause"); };
        link.carryOut = [this] (const MarkerPlan& plan, auto done)
        {
            finish = [this, plan, done] { done (carryOut (plan)); };

            if (! isSlow)
                finish();
        };
    }

    std::vector<MarkerLink> carryOut (const MarkerPlan& plan)
    {
        auto links = plan.unchanged;

        for (const auto& change : plan.set)
        {
            markers[change.from.index] = change.to.marker;
            links.push_back (change.to);
        }

        for (auto i = plan.remove.rbegin(); i != plan.remove.rend(); ++i)
            markers.erase (markers.begin() + std::ptrdiff_t (i->index));

        for (auto added : plan.add)
        {
            added.marker.number = ++given;
            added.marker.id = hasIds ? std::format ("id{}", given) : "";
            markers.push_back (added.marker);
            links.push_back (added);
        }

        std::ranges::stable_sort (markers, {}, &HostMarker::start);
        return links;
    }
};

/** A window in such a host. */
struct Studio
{
    World world;
    Host host;
    HostTransport transport;
    std::unique_ptr<Workspace> w;

    Studio()
    {
        auto services = world.services();
        services.host = [this] { return transport; };
        services.hostLink = [this] { return &host.link; };
        w = std::make_unique<Workspace> (services);
    }

    void chaptersAt (std::initializer_list<double> starts)
    {
        world.outlines["outline"] = outlineAt (starts);
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
    }

    std::string chapters() const
    {
        std::string all;

        for (const auto& c : w->chapters())
            all += std::format ("{}@{:g} ", c.title, c.start.sinceStart().seconds());

        return all;
    }
};

} // namespace

TEST_CASE ("Set once, markers are updated in place, and the user's own stay", "[session][host]")
{
    Studio studio;
    studio.host.hasIds = GENERATE_COPY (true, false);
    CHECK_FALSE (run (*studio.w, "host-push")); // there is nothing to set
    studio.chaptersAt ({ 0, 10, 20 });
    studio.host.markers = { marker (50, 12, "mine", "m") };
    CHECK (run (*studio.w, "host-push"));
    CHECK (described (studio.host.markers) == "A@0 B@10 mine@12 C@20 ");
    CHECK (studio.w->message().text == "3 markers in Tester: 3 new.");
    CHECK (studio.w->hostTimeline().markers().size() == 3);

    run (*studio.w, "host-push");
    CHECK (studio.w->message().text == "Tester has these 3 markers already.");

    const auto second = studio.w->chapters()[1].id;
    studio.w->perform (MoveChapter { second, at (15) });
    studio.w->perform (RemoveChapters { { studio.w->chapters()[2].id } });
    run (*studio.w, "host-push");
    CHECK (described (studio.host.markers) == "A@0 mine@12 B@15 ");
    CHECK (studio.w->message().text == "2 markers in Tester: 1 changed, 1 removed.");
    CHECK (studio.host.given == 3);

    // What was removed comes back with the chapter.
    studio.w->undo();
    run (*studio.w, "host-push");
    CHECK (described (studio.host.markers) == "A@0 mine@12 B@15 C@20 ");
}

TEST_CASE ("Titles without times become markers as they get their places, and it is said how many wait",
           "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 0, 0 });
    CHECK (studio.w->hostTimeline().whatWaits() == "2 titles wait for their place and get no marker yet.");
    CHECK (run (*studio.w, "host-push"));
    CHECK (described (studio.host.markers) == "A@0 ");
    CHECK (studio.w->message().text
           == "1 marker in Tester: 1 new. 2 titles wait for their place and get no marker yet.");
    run (*studio.w, "host-push");
    CHECK (studio.w->message().text
           == "Tester has these 1 marker already. 2 titles wait for their place and get no marker yet.");

    actions::markLive (*studio.w, at (40));
    run (*studio.w, "host-push");
    CHECK (described (studio.host.markers) == "A@0 B@40 ");
    CHECK (studio.w->message().text
           == "2 markers in Tester: 1 new. 1 title waits for its place and gets no marker yet.");
    actions::markLive (*studio.w, at (80));
    CHECK (studio.w->hostTimeline().whatWaits().empty());
    run (*studio.w, "host-push");
    CHECK (described (studio.host.markers) == "A@0 B@40 C@80 ");
    CHECK (studio.w->message().text == "3 markers in Tester: 1 new.");
}

TEST_CASE ("By preference chapters are regions", "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 10 });
    run (*studio.w, "host-push");
    studio.w->look ([] (ViewState& v) { v.preferences.sendsRegions = true; });
    CHECK (studio.world.settings["host-markers"] == "regions");
    run (*studio.w, "host-push");
    CHECK (described (studio.host.markers) == "A=@0-10 B=@10-1000 ");
    CHECK (studio.w->message().text == "2 regions in Tester: 2 new, 2 removed.");

    studio.host.link.hasRegions = false;
    run (*studio.w, "host-push");
    CHECK (described (studio.host.markers) == "A@0 B@10 ");
}

TEST_CASE ("What the host's markers would change is shown first", "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 10, 20 });
    run (*studio.w, "host-push");
    auto& markers = studio.host.markers;
    markers[1].start = at (11);
    markers[1].name = "Bee";
    markers[2] = marker (9, 30, "", "own"); // C's was deleted, and there is a new one
    CHECK (run (*studio.w, "host-pull"));
    CHECK (studio.w->view().panel == Panel::host);
    CHECK (studio.chapters() == "A@0 B@10 C@20 ");
    REQUIRE (studio.w->proposal());
    CHECK (studio.w->proposal()->moves.size() == 1);
    CHECK (studio.w->proposal()->added.size() == 1);
    CHECK (studio.w->message().text == "1 chapter has no marker in Tester any more; it stays.");

    CHECK (run (*studio.w, "apply"));
    CHECK (studio.chapters() == "A@0 Bee@11 C@20 Marker 9@30 ");
    studio.w->undo();
    CHECK (studio.chapters() == "A@0 B@10 C@20 ");
    studio.w->redo();

    // The new chapter's marker is the one that it came from.
    studio.w->perform (SetField { studio.w->chapters()[3].id, SetField::Title { "" } });
    markers[2].name = "Dee";
    run (*studio.w, "host-pull");
    run (*studio.w, "apply");
    CHECK (studio.chapters() == "A@0 Bee@11 C@20 Dee@30 ");
    run (*studio.w, "host-pull");
    CHECK (studio.w->proposal()->changesNothing());
}

TEST_CASE ("Which markers are orders to the host is said, with the rest", "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 10 });
    run (*studio.w, "host-push");
    studio.host.markers = { marker (1, 0, "A", "own"),
                            marker (2, 5, "!1016", "x"),
                            marker (3, 9, "=END", "y") };
    CHECK (run (*studio.w, "host-pull"));
    CHECK (studio.w->proposal()->changesNothing());
    CHECK (studio.w->message().text
           == "2 markers that are orders to Tester are left out: !1016, =END. "
              "1 chapter has no marker in Tester any more; it stays.");
}

TEST_CASE ("Links go with the document that the host kept", "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 10 });
    run (*studio.w, "host-push");
    REQUIRE (studio.w->hostTimeline().markers().size() == 2);

    // The same chapters, read anew: with other ids.
    studio.w->perform (MoveChapter { studio.w->chapters()[1].id, at (12) });
    const auto same = makeDocument (studio.w->document().outline);
    studio.w->hostTimeline().take (same, { { same.outline.chapters[1].id, marker (5, 12, "B", "kept") } });
    REQUIRE (studio.w->hostTimeline().markers().size() == 1);
    CHECK (studio.w->hostTimeline().markers()[0].chapter == studio.w->chapters()[1].id);
    CHECK (studio.w->hostTimeline().markers()[0].marker.id == "kept");

    const auto other = makeDocument (outlineAt ({ 0, 1, 2 }));
    studio.w->hostTimeline().take (other, { { other.outline.chapters[2].id, marker (5, 2, "C", "third") } });
    CHECK (studio.w->hostTimeline().markers()[0].chapter == studio.w->chapters()[2].id);
}

TEST_CASE ("What a slow host has not taken yet is not sent again", "[session][host]")
{
    Studio studio;
    studio.host.isSlow = true;
    studio.chaptersAt ({ 0, 10 });
    CHECK (run (*studio.w, "host-push"));
    CHECK_FALSE (run (*studio.w, "host-push"));
    studio.host.finish();
    CHECK (described (studio.host.markers) == "A@0 B@10 ");
    CHECK (run (*studio.w, "host-push"));
}

TEST_CASE ("A host that does not show its markers gets them all the same", "[session][host]")
{
    Studio studio;
    studio.host.link.markers = nullptr;
    studio.host.hasIds = false;
    studio.chaptersAt ({ 0, 10 });
    CHECK_FALSE (run (*studio.w, "host-pull"));
    CHECK (run (*studio.w, "host-push"));
    studio.w->perform (MoveChapter { studio.w->chapters()[1].id, at (15) });
    CHECK (run (*studio.w, "host-push"));
    CHECK (described (studio.host.markers) == "A@0 B@15 ");
}

TEST_CASE ("Where the host may not be touched, nothing is offered", "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 10 });
    studio.host.link = { .host = "Tester", .lacks = { "It is too old." } };
    CHECK_FALSE (run (*studio.w, "host-push"));
    CHECK_FALSE (run (*studio.w, "host-pull"));
    CHECK_FALSE (run (*studio.w, "play"));
    studio.w->playback().seek (at (3)); // moves the window's own playhead alone
    CHECK (studio.w->view().playhead == at (3));
}

TEST_CASE ("A click on a chapter takes the host along, and Enter plays from it", "[session][host]")
{
    Studio studio;
    studio.chaptersAt ({ 0, 10 });
    studio.w->hostTimeline().setEpisodeStart (at (5));
    auto& heard = studio.host.heard;
    heard.clear();
    actions::select (*studio.w, studio.w->chapters()[1].id, Pick::only);
    CHECK (heard == std::vector<std::string> { "jump 15" });
    heard.clear();
    CHECK (run (*studio.w, "audition"));
    CHECK (heard == std::vector<std::string> { "jump 15", "play" });

    heard.clear();
    CHECK (run (*studio.w, "play"));
    studio.transport = { HostTransport::Source::host, true, false, at (15) };
    studio.w->playback().tick();
    CHECK (run (*studio.w, "play"));
    CHECK (heard == std::vector<std::string> { "play", "pause" });

    // What is being recorded goes on; and what may be, where nobody tells.
    heard.clear();
    const auto tells = GENERATE (true, false);
    studio.transport.recording = tells;
    studio.transport.tellsRecording = tells;
    studio.w->playback().tick();
    actions::select (*studio.w, studio.w->chapters()[0].id, Pick::only);
    CHECK_FALSE (run (*studio.w, "play"));
    CHECK (heard.empty());

    studio.transport.playing = studio.transport.recording = false;
    studio.w->playback().tick();
    CHECK (run (*studio.w, "play"));
    CHECK (heard == std::vector<std::string> { "play" });
}

TEST_CASE ("The sound of a file that is open is not the host's", "[session][host]")
{
    Studio studio;
    studio.w->openFile ("/media.m4a");
    studio.w->playback().seek (at (20));
    run (*studio.w, "play");
    CHECK (studio.host.heard.empty());
    CHECK (std::ranges::contains (studio.world.heard, "play"));
}

} // namespace earmark::tests
