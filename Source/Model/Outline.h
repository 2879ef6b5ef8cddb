// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Chapter.h"

namespace earmark
{

/** What is known of the whole episode. Empty where unknown. */
struct Episode
{
    std::string show;
    std::string title;
    std::string number;
    std::string date;
    std::string author;
    std::string description;
    std::optional<Image> cover;

    bool operator== (const Episode&) const = default;
};

struct Outline
{
    Episode episode;

    /** Sorted by start. Readers may yield equal starts and overlapping ends, since real files have them. */
    std::vector<Chapter> chapters;

    bool operator== (const Outline&) const = default;
};

/** Sorts by start, keeping the order of equal starts. Returns true when something had to move. */
bool sortChapters (std::vector<Chapter>&);

/** Where a chapter really begins and ends: a stated end is kept, but no later than the next chapter's start or the
    end of the audio; a missing end is the next start; the last one's is the end of the audio, and without audio its
    own start. */
TimeRange rangeOf (const Outline&, std::size_t index, std::optional<Position> endOfAudio);

/** The audio is over where it begins, so that nobody can hear it. */
bool beginsAfterAudio (const Chapter&, std::optional<Position> endOfAudio);

} // namespace earmark
