// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/Spreadsheet.h"

#include <algorithm>
#include <array>
#include <format>

// Markers that Adobe Premiere Pro exports as CSV or text: divided by tabs, in UTF-16, with times in frames. The header's words are
// those of the user's language; the order is fixed: name, description, in, out, duration, type. People cut columns out and leave
// runs of tabs, so that times are found by their form and texts by their place around them.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".csv", ".txt" };

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

    if (sample.starts_with ("Marker Name\tDescription\tIn\tOut"))
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

struct Marker
{
    std::string name, description, type;
    std::string_view in, out;
};

/** `complete`: the row has the six columns of the original, some of which may be empty. */
Marker markerIn (const CsvRow& row, bool complete)
{
    if (complete)
        return { std::string (row.cell (0)),
                 std::string (row.cell (1)),
                 std::string (row.cell (5)),
                 row.cell (2),
                 row.cell (3) };

    Marker marker;
    std::vector<std::string_view> texts;

    for (const auto cell : filledCells (row))
    {
        if (! isTimecode (cell))
            texts.push_back (cell);
        else
            (marker.in.empty() ? marker.in : marker.out) = cell;
    }

    // What stands behind the times, or else before them, says more than a column that is the same everywhere.
    if (! texts.empty())
        marker.name = std::string (texts.back());

    if (texts.size() > 1)
        marker.description = std::string (texts.front());

    return marker;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    const auto rows = readCsv (text, '\t', Quoting::none);
    const bool complete = ! rows.empty() && rows[0].cells.size() >= 6
                          && std::ranges::all_of (rows.begin() + 1,
                                                  rows.end(),
                                                  [] (const CsvRow& r) { return isTimecode (r.cell (2)); });
    CellTimes times;

    for (const auto& row : rows)
        times.prepare (markerIn (row, complete).in);

    constexpr std::int64_t lowestRate = 24;
    times.settle (gathering, lowestRate);
    bool sameDescription = true;

    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        auto marker = markerIn (rows[i], complete);
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

        Chapter chapter { .start = Position (*start),
                          .title = std::move (marker.name),
                          .summary = std::move (marker.description) };

        if (const auto end = times.read (marker.out))
            chapter.end = Position (*end);

        sameDescription =
            sameDescription
            && (gathering.size() == 0 || chapter.summary == gathering.chapters().back().summary);
        gathering.add (std::move (chapter), place);
    }

    if (sameDescription && gathering.size() > 1 && ! gathering.chapters().front().summary.empty())
    {
        gathering.ignore (
            std::format ("The column that holds '{}' in every row.", gathering.chapters().front().summary));

        for (auto& chapter : gathering.chapters())
            chapter.summary.clear();
    }

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
