// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Of a list that goes on with "1:05", "1:30" behind 58:20, reads those at its end as hours and minutes, and warns of it: the hour has come, and
    the seconds were left out. */
void readDroppedSeconds (OutlineReading&, const std::vector<Candidate>&, std::vector<Entry>&);

} // namespace earmark::outline
