// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/BodyHeadings.h"

namespace earmark::outline
{

/** One past the last candidate of the last chapter's body, which must not swallow what follows the list: the bodies before it show
    what one looks like. */
std::size_t endOfLastBody (const std::vector<Candidate>&,
                           const std::vector<Entry>&,
                           const TitlePlaces&,
                           const BodyHeadings&);

/** "PART TWO", "Teil 3: Nebel": a short line that names a section of several chapters. */
bool isSectionHeading (const Line&);

} // namespace earmark::outline
