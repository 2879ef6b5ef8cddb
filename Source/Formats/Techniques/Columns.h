// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Csv.h"
#include "Formats/Techniques/Timecode.h"

#include <array>
#include <optional>
#include <span>

// Tables of markers: which column means what, by the words of a header row, and the many ways in which their cells hold times.

namespace earmark
{

enum class MarkerColumn
{
    title,
    start,
    end,
    duration,
    description,
    url,
    image,
    level
};

inline constexpr std::size_t columnCount = 8;

/** Those for a start, an end or a length. */
bool holdsTimes (MarkerColumn);

/** What plain numbers of a column count, as its heading says; clock times and timecodes are such in any of them. */
enum class NumberUnit
{
    seconds, ///< also where nothing is said
    milliseconds,
    unknown ///< samples, frames and what else is no time by itself
};

/** Indexes of the columns, from 0. */
struct Columns
{
    std::array<std::optional<std::size_t>, columnCount> at;
    std::vector<NumberUnit> units;   ///< of all columns that have a heading, whatever they mean
    std::vector<std::size_t> merged; ///< those whose cells the start's have in them already

    std::optional<std::size_t> operator[] (MarkerColumn c) const { return at[std::size_t (c)]; }

    std::optional<std::size_t>& operator[] (MarkerColumn c) { return at[std::size_t (c)]; }

    /** The row's cell, trimmed; empty where there is no such column. */
    std::string_view cell (const CsvRow&, MarkerColumn) const;

    NumberUnit unitAt (std::size_t index) const;
    NumberUnit unitOf (MarkerColumn) const;

    /** Whether the column means anything. */
    bool knows (std::size_t index) const;
};

/** By a header's words (see headingOf()). Of several columns with a meaning it is the one whose word is the surest, of those alike the first; one whose cells in
    the rows are all the same only where there is no other, and a "chapter" that only counts gives way to a "name". Behind the word may stand a unit, "start_ms";
    one of an unknown unit means nothing. */
Columns columnsOf (const CsvRow& header, std::span<const CsvRow> rows = {});

/** The name as in `--set columns=start:1,title:2`. */
std::string_view nameOf (MarkerColumn);
std::optional<MarkerColumn> columnNamed (std::string_view);

/** "title, start, …, level" */
std::string columnNames();

/** "61500" and "-61500.5", of whatever unit and size. */
bool isPlainNumber (std::string_view cell);

/** Nothing where it is no plain number, or one of an unknown unit. */
std::optional<Duration> plainTime (std::string_view cell, NumberUnit);

/** Where a marker lies, as its cell says. */
class CellTimes
{
public:
    /** Looks at the cells first, to ask for a frame rate only where they count frames. atLeast: see askFrameRate(). */
    void prepare (std::string_view cell);
    void settle (Gathering&, std::int64_t atLeast);

    /** "38.131", "1:02:03.5", "0:00:00:11", "00;11;23;01", "1m 30s"; nothing for anything else, such as bars and beats. A
        spreadsheet's marks of text are no part of a time. */
    std::optional<Duration> read (std::string_view cell, NumberUnit = NumberUnit::seconds) const;

    /** The first timecode that was prepared, by size. */
    std::optional<Timecode> earliest() const { return first; }

    FrameRate rate() const { return frameRate; }

private:
    std::int64_t largestFrame = -1;
    bool dropFrame = false;
    std::optional<Timecode> first;
    FrameRate frameRate;
};

} // namespace earmark
