// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

// What stands before the times of a line. Each function is linear in the length of its text.

namespace earmark::outline
{

/** "Chapter 3:", "#12", "3 -", "1.1", "Part 1", "Time:", "at": what may stand before a leading time besides symbols. */
bool isLabel (std::string_view before);

/** "Chapter One", "EP3", "第1章", "Epilogue": what parts are called, whole, by a word and a number or by a word that needs none. isLabel()
    knows fewer, which only count. */
bool isPartName (std::string_view);

/** Whether such a label may as well begin a sentence or be a date: "von", "24.12". */
bool isUnsureLabel (std::string_view label);

/** Whether such a label can be a title: "Part 1" and "Start" can, "Time:" and "#12" cannot. */
bool namesPart (std::string_view label);

} // namespace earmark::outline
