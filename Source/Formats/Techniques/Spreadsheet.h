// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Csv.h"
#include "Model/Outline.h"

#include <string>
#include <string_view>

// A table of chapters for spreadsheets: headings that Columns.h knows, then a row for each chapter.

namespace earmark
{

/** Rows end as RFC 4180 has it. Times are hours, minutes and seconds, since a spreadsheet takes "0:54" for hours and minutes, with
    milliseconds only where there are any. */
std::string spreadsheetOf (const Outline&, char separator);

/** Whether the headings are those of spreadsheetOf(), all of them and in its order. */
bool hasSpreadsheetHeadings (const CsvRow&);

/** A cell that a spreadsheet would compute gets an apostrophe in front, and so does one that has such apostrophes already. Source: OWASP,
    "CSV Injection": what begins with = + - @, or with their full-width forms, is a formula to spreadsheets, quoted or not. */
std::string guarded (std::string_view text);

/** What guarded() was given. */
std::string_view unguarded (std::string_view cell);

} // namespace earmark
