// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Columns.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A table of chapters, as anybody makes it: where its rows begin, and what its columns hold.

namespace earmark
{

struct ChapterTable
{
    std::vector<CsvRow> above; ///< rows of text that stand above the headings
    std::vector<CsvRow> rows;
    char separator = 0;
    std::size_t firstRow = 0; ///< 1 behind a header
    Columns columns;
    bool fromLast = false;  ///< the time is in a row's last cell, the title before it; there are no columns
    bool isGuarded = false; ///< as spreadsheetOf() writes it

    /** Where times come from: where there are only lengths, from those. */
    MarkerColumn timed() const;

    std::string_view timeOf (const CsvRow&) const;

    NumberUnit unit() const { return columns.unitOf (timed()); }

    /** Without what keeps spreadsheets from computing it. */
    std::string text (const CsvRow&, MarkerColumn) const;
};

/** The columns are known by a header's words, else by what their cells hold. Without rows where the text is no table. */
ChapterTable chapterTableIn (std::string_view text);

/** Takes the columns for what the headings in the first row, and the cells below them, say. Whether those tell where the times are. */
bool readHeadings (ChapterTable&);

/** Where a chapter that is so long begins: so long before its end, where one is stated, else where the one before has ended, which it moves on. Nothing where
    it is no length. */
std::optional<Duration> startByLength (Duration length, std::optional<Duration> end, Duration& ended);

/** The first row's, where all starts of the table are times of day, "2:03:15 PM". */
std::optional<Duration> firstTimeOfDay (const ChapterTable&, const CellTimes&);

/** Gives up that the last cell alone is the time, for columns by content. */
void takeColumns (ChapterTable&);

} // namespace earmark
