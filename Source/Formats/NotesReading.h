// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <string_view>

namespace earmark
{

/** The chapters of show notes that Earmark wrote, as Markdown or as HTML: headings of the second and third level, a time and a title. What
    stands below them is prose, which may name times of its own. */
Outline chaptersInNotes (std::string_view text);

} // namespace earmark
