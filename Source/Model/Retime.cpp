// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Retime.h"

#include <algorithm>

namespace earmark
{

namespace
{

Position between (Pin low, Pin high, Position p)
{
    const auto span = (high.from - low.from).nanoseconds();
    const auto target = (high.to - low.to).nanoseconds();
    const auto part = (p - low.from).nanoseconds();

    // The product does not fit 64 bits; where long double is only a double, the error stays far below a millisecond.
    const auto scaled =
        static_cast<long double> (part) * static_cast<long double> (target) / static_cast<long double> (span);
    return low.to
           + Duration::fromNanoseconds (static_cast<std::int64_t> (scaled + (scaled < 0 ? -0.5L : 0.5L)));
}

} // namespace

Result<TimeMap> TimeMap::through (std::vector<Pin> pins)
{
    if (pins.empty())
        return failure (Error::Kind::wrongUsage, "Give at least one pair of old and new time.");

    std::ranges::sort (pins, {}, &Pin::from);

    for (std::size_t i = 1; i < pins.size(); ++i)
        if (pins[i].from == pins[i - 1].from || pins[i].to <= pins[i - 1].to)
            return failure (Error::Kind::wrongUsage,
                            "The pairs of old and new time contradict each other: both must rise together.");

    return TimeMap (std::move (pins));
}

Position TimeMap::operator() (Position p) const
{
    const auto next = std::ranges::lower_bound (pins, p, {}, &Pin::from);

    if (next == pins.begin())
        return next->to + (p - next->from);

    const auto previous = next - 1;
    return next == pins.end() ? previous->to + (p - previous->from) : between (*previous, *next, p);
}

void restoreOrder (std::vector<Chapter>& chapters, const std::vector<bool>& stays)
{
    // Backwards: nobody passes the next one that stays ...
    auto ceiling = Position (Duration::max());

    for (std::size_t i = chapters.size(); i-- > 0;)
    {
        if (! stays[i])
            chapters[i].start = std::min (chapters[i].start, ceiling);
        else
            ceiling = std::min (ceiling, chapters[i].start);
    }

    // ... and forwards: nobody starts before the one in front of it, or before zero.
    auto floor = Position();

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        if (! stays[i])
            chapters[i].start = std::max (chapters[i].start, floor);

        floor = std::max (floor, chapters[i].start);

        if (chapters[i].end)
            chapters[i].end = std::max (*chapters[i].end, chapters[i].start);
    }

    sortChapters (chapters);
}

} // namespace earmark
