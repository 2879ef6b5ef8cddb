// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Of entries with several lists of times those of one, where the answer "list" names no other; asks which one, and tells of those left out.
    Where the times start over behind other text, another list begins: a transcript, a second language, a second part. It does so, too, where
    they fall far back behind a list that had no text between its lines, and where they fall back below a heading: quotes, sponsors, what was
    mentioned. The chapters are the first list that begins near zero, better yet below a heading that says so, and is not called otherwise. */
std::vector<Entry>
chooseBlock (OutlineReading&, const std::vector<Candidate>&, std::vector<Entry>, const Answers&);

} // namespace earmark::outline
