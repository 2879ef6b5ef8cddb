// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Shape.h"

#include <algorithm>
#include <span>

namespace earmark::outline
{

Shape shapeOf (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries)
{
    Shape shape { .chapters = entries.size() };

    for (std::size_t i = 0; i < entries.size(); ++i)
    {
        const auto next = i + 1 < entries.size() ? entries[i + 1].index : entries[i].index + 1;
        shape.ranges += entries[i].line.end ? 1u : 0u;
        shape.alone += entries[i].line.place == TimePlace::alone ? 1u : 0u;

        const auto below = std::span (candidates).subspan (entries[i].index + 1, next - entries[i].index - 1);
        const auto& own = candidates[entries[i].index].line;
        const auto isPoint = [&own] (const Candidate& c)
        {
            return c.line.kind == Line::Kind::bullet
                   && (own.kind != Line::Kind::bullet || c.line.indent > own.indent);
        };

        if (std::ranges::any_of (below, &Candidate::isContent))
        {
            ++shape.bodies;
            shape.points +=
                std::ranges::all_of (below, [&] (const Candidate& c) { return c.isBlank() || isPoint (c); })
                    ? 1u
                    : 0u;
        }
    }

    return shape;
}

} // namespace earmark::outline
