// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/TimestampGlyph.h"

#include "Foundation/Text.h"

namespace earmark
{

Glyph wideGlyphAt (std::string_view text, std::size_t at)
{
    const auto [c, size] = codePointAt (text, at);

    for (const char32_t zero : { U'\uFF10', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6' })
        if (c >= zero && c <= zero + 9)
            return { Glyph::Kind::digit, int (c - zero), size };

    if (c == 0xFF1A || c == 0x2236)
        return { Glyph::Kind::colon, 0, size };

    return { Glyph::Kind::other, 0, size };
}

} // namespace earmark
