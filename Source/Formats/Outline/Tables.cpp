// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Tables.h"

#include "Formats/ChapterTable.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Outline/TitleLinks.h"
#include "Formats/Techniques/ColumnContent.h"
#include "Formats/Techniques/Quoting.h"
#include "Formats/Techniques/TimeCells.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>
#include <span>
#include <utility>

namespace earmark::outline
{

namespace
{

bool isTableRow (const Candidate& candidate)
{
    return ! candidate.isBlank() && candidate.line.content.contains ('|');
}

bool isSeparatorRow (const Candidate& candidate)
{
    return ! candidate.isBlank() && isRowOfDashes (candidate.line.content);
}

/** The cells of a row, trimmed; of outer bars one at each end is the table's frame. */
std::vector<std::string_view> cellsOf (const Line& line, char separator)
{
    const auto parts = [&] (const char& c)
    {
        return c == separator
               && (c != '|'
                   || ! std::ranges::binary_search (line.literalBars,
                                                    std::size_t (&c - line.content.data())));
    };
    auto row = separator == '|' ? trim (line.content) : std::string_view (line.content);

    if (separator == '|' && row.starts_with ('|') && parts (row.front()))
        row.remove_prefix (1);

    if (separator == '|' && row.ends_with ('|') && parts (row.back()))
        row.remove_suffix (1);

    std::vector<std::string_view> cells;

    for (;;)
    {
        const auto end = std::size_t (std::ranges::find_if (row, parts) - row.begin());
        cells.push_back (trim (row.substr (0, end)));

        if (end == row.size())
            return cells;

        row.remove_prefix (end + 1);
    }
}

/** Whether a row is the head of a table whose row of dashes stands right below it. */
bool isAboveDashes (const std::vector<Candidate>& candidates, std::size_t k)
{
    return k + 1 < candidates.size() && isTableRow (candidates[k]) && candidates[k].times.empty()
           && isSeparatorRow (candidates[k + 1]);
}

CsvRow plainRow (const Line& line, char separator)
{
    CsvRow row { .line = line.number, .cells = {} };

    for (const auto cell : cellsOf (line, separator))
        row.cells.push_back (withoutEmphasis (cell));

    return row;
}

bool namesTitles (const CsvRow& head)
{
    constexpr std::size_t mostColumns = 64;
    return head.cells.size() <= mostColumns && columnsOf (head)[MarkerColumn::title];
}

/** A page's table: its cells are divided by tabs, and no row of dashes tells which is the first. */
bool isHeadOfTabs (const Candidate& candidate)
{
    if (! candidate.line.content.contains ('\t') || ! candidate.times.empty())
        return false;

    const auto head = plainRow (candidate.line, '\t');

    if (! namesTitles (head))
        return false;

    const auto columns = columnsOf (head);
    return columns[MarkerColumn::start] || columns[MarkerColumn::duration];
}

/** A table whose head tells what the cells below it hold. */
struct Table
{
    std::size_t head = 0;          ///< among the candidates, as are the rows
    std::vector<std::size_t> rows; ///< those of a page may have blank lines between them
    ChapterTable cells;            ///< of the head, then of the rows

    std::span<const CsvRow> body() const { return std::span (cells.rows).subspan (1); }
};

/** Those among the candidates whose heads are marked. Each row is looked at once, however many heads there are. */
std::vector<Table> tablesIn (const std::vector<Candidate>& candidates)
{
    std::vector<Table> tables;
    const auto isHead = [&] (std::size_t k) { return candidates[k].line.kind == Line::Kind::tableHead; };

    for (std::size_t k = 0; k < candidates.size(); ++k)
    {
        if (! isHead (k) || isSeparatorRow (candidates[k]))
            continue;

        const char separator = isAboveDashes (candidates, k) ? '|' : '\t';
        Table table { .head = k, .rows = {}, .cells = {} };
        table.cells.separator = separator;
        table.cells.rows.push_back (plainRow (candidates[k].line, separator));

        const auto goesOn = [&] (const Candidate& c)
        { return c.isBlank() ? separator == '\t' : c.line.content.contains (separator); };

        for (k += separator == '|' ? 1 : 0;
             k + 1 < candidates.size() && goesOn (candidates[k + 1])
             && (! isHead (k + 1) || (separator == '|' && isSeparatorRow (candidates[k + 1])));
             ++k)
            if (const auto& line = candidates[k + 1].line; ! candidates[k + 1].isBlank() && ! isHead (k + 1))
            {
                table.rows.push_back (k + 1);
                table.cells.rows.push_back (plainRow (line, separator));
            }

        if (! table.rows.empty() && namesTitles (table.cells.rows.front()) && readHeadings (table.cells))
            tables.push_back (std::move (table));
    }

    return tables;
}

/** The times of one cell, counted in bytes of the line: as people write them, else as one that spreadsheets and programs do. */
std::vector<Timestamp>
timesIn (const Candidate& row, std::string_view cell, std::string_view plain, NumberUnit unit)
{
    if (cell.empty())
        return {};

    const auto begin = std::size_t (cell.data() - row.line.content.data());
    const auto end = begin + cell.size();
    std::vector<Timestamp> times;

    for (const auto& time : row.times)
        if (time.begin >= begin && time.end <= end)
            times.push_back (time);

    if (! times.empty())
        return times;

    auto value = isPlainNumber (plain) ? plainTime (plain, unit) : parseClock (plain);

    if (! value)
        value = timeWithUnits (plain);

    if (value && *value >= Duration())
        times.push_back ({ .begin = begin, .end = end, .value = *value });

    return times;
}

/** With the line ends that HTML in it stands for. */
std::string textOf (std::string_view cell)
{
    constexpr std::array<std::string_view, 3> breaks { "<br>", "<br/>", "<br />" };
    auto text = withoutEmphasis (cell);

    for (const auto tag : breaks)
    {
        std::string lines;
        std::string_view rest = text;

        for (auto at = rest.find (tag); at != std::string_view::npos; at = rest.find (tag))
        {
            lines.append (trim (rest.substr (0, at))).append ("\n");
            rest = trim (rest.substr (at + tag.size()));
        }

        text = lines.append (rest);
    }

    return text;
}

/** What a row of the table says, once those above have ended. */
class RowReader
{
public:
    explicit RowReader (const Table& ofTable) : table (ofTable.cells) {}

    /** Nothing where its cells are not what the head says. */
    std::unique_ptr<ChapterLine> read (const Candidate& row, const CsvRow& plain)
    {
        const auto written = cellsOf (row.line, table.separator);
        const auto cell = [&] (MarkerColumn column)
        {
            const auto at = table.columns[column];
            return at && *at < written.size() ? written[*at] : std::string_view {};
        };
        const auto times = [&] (MarkerColumn column)
        {
            return timesIn (
                row, cell (column), table.columns.cell (plain, column), table.columns.unitOf (column));
        };
        auto starts = times (MarkerColumn::start);
        const auto ends = times (MarkerColumn::end), lengths = times (MarkerColumn::duration);

        if (table.timed() == MarkerColumn::duration && ! lengths.empty())
            starts = startsByLength (lengths.front(), ends);

        const auto title = withoutEmphasis (cell (MarkerColumn::title));

        if (written.size() > table.rows.front().cells.size() || starts.empty() || starts.size() > 2
            || title.empty())
            return {};

        ChapterLine chapter { .start = starts.front(),
                              .title = title,
                              .summary = textOf (cell (MarkerColumn::description)),
                              .isOfTable = true };
        takeEnd (chapter, starts, ends, lengths);
        takeUrls (chapter, row.line);

        if (chapter.url.empty())
            chapter.url = cell (MarkerColumn::url);

        if (chapter.picture.empty())
            chapter.picture = cell (MarkerColumn::image);

        return std::make_unique<ChapterLine> (std::move (chapter));
    }

private:
    const ChapterTable& table;
    Duration ended; ///< where lengths add up

    std::vector<Timestamp> startsByLength (const Timestamp& length, const std::vector<Timestamp>& ends)
    {
        const auto end = ends.empty() ? std::nullopt : std::optional (ends.front().value);
        const auto start = startByLength (length.value, end, ended);

        if (! start)
            return {};

        auto time = length;
        time.value = *start;
        return { time };
    }

    static void takeEnd (ChapterLine& chapter,
                         const std::vector<Timestamp>& starts,
                         const std::vector<Timestamp>& ends,
                         const std::vector<Timestamp>& lengths)
    {
        auto end = ends.empty() ? starts.back() : ends.front();

        if (ends.empty() && starts.size() < 2 && ! lengths.empty())
        {
            end = lengths.front();
            end.value = chapter.start.value + end.value;
        }

        if (end.value > chapter.start.value)
            chapter.end = end;
        else
            chapter.endNotLater = ! ends.empty();
    }
};

/** Those that hold something besides the numbers of the rows, and of which a chapter takes nothing. */
void tellColumnsLeftOut (Notices& notices, const Table& table, const Place& place)
{
    const auto& names = table.cells.rows.front();
    const auto body = table.body();
    const auto saysSomething = [] (std::string_view cell) { return hasWord (cell); };

    for (std::size_t i = 0; i < names.cells.size(); ++i)
    {
        const bool isTaken = table.cells.columns.knows (i) && table.cells.columns[MarkerColumn::level] != i;
        const auto name = names.cell (i);

        if (isTaken || countIn (body, i, saysSomething) == 0 || countIn (body, i, isNumber) == body.size())
            continue;

        notices.push_back ({ Notice::Grade::ignored,
                             std::format ("The column '{}' of the table was left out.",
                                          name.empty() ? std::to_string (i + 1) : quotable (name)),
                             place });
    }
}

} // namespace

bool isRowOfDashes (std::string_view row)
{
    return row.contains ('|') && row.contains ('-')
           && row.find_first_not_of ("|-: \t") == std::string_view::npos
           && (row.starts_with ('|') || row.contains ("--"));
}

void readTables (std::vector<Candidate>& candidates)
{
    for (std::size_t k = 0; k < candidates.size(); ++k)
        if (isSeparatorRow (candidates[k]) || isAboveDashes (candidates, k) || isHeadOfTabs (candidates[k]))
            candidates[k].line.kind = Line::Kind::tableHead;

    for (const auto& table : tablesIn (candidates))
    {
        RowReader reader (table);

        for (std::size_t i = 0; i < table.rows.size(); ++i)
        {
            auto& row = candidates[table.rows[i]];

            if (auto chapter = reader.read (row, table.body()[i]))
            {
                // Those in other cells, of notes, begin no chapters.
                row.times = { chapter->start };

                if (chapter->end)
                    row.times.push_back (*chapter->end);

                row.first = std::move (chapter);
                row.last.reset();
            }
        }
    }
}

void tellTableHeads (Notices& notices, const std::vector<Candidate>& candidates)
{
    const auto isHead = [&] (std::size_t k)
    { return k < candidates.size() && candidates[k].line.kind == Line::Kind::tableHead; };
    const auto lineOf = [&] (std::size_t k) { return candidates[k].line.number; };

    for (std::size_t k = 0; k < candidates.size(); ++k)
    {
        const auto first = k;

        while (isHead (k) && isHead (k + 1))
            ++k;

        if (isHead (k))
            notices.push_back ({ Notice::Grade::ignored,
                                 "The header of the table.",
                                 Place::atLines (lineOf (first), lineOf (k)) });
    }

    for (const auto& table : tablesIn (candidates))
    {
        const auto place = Place::atLines (lineOf (table.head), lineOf (table.rows.back()));

        if (table.cells.timed() == MarkerColumn::duration)
            notices.push_back (
                { Notice::Grade::warning,
                  "The table holds lengths and no starts: each chapter begins where the one before ends.",
                  place });

        tellColumnsLeftOut (notices, table, place);
    }
}

} // namespace earmark::outline
