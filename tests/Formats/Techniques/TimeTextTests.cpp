// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/TimeText.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

std::optional<std::int64_t> ns (std::optional<Duration> d)
{
    return d ? std::optional (d->nanoseconds()) : std::nullopt;
}

} // namespace

TEST_CASE ("Seconds are read from their digits")
{
    CHECK (ns (parseSeconds ("0")) == 0);
    CHECK (ns (parseSeconds (" 12.344 ")) == 12'344'000'000);
    CHECK (ns (parseSeconds ("1,200000")) == 1'200'000'000);
    CHECK (ns (parseSeconds (".5")) == 500'000'000);
    CHECK (ns (parseSeconds ("3.")) == 3'000'000'000);
    CHECK (ns (parseSeconds ("46.19841269841201")) == 46'198'412'698); // the tenth digit is a 4
    CHECK (ns (parseSeconds ("0.9999999995")) == 1'000'000'000);
    CHECK (ns (parseSeconds ("-1.5")) == -1'500'000'000);
    CHECK (ns (parseSeconds ("4.6e+01")) == 46'000'000'000);

    for (const auto* text :
         { "", ".", "-", "1.2.3", "1:00", "abc", "1e400", "99999999999999999999", "inf", "nan", "1 2" })
        CHECK_FALSE (parseSeconds (text));
}

TEST_CASE ("Clock times are read with one field to three")
{
    CHECK (ns (parseClock ("37")) == 37'000'000'000);
    CHECK (ns (parseClock ("01")) == 1'000'000'000);
    CHECK (ns (parseClock ("7:48")) == 468'000'000'000);
    CHECK (ns (parseClock ("00:00:0.000")) == 0);
    CHECK (ns (parseClock ("35:12.250")) == 2'112'250'000'000);
    CHECK (ns (parseClock ("05:12:03.5")) == 18'723'500'000'000);
    CHECK (ns (parseClock ("0:02:49,624")) == 169'624'000'000);
    CHECK (ns (parseClock ("120:07")) == 7'207'000'000'000);

    for (const auto* text :
         { "", ":", "1:", "1:60", "1:00:60", "1:2:3:4", "-1:00", "1:00x", "99999999:00:00" })
        CHECK_FALSE (parseClock (text));
}

TEST_CASE ("Units become time exactly, and back")
{
    CHECK (ns (fromUnits (1001, 30000)) == 33'366'667);
    CHECK (ns (fromUnits (8'648'640'000, 2'400'000)) == 3'603'600'000'000);
    CHECK (ns (fromUnits (-1, 2)) == -500'000'000);
    CHECK_FALSE (fromUnits (1, 0));
    CHECK_FALSE (fromUnits (1, -5));
    CHECK_FALSE (fromUnits (INT64_MAX, 1));
    CHECK (toUnits (Duration::fromMilliseconds (400), 75) == 30);
    CHECK (toUnits (Duration::fromMilliseconds (1500), 1) == 2);
    CHECK (formatSeconds (Duration::fromMilliseconds (12'345), 3) == "12.345");
    CHECK (formatSeconds (Duration::fromMilliseconds (12'345), 6) == "12.345000");
    CHECK (formatSeconds (Duration::fromMilliseconds (999), 0) == "1");
    CHECK (formatSeconds (Duration::fromMilliseconds (-250), 2) == "-0.25");
}

} // namespace earmark
