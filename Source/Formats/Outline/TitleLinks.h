// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/ChapterLine.h"

// Links in the lines of chapters. Each function is linear in the length of its text.

namespace earmark::outline
{

/** Takes the address off the end of a title as Podlove and mp4chaps write it, "The gauge <https://example.org>". Returns it without
    the brackets; where there is none, it is empty and the title stays as it is. */
std::string takeAddressAtEnd (std::string& title);

/** Does so for a chapter without a link, and with an address that stands there as it is, "The gauge: https://example.org", "The gauge
    (https://example.org)". An address that is all of the title stays there, for want of another title, and so does the end of a
    phrase, "More at https://example.org". */
void takeLinkInTitle (ChapterLine&);

/** Adds the line's links to a chapter: the first as its own, the first picture as its picture, those to a place in the page
    not at all. */
void takeUrls (ChapterLine&, const Line&);

} // namespace earmark::outline
