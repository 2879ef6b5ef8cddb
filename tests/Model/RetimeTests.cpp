// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Retime.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

namespace
{

std::string mapped (const TimeMap& map, std::string_view time)
{
    return formatTime (map (at (time)));
}

} // namespace

TEST_CASE ("One pin is a plain shift")
{
    const auto map = TimeMap::through ({ { at ("1:00"), at ("1:15") } });

    REQUIRE (map);
    CHECK (mapped (*map, "0:00") == "0:15");
    CHECK (mapped (*map, "1:00") == "1:15");
    CHECK (mapped (*map, "2:00:00") == "2:00:15");
}

TEST_CASE ("Between pins time is stretched, before and behind them it runs in parallel")
{
    const auto map = TimeMap::through ({ { at ("20:00"), at ("30:00") }, { at ("10:00"), at ("10:00") } });

    REQUIRE (map);
    CHECK (mapped (*map, "5:00") == "5:00");
    CHECK (mapped (*map, "10:00") == "10:00");
    CHECK (mapped (*map, "15:00") == "20:00");
    CHECK (mapped (*map, "20:00") == "30:00");
    CHECK (mapped (*map, "25:00") == "35:00");
}

TEST_CASE ("Pins are met exactly, far out as well")
{
    const std::vector<Pin> pins { { Position::fromNanoseconds (1), Position::fromNanoseconds (3) },
                                  { at ("100:00:00.123"), at ("99:59:59.877") },
                                  { at ("9000:00:00"), at ("9001:00:00") } };
    const auto map = TimeMap::through (pins);

    REQUIRE (map);

    for (const auto& pin : pins)
        CHECK ((*map) (pin.from) == pin.to);

    // Half-way through the first stretch, to the nanosecond.
    const auto low = pins[0], high = pins[1];
    const auto middle = Position::fromNanoseconds ((low.from.nanoseconds() + high.from.nanoseconds()) / 2);
    const auto wanted = (low.to.nanoseconds() + high.to.nanoseconds()) / 2;
    CHECK (std::abs ((*map) (middle).nanoseconds() - wanted) <= 1000);
}

TEST_CASE ("Pins that are missing, cross or share a place are refused")
{
    for (const auto& pins :
         { std::vector<Pin> {},
           std::vector<Pin> { { at ("1:00"), at ("2:00") }, { at ("2:00"), at ("1:00") } },
           std::vector<Pin> { { at ("1:00"), at ("2:00") }, { at ("2:00"), at ("2:00") } },
           std::vector<Pin> { { at ("1:00"), at ("2:00") }, { at ("1:00"), at ("3:00") } },
           std::vector<Pin> { { at ("1:00"), at ("2:00") }, { at ("1:00"), at ("2:00") } } })
    {
        const auto map = TimeMap::through (pins);
        REQUIRE_FALSE (map);
        CHECK (map.error().kind == Error::Kind::wrongUsage);
    }
}

TEST_CASE ("Restoring order lets chapters that may move stop at those that stay")
{
    std::vector chapters { chapter ("0:50", "moved too far"),
                           chapter ("0:20", "stays"),
                           chapter ("0:30", "free") };
    restoreOrder (chapters, { false, true, false });
    CHECK (summaryOf (chapters) == "0:20 moved too far, 0:20 stays, 0:30 free");

    chapters = { chapter ("0:20", "stays"), chapter ("0:05", "moved too far"), chapter ("0:30", "free") };
    restoreOrder (chapters, { true, false, false });
    CHECK (summaryOf (chapters) == "0:20 stays, 0:20 moved too far, 0:30 free");
}

TEST_CASE ("Restoring order brings everything to zero or later and ends behind starts")
{
    std::vector chapters { chapter ("-0:10", "-0:05", "a"),
                           chapter ("-0:05", "b"),
                           chapter ("0:30", "0:10", "c") };
    restoreOrder (chapters, { false, false, false });
    CHECK (summaryOf (chapters) == "0:00-0:00 a, 0:00 b, 0:30-0:30 c");
}

TEST_CASE ("Retiming leaves locked chapters and those that it is not meant for")
{
    std::vector chapters { chapter ("0:00", "0:10", "a"),
                           chapter ("0:10", "0:20", "locked"),
                           chapter ("0:20", "0:30", "c"),
                           chapter ("0:40", "not meant") };
    chapters[1].locked = true;

    retime (
        chapters,
        [] (Position p) { return p + lasting ("0:05"); },
        [] (const Chapter& c) { return c.title != "not meant"; });
    CHECK (summaryOf (chapters) == "0:05-0:15 a, 0:10-0:20 locked, 0:25-0:35 c, 0:40 not meant");
}

} // namespace earmark
