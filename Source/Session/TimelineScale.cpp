// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/TimelineScale.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

namespace
{

/** What is shown of nothing, and behind the end. */
constexpr double shortestTotal = 10e9, marginBehind = 1.02;

double totalOf (const TimelineScale& scale)
{
    return std::max (double (scale.total.nanoseconds()), shortestTotal);
}

double coarsestPerPixel (const TimelineScale& scale)
{
    return totalOf (scale) * marginBehind / std::max (scale.width, 1.0);
}

} // namespace

double TimelineScale::xOf (Position p) const
{
    return (double (p.nanoseconds()) - start) / perPixel;
}

Position TimelineScale::positionAt (double x) const
{
    return Position::fromNanoseconds (std::int64_t (std::llround (std::max (0.0, start + x * perPixel))));
}

TimeRange TimelineScale::visible() const
{
    return { positionAt (0), positionAt (width) };
}

Duration TimelineScale::lengthOf (double pixels) const
{
    return Duration::fromNanoseconds (std::int64_t (std::llround (pixels * perPixel)));
}

double TimelineScale::pixelsOf (Duration d) const
{
    return double (d.nanoseconds()) / perPixel;
}

bool TimelineScale::showsEverything() const
{
    return perPixel >= coarsestPerPixel (*this) * 0.999;
}

TimelineScale limited (TimelineScale scale)
{
    scale.width = std::max (scale.width, 1.0);
    const auto coarsest = coarsestPerPixel (scale);
    scale.perPixel = std::clamp (scale.perPixel, std::min (finestPerPixel, coarsest), coarsest);
    const auto last = std::max (0.0, totalOf (scale) * marginBehind - scale.width * scale.perPixel);
    scale.start = std::clamp (scale.start, 0.0, last);
    return scale;
}

TimelineScale showingAll (TimelineScale scale)
{
    scale.start = 0;
    scale.perPixel = coarsestPerPixel (scale);
    return scale;
}

TimelineScale showing (TimelineScale scale, TimeRange range, double margin)
{
    const auto length = std::max (1e6, double (range.length().nanoseconds()));
    scale.perPixel = length * (1 + 2 * margin) / std::max (scale.width, 1.0);
    scale.start = double (range.start.nanoseconds()) - length * margin;
    return limited (scale);
}

TimelineScale zoomed (TimelineScale scale, double factor, double x)
{
    const auto anchor = scale.start + x * scale.perPixel;
    scale.perPixel = limited ({ 0, scale.perPixel / factor, scale.width, scale.total }).perPixel;
    scale.start = anchor - x * scale.perPixel;
    return limited (scale);
}

TimelineScale scrolled (TimelineScale scale, double pixels)
{
    scale.start += pixels * scale.perPixel;
    return limited (scale);
}

TimelineScale resized (TimelineScale scale, double width)
{
    const auto everything = scale.showsEverything();
    scale.width = std::max (width, 1.0);
    return everything ? showingAll (scale) : limited (scale);
}

TimelineScale followed (TimelineScale scale, Position playhead, Follow mode)
{
    const auto x = scale.xOf (playhead);

    if (mode == Follow::centre)
        return scrolled (scale, x - scale.width / 2);

    if (mode == Follow::page && (x < 0 || x > scale.width))
        return scrolled (scale, x - scale.width * 0.08);

    return scale;
}

TimelineScale revealing (TimelineScale scale, Position p)
{
    // A flag reaches to the right of its place, and what is heard there matters more than what came before.
    const auto x = scale.xOf (p);
    const bool isInSight = x >= scale.width * 0.08 && x <= scale.width * 0.8;
    return isInSight ? scale : scrolled (scale, x - scale.width / 3);
}

} // namespace earmark
