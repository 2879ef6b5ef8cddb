// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Levels.h"

#include <algorithm>

namespace earmark::outline
{

std::vector<int> levelsOf (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries)
{
    constexpr std::size_t deepest = 6;
    std::vector<int> levels (entries.size(), 0);
    const auto lineOf = [&] (const Entry& entry) -> const Line& { return candidates[entry.index].line; };
    const auto kind = lineOf (entries.front()).kind;
    const bool isHeading = kind == Line::Kind::heading;

    if ((! isHeading && kind != Line::Kind::bullet)
        || ! std::ranges::all_of (entries, [&] (const Entry& e) { return lineOf (e).kind == kind; }))
        return levels;

    // One column more is a list whose numbers stand flush right.
    const std::size_t step = isHeading ? 1 : 2;
    const auto depthOf = [&] (const Entry& entry)
    { return isHeading ? lineOf (entry).headingLevel : lineOf (entry).indent; };
    const auto top = depthOf (entries.front());

    // Of a list copied from its first bullet on, the first line alone has no indent.
    if (std::ranges::any_of (entries, [&] (const Entry& e) { return depthOf (e) < top; })
        || std::ranges::count_if (entries, [&] (const Entry& e) { return depthOf (e) < top + step; }) < 2)
        return levels;

    std::vector<std::size_t> open; // the depths of the chapter's parents

    for (std::size_t i = 0; i < entries.size(); ++i)
    {
        const auto depth = depthOf (entries[i]);

        while (! open.empty() && depth < open.back() + step)
            open.pop_back();

        levels[i] = int (std::min (open.size(), deepest));
        open.push_back (depth);
    }

    return levels;
}

} // namespace earmark::outline
