// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Csv.h"
#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// A table of chapters for spreadsheets: headings that Columns.h knows, then a row for each chapter. And what spreadsheets do to the times of tables
// that they save.

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

/** Without what keeps a spreadsheet from computing a time: "0:05" of "'0:05" and of "=\"0:05\"". */
std::string_view withoutTextMarks (std::string_view cell);

struct RowStart
{
    Position start;
    std::size_t line = 0;
};

/** Warns of starts, in the order of the rows, that a spreadsheet seems to have spoilt: all of more than two are fractions below 1, which are its
    days; or they begin anew at the end of an hour, and none is later, since the cells show minutes and seconds alone. */
Notices doubtsAbout (std::span<const RowStart>);

} // namespace earmark
