// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterTable.h"
#include "Formats/Techniques/ColumnContent.h"
#include "Formats/Techniques/ColumnQuestion.h"
#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/FallingStarts.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/Quoting.h"
#include "Formats/Techniques/Spreadsheet.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Timecode.h"
#include "Formats/Techniques/TimesOfDay.h"
#include "Formats/Techniques/XmlReading.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

// Any other table with a time in each row, and the one that Earmark writes for spreadsheets. The columns are known by a header's words or by what their cells hold; the answer
// "columns" says otherwise, as start:1,title:3. Where no column holds starts but one holds lengths, the chapters follow each other.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".csv", ".tsv" };
constexpr std::array<std::string_view, 1> tabSuffixes { ".tsv" };
constexpr Capabilities carried {
    .ends = Capabilities::Ends::stated, .summaries = true, .links = true, .images = true
};

constexpr std::size_t longestTold = 100; // bytes of what is left out

/** All but the last cell. A tab between them is no part of a title. */
std::string titleBeforeTime (const CsvRow& row, char separator)
{
    const auto count = row.cells.size() - 1;

    if (count == 1)
        return std::string (row.cell (0));

    const auto written = trim (writtenCells (row, separator, 0, count));
    return separator == '\t' ? collapseSpaces (written) : std::string (written);
}

/** Of a row that is longer than the first one: where texts stand in the last column, what is too much is of it, since nobody has quoted its separators. Else
    what no column means is told. */
void takeFurtherCells (CsvRow& row, const ChapterTable& table, Gathering& gathering)
{
    const auto& columns = table.columns;
    const auto width = table.rows.front().cells.size();
    auto end = row.cells.size();

    while (end > width && row.cell (end - 1).empty())
        --end;

    if (end <= width)
        return;

    const auto last = width - 1;

    if (columns[MarkerColumn::title] == last || columns[MarkerColumn::description] == last)
    {
        row.cells[last] = std::string (writtenCells (row, table.separator, last, end - last));
        return;
    }

    auto begin = width;

    while (begin < end && columns.knows (begin))
        ++begin;

    if (begin < end)
        gathering.warn (std::format ("The row has more cells than the table has columns; '{}' was left out.",
                                     quotable (trim (writtenCells (row, table.separator, begin, end - begin)),
                                               longestTold)),
                        Place::atLine (row.line));
}

Confidence sniff (std::string_view text)
{
    if (isMeantAsJson (text) || isXmlOfData (text))
        return 0;

    const auto sample = text.substr (0, 1u << 14);
    const auto table =
        chapterTableIn (sample.substr (0, sample.size() < text.size() ? sample.rfind ('\n') : sample.size()));

    if (table.rows.size() < 2)
        return 0;

    if (table.fromLast)
        return 45;

    const auto timed = table.timed();
    const auto time = table.columns[timed];

    if (! time || ! table.columns[MarkerColumn::title])
        return 0;

    const auto rows = std::span (table.rows).subspan (table.firstRow);
    const auto times = countIn (rows, *time, [] (std::string_view c) { return isTime (c) || isNumber (c); });

    // A list of times with commas in some titles is no table: its rows differ in width.
    const auto width = table.rows.front().cells.size();
    const auto even = std::ranges::count_if (rows, [&] (const CsvRow& r) { return r.cells.size() == width; });
    const auto named = table.firstRow == 1 ? columnsOf (table.rows.front()) : Columns();
    const bool isNamed = named[MarkerColumn::start] || named[MarkerColumn::duration];

    if (rows.empty())
        return 0;

    // Headings that name a start and a title make a table of rows like it, whatever the cells hold. Where no start is a time to anybody, what others would
    // find are times in titles.
    if (isNamed && named[MarkerColumn::title]
        && (times * 2 >= rows.size() || std::size_t (even) * 2 >= rows.size()))
    {
        const auto readable = countIn (
            rows,
            *time,
            [] (std::string_view c) { return isTime (c) || isNumber (c) || ! findTimestamps (c).empty(); });
        return readable == 0 && std::size_t (even) == rows.size() ? 70 : 65;
    }

    if (times * 10 < rows.size() * (isNamed ? 5 : 9))
        return 0;

    if (isNamed)
        return 65;

    if (std::size_t (even) != rows.size())
        return 0;

    // What a heading, a second time, a third row or a tab confirms is no list with commas.
    const auto& columns = table.columns;
    const bool isConfirmed = columns[MarkerColumn::end] || columns[MarkerColumn::duration] || rows.size() > 2
                             || table.separator == '\t';
    const bool isTable = named[MarkerColumn::title] || (width > 2 && isConfirmed)
                         || (width == 2 && isPairsOfProgram (rows, table.separator, *time));
    return isTable ? 42 : 0;
}

/** The first text that stands above the headings alone is the episode's title; any other row is told. */
void tellRowsAbove (const ChapterTable& table, Gathering& gathering)
{
    for (const auto& row : table.above)
    {
        const auto isFilled = [] (const std::string& cell) { return ! trim (cell).empty(); };
        const auto filled = std::ranges::find_if (row.cells, isFilled);

        if (auto& title = gathering.episode().title;
            title.empty() && std::ranges::count_if (row.cells, isFilled) == 1)
            title = collapseSpaces (*filled);
        else
            gathering.ignore (std::format ("'{}' stands above the headings of the table; it was left out.",
                                           quotable (trim (row.written), longestTold)),
                              Place::atLine (row.line));
    }
}

/** What stands where the others have their time, and is none. */
void tellUnreadable (std::string_view cell, const Place& place, Gathering& gathering)
{
    if (cell.empty())
        gathering.warn ("The row holds no time where the others do; it was left out.", place);
    else
        gathering.warn (std::format ("'{}' cannot be read as a time; the row was left out.", cell), place);
}

/** Numbers without a unit are seconds, also where they last for days. */
void doubtSeconds (const ChapterTable& table, std::span<const RowStart> starts, Gathering& gathering)
{
    constexpr auto day = Position::fromSeconds (86400);
    const auto rows = std::span (table.rows).subspan (table.firstRow);
    const auto latest = std::ranges::max_element (starts, {}, &RowStart::start);

    if (latest != starts.end() && latest->start > day
        && std::ranges::all_of (rows,
                                [&] (const CsvRow& r)
                                { return isNumber (table.timeOf (r)) && parseInteger (table.timeOf (r)); }))
        gathering.warn (
            std::format (
                "All starts are whole numbers, the latest is taken for {}; these look like milliseconds: "
                "a heading such as start_ms says so.",
                formatTime (latest->start)),
            Place::atLine (latest->line));
}

/** Of the top, where a column holds levels; what else is called so is told. */
std::optional<std::int64_t> topLevelOf (const ChapterTable& table, Gathering& gathering)
{
    const auto column = table.columns[MarkerColumn::level];
    const auto top =
        column ? topLevelIn (std::span (table.rows).subspan (table.firstRow), *column) : std::nullopt;

    if (column && ! top)
        gathering.ignore ("The column of levels holds no small whole numbers; it was left out.");

    return top;
}

/** LF for what ends the lines in quoted cells. */
std::string withPlainLineEnds (std::string_view text)
{
    std::string plain;

    for (const auto line : splitLines (text))
        plain.append (plain.empty() ? "" : "\n").append (line);

    return plain;
}

/** What a row holds, once the columns, the frame rate, the timeline's start and the levels are settled. */
struct RowReader
{
    const ChapterTable& table;
    const CellTimes& times;
    TimelineStart origin;
    std::optional<std::int64_t> topLevel;

    std::optional<Duration> timeIn (const CsvRow& row, MarkerColumn column) const
    {
        return times.read (table.columns.cell (row, column), table.columns.unitOf (column));
    }

    Chapter chapterOf (const CsvRow& row, Position start) const
    {
        Chapter chapter { .start = start,
                          .title = table.fromLast ? titleBeforeTime (row, table.separator)
                                                  : table.text (row, MarkerColumn::title),
                          .summary = withPlainLineEnds (table.text (row, MarkerColumn::description)) };

        if (const auto end = timeIn (row, MarkerColumn::end))
            chapter.end = origin.place (*end);
        else if (const auto length = timeIn (row, MarkerColumn::duration))
            chapter.end = start + *length;

        if (const auto level = parseInteger (table.columns.cell (row, MarkerColumn::level));
            topLevel && level)
            chapter.level = int (*level - *topLevel);

        if (auto url = table.text (row, MarkerColumn::url); ! url.empty())
            chapter.link = Link { .url = std::move (url) };

        if (auto image = table.text (row, MarkerColumn::image); ! image.empty())
            chapter.image = LinkedImage { std::move (image) };

        return chapter;
    }
};

/** Chapters of the rows with a time. */
void readRows (ChapterTable& table, const CellTimes& times, TimelineStart origin, Gathering& gathering)
{
    constexpr std::size_t longestTime = 40;
    const RowReader reader { table, times, origin, topLevelOf (table, gathering) };
    const auto addsUp = table.timed() == MarkerColumn::duration;
    Duration ended; // of those before, where lengths add up
    std::vector<RowStart> starts;

    if (addsUp)
        gathering.warn (
            "The table holds lengths and no starts: each chapter begins where the one before ends.");

    for (auto& row : std::span (table.rows).subspan (table.firstRow))
    {
        const auto place = Place::atLine (row.line);
        auto start = times.read (table.timeOf (row), table.unit());

        if (addsUp && start)
            start = startByLength (*start, reader.timeIn (row, MarkerColumn::end), ended);

        if (! start)
        {
            tellUnreadable (quotable (table.timeOf (row), longestTime), place, gathering);
            continue;
        }

        if (! table.fromLast)
            takeFurtherCells (row, table, gathering);

        const auto begin = origin.place (*start);
        starts.push_back ({ begin, row.line });
        gathering.add (reader.chapterOf (row, begin), place);
    }

    gathering.append (doubtsAboutFalling (gathering.chapters()));

    // A spreadsheet's days and its missing hours are no milliseconds.
    if (table.unit() == NumberUnit::seconds)
    {
        gathering.append (doubtsAbout (starts));
        doubtSeconds (table, starts, gathering);
    }
}

/** At the first row, where all are times of day, "2:03:15 PM", and it is none of the first hour: so spreadsheets show what is none. */
TimelineStart askTimeOfDay (const ChapterTable& table, const CellTimes& times, Gathering& gathering)
{
    const auto first = firstTimeOfDay (table, times);

    if (! first || *first < Duration::fromSeconds (3600)
        || gathering.ask (whetherTimesOfDay ("yes")) != "yes")
        return {};

    gathering.warn (std::format ("The starts are times of day; they were counted from the first, {}.",
                                 formatTime (Position (*first))));
    return { .at = *first, .isTimeOfDay = true };
}

TimelineStart askStart (const ChapterTable& table, const CellTimes& times, Gathering& gathering)
{
    if (table.timed() == MarkerColumn::duration)
        return {};

    if (times.earliest())
        return { .at = askTimelineStart (gathering, times.earliest(), times.rate(), soonAfterTheHour) };

    return askTimeOfDay (table, times, gathering);
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    auto table = chapterTableIn (text);
    const bool isAnswered = options.answers.contains ("columns");

    if (isAnswered)
        takeColumns (table);

    if (table.rows.empty() || (! table.fromLast && ! table.columns[table.timed()] && ! isAnswered))
        return failure (Error::Kind::empty,
                        "No column of the table holds times; say which one does, as in start:1,title:2.");

    // Where Earmark wrote the headings there is nothing to ask, but an answer is heard.
    if (! table.fromLast && (! table.isGuarded || isAnswered))
        askForColumns (gathering, table.columns, table.rows.front().cells.size());

    tellRowsAbove (table, gathering);

    if (table.firstRow == 1)
        gathering.ignore ("The header of the table.", Place::atLine (table.rows.front().line));

    CellTimes times;
    constexpr std::int64_t lowestRate = 24;

    for (const auto& row : table.rows)
        times.prepare (table.timeOf (row));

    times.settle (gathering, lowestRate);
    readRows (table, times, askStart (table, times, gathering), gathering);
    return std::move (gathering).finish ("No row of the table holds a time.");
}

std::string writeCommas (const Outline& outline, const Answers&)
{
    return spreadsheetOf (outline, ',');
}

std::string writeTabs (const Outline& outline, const Answers&)
{
    return spreadsheetOf (outline, '\t');
}

} // namespace

extern const ChapterFormat genericCsvFormat, tabTableFormat;

constexpr ChapterFormat genericCsvFormat {
    .id = "csv",
    .name = "Table (CSV)",
    .suffixes = suffixes,
    .capabilities = carried,
    .sniff = sniff,
    .read = read,
    .write = writeCommas,
};

/** Read as any other table; programs take the comma in a file of that name for text. */
constexpr ChapterFormat tabTableFormat {
    .id = "tsv",
    .name = "Table with tabs (TSV)",
    .suffixes = tabSuffixes,
    .capabilities = carried,
    .write = writeTabs,
};

} // namespace earmark
