// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** The chapters' levels, one for each entry, by the indent of their bullets or the depth of their headings; all at the top where the text
    does not show several parts with sub-chapters. */
std::vector<int> levelsOf (const std::vector<Candidate>&, const std::vector<Entry>&);

} // namespace earmark::outline
