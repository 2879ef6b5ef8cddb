// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"
#include "Support/LoseNothing.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

// Lists of times, read.

namespace earmark::tests
{

/** The chapters of a text on one line, or "none". */
inline std::string read (std::string_view text)
{
    INFO (text);

    if (! importOutline (text, {}))
        return "none";

    return summaryOf (readLosingNothing (text).outline.chapters);
}

inline constexpr std::string_view threeLines = "0:00 Welcome, 1:12 The gauge, 1:02:03 Letters";

} // namespace earmark::tests
