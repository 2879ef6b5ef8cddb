// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"
#include "Foundation/Result.h"

namespace earmark::outline
{

/** Marks the heads of tables: in Markdown the row of bars and dashes, and the row right above it unless that holds a time; of tabs a row that
    names start and title. Where the head says what each cell means, "Title | Time | Notes", the rows below are read so. */
void readTables (std::vector<Candidate>&);

/** Says that the heads were left out. */
void tellTableHeads (Notices&, const std::vector<Candidate>&);

} // namespace earmark::outline
