// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"

#include <cstddef>
#include <format>
#include <string_view>

namespace earmark
{

/** One fact of one thing, and of several. */
struct CountedSentence
{
    std::string_view one;
    std::string_view many;
};

/** Says of how many things something is left out; nothing of none. The sentence is given the count and, behind it, the details. */
void noticeLoss (Notices& notices,
                 std::ptrdiff_t count,
                 const CountedSentence& sentence,
                 const auto&... details)
{
    if (count > 0)
        notices.push_back ({ Notice::Grade::ignored,
                             std::vformat (count == 1 ? sentence.one : sentence.many,
                                           std::make_format_args (count, details...)),
                             {} });
}

/** What a kind of file can hold of a chapter besides its start and title. */
struct Carries
{
    bool ends = false;
    bool texts = false; ///< summaries and points
    bool links = false;
    bool pictures = false;
    bool hidden = false;
    bool levels = false;
};

/** Says how many chapters lose what in a kind of file, as in "3 chapters have links; a Matroska file does not hold them." */
Notices lossesOf (const ChapterPlan&, std::string_view kindOfFile, const Carries&);

/** The same of levels alone, for what has other sentences for the rest: "3 chapters are sub-chapters; an MP4 lists all of them at one
    level." Nothing where no chapter is below the top. */
Notices lossOfLevels (std::ptrdiff_t subChapters, std::string_view kindOfFile);

} // namespace earmark
