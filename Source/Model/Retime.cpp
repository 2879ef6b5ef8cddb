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
    const auto scaled = static_cast<long double> (part) * static_cast<long double> (target) / static_cast<long double> (span);
    return low.to + Duration::fromNanoseconds (static_cast<std::int64_t> (scaled + (scaled < 0 ? -0.5L : 0.5L)));
}

} // namespace

Result<TimeMap> TimeMap::through (std::vector<Pin> pins)
{
    if (pins.empty())
        return failure (Error::Kind::wrongUsage, "Give at least one pair of old and new time.");

    std::ranges::sort (pins, {}, &Pin::from);

    for (std::size_t i = 1; i < pins.size(); ++i)
        if (pins[i].from == pins[i - 1].from || pins[i].to <= pins[i - 1].to)
            return failure (Error::Kind::wrongUsage, "The pairs of old and new time contradict each other: both must rise together.");

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

void restoreOrder (std::vector<Chapter>& chapters)
{
    // Forwards: nobody starts before the one in front of it (or before zero) ...
    auto floor = Position();

    for (auto& chapter : chapters)
    {
        if (! chapter.locked)
            chapter.start = std::max (chapter.start, floor);

        floor = std::max (floor, chapter.start);
    }

    // ... and backwards from each locked one, which does not give way.
    for (std::size_t i = chapters.size(); i-- > 1;)
    {
        auto& chapter = chapters[i - 1];

        if (! chapter.locked)
            chapter.start = std::min (chapter.start, chapters[i].start);
    }

    sortChapters (chapters);

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        auto& chapter = chapters[i];

        if (! chapter.end)
            continue;

        if (i + 1 < chapters.size())
            chapter.end = std::min (*chapter.end, chapters[i + 1].start);

        chapter.end = std::max (*chapter.end, chapter.start);
    }
}

} // namespace earmark
