// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PictureCut.h"

#include "Support/Random.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

namespace
{

using Catch::Approx;

bool isInside (const PictureCut& cut, PictureSize size)
{
    const auto half = cut.side * std::min (size.width, size.height) / 2;
    constexpr double rounding = 1e-6;
    return cut.side >= leastCutSide && cut.side <= 1 && cut.centre.x * size.width >= half - rounding
           && (1 - cut.centre.x) * size.width >= half - rounding
           && cut.centre.y * size.height >= half - rounding
           && (1 - cut.centre.y) * size.height >= half - rounding;
}

} // namespace

TEST_CASE ("A square stays in its picture, wherever it is moved and however it is sized", "[session]")
{
    Random random (5);
    const auto number = [&] { return double (random.between (-3000, 3000)) / 1000; };

    for (int round = 0; round < 2000; ++round)
    {
        const PictureSize size { double (random.between (1, 4000)), double (random.between (1, 4000)) };
        auto cut = inside ({ { number(), number() }, number() }, size);
        CHECK (isInside (cut, size));
        cut = moved (cut, size, { number(), number() });
        CHECK (isInside (cut, size));
        CHECK (isInside (resized (cut, size, 1 + number()), size));
        CHECK (isInside (spanned (size, { number(), number() }, { number(), number() }), size));
    }
}

TEST_CASE ("What is asked for is done where there is room", "[session]")
{
    const PictureSize wide { 200, 100 };
    CHECK (inside (PictureCut(), wide) == PictureCut());
    CHECK (moved (PictureCut(), wide, { 0.1, 0 }).centre.x == Approx (0.6));
    CHECK (moved (PictureCut(), wide, { 0.9, 0.9 }).centre.x == Approx (0.75));
    CHECK (moved (PictureCut(), wide, { 0.9, 0.9 }).centre.y == Approx (0.5));
    CHECK (resized (PictureCut(), wide, 0.5).side == Approx (0.5));
    CHECK (resized (PictureCut(), wide, 2).side == 1);

    // From the top left corner to a point: the larger way counts.
    const auto cut = spanned (wide, { 0, 0 }, { 0.25, 0.2 });
    CHECK (cut.side == Approx (0.5));
    CHECK (cut.centre.x == Approx (0.125));
    CHECK (cut.centre.y == Approx (0.25));
    CHECK (spanned (wide, { 0.5, 0.5 }, { 0.0, 0.5 }).side == Approx (0.5)); // no room above for more
}

} // namespace earmark::tests
