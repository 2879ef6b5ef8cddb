// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** "Fog (1:12) It comes at night.", "**Fog** ([1:12](url)): It comes at night.": three lines or more, with titles in front of times in
    brackets that rise from near zero, and text behind them. Empty where there are fewer, or a time that does not rise. */
std::vector<Entry> entriesWithTimeInMiddle (const std::vector<Candidate>&);

} // namespace earmark::outline
