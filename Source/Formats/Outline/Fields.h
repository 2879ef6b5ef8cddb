// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"
#include "Model/Chapter.h"

#include <vector>

// Chapters written as forms, a line for each field: "Start Time: 0:00", "End: 4:10", "Title: Fog", "Description: It comes at night."

namespace earmark::outline
{

/** Where most lines with times are fields of forms, those with a start make the chapters, whose titles stand on other lines, and those
    with an end alone make none. */
void readForms (std::vector<Candidate>&);

/** "End Time: 4:10", of which no chapter was made. */
bool isEndField (const Candidate&);

/** "Title: Fog" */
bool isTitleField (const Line&);

/** "Summary: It comes at night." */
bool isSummaryField (const Line&);

/** Where all chapters have a field its name is no part of what it holds; where most have an end that is the chapter's. */
void takeFields (std::vector<Chapter>&);

} // namespace earmark::outline
