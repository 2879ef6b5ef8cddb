// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"
#include "Foundation/Result.h"

namespace earmark::outline
{

/** Warns of lines between the chapters that seem meant as one, their time lying between those of their neighbours: "14.45 Batteries",
    ":45 The hook", and in a plain list any other line with such a time, "Ad break 12:00". */
void tellMistypedTimes (Notices&, const std::vector<Candidate>&, const std::vector<Entry>&);

} // namespace earmark::outline
