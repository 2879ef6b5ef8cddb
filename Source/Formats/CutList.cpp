// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/CutList.h"

#include "Formats/CutListRows.h"
#include "Formats/Techniques/Columns.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <format>

namespace earmark
{

using namespace cutlist;

namespace
{

/** In which cells of a row a range stands. */
struct Layout
{
    std::size_t start = 0;
    std::size_t end = 1;
    bool isLength = false; ///< the second says how long it is
    bool isNamed = false;  ///< by a header
    NumberUnit startUnit = NumberUnit::seconds, endUnit = NumberUnit::seconds;
};

std::optional<Duration> timeInUnit (std::string_view cell, NumberUnit unit)
{
    return unit != NumberUnit::seconds && isPlainNumber (cell) ? plainTime (cell, unit) : timeIn (cell);
}

/** A header has no times. One with digits has a word that we know; any other line with digits is meant as a cut. */
bool isHeader (const CsvRow& row, const Columns& columns)
{
    const auto hasDigit = [] (const std::string& cell)
    { return cell.find_first_of ("0123456789") != std::string::npos; };
    const auto mayBeTime = [&] (const std::string& cell)
    { return timeIn (cell) || looksLikeTime (cell) || (cell.contains (':') && hasDigit (cell)); };

    if (std::ranges::any_of (row.cells, mayBeTime))
        return false;

    return columns[MarkerColumn::start] || columns[MarkerColumn::end] || columns[MarkerColumn::duration]
           || std::ranges::none_of (row.cells, hasDigit);
}

/** What a header's words mean tells the columns. Takes it off the rows. */
Result<Layout> takeLayout (std::vector<CsvRow>& rows)
{
    Layout layout;

    if (rows.empty())
        return layout;

    const auto columns = columnsOf (rows.front());

    if (! isHeader (rows.front(), columns))
        return layout;

    if (const auto start = columns[MarkerColumn::start])
    {
        if (! columns[MarkerColumn::end] && ! columns[MarkerColumn::duration])
            return failure (Error::Kind::malformed,
                            "Its header does not say which column holds the ends or the lengths.",
                            Place::atLine (rows.front().line));

        layout.isNamed = true;
        layout.start = *start;
        layout.isLength = ! columns[MarkerColumn::end] && columns[MarkerColumn::duration];
        layout.end =
            columns[MarkerColumn::end] ? *columns[MarkerColumn::end] : *columns[MarkerColumn::duration];
    }

    layout.startUnit = columns.unitAt (layout.start);
    layout.endUnit = columns.unitAt (layout.end);
    rows.erase (rows.begin());
    return layout;
}

/** MPlayer's lists of edits say behind each range what is done with it: 0 skips it, 1 mutes it, 2 is a change of scene, 3 an ad. */
bool haveActions (const std::vector<CsvRow>& rows)
{
    return std::ranges::all_of (rows,
                                [] (const CsvRow& row)
                                {
                                    const auto action = row.cell (2);
                                    return row.cells.size() == 3 && action.size() == 1 && action >= "0"
                                           && action <= "3";
                                });
}

/** "1, 0:05, 0:06". A number of seconds may stand in front of clock times, too, but then the last of them is the length. */
bool beginsWithIndex (const CsvRow& row)
{
    const auto isClock = [&] (std::size_t cell)
    { return looksLikeTime (row.cell (cell)) && row.cell (cell).contains (':'); };

    if (! countIn (row.cell (0)) || ! isClock (1) || ! isClock (2))
        return false;

    const auto first = timeIn (row.cell (0)), second = timeIn (row.cell (1)), third = timeIn (row.cell (2));
    return ! first || ! second || ! third || *third != *second - *first;
}

/** Whether rows of plain numbers begin with one that counts them, and have a range behind it. */
bool areCounted (const std::vector<CsvRow>& rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        const auto start = timeIn (rows[i].cell (1)), end = timeIn (rows[i].cell (2));

        if (countIn (rows[i].cell (0)) != std::int64_t (i + 1) || ! start || ! end || *end <= *start)
            return false;
    }

    return rows.size() > 1 && ! haveActions (rows);
}

/** Where no header says what there is. */
void dropIndexes (std::vector<CsvRow>& rows)
{
    if (rows.empty() || (! beginsWithIndex (rows.front()) && ! areCounted (rows)))
        return;

    for (auto& row : rows)
        if (row.cells.size() > 1 && countIn (row.cell (0)))
            row.cells.erase (row.cells.begin());
}

/** Behind the first two times, where no header says what else there is: two more, by their colons or because they go on from there. */
bool holdsAnother (const CsvRow& row, Duration end)
{
    const auto words = wordsBehind (row, 2);

    if (words.size() < 2)
        return false;

    const auto nextStart = timeIn (words[0]), nextEnd = timeIn (words[1]);
    const auto areClocks = words[0].contains (':') && words[1].contains (':');
    const auto isRemark = row.cell (2).contains (' '); // a column of them, where numbers count other things
    return nextStart && nextEnd && (areClocks || (! isRemark && *nextStart >= end && *nextEnd > *nextStart));
}

/** Why a row whose range begins with `start` has none, by the cell that should have been a time. */
std::string whyUnread (std::string_view start, std::string_view cell)
{
    for (const auto& word : wordsOf (cell))
    {
        if (timeIn (word) || ! looksLikeTime (word))
            continue;

        if (countsFrames (word))
            return std::format ("'{}' counts frames, and a list does not say how long one is: write seconds "
                                "and their fractions, as in 1:02:03.5.",
                                word);

        return std::format ("'{}' is no time that can be read, such as 1:30, 1:02:03.5 or 90.", word);
    }

    return std::format ("'{}' is no cut: a line has to say where one begins and where it ends.", start);
}

Result<TimeRange> rangeIn (const CsvRow& row, const Layout& layout)
{
    const auto start = timeInUnit (row.cell (layout.start), layout.startUnit),
               end = timeInUnit (row.cell (layout.end), layout.endUnit);
    const auto refused = [&] (std::string message)
    { return failure (Error::Kind::malformed, std::move (message), Place::atLine (row.line)); };

    if (start && *start < Duration())
        return refused (std::format ("'{}' is no cut: it begins before the audio.", row.cell (layout.start)));

    if (! start || ! end)
        return refused (whyUnread (row.cell (layout.start), row.cell (start ? layout.end : layout.start)));

    const TimeRange range { Position (*start), Position (layout.isLength ? *start + *end : *end) };

    if (range.length() <= Duration())
        return refused (
            std::format ("'{}' is no cut: it ends where it begins, or before.", row.cell (layout.start)));

    if (! layout.isNamed && holdsAnother (row, *end))
        return refused ("The line holds more than one cut; each needs a line of its own.");

    return range;
}

} // namespace

Result<CutList> readCutList (std::string_view bytes)
{
    const auto text = decodeText (bytes);

    if (! text)
        return std::unexpected (text.error());

    auto rows = rowsOf (text->utf8);
    const auto layout = takeLayout (rows);

    if (! layout)
        return std::unexpected (layout.error());

    if (! layout->isNamed)
        dropIndexes (rows);

    const auto withActions = ! layout->isNamed && haveActions (rows);
    CutList list { {}, text->notices };

    for (const auto& row : rows)
    {
        if (withActions && (row.cell (2) == "1" || row.cell (2) == "2"))
        {
            list.notices.push_back ({ Notice::Grade::ignored, "It is no cut.", Place::atLine (row.line) });
            continue;
        }

        const auto range = rangeIn (row, *layout);

        if (! range)
            return std::unexpected (range.error());

        if (list.cuts.size() == maxCuts)
            return failure (Error::Kind::tooLarge, std::format ("It holds more than {} cuts.", maxCuts));

        list.cuts.push_back (*range);
    }

    if (list.cuts.empty())
        return failure (Error::Kind::empty,
                        rows.empty()
                            ? "There are no cuts in it."
                            : "There are no cuts in it: a 1 or a 2 behind a range says that it is only "
                              "muted, or a change of scene.");

    return list;
}

} // namespace earmark
