// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Chapter.h"

#include <vector>

namespace earmark::outline
{

/** Chapters written as forms, "Title: Fog", "End: 4:10", "Description: It comes at night.": where all of them have a field its name is no
    part of what it holds, and an end is the chapter's. */
void takeFields (std::vector<Chapter>&);

} // namespace earmark::outline
