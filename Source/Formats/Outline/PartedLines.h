// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Where one line alone has times and each stands behind its title, "Fog (0:00), Tide (3:20), Bells (15:40)", parts it into lines of the same
    number, one for each, and one for what announces them. The times rise from zero, and the last ends the line. */
void partTitlesBeforeTimes (std::vector<Candidate>&);

} // namespace earmark::outline
