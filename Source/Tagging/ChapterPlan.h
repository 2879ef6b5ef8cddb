// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <vector>

namespace earmark
{

/** A chapter as audio containers can hold it: whole milliseconds, and a title. */
struct PlannedChapter
{
    std::int64_t startMs = 0;
    std::int64_t endMs = 0;          ///< greater than startMs
    std::string title;               ///< one line, never empty, valid UTF-8
    const Chapter* source = nullptr; ///< null for a chapter that the container made necessary
};

struct ChapterPlan
{
    std::vector<PlannedChapter> chapters; ///< sorted, no two with the same start, none overlapping
    Notices notices;
};

/** What a chapter is called where listeners see it, "Chapter 3" where it has no title; numbers count from 1, without the producer's
    remarks. One line, never empty, valid UTF-8. */
std::string shownTitle (const Chapter&, std::size_t number);

/** Flattens an outline for writing, by the rules of docs/writing.md: times are rounded down; equal starts are spread by a
    millisecond; ends follow rangeOf(), with gaps of a millisecond closed; a chapter without a title becomes "Chapter 3";
    the producer's own remarks are left out. The plan points into the outline.

    Fails with Kind::mismatch when a chapter begins at or after the end of the audio, and with Kind::empty when nothing is
    left to write. */
Result<ChapterPlan> planChapters (const Outline&, Duration lengthOfAudio);

} // namespace earmark
