// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Time.h"

#include <string_view>
#include <vector>

namespace earmark
{

inline constexpr std::size_t maxCuts = 10'000;

/** What an editor or a service says that it removed. */
struct CutList
{
    std::vector<TimeRange>
        cuts; ///< of the audio as it was, in the order of the list; none is empty, some may overlap
    Notices notices;
};

/** A range in each line, "12.5 31.2", "0:12 - 0:31", "[0:12]..[0:31]", "from 0:12 to 0:31", "0:00:12,500 --> 0:00:31,200", with or without
    a comment behind it, also behind a comma or a tab; or the columns of a table that its header names,
    with ends or with lengths; of subtitles the times, without numbers and texts. Lines that begin with "#" are left out, except for a
    table's header, and so are the bullet or the number of a list's item, and the numbers that rows begin with where they are told from
    times; where all lines end in one of MPlayer's actions, what is muted is no cut. A first line is a header where it has a word that
    names times and no time, or no digit. Fails with Kind::tooLarge beyond maxCuts, with Kind::empty where there is no cut, and with
    Kind::malformed where a line holds no range or two, since half of a list would move everything behind it to where it does not belong. */
Result<CutList> readCutList (std::string_view bytes);

} // namespace earmark
