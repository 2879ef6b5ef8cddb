// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Looks over the chapters that were made of the entries, one of each: takes a language off that stands before every title, and says
    what is odd about the times. */
void remark (OutlineReading&, const std::vector<Candidate>&, const std::vector<Entry>&);

} // namespace earmark::outline
