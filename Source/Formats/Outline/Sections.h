// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/TitlePlaces.h"

#include <set>

namespace earmark::outline
{

/** The lines before the first time that belong to one of several sections of the list and not to the episode, by candidate: "Part One" where
    there is a part two, and a Markdown heading, with what stands below it, where one of its level stands between the times, too. */
std::set<std::size_t>
sectionLinesBefore (const std::vector<Candidate>&, const std::vector<Entry>&, const TitlePlaces&);

} // namespace earmark::outline
