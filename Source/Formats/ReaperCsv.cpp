// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/ReaperTitles.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Model/ReaperName.h"

#include <algorithm>
#include <array>
#include <format>

// What REAPER's Region/Marker Manager exports and imports: "#,Name,Start,End,Length[,Color[,Lane]]", rows M1 and R1. The times are
// in the format of the project's ruler, which the file does not name. Names are not quoted, so that one with a comma has more cells:
// the number is taken from the left, the times from the right.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".reaper.csv" };
constexpr std::string_view header = "#,Name,Start,End,Length";
constexpr std::size_t fewestColumns = 5;

Confidence sniff (std::string_view text)
{
    return equalsIgnoringCase (text.substr (0, header.size()), header) ? 100 : 0;
}

struct Row
{
    std::string name;
    std::string_view start, end;
};

/** `columns` counts those of the header. */
Row rowOf (const CsvRow& row, std::size_t columns)
{
    const auto extra = row.cells.size() > columns ? row.cells.size() - columns : 0;
    Row result { row.cells.size() > 1 ? row.cells[1] : std::string {},
                 row.cell (2 + extra),
                 row.cell (3 + extra) };

    for (std::size_t i = 2; i < 2 + extra; ++i)
        result.name += ',' + row.cells[i];

    return result;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    ReaperTitles titles (gathering);
    const auto rows = readCsv (text, ',');
    const auto columns = std::max<std::size_t> (rows.empty() ? 0 : rows.front().cells.size(), fewestColumns);
    CellTimes times;

    for (const auto& row : rows)
        times.prepare (rowOf (row, columns).start);

    constexpr std::int64_t usualRate = 30; // REAPER's own default
    times.settle (gathering, usualRate);

    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        const auto place = Place::atLine (rows[i].line);
        const auto row = rowOf (rows[i], columns);
        const auto start = times.read (row.start);

        if (! start)
        {
            gathering.warn (std::format ("'{}' is no time that can be placed without the project's tempo; "
                                         "the row was left out. Set "
                                         "REAPER's ruler to seconds, then export again.",
                                         row.start),
                            place);
            continue;
        }

        const auto end = times.read (row.end);
        auto title = titles.titleOf (row.name, end.has_value(), place);

        if (! title)
            continue;

        Chapter chapter { .start = Position (*start), .title = std::move (*title) };

        if (end)
            chapter.end = Position (*end);

        gathering.add (std::move (chapter), place);
    }

    return std::move (titles).finish ("It holds no markers or regions with a time.");
}

std::string write (const Outline& outline, const Answers&)
{
    std::string text = std::string (header) + '\n';
    std::size_t markers = 0, regions = 0;

    for (const auto& chapter : outline.chapters)
    {
        constexpr int decimals = 3;
        const auto start = chapter.start.sinceStart();
        const auto name = csvCell (reaperNameOf (oneLine (chapter.title)), ',');

        text += chapter.end ? std::format ("R{},{},{},{},{}\n",
                                           ++regions,
                                           name,
                                           formatSeconds (start, decimals),
                                           formatSeconds (chapter.end->sinceStart(), decimals),
                                           formatSeconds (*chapter.end - chapter.start, decimals))
                            : std::format ("M{},{},{},,\n", ++markers, name, formatSeconds (start, decimals));
    }

    return text;
}

} // namespace

extern const ChapterFormat reaperCsvFormat;

constexpr ChapterFormat reaperCsvFormat {
    .id = "reaper-csv",
    .name = "REAPER region/marker list",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
