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
// the number is taken from the left, the times from the right. Spreadsheets save it again with semicolons or tabs.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".reaper.csv" };
constexpr std::string_view header = "#,Name,Start,End,Length";
constexpr std::size_t fewestColumns = 5;

/** 0 where the text does not begin with the header. */
char separatorOf (std::string_view text)
{
    auto begin = std::string (text.substr (0, header.size()));
    const char separator = begin.size() > 1 ? begin[1] : '\0';

    if (separator != ',' && separator != ';' && separator != '\t')
        return 0;

    std::ranges::replace (begin, separator, ',');
    return equalsIgnoringCase (begin, header) ? separator : 0;
}

Confidence sniff (std::string_view text)
{
    return separatorOf (text) != 0 ? 100 : 0;
}

struct Row
{
    std::string name;
    std::string_view start, end;
};

/** `columns` counts those of the header. */
Row rowOf (const CsvRow& row, std::size_t columns, char separator)
{
    const auto extra = row.cells.size() > columns ? row.cells.size() - columns : 0;
    Row result { row.cells.size() > 1 ? row.cells[1] : std::string {},
                 row.cell (2 + extra),
                 row.cell (3 + extra) };

    for (std::size_t i = 2; i < 2 + extra; ++i)
        result.name += separator + row.cells[i];

    return result;
}

/** REAPER writes seconds with decimals, and samples and frames without. */
bool isWhole (std::string_view cell)
{
    return ! cell.empty() && cell.find_first_not_of ("0123456789") == std::string_view::npos;
}

enum class Ruler
{
    times,
    wholeNumbers, ///< of what, nothing says
    samplesOrFrames
};

struct RulerFound
{
    Ruler ruler = Ruler::times;
    std::string_view largest; ///< of whole numbers
};

/** What the times of all rows count. */
RulerFound rulerOf (const std::vector<Row>& rows)
{
    constexpr std::int64_t mostSeconds = 20'000; // five and a half hours
    RulerFound found;
    std::int64_t largest = 0;

    for (const auto& row : rows)
        for (const auto cell : { row.start, row.end })
        {
            if (cell.empty())
                continue;

            if (! isWhole (cell))
                return {};

            if (const auto number = parseInteger (cell).value_or (mostSeconds + 1); number > largest)
            {
                largest = number;
                found.largest = cell;
            }
        }

    if (largest > 0)
        found.ruler = largest > mostSeconds ? Ruler::samplesOrFrames : Ruler::wholeNumbers;

    return found;
}

/** Says what whole numbers are taken for; whether there are times at all. */
bool hasTimes (Gathering& gathering, const RulerFound& found)
{
    if (found.ruler == Ruler::samplesOrFrames)
        gathering.warn (std::format (
            "Whole numbers such as '{}' are samples or frames, which nothing here places in time. Set "
            "REAPER's ruler to seconds, then export again.",
            found.largest));
    else if (found.ruler == Ruler::wholeNumbers)
        gathering.warn (std::format (
            "Whole numbers such as '{}' were read as seconds; REAPER writes seconds with decimals, and "
            "samples and frames without: check the times.",
            found.largest));

    return found.ruler != Ruler::samplesOrFrames;
}

/** Nothing where nothing places it in time, which is told. */
std::optional<Duration>
startOf (const Row& row, const CellTimes& times, Gathering& gathering, const Place& place)
{
    const auto start = times.read (row.start);

    if (! start)
        gathering.warn (std::format ("'{}' is no time that can be placed without the project's tempo; "
                                     "the row was left out. Set "
                                     "REAPER's ruler to seconds, then export again.",
                                     row.start),
                        place);

    return start;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    ReaperTitles titles (gathering);
    const auto found = separatorOf (text);
    const char separator = found != 0 ? found : ',';
    const auto table = readCsv (text, separator);
    const auto columns =
        std::max<std::size_t> (table.empty() ? 0 : table.front().cells.size(), fewestColumns);
    std::vector<Row> rows;
    CellTimes times;

    for (std::size_t i = 1; i < table.size(); ++i)
    {
        rows.push_back (rowOf (table[i], columns, separator));
        times.prepare (rows.back().start);
    }

    constexpr std::int64_t usualRate = 30; // REAPER's own default
    times.settle (gathering, usualRate);
    const auto origin = askTimelineStart (gathering, times.earliest(), times.rate(), soonAfterTheHour);

    if (! hasTimes (gathering, rulerOf (rows)))
        rows.clear();

    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        const auto place = Place::atLine (table[i + 1].line);
        const auto start = startOf (rows[i], times, gathering, place);

        if (! start)
            continue;

        const auto end = times.read (rows[i].end);
        auto title = titles.titleOf (rows[i].name, end.has_value(), place);

        if (! title)
            continue;

        Chapter chapter { .start = Position (*start - origin), .title = std::move (*title) };

        if (end)
            chapter.end = Position (*end - origin);

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
