// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Sections.h"

#include "Formats/Outline/Bodies.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

/** A Markdown heading has at most six #. */
using Levels = std::array<bool, 7>;

/** Those of the headings between the times that are neither a chapter's line nor its title. */
Levels levelsBetween (const std::vector<Candidate>& candidates,
                      const std::vector<Entry>& entries,
                      const TitlePlaces& titles)
{
    Levels levels {};
    auto next = entries.begin();

    for (auto k = entries.front().index; k < entries.back().index; ++k)
    {
        while (next->index < k)
            ++next;

        const auto& line = candidates[k].line;

        if (next->index != k && line.kind == Line::Kind::heading && ! titles.isTitle[k])
            levels[line.headingLevel] = true;
    }

    return levels;
}

} // namespace

std::set<std::size_t> sectionLinesBefore (const std::vector<Candidate>& candidates,
                                          const std::vector<Entry>& entries,
                                          const TitlePlaces& titles)
{
    std::set<std::size_t> sections;
    auto levels = levelsBetween (candidates, entries, titles);
    auto firstHeading = entries.front().index;

    // Further up, a heading of the same level is the episode's: "# The Tide", "# Part one".
    for (auto k = firstHeading; k-- > 0;)
        if (const auto& line = candidates[k].line;
            line.kind == Line::Kind::heading && ! titles.isTitle[k] && levels[line.headingLevel])
        {
            levels[line.headingLevel] = false;
            firstHeading = k;
        }

    for (auto k = firstHeading; k < entries.front().index; ++k)
        if (! titles.isTitle[k])
            sections.insert (k);

    // One section's name may as well be the title; of several none is.
    if (std::ranges::count_if (candidates, [] (const Candidate& c) { return isSectionHeading (c.line); }) > 1)
        for (std::size_t k = 0; k < firstHeading; ++k)
            if (! titles.isTitle[k] && isSectionHeading (candidates[k].line))
                sections.insert (k);

    return sections;
}

} // namespace earmark::outline
