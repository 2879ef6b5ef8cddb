// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

struct CsvRow
{
    std::size_t line = 0; ///< of its beginning, from 1
    std::vector<std::string> cells;
    std::string_view
        written = {}; ///< as it stands in the text that was read, without its line end; as long as that lives

    /** Trimmed; empty beyond the last one. */
    std::string_view cell (std::size_t) const;

    /** The index counts from the last cell. */
    std::string_view cellFromEnd (std::size_t) const;
};

enum class Quoting
{
    rfc4180, ///< "a,b" and "" for a quotation mark; line ends inside are kept
    none     ///< quotation marks are text
};

/** A table may begin with a line that only states its separator, as spreadsheets write it: "sep=;". 0 where it does not. */
char statedSeparator (std::string_view text);

/** Rows without any text are left out, as is a first line that states the separator. A quotation mark opens a cell at its beginning, or behind blanks
    there, and only if the next that is not doubled closes it, before a separator or a line's end; all others are text. Linear. */
std::vector<CsvRow> readCsv (std::string_view text, char separator, Quoting = Quoting::rfc4180);

/** Some cells of a row that was read with this separator, with what stands between them, quotation marks and all, as Quoting::rfc4180 finds them. */
std::string_view writtenCells (const CsvRow&, char separator, std::size_t first, std::size_t count);

/** Tab, semicolon, bar or comma: what the text states, else what divides most of the first rows alike. 0 where nothing does. */
char guessSeparator (std::string_view text);

/** Quoted only where it must be. */
std::string csvCell (std::string_view text, char separator);

} // namespace earmark
