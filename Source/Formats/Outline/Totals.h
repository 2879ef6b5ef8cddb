// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

// Players show a position beside the length of the whole, "0:04 / 58:23", and are copied so.

namespace earmark::outline
{

/** Where most lines with times have the same one behind a slash, and none begins later, takes it off them: it becomes ChapterLine::total. */
void takeTotals (std::vector<Candidate>&);

/** Ends the last chapter at the total, where it has no end, and tells of it. The chapters are those that were made of the entries, one of
    each. */
void endAtTotal (OutlineReading&, const std::vector<Candidate>&, const std::vector<Entry>&);

} // namespace earmark::outline
