// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What stands around the times of a line: brackets, dashes, arrows. Each function is linear in the length of its text.

namespace earmark::outline
{

/** Whether there is a letter or digit of any script. */
bool hasWord (std::string_view text);

/** A horizontal stroke of a drawn box, which is written for a dash. */
bool isStroke (char32_t);

/** Of the Latin, Greek or Cyrillic alphabet. */
bool isCapital (char32_t);

/** The small letters of those. */
bool isSmall (char32_t);

/** The same with small ones instead of those capitals; as long as the text. */
std::string toLowerLetters (std::string_view text);

/** Skips blanks and marks without width. */
std::size_t skipBlanks (std::string_view text, std::size_t i);

/** Skips what closes the brackets and emphasis around a time. */
std::size_t skipClosers (std::string_view text, std::size_t i);

/** One past what only says that a time ends at `i`: " Min.", "から". */
std::size_t skipUnit (std::string_view text, std::size_t i);

/** One past a range sign at `i` (blanks around it skipped): a dash, tilde, arrow or the word for "to"; i where there is
    none. */
std::size_t skipRangeSign (std::string_view text, std::size_t i);

/** One past a range sign and a word for "end" at `i`: "– End". Else i. */
std::size_t skipEndWord (std::string_view text, std::size_t i);

/** The same where a bracket or a bar closes the range: "– end]". Else i, since "5:00 – End"
    may be a chapter of that name. */
std::size_t skipOpenEnd (std::string_view text, std::size_t i);

/** Without the characters of the set that it begins with. */
std::string_view dropLeading (std::string_view text, std::string_view characters);

/** One separator between time and title; a second one belongs to the title. */
std::string_view afterSeparator (std::string_view text);

/** What stands behind a time, without the bracket that closes one in front of the time: "Fog]" of "[0:00 Fog]". */
std::string_view withoutOuterCloser (std::string_view beforeTime, std::string_view behind);

/** The text before a time, without the brackets and emphasis that open around the time. */
std::string_view withoutOpeners (std::string_view text);

/** The text before a trailing time, without leaders, separators and opening brackets. */
std::string_view beforeSeparator (std::string_view text);

} // namespace earmark::outline
