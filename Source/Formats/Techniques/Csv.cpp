// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Csv.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace earmark
{

namespace
{

constexpr std::array separators { '\t', ';', '|', ',' };

/** Reads cell after cell; what a quotation mark means can only be known once its end is found. */
class CsvReader
{
public:
    CsvReader (std::string_view csv, char cellSeparator, Quoting how)
        : text (csv), separator (cellSeparator), quotes (how == Quoting::rfc4180)
    {}

    std::vector<CsvRow> rows()
    {
        std::vector<CsvRow> found;

        if (statedSeparator (text) != 0)
            nextRow();

        while (at < text.size())
        {
            auto row = nextRow();

            if (std::ranges::any_of (row.cells, [] (const std::string& c) { return ! trim (c).empty(); }))
                found.push_back (std::move (row));
        }

        return found;
    }

    /** Where the text is one row: its cells as they stand. */
    std::vector<std::string_view> writtenCells()
    {
        std::vector<std::string_view> found;

        for (;; ++at)
        {
            const auto begin = at;
            nextCell();
            found.push_back (text.substr (begin, at - begin));

            if (at >= text.size())
                return found;
        }
    }

private:
    std::string_view text;
    char separator;
    bool quotes;
    std::size_t at = 0;
    std::size_t line = 1;

    CsvRow nextRow()
    {
        CsvRow row { line, {} };
        const auto begin = at;

        for (;;)
        {
            row.cells.push_back (nextCell());
            row.written = text.substr (begin, at - begin);

            if (at >= text.size())
                break;

            if (const auto c = text[at++]; c != separator)
            {
                const auto rest = text.substr (at);
                at += c != '\r' ? 0u : rest.starts_with ("\r\n") ? 2u : rest.starts_with ('\n') ? 1u : 0u;
                ++line;
                break;
            }
        }

        return row;
    }

    std::string nextCell()
    {
        if (const auto opening = behindBlanks (at); quotes && isAt ('"', opening))
            if (const auto closing = closingOf (opening))
                return quotedCell (opening, *closing);

        const std::array stops { separator, '\r', '\n' };
        const auto end =
            std::min (text.find_first_of (std::string_view (stops.data(), stops.size()), at), text.size());
        std::string cell (text.substr (at, end - at));
        at = end;
        return cell;
    }

    bool isAt (char c, std::size_t place) const { return place < text.size() && text[place] == c; }

    std::size_t behindBlanks (std::size_t place) const
    {
        while (isAt (' ', place))
            ++place;

        return place;
    }

    /** The next quotation mark that is not doubled, if a cell can end behind it. Since that one alone is asked, what begins many cells that are never
        closed is looked through once. */
    std::optional<std::size_t> closingOf (std::size_t opening) const
    {
        auto closing = text.find ('"', opening + 1);

        while (closing != std::string_view::npos && isAt ('"', closing + 1))
            closing = text.find ('"', closing + 2);

        if (closing == std::string_view::npos)
            return {};

        const auto next = behindBlanks (closing + 1);
        const auto ends =
            next == text.size() || isAt (separator, next) || isAt ('\r', next) || isAt ('\n', next);
        return ends ? std::optional (closing) : std::nullopt;
    }

    std::string quotedCell (std::size_t opening, std::size_t closing)
    {
        std::string cell;
        cell.reserve (closing - opening);

        for (auto i = opening + 1; i < closing; ++i)
        {
            cell += text[i];
            line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1u : 0u;
            i += text[i] == '"' ? 1u : 0u;
        }

        at = closing + 1;

        // Nothing but blanks, which belong to the cell as they do where there are no quotation marks.
        const std::array stops { separator, '\r', '\n' };
        const auto rest =
            std::min (text.find_first_of (std::string_view (stops.data(), stops.size()), at), text.size());
        cell += text.substr (at, rest - at);
        at = rest;
        return cell;
    }
};

} // namespace

std::string_view CsvRow::cell (std::size_t index) const
{
    return index < cells.size() ? trim (cells[index]) : std::string_view {};
}

std::string_view CsvRow::cellFromEnd (std::size_t index) const
{
    return index < cells.size() ? trim (cells[cells.size() - 1 - index]) : std::string_view {};
}

char statedSeparator (std::string_view text)
{
    constexpr std::string_view word = "sep=";
    const auto line = text.substr (0, std::min (text.find_first_of ("\r\n"), text.size()));
    const bool isStated = line.size() == word.size() + 1
                          && equalsIgnoringCase (line.substr (0, word.size()), word)
                          && std::ranges::contains (separators, line.back());
    return isStated ? line.back() : '\0';
}

std::vector<CsvRow> readCsv (std::string_view text, char separator, Quoting quoting)
{
    return CsvReader (text, separator, quoting).rows();
}

std::string_view writtenCells (const CsvRow& row, char separator, std::size_t first, std::size_t count)
{
    const auto cells = CsvReader (row.written, separator, Quoting::rfc4180).writtenCells();
    const auto end = std::min (first + count, cells.size());

    if (first >= end)
        return {};

    const auto begin = std::size_t (cells[first].data() - row.written.data());
    const auto behind = std::size_t (cells[end - 1].data() - row.written.data()) + cells[end - 1].size();
    return row.written.substr (begin, behind - begin);
}

char guessSeparator (std::string_view text)
{
    constexpr std::size_t sampleBytes = 1u << 16;
    constexpr std::size_t sampleRows = 50;
    char best = 0;
    std::size_t bestScore = 0;

    if (const auto stated = statedSeparator (text); stated != 0)
        return stated;

    for (const char separator : separators)
    {
        std::map<std::size_t, std::size_t> rowsByCells;
        auto rows = readCsv (text.substr (0, sampleBytes), separator);
        rows.resize (std::min (rows.size(), sampleRows));

        for (const auto& row : rows)
            ++rowsByCells[row.cells.size()];

        // How many rows have the commonest number of cells; the earlier separators, which titles hardly hold, win ties.
        for (const auto& [cells, count] : rowsByCells)
        {
            if (const auto score = cells > 1 ? count : 0; score > bestScore)
            {
                best = separator;
                bestScore = score;
            }
        }
    }

    return best;
}

std::string csvCell (std::string_view text, char separator)
{
    const std::array special { separator, '"', '\r', '\n' };

    if (text.find_first_of (std::string_view (special.data(), special.size())) == std::string_view::npos)
        return std::string (text);

    std::string cell = "\"";

    for (const char c : text)
        cell += c == '"' ? std::string ("\"\"") : std::string (1, c);

    return cell + '"';
}

} // namespace earmark
