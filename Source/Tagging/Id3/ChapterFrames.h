// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Id3/RawTag.h"

namespace earmark::id3
{

/** The CHAP and CTOC frames of a plan, rendered by TagLib as v2.3, tables of contents first. What they hold and why is in
    docs/writing.md. */
std::vector<RawFrame> renderChapters (const ChapterPlan&);

/** A plain text frame (TIT2, TALB) as v2.3. */
RawFrame renderText (std::string_view id, std::string_view text);

/** The chapters of all CHAP frames as TagLib reads them, sorted; those in no table of contents are hidden, unless all are. */
Outline readChapters (const RawTag&);

/** The text of the first frame of that id; empty where there is none. */
std::string readText (const RawTag&, std::string_view id);

/** The text of a v2.3 text frame. */
std::string readText (const RawFrame&);

} // namespace earmark::id3
