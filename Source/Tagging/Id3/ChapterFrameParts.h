// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <taglib/tbytevector.h>

#include <string_view>

// What is said by the one who writes chapter frames and understood by the one who reads them.

namespace earmark::id3
{

/** Instead of a place in bytes: the times hold (id3.org, id3v2-chapters-1.0). */
inline constexpr unsigned int unusedOffset = 0xFFFFFFFF;

/** Marks bullets inside the comment that carries them; reading takes it off again. */
inline constexpr std::string_view bulletMark = "• ";

/** What a picture's type says where its data is the web address of one (id3.org, id3v2.3.0, 4.15). */
inline constexpr std::string_view addressMark = "-->";

inline TagLib::ByteVector idBytes (std::string_view id)
{
    return { id.data(), static_cast<unsigned int> (id.size()) };
}

} // namespace earmark::id3
