// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** "Chapter One - 0:00 - The beginning", "第1章 0:00 はじめに": a sign stands on either side of the time, or the name of a part in front of
    it. */
bool isBehindLabel (const Candidate&);

/** Such lines, and those with the time first among them; the titles keep the labels. Empty unless nearly all lines with times are so, most
    with a label, and these rise from near zero. Two lines are a list where the first is at zero. */
std::vector<Entry> entriesBehindLabels (const std::vector<Candidate>&);

/** "Fog (1:12) It comes at night.", "**Fog** ([1:12](url)): It comes at night.": three lines or more, with titles in front of times in
    brackets that rise from near zero, and text behind them. Empty where there are fewer, or a time that does not rise. */
std::vector<Entry> entriesWithTimeInBrackets (const std::vector<Candidate>&);

} // namespace earmark::outline
