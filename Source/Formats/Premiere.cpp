// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/Spreadsheet.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

// Markers that Adobe Premiere Pro exports as CSV or text: divided by tabs, in UTF-16, with times in frames. The header's words are
// those of the user's language; the order is fixed: name, description, in, out, duration, type. A description may be of several lines.
// People cut columns out and leave runs of tabs: the times of a row that does not fit the columns are found by their form, and its
// texts by their place around them.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".csv", ".txt" };
constexpr std::array<std::string_view, 2> headings { "Marker Name\tDescription\tIn\tOut",
                                                     "Markername\tBeschreibung\tIn\tOut" };

/** The cells that hold anything. */
std::vector<std::string_view> filledCells (const CsvRow& row)
{
    std::vector<std::string_view> cells;

    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (! row.cell (i).empty())
            cells.push_back (row.cell (i));

    return cells;
}

bool isTimecode (std::string_view cell)
{
    return parseTimecode (cell).has_value();
}

Confidence sniff (std::string_view text)
{
    const auto sample = text.substr (0, 1u << 14);

    if (std::ranges::any_of (headings, [&] (std::string_view h) { return sample.starts_with (h); }))
        return 100;

    const auto rows = readCsv (sample, '\t', Quoting::none);

    if (rows.size() < 2 || hasSpreadsheetHeadings (rows[0])
        || std::ranges::any_of (filledCells (rows[0]), isTimecode))
        return 0;

    const auto withTimes = std::ranges::count_if (
        rows,
        [] (const CsvRow& r)
        { return r.cells.size() > 2 && std::ranges::any_of (filledCells (r), isTimecode); });
    return withTimes * 10 >= std::ptrdiff_t (rows.size() - 1) * 9 ? 80 : 0;
}

/** The columns that the header names, or those of the original where it is as wide; none where neither is so. */
Columns layoutOf (const CsvRow& header)
{
    auto columns = columnsOf (header);

    if (columns[MarkerColumn::title] && columns[MarkerColumn::start])
        return columns;

    constexpr std::size_t columnsOfTheOriginal = 6;
    columns = {};

    if (header.cells.size() >= columnsOfTheOriginal)
    {
        columns[MarkerColumn::title] = 0;
        columns[MarkerColumn::description] = 1;
        columns[MarkerColumn::start] = 2;
        columns[MarkerColumn::end] = 3;
        columns[MarkerColumn::duration] = 4;
    }

    return columns;
}

/** Whether the row's times stand where the columns say: not in the rest of a description whose first line is above it. */
bool fits (const CsvRow& row, const Columns& columns)
{
    const auto start = columns[MarkerColumn::start];

    if (! start || ! isTimecode (row.cell (*start)))
        return false;

    const auto first = std::ranges::find_if (row.cells, isTimecode) - row.cells.begin();
    return std::size_t (first) == *start
           || (isTimecode (columns.cell (row, MarkerColumn::end))
               && isTimecode (columns.cell (row, MarkerColumn::duration)));
}

/** Puts the lines of a description together again that the table has as rows of their own. */
std::vector<CsvRow> joined (const std::vector<CsvRow>& rows, const Columns& columns)
{
    std::vector<CsvRow> whole;
    std::size_t begun = 0; ///< how many of the last rows may be the beginning of a marker

    const auto isBeginning = [&] (const CsvRow& row)
    {
        const auto start = columns[MarkerColumn::start];
        return start && row.cells.size() > 1 && row.cells.size() <= *start
               && std::ranges::none_of (row.cells, isTimecode);
    };

    for (const auto& row : rows)
    {
        if (begun > 0 && row.cells.size() > 1 && std::ranges::any_of (row.cells, isTimecode)
            && ! fits (row, columns))
        {
            auto marker = whole[whole.size() - begun];

            for (auto i = whole.size() - begun + 1; i < whole.size(); ++i)
                marker.cells.back() += '\n' + whole[i].cells.front();

            marker.cells.back() += '\n' + row.cells.front();
            marker.cells.insert (marker.cells.end(), row.cells.begin() + 1, row.cells.end());

            if (fits (marker, columns))
            {
                whole.resize (whole.size() - begun);
                whole.push_back (std::move (marker));
                begun = 0;
                continue;
            }
        }

        begun = isBeginning (row) ? 1 : begun > 0 && row.cells.size() == 1 ? begun + 1 : 0;
        whole.push_back (row);
    }

    return whole;
}

struct Marker
{
    std::string name, description;
    std::string_view in, out, length;
};

Marker markerByColumns (const CsvRow& row, const Columns& columns)
{
    const auto cell = [&] (MarkerColumn column) { return columns.cell (row, column); };
    return { std::string (cell (MarkerColumn::title)),
             std::string (cell (MarkerColumn::description)),
             cell (MarkerColumn::start),
             cell (MarkerColumn::end),
             cell (MarkerColumn::duration) };
}

/** By the form of the cells: begin, end and length, and texts around them. */
Marker markerByForm (const CsvRow& row)
{
    Marker marker;
    std::vector<std::string_view> before, behind;

    for (const auto cell : filledCells (row))
    {
        if (! isTimecode (cell))
            (marker.in.empty() ? before : behind).push_back (cell);
        else if (marker.in.empty())
            marker.in = cell;
        else if (marker.out.empty())
            marker.out = cell;
    }

    // A name and its description, as the original has them; else what stands behind the times says more than what stands before them, which
    // often is the same everywhere.
    const auto name = before.size() > 1  ? before[0]
                      : ! behind.empty() ? behind.back()
                      : before.empty()   ? ""
                                         : before[0];
    const auto description = before.size() > 1                  ? before[1]
                             : behind.empty() || before.empty() ? ""
                                                                : before[0];
    marker.name = std::string (name);
    marker.description = std::string (description);
    return marker;
}

Marker markerIn (const CsvRow& row, const Columns& columns)
{
    return fits (row, columns) ? markerByColumns (row, columns) : markerByForm (row);
}

/** A description that is the same everywhere says nothing of any chapter. */
void dropSameSummary (Gathering& gathering)
{
    auto& chapters = gathering.chapters();

    if (chapters.size() < 2 || chapters.front().summary.empty()
        || ! std::ranges::all_of (
            chapters,
            [&] (const std::string& s) { return s == chapters.front().summary; },
            &Chapter::summary))
        return;

    gathering.ignore (std::format ("The column that holds '{}' in every row.", chapters.front().summary));

    for (auto& chapter : chapters)
        chapter.summary.clear();
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    auto rows = readCsv (text, '\t', Quoting::none);
    const auto columns = rows.empty() ? Columns {} : layoutOf (rows.front());
    rows = joined (rows, columns);
    CellTimes times;

    for (const auto& row : rows)
        times.prepare (markerIn (row, columns).in);

    constexpr std::int64_t lowestRate = 24;
    times.settle (gathering, lowestRate);
    const auto origin = askTimelineStart (gathering, times.earliest(), times.rate(), soonAfterTheHour);

    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        auto marker = markerIn (rows[i], columns);
        const auto place = Place::atLine (rows[i].line);
        const auto start = times.read (marker.in);

        if (! start)
        {
            gathering.warn ("The row holds no time; it was left out.", place);
            continue;
        }

        // Editors leave the name empty and write into the description.
        if (marker.name.empty())
            std::swap (marker.name, marker.description);

        Chapter chapter { .start = Position (*start - origin),
                          .title = std::move (marker.name),
                          .summary = std::move (marker.description) };

        if (const auto end = times.read (marker.out))
            chapter.end = Position (*end - origin);
        else if (const auto length = times.read (marker.length))
            chapter.end = chapter.start + *length;

        gathering.add (std::move (chapter), place);
    }

    dropSameSummary (gathering);
    return std::move (gathering).finish ("It holds no markers with a timecode.");
}

} // namespace

extern const ChapterFormat premiereFormat;

constexpr ChapterFormat premiereFormat {
    .id = "premiere",
    .name = "Adobe Premiere Pro markers",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .summaries = true, .stepsPerSecond = 25 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
