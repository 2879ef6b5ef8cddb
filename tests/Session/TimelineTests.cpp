// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/FakeServices.h"
#include "Session/Flags.h"
#include "Session/Ruler.h"
#include "Session/TimelineScale.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace earmark::tests
{

namespace
{

TimelineScale scaleOf (double seconds, double width = 1000)
{
    return showingAll ({ .start = 0, .perPixel = 1, .width = width, .total = lasting (seconds) });
}

} // namespace

TEST_CASE ("A scale maps times to pixels and back", "[session]")
{
    const auto hours = GENERATE (0.01, 1.0, 20.0);
    const auto zoom = GENERATE (1.0, 40.0, 1e6);
    const auto scale = zoomed (scaleOf (hours * 3600), zoom, 300);

    for (const auto x : { 0.0, 0.5, 299.0, 1000.0 })
        CHECK (scale.xOf (scale.positionAt (x)) == Catch::Approx (x).margin (0.01));
}

TEST_CASE ("Zooming keeps what is under the mouse", "[session]")
{
    const auto scale = zoomed (scaleOf (3600), 20, 500);
    const auto under = scale.positionAt (321);

    for (const auto factor : { 1.1, 3.0, 0.7 })
        CHECK (std::abs (zoomed (scale, factor, 321).xOf (under) - 321) < 0.01);
}

TEST_CASE ("Zoom ends at the whole and at the sample", "[session]")
{
    const auto scale = scaleOf (20 * 3600);
    CHECK (zoomed (scale, 0.01, 10) == scale);
    CHECK (scale.showsEverything());

    const auto closest = zoomed (scale, 1e12, 400);
    CHECK (closest.perPixel == Catch::Approx (finestPerPixel));
    CHECK (closest.pixelsOf (Duration::fromSamples (1, 48000)) >= 19);
}

TEST_CASE ("A view stays within what there is", "[session]")
{
    const auto scale = zoomed (scaleOf (100), 10, 0);
    CHECK (scrolled (scale, -1e9).start == 0);
    CHECK (scrolled (scale, 1e9).visible().end >= at (100));
    CHECK (scrolled (scale, 1e9).visible().end <= at (103));
    CHECK (scaleOf (0).visible().end > at (5)); // of nothing some seconds are shown
}

TEST_CASE ("A window that changes its width shows the same place, or still everything", "[session]")
{
    CHECK (resized (scaleOf (100), 500).showsEverything());

    const auto close = zoomed (scaleOf (100), 10, 500);
    CHECK (resized (close, 500).start == close.start);
    CHECK (resized (close, 500).perPixel == close.perPixel);
}

TEST_CASE ("The view follows the playhead as it is told to", "[session]")
{
    const auto scale = zoomed (scaleOf (1000), 20, 0);
    const auto beyond = scale.visible().end + lasting (1);

    CHECK (followed (scale, beyond, Follow::off) == scale);
    CHECK (followed (scale, at (3), Follow::page) == scale);

    const auto turned = followed (scale, beyond, Follow::page);
    CHECK (turned.xOf (beyond) == Catch::Approx (80).margin (0.01));

    const auto centred = followed (scale, at (500), Follow::centre);
    CHECK (centred.xOf (at (500)) == Catch::Approx (500).margin (0.01));
}

TEST_CASE ("A place comes into sight with what is around it", "[session]")
{
    const auto scale = scrolled (zoomed (scaleOf (1000), 10, 0), 3000);
    const auto middle = scale.positionAt (500);
    CHECK (revealing (scale, middle) == scale);
    CHECK (revealing (scale, at (0)).start == 0);
    CHECK (revealing (scale, at (900)).xOf (at (900)) == Catch::Approx (1000.0 / 3).margin (0.01));
    CHECK (revealing (scale, scale.positionAt (850)) != scale); // a flag would be cut
    CHECK (revealing (scale, scale.positionAt (90)) == scale);
}

//======================================================================================================
TEST_CASE ("A ruler has round times with room between them, at every zoom", "[session]")
{
    auto scale = scaleOf (20 * 3600);

    for (; scale.perPixel > finestPerPixel * 1.01; scale = zoomed (scale, 3, 700))
    {
        const auto ticks = rulerTicks (scale, 90);
        double last = -1e9;
        int labels = 0;

        for (const auto& tick : ticks)
            if (! tick.label.empty())
            {
                CHECK (tick.x - last >= 89.9);
                last = tick.x;
                ++labels;
            }

        CAPTURE (scale.perPixel);
        CHECK (labels >= 1);
        CHECK (ticks.size() < 400);
    }
}

TEST_CASE ("A ruler's labels have the decimals that their step needs", "[session]")
{
    CHECK (rulerLabel (at (3723), lasting (1)) == "1:02:03");
    CHECK (rulerLabel (at (63.5), lasting (0.5)) == "1:03.5");
    CHECK (rulerLabel (at (5), lasting (30)) == "0:05");
    CHECK (rulerLabel (at (0.25), lasting (0.05)) == "0:00.25");
    CHECK (rulerLabel (at (0.00012), lasting (0.00002)) == "0:00.00012");
}

//======================================================================================================
TEST_CASE ("Titles never collide", "[session]")
{
    Outline outline;
    double start = 0;

    for (int i = 0; i < 3000; ++i)
    {
        Chapter chapter;
        chapter.start = at (start);
        outline.chapters.push_back (chapter);
        start += i % 7 == 0 ? 40 : i % 3 == 0 ? 0.001 : 3;
    }

    for (auto scale = scaleOf (start); scale.perPixel > 1e7; scale = zoomed (scale, 2, 400))
    {
        const auto flags = flagsOf (outline.chapters, scale);
        REQUIRE_FALSE (flags.empty());

        for (std::size_t i = 1; i < flags.size(); ++i)
        {
            CHECK (flags[i].x - flags[i - 1].x >= 1);
            CHECK (std::max (flags[i - 1].x, 0.0) + flags[i - 1].room <= flags[i].x + 1e-6);
        }
    }
}

TEST_CASE ("Every chapter in sight is behind one flag", "[session]")
{
    const auto outline = outlineAt ({ 0, 10, 10.0001, 10.0002, 50 });
    const auto flags = flagsOf (outline.chapters, scaleOf (100));

    REQUIRE (flags.size() == 3);
    CHECK (flags[1].index == 1);
    CHECK (flags[1].count == 3);

    std::size_t all = 0;

    for (const auto& flag : flags)
        all += flag.count;

    CHECK (all == 5);
}

TEST_CASE ("The chapter whose range reaches in from the left has its flag, too", "[session]")
{
    const auto outline = outlineAt ({ 0, 100, 200 });
    auto scale = scaleOf (300);
    scale = showing (scale, { at (120), at (180) }, 0);
    const auto flags = flagsOf (outline.chapters, scale);

    REQUIRE (flags.size() == 1);
    CHECK (flags[0].index == 1);
    CHECK (flags[0].x < 0);
    CHECK (flags[0].room == Catch::Approx (1000));
}

namespace
{

/** Of single chapters that begin at these pixels. */
std::vector<Flag> flagsAt (const std::vector<double>& xs, double width)
{
    std::vector<Flag> flags;

    for (std::size_t i = 0; i < xs.size(); ++i)
        flags.push_back ({ .index = i, .x = xs[i], .room = (i + 1 < xs.size() ? xs[i + 1] : width) - xs[i] });

    return flags;
}

std::vector<Flag> flagsEvery (double pixels, std::size_t count)
{
    std::vector<double> xs;

    for (std::size_t i = 0; i < count; ++i)
        xs.push_back (double (i) * pixels);

    return flagsAt (xs, double (count) * pixels);
}

constexpr double digit = 7;

} // namespace

TEST_CASE ("A flag too narrow for a title shows its number", "[session]")
{
    using Numbers = std::vector<FlagNumber>;
    CHECK (numbersOf (flagsAt ({ 0, 100, 120, 140, 160 }, 400), {}, digit)
           == Numbers { { 1, 100, 13 }, { 2, 120, 13 }, { 3, 140, 13 } });

    // None reaches into a title, and of a few each that has the room has its own.
    CHECK (numbersOf (flagsAt ({ 0, 100, 108, 140 }, 400), {}, digit) == Numbers { { 2, 108, 13 } });
    CHECK (numbersOf (flagsAt ({ 0, 100, 112 }, 400), {}, digit).empty());

    // The one that reaches in from the left has its number at the edge.
    const std::vector<Flag> reaching { { .index = 7, .x = -300, .room = 20 },
                                       { .index = 8, .x = 20, .room = 300 } };
    CHECK (numbersOf (reaching, {}, digit) == Numbers { { 7, 0, 13 } });
    CHECK (numbersOf ({}, 3, digit).empty());
}

TEST_CASE ("Where numbers would collide, every n-th is shown", "[session]")
{
    const auto [pixels, step] =
        GENERATE (std::pair (28.0, 1u), std::pair (9.0, 5u), std::pair (4.0, 10u), std::pair (1.0, 20u));
    const auto numbers = numbersOf (flagsEvery (pixels, 120), {}, digit);
    CAPTURE (pixels);
    REQUIRE_FALSE (numbers.empty());

    for (std::size_t i = 0; i < numbers.size(); ++i)
        CHECK (numbers[i].index + 1 == (i + 1) * step);

    CHECK (numbers.size() + 1 >= 119 / step); // but for those that would reach beyond the end

    // One flag for many: the number that the step finds among them.
    const std::vector<Flag> shared { { .index = 40, .count = 30, .x = 10, .room = 5 },
                                     { .index = 70, .count = 1, .x = 15, .room = 20 } };
    CHECK (numbersOf (shared, {}, digit) == std::vector<FlagNumber> { { 44, 10, 20 } });
}

TEST_CASE ("The chosen chapter has its number in any case", "[session]")
{
    const auto flags = flagsEvery (9, 120);
    const auto has = [] (const std::vector<FlagNumber>& numbers, std::size_t index)
    { return std::ranges::contains (numbers, index, &FlagNumber::index); };
    const auto numbers = numbersOf (flags, 61, digit);
    CHECK (numbers.back() == FlagNumber { 61, 61 * 9, 20 });
    CHECK_FALSE (has (numbers, 59)); // it would lie under it
    CHECK (has (numbers, 64));

    // In sight at the edge, too.
    CHECK (numbersOf (flags, 119, digit).back() == FlagNumber { 119, 120 * 9 - 27, 27 });

    // A title has its number already.
    CHECK (numbersOf (flagsAt ({ 0, 100, 120 }, 400), 0, digit)
           == std::vector<FlagNumber> { { 1, 100, 13 } });
}

TEST_CASE ("The mouse finds the nearest pole first, then a flag's cloth", "[session]")
{
    const auto outline = outlineAt ({ 0, 10, 10.6, 50 });
    const auto scale = scaleOf (98); // about ten pixels a second
    const auto flags = flagsOf (outline.chapters, scale);
    const auto x = [&] (double seconds) { return scale.xOf (at (seconds)); };

    CHECK (flagAt (flags, x (10) + 1, 5, 0) == 1u);
    CHECK (flagAt (flags, x (10.6) - 1, 5, 0) == 2u);
    CHECK (flagAt (flags, x (30), 5, 0) == std::nullopt);
    CHECK (flagAt (flags, x (15), 5, 120) == 2u);
    CHECK (flagAt (flags, x (40), 5, 120) == std::nullopt); // beyond the cloth
}

TEST_CASE ("The chapter that is heard", "[session]")
{
    const auto outline = outlineAt ({ 5, 10 });
    CHECK (chapterAt (outline.chapters, at (4)) == std::nullopt);
    CHECK (chapterAt (outline.chapters, at (5)) == 0u);
    CHECK (chapterAt (outline.chapters, at (99)) == 1u);
}

TEST_CASE ("A marker sticks to the nearest magnet in reach", "[session]")
{
    const auto scale = scaleOf (98);
    const std::vector<Magnet> magnets { { at (10), Magnet::Kind::pauseStart },
                                        { at (10.5), Magnet::Kind::speechOnset },
                                        { at (10.5), Magnet::Kind::playhead } };

    CHECK (magnetNear (magnets, scale, at (10.1), 9)->kind == Magnet::Kind::pauseStart);
    CHECK (magnetNear (magnets, scale, at (10.4), 9)->kind == Magnet::Kind::speechOnset);
    CHECK (magnetNear (magnets, scale, at (20), 9) == std::nullopt);
}

} // namespace earmark::tests
