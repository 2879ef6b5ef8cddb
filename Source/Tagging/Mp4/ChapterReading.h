// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"
#include "Tagging/Mp4/Movie.h"

namespace earmark::mp4
{

inline constexpr std::string_view quickTimeForm = "QuickTime", neroForm = "Nero";

struct ChapterLists
{
    std::vector<StoredList> lists; ///< those that have chapters
    Notices notices;
};

/** Both lists as TagLib reads them, sorted, and what it makes nothing of: ends, links, pictures, and titles that are no clean UTF-8.
    Fails where the source cannot be read. */
Result<ChapterLists> readChapters (const Movie&, const std::shared_ptr<const ByteSource>&);

} // namespace earmark::mp4
