// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"
#include "Foundation/Result.h"

namespace earmark::outline
{

/** Marks the heads of Markdown tables: the row of bars and dashes, and the row right above it unless that holds a time. Below "Time | Title |
    Notes" the third cell becomes the summary of its row's chapter. */
void readTables (std::vector<Candidate>&);

/** Says that the heads were left out. */
void tellTableHeads (Notices&, const std::vector<Candidate>&);

} // namespace earmark::outline
