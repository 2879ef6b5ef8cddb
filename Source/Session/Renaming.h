// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"
#include "Session/Selection.h"

#include <string>
#include <string_view>
#include <vector>

// Many titles at once: numbered anew, or with other words.

namespace earmark
{

/** What the panel for titles holds, as typed. */
struct RenameForm
{
    bool onlySelected = false;
    std::string find; ///< what is replaced in each title; empty: all of it
    std::string
        by; ///< {n}, {nn}, {nnn}: the number; {title}: what it is called now; {name}: that without a number
    std::string first = "1"; ///< the number of the first of them
};

/** What is left of "Chapter 12: The long wall", "12. The long wall" or "012 - The long wall": "The long wall". Empty for
    "Chapter 12"; a title without a number is left as it is. */
std::string_view withoutNumber (std::string_view title);

/** One for each title. Ad breaks and notes are left out, and are not counted. */
Result<std::vector<Edit>> editsOf (const RenameForm&, const Document&, const Selection&);

} // namespace earmark
