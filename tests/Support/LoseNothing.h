// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include <string>
#include <string_view>
#include <vector>

namespace earmark::tests
{

/** Every word of a text outline that is neither in what was read from it nor on a line that a notice names, as
    "line 7: word". Empty when nothing was lost. A word counts as often as it occurs. Left out are the times, which have
    become starts and ends, and what only says that a time is one: numbering, "to" in a range, "starts at". */
std::vector<std::string> lostWords (std::string_view text, const OutlineReading&);

/** Every line with a word in it of which the reader made nothing and says nothing. */
std::vector<std::string> unusedLines (const OutlineReading&);

/** Imports a text outline, requires that this works and checks that nothing was lost, neither words nor lines. */
OutlineReading
readLosingNothing (std::string_view text, std::string_view formatId = {}, const ReadOptions& = {});

} // namespace earmark::tests
