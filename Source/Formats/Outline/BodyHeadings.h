// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/TitlePlaces.h"

namespace earmark::outline
{

/** What a line between two times is as a heading. */
enum class BodyHeading
{
    none,    ///< it is no heading, or one that ends the chapter's body
    own,     ///< below the chapter's own heading, "### The bowline" below "## 17:45 Knots"
    repeated ///< "### Takeaways", which stands in other chapters, too
};

/** One for each candidate. */
using BodyHeadings = std::vector<BodyHeading>;

/** The headings inside the chapters. A transcript is none of a chapter's parts. */
BodyHeadings findBodyHeadings (const std::vector<Candidate>&, const std::vector<Entry>&, const TitlePlaces&);

} // namespace earmark::outline
