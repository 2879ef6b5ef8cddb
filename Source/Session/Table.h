// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"
#include "Session/Review.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// The chapter table's rows and columns, as text and as edits.

namespace earmark
{

enum class Column
{
    number,
    state,
    start,
    length,
    title,
    link,
    picture,
    contents
};

struct ColumnInfo
{
    Column column;
    const char* heading;
    int width;      ///< pixels; 0 takes what is left
    int importance; ///< in a narrow table those with a lower one go first
    bool editable;
};

std::span<const ColumnInfo> columns();

/** The columns that fit, with their widths, which add up to `width`. */
struct PlacedColumn
{
    Column column;
    int x, width;

    bool operator== (const PlacedColumn&) const = default;
};

std::vector<PlacedColumn> placedColumns (int width);

/** Which chapters a filter leaves, as indices: those whose title, summary, points or link hold all of its words, whatever
    their case; what looks like a time, "6:41", may also begin theirs. "is:locked", "is:hidden", "is:ad", "is:note", "is:unchecked" and
    "is:accepted" stand for themselves. */
std::vector<std::size_t> filteredRows (const Document&, const Review&, const std::string& filter);

/** What a cell says. `endOfAudio` as in rangeOf(). */
std::string cellText (const Outline&, std::size_t index, Column, std::optional<Position> endOfAudio);

/** The mark in the column of states, where a finding has a place of its own beside it. */
enum class RowMark
{
    none,
    locked,
    accepted,       ///< in the review
    speechElsewhere ///< near the start, but not at it
};

/** One at a time, by what matters most. `suggestion` as of OpenAudio::suggestionFor(). */
RowMark markOf (const Chapter&, const Review&, std::optional<Position> suggestion);

/** What a chapter has to read besides its title: "summary, 2 points". Empty where there is nothing. */
std::string readingOf (const Chapter&);

/** The edit for what was typed into a cell. Fails with a sentence for what is no time, or a column that is not edited. */
Result<Edit> editOfCell (const Outline&, std::size_t index, Column, const std::string& typed);

enum class Slide
{
    toEarlier,
    toLater
};

/** Moves the texts of the given chapters by one, to their neighbours, for a list that is off by one: the free place at one end becomes an
    empty title, and what falls off at the other end goes. Times stay. */
std::vector<Edit> slideByOne (const Outline&, std::span<const ChapterId>, Slide);

} // namespace earmark
