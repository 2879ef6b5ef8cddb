// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** The programme of an event, or a live recording's log, names times of day. Where the times look like that, this warns and asks
    ("clock", default "no"); answered with "yes", the first chapter begins at zero and the others as much later as the clock says. The
    chapters are those that were made of the entries, one of each. */
void askAboutTimesOfDay (OutlineReading&, const std::vector<Entry>&, const Answers&);

} // namespace earmark::outline
