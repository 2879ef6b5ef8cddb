// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Flags.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

std::vector<Flag> flagsOf (const std::vector<Chapter>& chapters, const TimelineScale& scale)
{
    const auto visible = scale.visible();
    auto first = std::ranges::lower_bound (chapters, visible.start, {}, &Chapter::start);

    if (first != chapters.begin())
        --first;

    std::vector<Flag> flags;

    for (auto c = first; c != chapters.end() && c->start <= visible.end; ++c)
    {
        const auto x = scale.xOf (c->start);

        if (! flags.empty() && x - flags.back().x < 1)
            ++flags.back().count;
        else
            flags.push_back ({ .index = std::size_t (c - chapters.begin()), .count = 1, .x = x, .room = 0 });
    }

    for (std::size_t i = 0; i < flags.size(); ++i)
    {
        const auto next = flags[i].index + flags[i].count;
        const auto until = next < chapters.size() ? scale.xOf (chapters[next].start) : scale.width;
        flags[i].room = std::min (until, scale.width) - std::max (flags[i].x, 0.0);
    }

    return flags;
}

std::optional<std::size_t> flagAt (std::span<const Flag> flags, double x, double reach, double cloth)
{
    // The pole that is nearest wins over the cloth of a flag further left.
    const Flag* best = nullptr;

    for (const auto& flag : flags)
        if (std::abs (flag.x - x) <= reach
            && (best == nullptr || std::abs (flag.x - x) < std::abs (best->x - x)))
            best = &flag;

    if (best == nullptr)
        for (const auto& flag : flags)
            if (flag.x <= x && x < flag.x + std::min (cloth, std::max (flag.room, 0.0)))
                best = &flag;

    return best != nullptr ? std::optional (best->index) : std::nullopt;
}

std::optional<std::size_t> chapterAt (const std::vector<Chapter>& chapters, Position p)
{
    const auto after = std::ranges::upper_bound (chapters, p, {}, &Chapter::start);
    return after == chapters.begin() ? std::nullopt
                                     : std::optional (std::size_t (after - chapters.begin()) - 1);
}

std::optional<Magnet>
magnetNear (std::span<const Magnet> magnets, const TimelineScale& scale, Position at, double reach)
{
    std::optional<Magnet> best;
    auto bestDistance = reach;

    for (const auto& magnet : magnets)
    {
        const auto distance = std::abs (scale.pixelsOf (magnet.at - at));

        if (distance > reach)
            continue;

        if (! best || distance < bestDistance || (distance == bestDistance && magnet.kind < best->kind))
        {
            best = magnet;
            bestDistance = distance;
        }
    }

    return best;
}

} // namespace earmark
