// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/CutListRows.h"

#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Timecode.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>

namespace earmark::cutlist
{

namespace
{

bool isBetweenTimes (char32_t c)
{
    return isSpace (c) || isDash (c) || c == U'>' || c == U'\u2192' || c == U'\u2022' || c == U'*'
           || c == U'\u2026';
}

/** What people put around a time or a range, or right in front of the next one. */
bool isAroundTimes (char32_t c)
{
    constexpr std::u32string_view marks = U"()[]{}<\"`&/|,;\u201C\u201D\u201E\u00AB\u00BB";
    return marks.contains (c);
}

/** What people write in front of a range, inside of it, and between two, in lower case. */
constexpr std::array<std::string_view, 3> openings { "from", "between", "von" };
constexpr std::array<std::string_view, 5> betweens { "to", "until", "till", "and", "bis" };
constexpr std::array<std::string_view, 15> joiners { "and", "then", "also",  "again", "plus",
                                                     "und", "dann", "sowie", "auch",  "&",
                                                     "+",   "/",    "|",     ",",     ";" };

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

/** Without what stands around a time. */
std::string_view bare (std::string_view word)
{
    word = trim (word);

    // One alone means minutes.
    if (word.size() > 2 && word.front() == '\'' && word.back() == '\'')
        word = word.substr (1, word.size() - 2);

    while (! word.empty())
    {
        const auto first = codePointAt (word, 0);

        if (! isAroundTimes (first.value))
            break;

        word.remove_prefix (first.size);
    }

    while (! word.empty())
    {
        const auto last = codePointBefore (word, word.size());

        if (! isAroundTimes (last.value))
            break;

        word.remove_suffix (last.size);
    }

    return word;
}

/** Of the times among them. The number of a list's item is none. */
void takeMarksOff (std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const auto inside = bare (words[i]);
            (i > 0 || ! isItemNumber (words[i])) && inside.size() < words[i].size() && timeIn (inside))
            words[i] = std::string (inside);
}

/** Marks of lists, dashes, arrows and two or more full stops are no words, but a dash right before the line's first number is its sign. */
std::vector<std::string> splitWords (std::string_view line)
{
    std::vector<std::string> words;
    bool isInWord = false, hasBegun = false;

    for (std::size_t at = 0; at < line.size();)
    {
        const auto point = codePointAt (line, at);
        const auto stops = std::min (line.find_first_not_of ('.', at), line.size()) - at;
        const auto isSign = ! hasBegun && isDash (point.value) && isDigitAt (line, at + point.size);

        if (! isSign && (stops > 1 || isBetweenTimes (point.value)))
            isInWord = false;
        else
        {
            if (! isInWord)
                words.emplace_back();

            words.back() += isSign ? std::string_view ("-") : line.substr (at, point.size);
            isInWord = true;
            hasBegun = hasBegun || ! isAroundTimes (point.value);
        }

        at += std::max (stops, point.size);
    }

    return words;
}

/** Takes out what says that a range begins at that word, and what stands between its times. Whether there was any. */
bool dropConnectives (std::vector<std::string>& words, std::size_t at)
{
    const auto before = words.size();
    const auto place = std::ptrdiff_t (at);

    if (words.size() > at + 2 && isOneOf (openings, words[at]) && looksLikeTime (words[at + 1]))
        words.erase (words.begin() + place);

    if (words.size() > at + 2 && timeIn (words[at]) && isOneOf (betweens, words[at + 1]))
        words.erase (words.begin() + place + 1);

    return words.size() < before;
}

void dropJoiners (std::vector<std::string>& words)
{
    const auto first =
        std::ranges::find_if_not (words, [] (const std::string& word) { return isOneOf (joiners, word); });
    words.erase (words.begin(), first);
    dropConnectives (words, 0);
}

/** The words of a cell that begins with a range, "14:10 – 14:41"; else the cell as it is. */
std::vector<std::string> dissolved (const std::string& cell)
{
    auto words = wordsOf (cell);
    dropJoiners (words);
    const auto isRange = words.size() >= 2 && timeIn (words[0]) && timeIn (words[1]);
    return isRange ? std::move (words) : std::vector { cell };
}

bool holdsRange (const std::string& cell)
{
    return ! timeIn (cell) && dissolved (cell).size() > 1;
}

/** A table may have whole ranges in its first column, or behind their numbers. Those that stand behind one are to be found out, too. */
void splitRanges (CsvRow& row)
{
    if (row.cells.size() > 1 && countIn (row.cell (0)) && holdsRange (row.cells[1]))
        row.cells.erase (row.cells.begin());

    if (! holdsRange (row.cells.front()))
        return;

    std::vector<std::string> cells;

    for (const auto& cell : row.cells)
        cells.append_range (dissolved (cell));

    row.cells = std::move (cells);
}

bool isComment (const CsvRow& row)
{
    return row.cell (0).starts_with ('#');
}

/** "#" begins a comment, but it also is what the column of the numbers is called. */
void dropComments (std::vector<CsvRow>& table)
{
    const auto isHeading = [] (const CsvRow& row)
    {
        const auto columns = columnsOf (row);
        return columns[MarkerColumn::start]
               && (columns[MarkerColumn::end] || columns[MarkerColumn::duration]);
    };
    const auto first = std::ranges::find_if (
        table, [&] (const CsvRow& row) { return ! isComment (row) || isHeading (row); });
    table.erase (table.begin(), first);

    if (table.empty())
        return;

    const auto left = std::ranges::remove_if (table.begin() + 1, table.end(), isComment);
    table.erase (left.begin(), left.end());
}

std::vector<CsvRow> rowsOfTable (std::string_view text, char separator)
{
    auto table = readCsv (text, separator);
    dropComments (table);

    for (auto& row : table)
    {
        takeMarksOff (row.cells);
        splitRanges (row);
    }

    return table;
}

} // namespace

std::optional<Duration> timeIn (std::string_view cell)
{
    const auto time = parseClock (cell);
    return time ? time : parseDuration (cell);
}

bool looksLikeTime (std::string_view cell)
{
    return isDigitAt (bare (cell), 0);
}

bool countsFrames (std::string_view cell)
{
    return parseTimecode (bare (cell)).has_value();
}

std::optional<std::int64_t> countIn (std::string_view cell)
{
    cell = trim (cell);
    return parseInteger (isItemNumber (cell) ? cell.substr (0, cell.size() - 1) : cell);
}

std::vector<std::string> wordsOf (std::string_view line)
{
    auto words = splitWords (line);

    // A comment may follow behind one; the first may be the number of a line.
    for (auto& word : words | std::views::drop (1))
        while (word.size() > 1 && std::string_view (",;:").contains (word.back()))
            word.pop_back();

    std::erase_if (words,
                   [] (const std::string& word) { return bare (word).empty() && ! isOneOf (joiners, word); });

    // A range follows; otherwise it is a time itself.
    if (words.size() > 2 && isItemNumber (words.front()))
        words.erase (words.begin());

    takeMarksOff (words);

    // A range may have its number in front.
    if (! dropConnectives (words, 0) && ! words.empty() && parseInteger (words.front()))
        dropConnectives (words, 1);

    return words;
}

std::vector<std::string> wordsBehind (const CsvRow& row, std::size_t cell)
{
    std::vector<std::string> words;

    for (const auto& text : row.cells | std::views::drop (cell))
        words.append_range (wordsOf (text));

    dropJoiners (words);
    return words;
}

std::vector<CsvRow> rowsOf (std::string_view text)
{
    constexpr std::string_view arrow = "-->";

    // Where an arrow stands between two times, a comma is a decimal one.
    if (const auto separator = guessSeparator (text); separator != 0 && ! text.contains ("->"))
        return rowsOfTable (text, separator);

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

        CsvRow row { i + 1, wordsOf (lines[i]) };

        if (row.cells.empty())
            isInCue = false;
        else if ((isRange || ! isInCue) && ! isComment (row))
            rows.push_back (std::move (row));
    }

    return rows;
}

} // namespace earmark::cutlist
