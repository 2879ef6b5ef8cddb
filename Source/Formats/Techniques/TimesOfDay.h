// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

// Logs of a recording tell at what time of day something was said. For the .cpp files of this room only.

namespace earmark
{

/** The question "clock", with what is taken where nobody answers: "yes" or "no". */
Question whetherTimesOfDay (std::string taken);

/** How long after the first a time of day is, as long as that is less than a day: past midnight the clock begins anew. */
Duration afterMidnight (Duration sinceFirst);

/** What is counted from where. */
struct TimelineStart
{
    Duration at;
    bool isTimeOfDay = false;

    Position place (Duration time) const
    {
        return Position (isTimeOfDay ? afterMidnight (time - at) : time - at);
    }
};

} // namespace earmark
