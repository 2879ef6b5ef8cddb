// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Support/Random.h"

namespace earmark::tests
{

enum class TextStyle
{
    any,  ///< any valid UTF-8, also controls and line ends
    words ///< one line of words in several scripts, such as titles are made of
};

/** An outline that a format with these capabilities can hold: whole milliseconds, sorted, every chapter with a title; ends
    behind their starts. Exact times, levels, kinds and locks only with TextStyle::any, for the format that keeps all. */
Outline randomOutline (Random&, const Capabilities&, TextStyle);

} // namespace earmark::tests
