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

private:
    std::string_view text;
    char separator;
    bool quotes;
    std::size_t at = 0;
    std::size_t line = 1;

    CsvRow nextRow()
    {
        CsvRow row { line, {} };

        for (;;)
        {
            row.cells.push_back (nextCell());

            if (at >= text.size())
                break;

            if (const auto c = text[at++]; c != separator)
            {
                at += c == '\r' && text.substr (at).starts_with ('\n') ? 1u : 0u;
                ++line;
                break;
            }
        }

        return row;
    }

    std::string nextCell()
    {
        if (quotes && at < text.size() && text[at] == '"')
            if (const auto end = endOfQuotes())
                return quotedCell (*end);

        const std::array stops { separator, '\r', '\n' };
        const auto end =
            std::min (text.find_first_of (std::string_view (stops.data(), stops.size()), at), text.size());
        std::string cell (text.substr (at, end - at));
        at = end;
        return cell;
    }

    /** Of the quotation mark that closes the one at `at`: the next that is not doubled. */
    std::optional<std::size_t> endOfQuotes()
    {
        for (auto i = text.find ('"', at + 1); i != std::string_view::npos; i = text.find ('"', i + 2))
            if (! text.substr (i + 1).starts_with ('"'))
                return i;

        quotes = false; // none of the later ones can be closed either, or this one would be
        return {};
    }

    std::string quotedCell (std::size_t end)
    {
        std::string cell;
        cell.reserve (end - at);

        for (auto i = at + 1; i < end; ++i)
        {
            cell += text[i];
            line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n') ? 1u : 0u;
            i += text[i] == '"' ? 1u : 0u;
        }

        at = end + 1;

        // Text behind the closing mark is kept, as most programs do.
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
