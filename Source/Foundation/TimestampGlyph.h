// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace earmark
{

/** A digit or a colon of a time, in ASCII, in the full-width forms of East Asian text, or in the digits of Arabic, Persian and Indian
    scripts. */
struct Glyph
{
    enum class Kind
    {
        other,
        digit,
        colon
    };

    Kind kind = Kind::other;
    int digit = 0;
    std::size_t size = 0;
};

/** The same where the byte is not ASCII. */
Glyph wideGlyphAt (std::string_view text, std::size_t at);

inline Glyph glyphAt (std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};

    const auto byte = static_cast<unsigned char> (text[at]);

    if (byte >= 0x80)
        return wideGlyphAt (text, at);

    if (byte >= '0' && byte <= '9')
        return { Glyph::Kind::digit, byte - '0', 1 };

    return { byte == ':' ? Glyph::Kind::colon : Glyph::Kind::other, 0, 1 };
}

constexpr bool isDigit (char c)
{
    return c >= '0' && c <= '9';
}

/** Of full width, too. */
inline bool isDigitAt (std::string_view text, std::size_t at)
{
    return glyphAt (text, at).kind == Glyph::Kind::digit;
}

} // namespace earmark
