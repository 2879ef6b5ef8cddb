// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Columns.h"

#include <algorithm>
#include <cstdint>
#include <span>

// What the columns of a table hold, by their cells, where no heading tells.

namespace earmark
{

/** A cell that is a time by itself; a plain whole number is as likely a count. */
bool isTime (std::string_view cell);

/** "37", "12.5", of a reasonable size. */
bool isNumber (std::string_view cell);

/** How many of the rows have a cell of this kind in the column. */
template <class Is>
std::size_t countIn (std::span<const CsvRow> rows, std::size_t column, const Is& is)
{
    return std::size_t (std::ranges::count_if (rows, [&] (const CsvRow& r) { return is (r.cell (column)); }));
}

/** Whether the column numbers the rows, from 0 or 1. */
bool countsUp (std::span<const CsvRow>, std::size_t column);

/** The first column with times in nine of ten rows is the start; a second one holds the ends, or the lengths where the starts follow from those. Of the others the one
    with the longest texts is the title, and the first of web addresses the link. What is known already stays so. */
Columns columnsByContent (std::span<const CsvRow>, Columns known = {});

/** Below a header, in `rows.front()`, that names lengths and no starts: the first column without a meaning whose cells are the starts, which are clock
    times or timecodes in nine of ten rows, and rise. Those of which the first is the first length are sums of the lengths. */
std::optional<std::size_t> startsBesideLengths (std::span<const CsvRow> rows, const Columns&);

/** Whether rows of two cells, without headings, are written as programs write a table and nobody a list: with each time in quotation marks, a separator or a quotation mark in
    a quoted title, or the time of day that a spreadsheet shows for a short time, "12:03:20 AM". */
bool isPairsOfProgram (std::span<const CsvRow>, char separator, std::size_t time);

/** The least number in a column of levels, which is that of the top. Nothing where it holds none, or anything but whole numbers from 0 to 9. */
std::optional<std::int64_t> topLevelIn (std::span<const CsvRow>, std::size_t column);

} // namespace earmark
