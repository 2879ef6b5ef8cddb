// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/PlainLines.h"

namespace earmark::outline
{

/** The text with seconds in place of the unit, "0:45:00" for "0:45h", "0:45 hrs" and ranges of such. Every line with a time where a chapter
    has it must have it so, and the times rise from less than an hour: later hours are of the day. */
Rewriting withHoursAndMinutes (std::string_view text);

} // namespace earmark::outline
