// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Placing.h"

#include "Support/Chapters.h"
#include "Support/Must.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

namespace
{

TimeRange pause (std::string_view end, std::string_view length)
{
    return { at (end) - lasting (length), at (end) };
}

/** Short breaths and long pauses, in half an hour. */
const std::vector<TimeRange> pauses { pause ("0:02", "1.9"),  pause ("4:00", "0.5"),  pause ("8:00", "2.5"),
                                      pause ("8:04", "2.2"),  pause ("12:00", "0.6"), pause ("16:00", "2.1"),
                                      pause ("20:00", "0.9"), pause ("25:00", "2.8"), pause ("30:00", "3") };

Document titles (std::vector<Chapter> chapters)
{
    return makeDocument ({ .episode = {}, .chapters = std::move (chapters) });
}

std::vector<std::string> startsAfter (const Document& document)
{
    const auto placing = must (placeAtPauses (document.outline, pauses, at ("30:00")));
    const auto after = must (apply (document, placing.edit));
    std::vector<std::string> starts;

    for (const auto& chapter : after.outline.chapters)
        starts.push_back (chapter.title + " " + formatTime (chapter.start));

    return starts;
}

} // namespace

TEST_CASE ("Titles without times go to the longest pauses, in their order")
{
    const auto document = titles (
        { chapter ("0:00", "a"), chapter ("0:00", "b"), chapter ("0:00", "c"), chapter ("0:00", "d") });

    // Not to the one that begins the file nor the one that ends it, and not to two that are as good as one.
    CHECK (startsAfter (document) == std::vector<std::string> { "a 0:00", "b 8:00", "c 16:00", "d 25:00" });

    const auto placing = must (placeAtPauses (document.outline, pauses, at ("30:00")));
    CHECK (placing.shortestUsed == lasting ("2.1"));
    CHECK (placing.longestUnused == lasting ("0.9"));
    CHECK (howClear (placing) == "To pauses of 2.1 s and longer; the longest other one has 0.9 s.");
    CHECK (howClear ({ .edit = {}, .shortestUsed = lasting ("2.1"), .longestUnused = {} })
           == "To pauses of 2.1 s and longer.");
    CHECK (howClear ({}).empty());
}

TEST_CASE ("What has its place keeps it, and those behind it wait for pauses up to the next")
{
    CHECK (startsAfter (titles ({ chapter ("0:00", "a"),
                                  chapter ("14:00", "b"),
                                  chapter ("14:00", "c"),
                                  chapter ("24:00", "d") }))
           == std::vector<std::string> { "a 0:00", "b 14:00", "c 16:00", "d 24:00" });

    CHECK (
        startsAfter (titles (
            { chapter ("0:00", "a"), chapter ("0:00", "b"), chapter ("14:00", "c"), chapter ("14:00", "d") }))
        == std::vector<std::string> { "a 0:00", "b 8:00", "c 14:00", "d 25:00" });

    auto part = chapter ("0:00", "of the part");
    part.level = 1;
    auto locked = chapter ("0:00", "locked");
    locked.locked = true;

    for (const auto& second : { part, locked })
    {
        const auto document = titles ({ chapter ("0:00", "a"), second });
        CHECK_FALSE (waitsBehind (document.outline.chapters[0], document.outline.chapters[1]));
        CHECK (must (placeAtPauses (document.outline, pauses, at ("30:00"))).edit.targets.empty());
    }
}

TEST_CASE ("Parts go where their whole goes")
{
    auto part = chapter ("0:00", "b.1");
    part.level = 1;
    const auto document = titles ({ chapter ("0:00", "a"),
                                    chapter ("0:00", "b"),
                                    part,
                                    chapter ("0:00", "c"),
                                    chapter ("25:00", "d") });
    CHECK (countWaiting (document.outline) == 3);
    CHECK (startsAfter (document)
           == std::vector<std::string> { "a 0:00", "b 8:00", "b.1 8:00", "c 16:00", "d 25:00" });
}

TEST_CASE ("Without those that wait, an outline is what has its place")
{
    const auto placed = [] (std::vector<Chapter> chapters)
    { return summaryOf (placedOf (titles (std::move (chapters)).outline).chapters); };
    CHECK (placed ({}).empty());
    CHECK (placed ({ chapter ("0:00", "a"), chapter ("0:00", "b"), chapter ("0:00", "c") }) == "0:00 a");
    CHECK (placed ({ chapter ("0:00", "a"),
                     chapter ("1:00", "b"),
                     chapter ("1:00", "c"),
                     chapter ("2:00", "d"),
                     chapter ("2:00", "e") })
           == "0:00 a, 1:00 b, 2:00 d");

    // A part begins with its whole, and waits with it; what is locked does not.
    auto part = chapter ("0:00", "part");
    part.level = 1;
    auto locked = chapter ("0:00", "locked");
    locked.locked = true;
    CHECK (placed ({ chapter ("0:00", "a"), part, chapter ("0:00", "b"), part, part })
           == "0:00 a, 0:00 part");
    CHECK (placed ({ chapter ("0:00", "a"), chapter ("0:00", "b"), locked, part, chapter ("0:00", "c") })
           == "0:00 a, 0:00 locked, 0:00 part");
}

TEST_CASE ("More titles than pauses are refused")
{
    const auto document = titles (std::vector<Chapter> (9, chapter ("0:00")));
    const auto placing = placeAtPauses (document.outline, pauses, at ("30:00"));
    REQUIRE_FALSE (placing);
    CHECK (placing.error().kind == Error::Kind::wrongUsage);
    CHECK (placing.error().message
           == "Between 0:00 and 30:00 more chapters wait for their place (8) than there are pauses (6).");

    CHECK_FALSE (placeAtPauses (document.outline, {}, at ("0:00")));
    CHECK (must (placeAtPauses ({}, pauses, at ("30:00"))).edit.targets.empty());
}

} // namespace earmark
