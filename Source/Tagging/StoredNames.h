// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <optional>
#include <string>
#include <string_view>

// Names of chapters in files that do not say in which encoding they have them.

namespace earmark
{

/** What a name that is no Unicode is read as. */
enum class LegacyEncoding
{
    windows1252,
    macRoman
};

struct StoredName
{
    std::string text;
    std::optional<LegacyEncoding> guess; ///< none: it is Unicode
};

/** UTF-8, UTF-16 with a byte order mark, or else that encoding; trimmed, and no further than a zero. Of a name that was cut
    within a character that character is left out. */
StoredName storedName (std::string_view bytes, LegacyEncoding = LegacyEncoding::windows1252);

/** What to say where names of a list are guesses. */
Notice noticeOfGuesses (std::string_view form, LegacyEncoding);

} // namespace earmark
