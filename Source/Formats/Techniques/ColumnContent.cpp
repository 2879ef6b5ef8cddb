// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ColumnContent.h"

#include "Formats/Techniques/Spreadsheet.h"
#include "Formats/Techniques/TimeCells.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Text.h"

#include <array>
#include <utility>

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

/** Web addresses, and nothing else. */
bool holdsAddresses (std::span<const CsvRow> rows, std::size_t column)
{
    std::size_t addresses = 0;

    for (const auto& row : rows)
        if (const auto cell = toLowerAscii (row.cell (column)); ! cell.empty())
        {
            if (! cell.starts_with ("https://") && ! cell.starts_with ("http://"))
                return false;

            ++addresses;
        }

    return addresses > 0;
}

/** How much text; that which is the same in every row says next to nothing. */
std::size_t textIn (std::span<const CsvRow> rows, std::size_t column)
{
    std::size_t length = 0;
    bool isSame = rows.size() > 1;

    for (const auto& row : rows)
    {
        length += isNumber (row.cell (column)) ? 0 : row.cell (column).size();
        isSame = isSame && row.cell (column) == rows.front().cell (column);
    }

    return isSame ? std::min<std::size_t> (length, 1) : length;
}

/** Whether what is taken for ends are lengths: more of them lead from a start to the next one than are the next start themselves. */
bool holdsLengths (std::span<const CsvRow> rows, const Columns& columns)
{
    const CellTimes times {};
    const auto timeIn = [&] (std::size_t row, MarkerColumn column)
    { return times.read (columns.cell (rows[row], column)); };
    std::size_t lengths = 0, ends = 0;

    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        const auto start = timeIn (i, MarkerColumn::start), second = timeIn (i, MarkerColumn::end);
        const auto next = i + 1 < rows.size() ? timeIn (i + 1, MarkerColumn::start) : std::nullopt;

        if (! start || ! second)
            continue;

        ends += next == second ? 1u : 0u;
        lengths += *second < *start || (next && *start + *second == *next) ? 1u : 0u;
    }

    return lengths > ends;
}

} // namespace

bool isTime (std::string_view cell)
{
    cell = withoutTextMarks (cell);
    const bool isNumbering = cell.ends_with ('.'); // "1." of a numbered list
    return ! isNumbering && ! parseInteger (cell)
           && (parseClock (cell) || parseTimecode (cell) || (cell.contains (':') && timeWithUnits (cell)));
}

bool isNumber (std::string_view cell)
{
    return parseSeconds (withoutTextMarks (cell)).has_value();
}

bool countsUp (std::span<const CsvRow> rows, std::size_t column)
{
    std::optional<std::int64_t> last;

    for (const auto& row : rows)
    {
        const auto number = parseInteger (row.cell (column));

        if (! number || *number < 0 || (last ? *number - *last != 1 : *number > 1))
            return false;

        last = number;
    }

    return rows.size() > 1;
}

Columns columnsByContent (std::span<const CsvRow> rows, Columns known)
{
    auto columns = std::move (known);
    const auto named = columns;
    std::size_t width = 0;

    for (const auto& row : rows)
        width = std::max (width, row.cells.size());

    std::size_t longest = 0;

    for (std::size_t i = 0; i < std::min (width, mostColumns); ++i)
    {
        if (named.knows (i))
            continue;

        if (countIn (rows, i, isTime) * 10 >= rows.size() * 9)
        {
            if (auto& column =
                    columns[MarkerColumn::start] ? columns[MarkerColumn::end] : columns[MarkerColumn::start];
                ! column)
                column = i;
        }
        else if (holdsAddresses (rows, i))
        {
            if (auto& column = columns[MarkerColumn::url]; ! column)
                column = i;
        }
        else if (const auto length = textIn (rows, i); length > longest && ! named[MarkerColumn::title])
        {
            longest = length;
            columns[MarkerColumn::title] = i;
        }
    }

    if (! named[MarkerColumn::end] && ! named[MarkerColumn::duration] && holdsLengths (rows, columns))
        std::swap (columns[MarkerColumn::end], columns[MarkerColumn::duration]);

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

bool isPairsOfProgram (std::span<const CsvRow> rows, char separator, std::size_t time)
{
    const auto isQuoted = [&] (const CsvRow& row, std::size_t column)
    { return trim (writtenCells (row, separator, column, 1)).size() > row.cell (column).size() + 1; };
    const auto all = [&] (const auto& is) { return std::ranges::all_of (rows, is); };
    const std::array special { separator, '"' };
    const auto needsQuotes = [&] (const CsvRow& row)
    {
        return row.cell (1 - time).find_first_of (std::string_view (special.data(), special.size()))
                   != std::string_view::npos
               && isQuoted (row, 1 - time);
    };

    return all ([&] (const CsvRow& row) { return isQuoted (row, time); })
           || all ([&] (const CsvRow& row) { return isHalfDayTime (row.cell (time)); })
           || std::ranges::any_of (rows, needsQuotes);
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
