// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Id3Tags.h"

// Chapter frames by hand, also wrong ones.

namespace earmark::tests
{

inline std::string id3Sub (int version, std::string_view id, std::string_view body)
{
    return version == 4 ? id3Frame4 (id, body) : id3Frame3 (id, body);
}

inline std::string
id3Chapter (int version, std::string_view id, std::uint32_t start, std::uint32_t end, std::string_view frames)
{
    return id3Sub (version,
                   "CHAP",
                   std::string (id) + '\0' + id3Plain (start) + id3Plain (end) + std::string (8, '\xFF')
                       + std::string (frames));
}

/** `count` as it is written, right or wrong; the children's ids each with its zero. */
inline std::string
id3Contents (int version, std::string_view id, int flags, int count, std::string_view children)
{
    return id3Sub (
        version, "CTOC", std::string (id) + '\0' + char (flags) + char (count) + std::string (children));
}

inline std::string id3Title (std::string_view text, char encoding = 0)
{
    return encoding + std::string (text);
}

} // namespace earmark::tests
