// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Ruler.h"

#include <array>
#include <cmath>
#include <format>

namespace earmark
{

namespace
{

struct Step
{
    std::int64_t nanoseconds;
    int parts; ///< small ticks from one label to the next
};

constexpr std::int64_t us = 1'000, ms = 1'000'000, s = 1'000'000'000;

constexpr std::array<Step, 27> steps {
    { { 10 * us, 10 },  { 20 * us, 4 },  { 50 * us, 5 },  { 100 * us, 10 }, { 200 * us, 4 }, { 500 * us, 5 },
      { ms, 10 },       { 2 * ms, 4 },   { 5 * ms, 5 },   { 10 * ms, 10 },  { 20 * ms, 4 },  { 50 * ms, 5 },
      { 100 * ms, 10 }, { 200 * ms, 4 }, { 500 * ms, 5 }, { s, 10 },        { 2 * s, 4 },    { 5 * s, 5 },
      { 10 * s, 10 },   { 30 * s, 6 },   { 60 * s, 6 },   { 120 * s, 4 },   { 300 * s, 5 },  { 600 * s, 10 },
      { 1800 * s, 6 },  { 3600 * s, 6 }, { 7200 * s, 4 } }
};

} // namespace

std::string rulerLabel (Position p, Duration step)
{
    int decimals = 0;

    for (auto unit = s; unit > 1 && step.nanoseconds() % unit != 0 && decimals < 6; unit /= 10)
        ++decimals;

    auto unit = s;

    for (int i = 0; i < decimals; ++i)
        unit /= 10;

    const auto units = (p.nanoseconds() + unit / 2) / unit;
    const auto perSecond = s / unit;
    const auto seconds = units / perSecond;
    auto text = seconds >= 3600
                    ? std::format ("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
                    : std::format ("{}:{:02}", seconds / 60, seconds % 60);

    if (decimals > 0)
        text += std::format (".{:0{}}", units % perSecond, decimals);

    return text;
}

std::vector<RulerTick> rulerTicks (const TimelineScale& scale, double labelWidth)
{
    auto step = steps.back();

    for (const auto& candidate : steps)
        if (double (candidate.nanoseconds) / scale.perPixel >= labelWidth)
        {
            step = candidate;
            break;
        }

    const auto small = step.nanoseconds / step.parts;
    const auto first = std::int64_t (scale.start) / small;
    const auto last = std::int64_t (scale.start + scale.width * scale.perPixel) / small;
    std::vector<RulerTick> ticks;

    for (auto i = first; i <= last; ++i)
    {
        const auto p = Position::fromNanoseconds (i * small);
        const auto isLarge = i % step.parts == 0;
        ticks.push_back (
            { scale.xOf (p),
              isLarge ? rulerLabel (p, Duration::fromNanoseconds (step.nanoseconds)) : std::string() });
    }

    return ticks;
}

} // namespace earmark
