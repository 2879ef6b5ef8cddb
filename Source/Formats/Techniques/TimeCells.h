// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Columns.h"

#include <optional>
#include <string_view>
#include <vector>

// Times of a table that people and spreadsheets have written in their own way.

namespace earmark
{

/** "1m 30s", "1 h 2 min", "PT1M30S", a clock time with its unit behind it, "1:30 min", and a length that a spreadsheet shows as a time of
    day, "12:01:30 AM". */
std::optional<Duration> timeWithUnits (std::string_view cell);

/** Whether a time ends with "AM" or "PM". */
bool isHalfDayTime (std::string_view cell);

/** Of a table, header and all, with hours, minutes and seconds in columns of their own: makes each row's seconds the whole time, and that column the start. Where those times do
    not rise, the seconds alone are no start either. */
void mergeClockColumns (std::vector<CsvRow>& rows, Columns&);

/** Takes the marks that divide thousands out of columns of milliseconds: "1.805.000". */
void joinThousands (std::vector<CsvRow>& rows, const Columns&);

} // namespace earmark
