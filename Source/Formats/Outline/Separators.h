// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

// What stands around the times of a line: labels, brackets, dashes. Each function is linear in the length of its text.

namespace earmark::outline
{

/** Whether there is a letter or digit of any script. */
bool hasWord (std::string_view text);

/** "Chapter 3:", "#12", "3 -", "Part 1", "Time:", "at": what may stand before a leading time besides symbols. */
bool isLabel (std::string_view before);

/** Whether such a label can be a title: "Part 1" and "Start" can, "Time:" and "#12" cannot. */
bool namesPart (std::string_view label);

/** Skips blanks and marks without width. */
std::size_t skipBlanks (std::string_view text, std::size_t i);

/** Skips what closes the brackets and emphasis around a time. */
std::size_t skipClosers (std::string_view text, std::size_t i);

/** One past a range sign at `i` (blanks around it skipped): a dash, tilde, arrow or the word for "to"; i where there is
    none. */
std::size_t skipRangeSign (std::string_view text, std::size_t i);

/** One past a range sign and a word for "end" at `i`, where a bracket or a bar closes the range: "– end]". Else i, since "5:00 – End"
    may be a chapter of that name. */
std::size_t skipOpenEnd (std::string_view text, std::size_t i);

/** Without the characters of the set that it begins with. */
std::string_view dropLeading (std::string_view text, std::string_view characters);

/** One separator between time and title; a second one belongs to the title. */
std::string_view afterSeparator (std::string_view text);

/** The text before a trailing time, without leaders, separators and opening brackets. */
std::string_view beforeSeparator (std::string_view text);

} // namespace earmark::outline
