// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/CutList.h"

#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>
#include <span>

namespace earmark
{

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

std::optional<Duration> timeIn (std::string_view cell, NumberUnit unit = NumberUnit::seconds)
{
    if (unit != NumberUnit::seconds && isPlainNumber (cell))
        return plainTime (cell, unit);

    const auto time = parseClock (cell);
    return time ? time : parseDuration (cell);
}

bool isBetweenTimes (char32_t c)
{
    return isSpace (c) || isDash (c) || c == U'>' || c == U'\u2192' || c == U'\u2022' || c == U'*';
}

/** What people write in front of a range and inside of it, in lower case. */
constexpr std::array<std::string_view, 3> openings { "from", "between", "von" };
constexpr std::array<std::string_view, 5> betweens { "to", "until", "till", "and", "bis" };

bool isOneOf (std::span<const std::string_view> known, std::string_view word)
{
    return std::ranges::contains (known, toLowerAscii (word));
}

/** "1.", "2)" or "3:", which counts the lines of a list. */
bool isItemNumber (std::string_view word)
{
    return word.size() > 1 && std::string_view (".):").contains (word.back())
           && parseInteger (word.substr (0, word.size() - 1));
}

bool isDigitAt (std::string_view line, std::size_t at)
{
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
}

/** The words of a line. Marks of lists, dashes and arrows are none, but a dash right before the line's first number is its sign. */
std::vector<std::string> wordsOf (std::string_view line)
{
    std::vector<std::string> words;
    bool isInWord = false;

    for (std::size_t at = 0; at < line.size();)
    {
        const auto point = codePointAt (line, at);

        if (words.empty() && isDash (point.value) && isDigitAt (line, at + point.size))
        {
            words.emplace_back ("-");
            isInWord = true;
        }
        else if (isBetweenTimes (point.value))
            isInWord = false;
        else
        {
            if (! isInWord)
                words.emplace_back();

            words.back() += line.substr (at, point.size);
            isInWord = true;
        }

        at += point.size;
    }

    // A comment may follow behind one; the first may be the number of a line.
    for (auto& word : words | std::views::drop (1))
        while (word.size() > 1 && std::string_view (",;:").contains (word.back()))
            word.pop_back();

    // A range follows; otherwise it is a time itself.
    if (words.size() > 2 && isItemNumber (words.front()))
        words.erase (words.begin());

    if (words.size() > 2 && isOneOf (openings, words[0]) && timeIn (words[1]))
        words.erase (words.begin());

    if (words.size() > 2 && timeIn (words[0]) && isOneOf (betweens, words[1]))
        words.erase (words.begin() + 1);

    return words;
}

/** The words of a cell that begins with a range, "14:10 – 14:41"; else the cell as it is. */
std::vector<std::string> dissolved (const std::string& cell)
{
    auto words = wordsOf (cell);
    const auto isRange = words.size() >= 2 && timeIn (words[0]) && timeIn (words[1]);
    return isRange ? std::move (words) : std::vector { cell };
}

/** A table may have whole ranges in its first column. Those that stand behind one are to be found out, too. */
void splitRanges (CsvRow& row)
{
    if (timeIn (row.cell (0)) || dissolved (row.cells.front()).size() < 2)
        return;

    std::vector<std::string> cells;

    for (const auto& cell : row.cells)
        cells.append_range (dissolved (cell));

    row.cells = std::move (cells);
}

std::vector<CsvRow> rowsOf (std::string_view text)
{
    constexpr std::string_view arrow = "-->";

    // Where an arrow stands between two times, a comma is a decimal one.
    if (const auto separator = guessSeparator (text); separator != 0 && ! text.contains ("->"))
    {
        auto table = readCsv (text, separator);
        std::ranges::for_each (table, splitRanges);
        return table;
    }

    std::vector<CsvRow> rows;
    const auto lines = splitLines (text);
    bool isInCue = false;

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        const bool isRange = lines[i].contains (arrow);

        // Subtitles number their cues, and have a text below the times, up to an empty line.
        if (parseInteger (lines[i]) && i + 1 < lines.size() && lines[i + 1].contains (arrow))
        {
            isInCue = true;
            continue;
        }

        if (auto words = wordsOf (lines[i]); words.empty())
            isInCue = false;
        else if (isRange || ! isInCue)
            rows.push_back ({ i + 1, std::move (words) });
    }

    return rows;
}

/** A header has no times; what its words mean tells the columns. Takes it off the rows. */
Result<Layout> takeLayout (std::vector<CsvRow>& rows)
{
    Layout layout;

    if (rows.empty()
        || std::ranges::any_of (rows.front().cells,
                                [] (const std::string& cell) { return timeIn (cell).has_value(); }))
        return layout;

    const auto columns = columnsOf (rows.front());

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

/** Behind the first two times, where no header says what else there is: two more, by their colons or because they go on from there. */
bool holdsAnother (const CsvRow& row, Duration end)
{
    const auto nextStart = timeIn (row.cell (2)), nextEnd = timeIn (row.cell (3));
    return nextStart && nextEnd
           && ((row.cell (2).contains (':') && row.cell (3).contains (':'))
               || (*nextStart >= end && *nextEnd > *nextStart));
}

Result<TimeRange> rangeIn (const CsvRow& row, const Layout& layout)
{
    const auto start = timeIn (row.cell (layout.start), layout.startUnit),
               end = timeIn (row.cell (layout.end), layout.endUnit);
    const auto refused = [&] (std::string message)
    { return failure (Error::Kind::malformed, std::move (message), Place::atLine (row.line)); };

    if (start && *start < Duration())
        return refused (std::format ("'{}' is no cut: it begins before the audio.", row.cell (layout.start)));

    if (! start || ! end)
        return refused (std::format ("'{}' is no cut: a line has to say where one begins and where it ends.",
                                     row.cell (layout.start)));

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
    std::erase_if (rows, [] (const CsvRow& row) { return row.cell (0).starts_with ('#'); });
    const auto layout = takeLayout (rows);

    if (! layout)
        return std::unexpected (layout.error());

    const auto withActions = haveActions (rows);
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
        return failure (Error::Kind::empty, "There are no cuts in it.");

    return list;
}

} // namespace earmark
