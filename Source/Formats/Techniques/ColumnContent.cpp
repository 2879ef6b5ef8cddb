// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ColumnContent.h"

#include "Formats/Techniques/Spreadsheet.h"
#include "Formats/Techniques/TimeText.h"

namespace earmark
{

namespace
{

constexpr std::size_t mostColumns = 32; // that are looked at

/** The times of one column, which plain numbers are not: they may count anything. */
std::vector<Duration> clocksIn (std::span<const CsvRow> rows, std::size_t column)
{
    const CellTimes times {};
    std::vector<Duration> found;

    for (const auto& row : rows)
        if (const auto cell = row.cell (column); isTime (cell) && ! isNumber (cell))
            if (const auto time = times.read (cell))
                found.push_back (*time);

    return found;
}

} // namespace

bool isTime (std::string_view cell)
{
    cell = withoutTextMarks (cell);
    const bool isNumbering = cell.ends_with ('.'); // "1." of a numbered list
    return ! isNumbering && ! parseInteger (cell) && (parseClock (cell) || parseTimecode (cell));
}

bool isNumber (std::string_view cell)
{
    return parseSeconds (withoutTextMarks (cell)).has_value();
}

Columns columnsByContent (std::span<const CsvRow> rows)
{
    Columns columns;
    std::size_t width = 0;

    for (const auto& row : rows)
        width = std::max (width, row.cells.size());

    std::size_t longest = 0;

    for (std::size_t i = 0; i < std::min (width, mostColumns); ++i)
    {
        if (countIn (rows, i, isTime) * 10 >= rows.size() * 9)
        {
            if (auto& column =
                    columns[MarkerColumn::start] ? columns[MarkerColumn::end] : columns[MarkerColumn::start];
                ! column)
                column = i;

            continue;
        }

        std::size_t length = 0;

        for (const auto& row : rows)
            length += isNumber (row.cell (i)) ? 0 : row.cell (i).size();

        if (length > longest)
        {
            longest = length;
            columns[MarkerColumn::title] = i;
        }
    }

    return columns;
}

std::optional<std::size_t> startsBesideLengths (std::span<const CsvRow> rows, const Columns& columns)
{
    const auto width = rows.front().cells.size();
    const auto body = rows.subspan (1);

    if (body.size() < 2)
        return {};

    const auto firstLength = CellTimes {}.read (columns.cell (body.front(), MarkerColumn::duration),
                                                columns.unitOf (MarkerColumn::duration));

    for (std::size_t i = 0; i < std::min (width, mostColumns); ++i)
    {
        if (columns.knows (i))
            continue;

        const auto clocks = clocksIn (body, i);

        if (clocks.size() * 10 >= body.size() * 9 && std::ranges::is_sorted (clocks)
            && clocks.front() < clocks.back() && clocks.front() != firstLength)
            return i;
    }

    return {};
}

std::optional<std::int64_t> topLevelIn (std::span<const CsvRow> rows, std::size_t column)
{
    constexpr std::int64_t deepest = 9;
    std::optional<std::int64_t> top;

    for (const auto& row : rows)
    {
        const auto cell = row.cell (column);

        if (cell.empty())
            continue;

        const auto level = parseInteger (cell);

        if (! level || *level < 0 || *level > deepest)
            return {};

        top = std::min (top.value_or (*level), *level);
    }

    return top;
}

} // namespace earmark
