// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Of entries with several lists of times those of one, the first where the answer "list" names no other; asks which one, and warns of
    those left out. Where the times start over behind other text, another list begins: a transcript, a second language, a second part.
    It does so, too, where they fall far back behind a list that had no text between its lines: quotes, what was mentioned. */
std::vector<Entry>
chooseBlock (OutlineReading&, const std::vector<Candidate>&, std::vector<Entry>, const Answers&);

} // namespace earmark::outline
