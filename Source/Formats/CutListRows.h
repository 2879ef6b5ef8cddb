// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Csv.h"
#include "Foundation/Time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A list of cuts as rows, whether it is a table, subtitles, or lines that people typed: the first two cells of a row are to be a range.

namespace earmark::cutlist
{

/** The whole cell as a time; nothing where it is none. */
std::optional<Duration> timeIn (std::string_view cell);

/** "0:75", "(00:00:05:00": begins like a time, and may be none. */
bool looksLikeTime (std::string_view cell);

/** "00:00:05:00", also in brackets. */
bool countsFrames (std::string_view cell);

/** "3", or "3." and "3)" as the items of a list have it. */
std::optional<std::int64_t> countIn (std::string_view cell);

/** The words of a line without its bullet or number, without what only joins two times to a range, and without brackets and quotation
    marks around times. Linear. */
std::vector<std::string> wordsOf (std::string_view line);

/** The same of all cells from that one on, without what joins a second range to the first, such as "and from". */
std::vector<std::string> wordsBehind (const CsvRow&, std::size_t cell);

/** Without comments, the numbers and texts of subtitles, and empty lines; a header is still among them. */
std::vector<CsvRow> rowsOf (std::string_view text);

} // namespace earmark::cutlist
