// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"
#include "Tagging/Id3/RawTag.h"

namespace earmark::id3
{

/** The chapters of all CHAP frames as TagLib reads them, sorted; those in no table of contents are hidden, unless all are, or the table has
    more than its byte can count. The notices are given what is left out. */
Outline readChapters (const RawTag&, Notices&);

/** The text of the first frame of that id; empty where there is none. */
std::string readText (const RawTag&, std::string_view id);

/** The text of a text frame of a tag of that version. */
std::string readText (const RawFrame&, int version);

} // namespace earmark::id3
