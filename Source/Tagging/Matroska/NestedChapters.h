// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Chapter.h"
#include "Tagging/Matroska/Segment.h"

#include <vector>

namespace earmark::mkv
{

/** Chapters nest no deeper than this in anything but hostile files. */
inline constexpr int deepestChapter = 64;

/** The chapters that stand inside other chapters, which TagLib leaves out: a list for each edition, in the order of the file, with
    their levels. What is damaged in them is left out as well. Fails with Kind::unreadable when the disk does not give the bytes. */
Result<std::vector<std::vector<Chapter>>> nestedChapters (const ByteSource&, const Segment&);

/** A place in nanoseconds as the chapters of a file state it; a damaged one can be any number. */
Position positionFrom (std::uint64_t nanoseconds);

} // namespace earmark::mkv
