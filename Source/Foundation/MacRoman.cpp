// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/MacRoman.h"

#include "Foundation/Text.h"

#include <array>

namespace earmark
{

namespace
{

/** From 0x80 on. Source: unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT. */
constexpr std::array<char16_t, 128> macRomanHigh {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7
};

} // namespace

bool looksLikeMacRoman (std::string_view bytes)
{
    std::size_t mac = 0, windows = 0;

    for (std::size_t i = 0; i < bytes.size(); ++i)
    {
        const auto byte = static_cast<unsigned char> (bytes[i]);
        const auto isCapitalAt = [&] (std::size_t at)
        { return at < bytes.size() && bytes[at] >= 'A' && bytes[at] <= 'Z'; };

        const auto isSmallAt = [&] (std::size_t at)
        { return at < bytes.size() && bytes[at] >= 'a' && bytes[at] <= 'z'; };

        // "ESPAÑA" has in Windows-1252 what are dashes and quotes in Mac Roman; those do not stand inside of words.
        const bool inCapitals = isCapitalAt (i + 1) || (i > 0 && isCapitalAt (i - 1));
        const bool isMacMark = byte >= 0xD0 && byte <= 0xD5 && ! inCapitals;
        const bool isMacLetter = byte == 0x8A || byte == 0x8E || byte == 0x8F || byte == 0x9A || byte == 0x9F
                                 || byte == 0x87 || byte == 0x88 || byte == 0x8D
                                 || (byte == 0xC9 && ! inCapitals && ! isSmallAt (i + 1));
        mac += isMacMark || isMacLetter ? 1u : 0u;
        windows += byte >= 0xE0 || (byte >= 0x91 && byte <= 0x97) || byte == 0x85 || byte == 0xC4
                           || byte == 0xD6 || byte == 0xDC
                       ? 1u
                       : 0u;
    }

    return mac > windows;
}

std::string fromMacRoman (std::string_view bytes)
{
    std::string utf8;

    for (const char c : bytes)
    {
        const auto byte = static_cast<unsigned char> (c);
        utf8 += toUtf8 (byte < 0x80 ? char32_t (byte) : char32_t (macRomanHigh[byte - 0x80]));
    }

    return utf8;
}

} // namespace earmark
