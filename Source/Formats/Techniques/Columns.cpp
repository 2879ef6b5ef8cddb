// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"

#include "Formats/Techniques/HeaderWords.h"
#include "Formats/Techniques/Spreadsheet.h"
#include "Formats/Techniques/TimeCells.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, columnCount> names { "title",       "start", "end",   "duration",
                                                            "description", "url",   "image", "level" };

/** "1", "2", "3" and "Chapter 1", "Chapter 2": texts that differ by their numbers alone. */
bool onlyCounts (std::span<const CsvRow> rows, std::size_t column)
{
    constexpr std::string_view numbers = "0123456789.#";
    std::optional<std::string> first;

    for (const auto& row : rows)
    {
        std::string text (row.cell (column));

        if (text.empty())
            continue;

        if (std::erase_if (text, [&] (char c) { return numbers.contains (c); }) == 0
            || text != first.value_or (text))
            return false;

        first = std::move (text);
    }

    return first.has_value();
}

/** How much a heading weighs against others of its kind, with what stands below it. */
int weightOf (const Heading& heading, std::span<const CsvRow> rows, std::size_t column)
{
    const auto hasTheSame = [&] (const CsvRow& row)
    { return row.cell (column) == rows.front().cell (column); };

    if (! rows.empty() && std::ranges::all_of (rows, hasTheSame)
        && (rows.size() > 1 || rows.front().cell (column).empty()))
        return -1;

    const bool isText = heading.weight == HeadingWeight::weak && ! holdsTimes (*heading.column)
                        && ! onlyCounts (rows, column);
    return int (isText ? HeadingWeight::usual : heading.weight);
}

} // namespace

bool holdsTimes (MarkerColumn column)
{
    return column == MarkerColumn::start || column == MarkerColumn::end || column == MarkerColumn::duration;
}

std::string_view Columns::cell (const CsvRow& row, MarkerColumn column) const
{
    const auto index = (*this)[column];
    return index ? row.cell (*index) : std::string_view {};
}

NumberUnit Columns::unitAt (std::size_t index) const
{
    return index < units.size() ? units[index] : NumberUnit::seconds;
}

NumberUnit Columns::unitOf (MarkerColumn column) const
{
    const auto index = (*this)[column];
    return index ? unitAt (*index) : NumberUnit::seconds;
}

bool Columns::knows (std::size_t index) const
{
    return std::ranges::contains (at, std::optional (index)) || std::ranges::contains (merged, index);
}

Columns columnsOf (const CsvRow& header, std::span<const CsvRow> rows)
{
    constexpr std::size_t mostWeighed = 64; // columns whose cells are looked at
    Columns columns;
    std::array<int, columnCount> weights {};

    for (std::size_t i = 0; i < header.cells.size(); ++i)
    {
        const auto heading = headingOf (header.cell (i));
        columns.units.push_back (heading.unit);

        if (! heading.column)
            continue;

        auto& column = columns[*heading.column];
        auto& heaviest = weights[std::size_t (*heading.column)];

        if (const auto weight = weightOf (heading, i < mostWeighed ? rows : rows.first (0), i);
            ! column || weight > heaviest)
        {
            column = i;
            heaviest = weight;
        }
    }

    return columns;
}

std::string_view nameOf (MarkerColumn column)
{
    return names[std::size_t (column)];
}

std::optional<MarkerColumn> columnNamed (std::string_view name)
{
    const auto found = std::ranges::find (names, name);
    return found == names.end() ? std::nullopt : std::optional (MarkerColumn (found - names.begin()));
}

std::string columnNames()
{
    std::string list;

    for (const auto name : names)
        list.append (list.empty() ? "" : ", ").append (name);

    return list;
}

void CellTimes::prepare (std::string_view cell)
{
    cell = withoutTextMarks (cell);
    const auto code = parseTimecode (cell);

    if (! code || parseClock (cell))
        return;

    const auto key = [] (const Timecode& t) { return std::tuple (t.hours, t.minutes, t.seconds, t.frames); };
    largestFrame = std::max (largestFrame, code->frames);
    dropFrame = dropFrame || code->dropFrame;

    if (! first || key (*code) < key (*first))
        first = code;
}

void CellTimes::settle (Gathering& gathering, std::int64_t atLeast)
{
    if (first)
        frameRate = askFrameRate (gathering, largestFrame, dropFrame, atLeast);
}

bool isPlainNumber (std::string_view cell)
{
    return ! cell.empty() && cell.find_first_not_of ("+-.,eE0123456789") == std::string_view::npos;
}

std::optional<Duration> plainTime (std::string_view cell, NumberUnit unit)
{
    switch (unit)
    {
        case NumberUnit::seconds:
            return parseSeconds (cell);
        case NumberUnit::milliseconds:
            return parseMilliseconds (cell);
        case NumberUnit::unknown:
            break;
    }

    return {};
}

std::optional<Duration> CellTimes::read (std::string_view cell, NumberUnit unit) const
{
    cell = withoutTextMarks (cell);

    if (unit != NumberUnit::seconds && isPlainNumber (cell))
        return plainTime (cell, unit);

    if (const auto clock = parseClock (cell))
        return clock;

    if (const auto code = parseTimecode (cell))
        return toDuration (*code, frameRate);

    if (const auto time = parseDuration (cell)) // "1h02m03s", "90s"
        return time;

    if (const auto time = timeWithUnits (cell))
        return time;

    return parseSeconds (cell);
}

} // namespace earmark
