// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Description.h"

#include <algorithm>
#include <optional>

namespace earmark::outline
{

namespace
{

/** Line numbers count from 1: the candidate of line n is n - 1. */
bool onlyEmptyBetween (const std::vector<Candidate>& candidates, std::size_t before, std::size_t after)
{
    return std::ranges::all_of (candidates.begin() + std::ptrdiff_t (before),
                                candidates.begin() + std::ptrdiff_t (after) - 1,
                                [] (const Candidate& c) { return c.line.saysNothing(); });
}

} // namespace

Description describe (const std::vector<const Line*>& surrounding, const std::vector<Candidate>& candidates)
{
    Description description;
    const Line* previous = nullptr;
    std::optional<std::size_t> runBegin;

    const auto endRun = [&]
    {
        if (runBegin && previous != nullptr)
            description.notices.push_back ({ Notice::Grade::ignored,
                                             "Text around the chapters; kept as the episode's description.",
                                             Place::atLines (*runBegin, previous->number) });

        runBegin.reset();
    };

    for (const auto* line : surrounding)
    {
        if (line->saysNothing())
            continue;

        const auto isApart = previous != nullptr && line->number > previous->number + 1;

        if (isApart && ! onlyEmptyBetween (candidates, previous->number, line->number))
            endRun();

        if (! description.text.empty())
            description.text += isApart ? "\n\n" : "\n";

        description.text += withoutEmphasis (withAddresses (*line));
        description.lines.push_back (line);
        previous = line;
        runBegin = runBegin ? runBegin : line->number;
    }

    endRun();
    return description;
}

} // namespace earmark::outline
