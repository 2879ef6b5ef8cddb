// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/JsonReading.h"

// One chapter as an object of JSON, whose members each program names in its own way. For the .cpp files of this room only.

namespace earmark
{

/** How a program names the times of a chapter. */
struct TimeNames
{
    enum class Unit
    {
        seconds, ///< or a clock
        milliseconds,
        ticks, ///< of 100 ns
        clock  ///< never a bare number
    };

    const char* start;
    const char* end = "";
    const char* length = "";
    Unit unit = Unit::seconds;

    /** A member that is there, too, where the names are meant so. */
    const char* beside = "";

    /** The name of the object that holds the list, where the names are meant so. */
    std::string_view below = {};
};

/** The object that tells of the chapter: itself, or the only one that it wraps. */
const ReadJson& unwrapped (const ReadJson&);
const ReadJson& unwrapped (const ReadJson&&) = delete; // it may return what it was given

/** By which names most of a list's objects tell their times, where they are chapters: with titles, and no transcript's, or in a list whose
    name says so. Null where they are none. `holder` is the name of the object that holds the list. */
const TimeNames* timeNamesOf (const ReadJson& list, std::string_view name, std::string_view holder);

/** Nothing where it has no usable start. The end that a length tells is left out where sub-chapters follow. */
std::optional<Chapter> chapterOf (const ReadJson& object, const TimeNames&, bool hasSubChapters);

/** What chapterOf() reads of the list's objects, and what says the same again. */
UnreadNames namesBesides (const TimeNames&, const ReadJson& list);

/** Warns where all starts are bare whole numbers that as seconds come to more than a day. */
void warnOfMilliseconds (const ReadJson& list, const char* startName, Gathering&);

} // namespace earmark
