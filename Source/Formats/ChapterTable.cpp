// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterTable.h"

#include "Formats/Techniques/ColumnContent.h"
#include "Formats/Techniques/Spreadsheet.h"
#include "Formats/Techniques/TimeCells.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace earmark
{

namespace
{

/** The one that the text states, or that makes headings of the first line, whatever stands in the rows; else what divides most rows alike. */
char separatorOf (std::string_view text)
{
    if (const auto stated = statedSeparator (text); stated != 0)
        return stated;

    constexpr std::size_t longestHeader = 1u << 12;
    const auto begin = text.substr (0, longestHeader);
    const auto firstLine = begin.substr (0, begin.find_first_of ("\r\n"));

    for (const char separator : { '\t', ';', '|', ',' })
        if (const auto rows = readCsv (firstLine, separator); ! rows.empty())
            if (const auto columns = columnsOf (rows.front());
                columns[MarkerColumn::title]
                && (columns[MarkerColumn::start] || columns[MarkerColumn::duration]))
                return separator;

    return guessSeparator (text);
}

bool holdsTime (const CsvRow& row)
{
    return std::ranges::any_of (row.cells, isTime);
}

/** Which of the first rows has the headings, by their words: those of a title and of its time. Nothing where a row holds a time before. */
std::optional<std::size_t> headingsAmong (std::span<const CsvRow> rows)
{
    constexpr std::size_t mostAbove = 10;

    for (std::size_t i = 0; i < std::min (rows.size(), mostAbove) && ! holdsTime (rows[i]); ++i)
        if (const auto columns = columnsOf (rows[i]);
            columns[MarkerColumn::title] && (columns[MarkerColumn::start] || columns[MarkerColumn::duration]))
            return i;

    return {};
}

/** Not of a table with bars: below other text that is an outline's. */
void takeRowsAbove (ChapterTable& table)
{
    if (table.separator == '|' || columnsOf (table.rows.front())[MarkerColumn::start])
        return;

    const auto begin = table.rows.begin();
    const auto headings = begin + std::ptrdiff_t (headingsAmong (table.rows).value_or (0));
    table.above.assign (std::make_move_iterator (begin), std::make_move_iterator (headings));
    table.rows.erase (begin, headings);
}

/** Whether a column's cells only mark the rows: with the same few words again and again, numbers or colours. */
bool onlyMarks (std::span<const CsvRow> body, std::size_t column)
{
    const auto isColour = [] (std::string_view text)
    {
        constexpr std::size_t digits = 6;
        const auto code = text.starts_with ('#') ? text.substr (1) : text;
        return code.size() == digits
               && code.find_first_not_of ("0123456789ABCDEFabcdef") == std::string_view::npos;
    };
    std::set<std::string_view> texts;

    for (const auto& row : body)
        texts.insert (row.cell (column));

    return texts.size() * 2 <= body.size()
           || std::ranges::all_of (
               texts, [&] (std::string_view text) { return isNumber (text) || isColour (text); });
}

/** The heading of the titles may be any word: theirs is the column with the most text. What only marks the rows gives way to notes. */
void nameTitles (Columns& columns, std::span<const CsvRow> body)
{
    if (columns[MarkerColumn::title])
        return;

    auto& described = columns[MarkerColumn::description];
    const auto found = columnsByContent (body, columns)[MarkerColumn::title];
    const bool isTitle = found && (! described || ! onlyMarks (body, *found));
    columns[MarkerColumn::title] = isTitle ? found : std::exchange (described, std::nullopt);
}

/** LibriVox lists who reads each section of a book, and with "Time" how long that takes. */
bool isOfReaders (const CsvRow& header)
{
    const auto names = [&] (std::string_view word)
    {
        return std::ranges::any_of (
            header.cells, [&] (const std::string& cell) { return equalsIgnoringCase (trim (cell), word); });
    };
    return names ("section") && names ("reader") && names ("time");
}

/** Below headings whose words name a start or a length. */
bool readNamedColumns (ChapterTable& table)
{
    const auto body = std::span<const CsvRow> (table.rows).subspan (1);
    table.columns = columnsOf (table.rows.front(), body);
    auto& columns = table.columns;

    if (holdsTime (table.rows.front()))
        return false;

    if (isOfReaders (table.rows.front()) && ! columns[MarkerColumn::duration])
        std::swap (columns[MarkerColumn::start], columns[MarkerColumn::duration]);

    mergeClockColumns (table.rows, columns);

    if (! columns[table.timed()])
        return false;

    joinThousands (table.rows, columns);

    nameTitles (columns, body);

    const auto start = columns[MarkerColumn::start], length = columns[MarkerColumn::duration];

    // Positions in a list are no times.
    if (start && length && countsUp (body, *start) && countIn (body, *length, isTime) == body.size())
        columns[MarkerColumn::start].reset();

    if (table.timed() == MarkerColumn::duration)
        columns[MarkerColumn::start] = startsBesideLengths (table.rows, columns);

    table.firstRow = 1;
    table.isGuarded = hasSpreadsheetHeadings (table.rows.front());
    return true;
}

/** Of a table all of whose rows end with a time: rows alike, with tabs, which stand in no title, with a second time, or with nothing beside the title and the time but the numbers of
    the rows. Else what stands before the time may be a title that nobody has quoted. */
bool hasColumnsBeforeTimes (const ChapterTable& table, const Columns& columns)
{
    const auto width = table.rows.front().cells.size();
    const auto start = columns[MarkerColumn::start], title = columns[MarkerColumn::title];

    if (width < 3 || ! start || ! title
        || ! std::ranges::all_of (table.rows, [&] (const CsvRow& r) { return r.cells.size() == width; }))
        return false;

    if (table.separator == '\t' || columns[MarkerColumn::end] || columns[MarkerColumn::duration])
        return true;

    for (std::size_t i = 0; i + 1 < width; ++i)
        if (i != *title && ! countsUp (table.rows, i)
            && countIn (table.rows, i, [] (std::string_view c) { return c.empty(); }) != table.rows.size())
            return false;

    return true;
}

bool readTimesAtEnd (ChapterTable& table)
{
    const auto endsWithTime = [] (const CsvRow& r)
    { return r.cells.size() > 1 && isTime (r.cellFromEnd (0)); };

    if (! std::ranges::all_of (table.rows, endsWithTime))
        return false;

    auto columns = columnsByContent (table.rows);
    table.fromLast = ! hasColumnsBeforeTimes (table, columns);
    table.columns = table.fromLast ? Columns {} : std::move (columns);
    return true;
}

/** Below a header whose words do not name the times: by the cells of the other rows, and what it tells beside. */
bool readBelowHeader (ChapterTable& table)
{
    if (table.rows.size() < 2 || holdsTime (table.rows.front()))
        return false;

    const auto found = columnsByContent (std::span<const CsvRow> (table.rows).subspan (1), table.columns);

    if (! found[MarkerColumn::start])
        return false;

    // Without a word over the times it is a row as the others, which has none.
    table.firstRow = found.cell (table.rows.front(), MarkerColumn::start).empty() ? 0 : 1;
    table.columns = found;
    return true;
}

} // namespace

bool readHeadings (ChapterTable& table)
{
    return readNamedColumns (table) || readBelowHeader (table);
}

MarkerColumn ChapterTable::timed() const
{
    return ! columns[MarkerColumn::start] && columns[MarkerColumn::duration] ? MarkerColumn::duration
                                                                             : MarkerColumn::start;
}

std::string_view ChapterTable::timeOf (const CsvRow& row) const
{
    return fromLast ? row.cellFromEnd (0) : columns.cell (row, timed());
}

std::string ChapterTable::text (const CsvRow& row, MarkerColumn column) const
{
    const auto cell = columns.cell (row, column);
    return std::string (isGuarded ? unguarded (cell) : cell);
}

ChapterTable chapterTableIn (std::string_view text)
{
    ChapterTable table;
    const auto separator = separatorOf (text);

    // A table of Markdown, whose rows begin with a bar, is an outline.
    if (separator == 0 || trim (text.substr (0, 256)).starts_with ('|'))
        return table;

    table.rows = readCsv (text, separator);
    table.separator = separator;

    if (table.rows.empty())
        return table;

    takeRowsAbove (table);

    if (readNamedColumns (table) || readTimesAtEnd (table) || readBelowHeader (table))
        return table;

    auto units = std::move (table.columns.units);
    table.columns = columnsByContent (table.rows);
    table.columns.units = std::move (units);
    return table;
}

void takeColumns (ChapterTable& table)
{
    if (std::exchange (table.fromLast, false))
        table.columns = columnsByContent (table.rows);
}

std::optional<Duration> startByLength (Duration length, std::optional<Duration> end, Duration& ended)
{
    constexpr auto beyondAll = Duration::fromSeconds ((maxHours + 2) * 3600);

    if (length < Duration() || length > beyondAll)
        return {};

    const auto start = end && *end >= length ? *end - length : ended;
    ended = std::min (start + length, beyondAll);
    return start;
}

std::optional<Duration> firstTimeOfDay (const ChapterTable& table, const CellTimes& times)
{
    std::optional<Duration> first;

    for (const auto& row : std::span (table.rows).subspan (table.firstRow))
    {
        const auto cell = table.timeOf (row);

        if (! isHalfDayTime (cell) && times.read (cell, table.unit()))
            return {};

        if (! first && isHalfDayTime (cell))
            first = times.read (cell, table.unit());
    }

    return first;
}

} // namespace earmark
