// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark::outline
{

/** A text with its times in the common style. Both are empty where nothing was to be rewritten. */
struct Rewriting
{
    std::string text;        ///< of the same lines
    std::string_view notice; ///< how times were read
};

/** The text with every kind of line end that pasted text has as a line feed or carriage return. Word processors and notes programs
    write a soft line break as a vertical tab, a line or a paragraph separator. */
std::string withPlainLineEnds (std::string_view);

/** The same lines with the times at their beginnings or ends as "2:15", for a text without a list of such times, where enough lines have
    one in another style, rising: "02.15", "02 : 15", "2'15", "2'15\"", "1h 02m", "1 h 2 min 5 s", "2 min 30", "1時間2分". */
Rewriting withColonTimes (std::string_view);

/** The same for a text that has such a list, with units at its times: at all, "0:45h", "3:20 min", or from some line on, "2 min 30 Tide" below
    "0:00 Fog". */
Rewriting withoutUnits (std::string_view);

} // namespace earmark::outline
