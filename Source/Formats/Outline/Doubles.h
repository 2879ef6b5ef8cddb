// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Takes each chapter once where the whole list has each of them twice, one behind the other, as it is when YouTube's panel of
    chapters is copied; says so. There is an entry for each chapter. */
void dropDoubles (OutlineReading&, std::vector<Entry>&);

} // namespace earmark::outline
