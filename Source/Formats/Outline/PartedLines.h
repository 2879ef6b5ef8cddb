// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Of a text with times in one line only, which rise from zero. Where each stands behind its title and the last ends the line, "Fog (0:00), Tide
    (3:20), Bells (15:40)", it becomes lines of the same number, one for each, and one for what announces them. Where titles lost the blank
    behind them, "0:00 Fog3:20 Tide15:40 Bells", they have it again. */
void partOneLine (std::vector<Candidate>&);

} // namespace earmark::outline
