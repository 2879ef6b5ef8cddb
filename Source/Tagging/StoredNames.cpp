// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/StoredNames.h"

#include "Foundation/MacRoman.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

/** How many bytes a character that begins with this one has; 0 where none of several bytes does. */
std::size_t lengthByLead (unsigned char lead)
{
    return lead >= 0xC2 && lead < 0xE0   ? 2u
           : lead >= 0xE0 && lead < 0xF0 ? 3u
           : lead >= 0xF0 && lead < 0xF5 ? 4u
                                         : 0u;
}

/** Without the beginning of a character at its end, where the rest shows that it is one: a single accented letter of a legacy encoding
    looks the same, and a name is cut where its length, one byte, ends. */
std::string_view withoutCutCharacter (std::string_view bytes)
{
    constexpr std::size_t fullLength = 255, longest = 4;
    const auto isContinuation = [] (char c) { return (c & 0xC0) == 0x80; };
    auto at = bytes.size();

    while (at > 0 && bytes.size() - at < longest)
    {
        --at;

        if (! isContinuation (bytes[at]))
            break;
    }

    const auto whole = bytes.substr (0, at);
    const bool isCut =
        at < bytes.size() && bytes.size() - at < lengthByLead (static_cast<unsigned char> (bytes[at]));
    const bool isUnicode =
        std::ranges::any_of (whole, [] (char c) { return static_cast<unsigned char> (c) >= 0x80; });
    return isCut && isUtf8 (whole) && (isUnicode || bytes.size() == fullLength) ? whole : bytes;
}

} // namespace

StoredName storedName (std::string_view bytes, LegacyEncoding legacy)
{
    bytes = withoutCutCharacter (bytes);
    const auto decoded = decodeText (bytes);
    const bool isLegacy = decoded && decoded->encoding == "Windows-1252";
    const auto text = isLegacy && legacy == LegacyEncoding::macRoman ? fromMacRoman (bytes)
                      : decoded                                      ? decoded->utf8
                                                                     : toValidUtf8 (bytes);
    return { std::string (trim (std::string_view (text).substr (0, text.find ('\0')))),
             isLegacy ? std::optional (legacy) : std::nullopt };
}

Notice noticeOfGuesses (std::string_view form, LegacyEncoding encoding)
{
    return { Notice::Grade::warning,
             std::format (
                 "Titles in the {} list are not UTF-8; they were read as {}. Check the accented letters.",
                 form,
                 encoding == LegacyEncoding::macRoman ? "Mac Roman" : "Windows-1252"),
             {} };
}

} // namespace earmark
