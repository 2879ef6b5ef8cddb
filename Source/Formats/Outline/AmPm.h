// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** "12:04 AM radio in the fifties" is a chapter in a list of positions. Only one line of the text may begin so, since several are times of
    day, and with it the times have to rise from near zero. */
void takeAmPmTitles (std::vector<Candidate>&);

} // namespace earmark::outline
