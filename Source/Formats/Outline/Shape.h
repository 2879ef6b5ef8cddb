// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** How a text is built, for the formats that decide whether it is theirs. */
struct Shape
{
    std::size_t chapters = 0; ///< lines that make one
    std::size_t ranges = 0;   ///< of these, with an end
    std::size_t alone = 0;    ///< of these, with the title on another line
    std::size_t bodies = 0;   ///< of these, followed by text or bullets before the next
    std::size_t points =
        0; ///< of these, with bullets below them, which are not of the list itself, and nothing else
};

Shape shapeOf (const std::vector<Candidate>&, const std::vector<Entry>&);

} // namespace earmark::outline
