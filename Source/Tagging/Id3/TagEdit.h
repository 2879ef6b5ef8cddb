// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Container.h"
#include "Tagging/Id3/RawTag.h"

// What every container with an ID3v2 tag has in common, wherever the tag lies: in front of MPEG frames, or in a chunk.

namespace earmark::id3
{

inline constexpr std::string_view chapterForm = "ID3v2 CHAP";

bool isChapterFrame (const RawFrame&);

/** Adds the tag's chapters, title and album to what is known of a file. */
void addTag (const RawTag&, ContainerReading&);

/** What reading a plan's chapter frames must give. */
StoredList expectedList (const ChapterPlan&);

/** What the chapters of an outline hold and a tag of this profile does not. */
Notices lossesOf (const Outline&, const Profile&);

/** Range clones of file systems work in blocks of this size: audio moves by a multiple of it, where it moves at all. */
inline constexpr std::uint64_t moveUnit = 4096;

/** The tag with the plan's chapters in place of the old ones, or behind the other frames, with title and album as the policy has
    it, and with the cover where it has no picture: as v2.3, or where the profile says so as v2.4, unless it is v2.3 already. Its size
    differs from the old one's by a multiple of moveUnit; it is empty where nothing is left to hold. What changes besides the chapters is
    added to the edit. Fails as toVersion3() does, and with Kind::tooLarge. */
Result<std::string> replaceChapters (const std::optional<RawTag>& old,
                                     const ChapterPlan&,
                                     const Episode&,
                                     const WriteOptions&,
                                     ContainerEdit&);

/** The tag without chapters, in its own version; empty where nothing is left to hold. */
Result<std::string> removeChapters (const RawTag& old, ContainerEdit&);

/** Adds every frame that is no chapter: as v2.3 has it, where it has it. */
void addItems (const RawTag&, Inventory&);

} // namespace earmark::id3
