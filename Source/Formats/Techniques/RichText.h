// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <cstddef>
#include <string>
#include <string_view>

// Rich text (RTF), as TextEdit and word processors save it. Source: Microsoft, "Rich Text Format (RTF) Specification", version 1.9.1.

namespace earmark
{

bool isRichText (std::string_view bytes);

inline constexpr std::size_t maxRichTextNesting = 256;

/** The text that a word processor shows, in UTF-8: a line for each paragraph and table row, cells divided by tabs; links as their text; without pictures, headers and
    footers. Fails with Kind::tooLarge where groups are nested too deep. Linear. */
Result<std::string> richTextToText (std::string_view bytes);

} // namespace earmark
