// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark::outline
{

/** The text with every kind of line end that pasted text has as a line feed or carriage return. Word processors and notes programs
    write a soft line break as a vertical tab, a line or a paragraph separator. */
std::string withPlainLineEnds (std::string_view);

/** The same lines with the times at their beginnings as "2:15", where no line has such a time and most that hold anything begin with
    one in another style, rising: "02.15", "02 : 15", "2'15", "2'15\"", "1h 02m", "1 h 2 min 5 s", "1時間2分". Empty otherwise. */
std::string withColonTimes (std::string_view);

} // namespace earmark::outline
