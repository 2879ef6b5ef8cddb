// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostMarkers.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

HostMarker marker (int number, double seconds, const char* name, const char* id = "")
{
    return { .id = id, .number = number, .start = at (seconds), .end = {}, .name = name };
}

MarkerLink linkTo (const Document& document, std::size_t chapter, HostMarker m)
{
    return { document.outline.chapters[chapter].id, std::move (m) };
}

std::vector<std::size_t> removed (const MarkerPlan& plan)
{
    std::vector<std::size_t> indices;

    for (const auto& each : plan.remove)
        indices.push_back (each.index);

    return indices;
}

} // namespace

TEST_CASE ("A plan adds what is not there and leaves what is the user's", "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10, 20 }));
    const auto plan = planMarkers (document, {}, { marker (1, 5, "mine"), marker (2, 10, "B") }, false, {});
    CHECK (plan.remove.empty());
    CHECK (plan.set.empty());
    REQUIRE (plan.add.size() == 2); // B has its name and place already
    CHECK (plan.add[0].marker.name == "A");
    CHECK (plan.add[1].marker.name == "C");
    REQUIRE (plan.unchanged.size() == 1);
    CHECK (plan.unchanged[0].chapter == document.outline.chapters[1].id);
}

TEST_CASE ("A marker's lasting name tells whose it is, whatever else was changed", "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10 }));
    const std::vector links { linkTo (document, 0, marker (1, 0, "A", "x")),
                              linkTo (document, 1, marker (2, 10, "B", "y")) };
    const std::vector there { marker (1, 3, "another", "n"), marker (7, 99, "renamed", "y") };
    const auto plan = planMarkers (document, links, there, false, {});
    REQUIRE (plan.set.size() == 1);
    CHECK (plan.set[0].from.index == 1);
    CHECK (plan.set[0].to.marker == marker (7, 10, "B", "y"));
    REQUIRE (plan.add.size() == 1); // A's was deleted; the one that has its number now is not it
    CHECK (plan.add[0].marker.name == "A");
    CHECK (plan.remove.empty());
}

TEST_CASE ("Without lasting names two of number, name and place tell it", "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10, 20, 30 }));
    const std::vector links { linkTo (document, 0, marker (1, 0, "A")),
                              linkTo (document, 1, marker (2, 10, "B")),
                              linkTo (document, 2, marker (3, 20, "C")),
                              linkTo (document, 3, marker (4, 30, "D")) };
    const std::vector there {
        marker (1, 5, "A"), marker (2, 10, "renamed"), marker (9, 20, "C"), marker (4, 99, "other")
    };
    const auto plan = planMarkers (document, links, there, false, {});
    CHECK (plan.set.size() == 2);
    CHECK (plan.unchanged.size() == 1);
    REQUIRE (plan.add.size() == 1);
    CHECK (plan.add[0].marker.name == "D");
}

TEST_CASE ("A chapter that is gone takes its marker along, and regions take the place of markers",
           "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10 }));
    const std::vector links { linkTo (document, 0, marker (1, 0, "A", "a")),
                              MarkerLink { ChapterId (99), marker (2, 5, "gone", "g") } };
    const std::vector there { marker (1, 0, "A", "a"),
                              marker (2, 5, "gone", "g"),
                              marker (3, 6, "mine", "m") };

    auto plan = planMarkers (document, links, there, false, {});
    CHECK (removed (plan) == std::vector<std::size_t> { 1 });
    CHECK (plan.unchanged.size() == 1);

    plan = planMarkers (document, links, there, true, at (60));
    CHECK (removed (plan) == std::vector<std::size_t> { 0, 1 });
    REQUIRE (plan.add.size() == 2);
    CHECK (plan.add[0].marker.end == at (10));
    CHECK (plan.add[1].marker.end == at (60));
}

TEST_CASE ("Titles that wait for their place get no marker, and lose one that they have", "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 0, 60, 60 }));
    auto plan = planMarkers (document, {}, {}, false, {});
    REQUIRE (plan.add.size() == 2);
    CHECK (plan.add[0].marker.name == "A");
    CHECK (plan.add[1].marker.name == "C");
    CHECK (plan.markers() == 2);

    // B's is gone; D's lookalike was set by nobody but the user.
    const std::vector links { linkTo (document, 0, marker (1, 0, "A", "a")),
                              linkTo (document, 1, marker (2, 0, "B", "b")) };
    const std::vector there { marker (1, 0, "A", "a"), marker (2, 0, "B", "b"), marker (3, 60, "D", "d") };
    plan = planMarkers (document, links, there, false, {});
    CHECK (removed (plan) == std::vector<std::size_t> { 1 });
    CHECK (plan.unchanged.size() == 1);
    CHECK (plan.set.empty());
    REQUIRE (plan.add.size() == 1);
    CHECK (plan.add[0].marker.name == "C");

    // Regions go on to the next that has its place.
    plan = planMarkers (document, {}, {}, true, at (90));
    REQUIRE (plan.add.size() == 2);
    CHECK (plan.add[0].marker.end == at (60));
    CHECK (plan.add[1].marker.end == at (90));
}

TEST_CASE ("Markers lie where the episode lies in the host", "[session][host]")
{
    auto document = makeDocument (outlineAt ({ 0, 10 }));
    document.episodeStart = at (30);
    const auto plan = planMarkers (document, {}, {}, false, {});
    CHECK (plan.add[1].marker.start == at (40));

    const auto from = chaptersFromMarkers (document, {}, { marker (1, 12, "before"), marker (2, 45, "new") });
    CHECK (from.before == 1);
    REQUIRE (from.edits.size() == 1);
    CHECK (std::get<AddChapter> (from.edits[0]).chapter.start == at (15));
}

TEST_CASE ("Orders to REAPER make no chapters, and its prefixes are no part of titles", "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10 }));
    const std::vector links { linkTo (document, 0, marker (1, 0, "A", "a")),
                              linkTo (document, 1, marker (2, 10, "B", "b")) };
    auto region = marker (7, 50, "!1016", "r");
    region.end = at (60);

    const auto from = chaptersFromMarkers (document,
                                           links,
                                           { marker (3, 0, "=START", "s"),
                                             marker (1, 0, "CHAP=A", "a"),
                                             marker (2, 12, "#B", "b"),
                                             marker (4, 20, "!1016", "x"),
                                             marker (5, 30, "CHAP=New", "n"),
                                             region });
    CHECK (from.orders == std::vector<std::string> { "=START", "!1016" });
    CHECK (from.gone == 0);
    REQUIRE (from.edits.size() == 3);
    const auto& moves = std::get<SnapChapters> (from.edits[0]).targets;
    REQUIRE (moves.size() == 1);
    CHECK (moves[0].to == at (12));
    CHECK (std::get<AddChapter> (from.edits[1]).chapter.title == "New");
    CHECK (std::get<AddChapter> (from.edits[2]).chapter.title == "!1016");
}

TEST_CASE ("What Ultraschall keeps in REAPER for itself or only plans makes no chapters", "[session][host]")
{
    auto outline = outlineAt ({ 0, 10 });
    outline.chapters[1].title = "_Edit";
    const auto document = makeDocument (outline);
    auto range = marker (2, 0, "_PodRange:", "r");
    range.end = at (60);

    const auto from = chaptersFromMarkers (document,
                                           {},
                                           { marker (1, 0.001, "_Planned:Later", "p"),
                                             range,
                                             marker (3, 10, "_Edit", "own"),
                                             marker (4, 20, "_Edit:cough", "e"),
                                             marker (5, 30, "_Shownote:A book", "s"),
                                             marker (6, 40, "New", "n") });
    CHECK (from.forUltraschall
           == std::vector<std::string> { "_Planned:Later", "_PodRange:", "_Edit:cough", "_Shownote:A book" });
    CHECK (from.orders.empty());
    REQUIRE (from.edits.size() == 1);
    CHECK (std::get<AddChapter> (from.edits[0]).chapter.title == "New");
}

TEST_CASE ("A marker keeps the prefix that the user gave it", "[session][host]")
{
    const auto document = makeDocument (outlineAt ({ 0, 10, 20 }));
    const std::vector links { linkTo (document, 0, marker (1, 0, "A", "a")) };
    const auto plan = planMarkers (
        document,
        links,
        { marker (1, 3, "CHAP=A", "a"), marker (2, 10, "#B", "b"), marker (3, 20, "!1016", "c") },
        false,
        {});
    REQUIRE (plan.set.size() == 1);
    CHECK (plan.set[0].to.marker.name == "CHAP=A");
    CHECK (plan.set[0].to.marker.start == at (0));
    REQUIRE (plan.unchanged.size() == 1);
    CHECK (plan.unchanged[0].marker.name == "#B");
    REQUIRE (plan.add.size() == 1);
    CHECK (plan.add[0].marker.name == "C");
}

TEST_CASE ("A chapter that is called like an order is known by its own marker", "[session][host]")
{
    auto outline = outlineAt ({ 0, 10 });
    outline.chapters[0].title = "=START";
    outline.chapters[1].title = "#Fog";
    const auto document = makeDocument (outline);
    const auto from = chaptersFromMarkers (document, {}, { marker (1, 0, "=START"), marker (2, 10, "#Fog") });
    CHECK (from.edits.empty());
    CHECK (from.orders.empty());
}

} // namespace earmark::tests
