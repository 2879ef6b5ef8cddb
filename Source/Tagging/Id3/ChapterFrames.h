// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Id3/RawTag.h"
#include "Tagging/Profile.h"

namespace earmark::id3
{

/** What a table of contents can list: its count is a byte. */
inline constexpr std::size_t maxInContents = 255;

/** Whether a picture stands in the frame of a chapter: its own, or its address where the profile's limits allow that. */
bool getsPicture (const Chapter&, Profile::Limits);

/** The CHAP and CTOC frames of a plan, rendered by TagLib for a tag of that version (3 or 4), tables of contents first. What they
    hold and why is in docs/writing.md. */
std::vector<RawFrame> renderChapters (const ChapterPlan&, int version, Profile::Limits);

/** The picture of the whole file (APIC, front cover). */
RawFrame renderCover (const EmbeddedImage&, int version);

/** A plain text frame (TIT2, TALB) of a tag of that version. */
RawFrame renderText (std::string_view id, std::string_view text, int version);

} // namespace earmark::id3
