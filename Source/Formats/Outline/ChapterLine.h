// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/OutlineLine.h"
#include "Foundation/Timestamp.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark::outline
{

/** Where the time stands in a line that makes a chapter. */
enum class TimePlace
{
    first, ///< "0:00 Intro"
    last,  ///< "Intro 0:00"
    alone ///< "0:00 – 0:54", with the title on a line of its own; ChapterLine::title then holds symbols, "Part 1" or a length such as "3 min" at most
};

/** What a line says when it is read as one that makes a chapter. */
struct ChapterLine
{
    TimePlace place = TimePlace::first;
    Timestamp start;
    std::optional<Timestamp> end;
    std::string title;
    std::string summary; ///< text behind a bold title on the same line
    std::string url;
    std::string urlTitle;
    std::vector<std::string> furtherUrls;
    std::string picture;      ///< its address
    std::string pictureAlt;   ///< its description
    bool isUnsure = false;    ///< what stands before the time may as well begin a sentence: "von 9:00"
    bool endNotLater = false; ///< a second time was there, but no end: it is not behind the start
    std::string brokenEnd;    ///< what stands where the end should, written like a time that it is not
    std::string openEnd;      ///< the word that stands where the end should, "End"
    bool isOfTable = false;   ///< each part had a cell of its own

    /** "12:04 AM radio": the title begins with what makes a time of day elsewhere. */
    bool isBeforeAmPm = false;

    /** What stood behind a slash behind the time, the same in the whole list. */
    std::optional<Timestamp> total;
};

/** The line read with its time first, or alone: nothing but numbering, brackets, emphasis and symbols may stand before
    the time. A second time behind a dash, the word "to" or blanks alone is the end, if it is later. */
std::optional<ChapterLine> readTimeFirst (const Line&, const std::vector<Timestamp>& times);

/** Of the last line of a list whose other lines are ranges, read with its time first: takes a word for the end off its title, "12:30 – End
    Bells", where it stands like the end of the line before; else the title may begin so. */
void takeOpenEnd (ChapterLine&, const Line&, const ChapterLine& before, const Line& lineBefore);

/** The line read with its time (or range, or the same range twice) last: only closing marks may follow. A preceding
    "at" or the like makes a clock time of it; "starts at" does not. */
std::optional<ChapterLine> readTimeLast (const Line&, const std::vector<Timestamp>& times);

/** A line with several chapters, "0:00 Intro 1:23 News 4:56 End": one for each time, all rising and each with a title.
    Empty when it is no such line. */
std::vector<ChapterLine> readSeveral (const Line&, const std::vector<Timestamp>& times);

} // namespace earmark::outline
