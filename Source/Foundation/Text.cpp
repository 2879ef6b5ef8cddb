// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"

#include <simdutf.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace earmark
{

namespace
{

struct CodeRange
{
    char32_t first;
    char32_t last;
};

template <std::size_t size>
bool isIn (const std::array<CodeRange, size>& ranges, char32_t c)
{
    return std::ranges::any_of (ranges, [c] (const auto& r) { return r.first <= c && c <= r.last; });
}

/** The blocks of punctuation, symbols and pictographs of Unicode that occur around times and titles. */
constexpr std::array symbolRanges {
    CodeRange { 0x00A0, 0x00A9 },   CodeRange { 0x00AB, 0x00B4 },  CodeRange { 0x00B6, 0x00B8 },
    CodeRange { 0x00BB, 0x00BF },   CodeRange { 0x00D7, 0x00D7 },  CodeRange { 0x00F7, 0x00F7 },
    CodeRange { 0x060C, 0x060D },   CodeRange { 0x061B, 0x061F },  CodeRange { 0x06D4, 0x06D4 },
    CodeRange { 0x2000, 0x206F },   CodeRange { 0x20A0, 0x20CF },  CodeRange { 0x20E3, 0x20E3 },
    CodeRange { 0x2190, 0x2BFF },   CodeRange { 0x2E00, 0x2E7F },  CodeRange { 0x3000, 0x3004 },
    CodeRange { 0x3008, 0x3020 },   CodeRange { 0x3030, 0x3030 },  CodeRange { 0x30FB, 0x30FB },
    CodeRange { 0xFE00, 0xFE0F },   CodeRange { 0xFE30, 0xFE6F },  CodeRange { 0xFF01, 0xFF0F },
    CodeRange { 0xFF1A, 0xFF20 },   CodeRange { 0xFF3B, 0xFF40 },  CodeRange { 0xFF5B, 0xFF65 },
    CodeRange { 0xFEFF, 0xFEFF },   CodeRange { 0xFFFC, 0xFFFD },  CodeRange { 0x1F000, 0x1FAFF },
    CodeRange { 0xE0000, 0xE007F }, CodeRange { 0xE0100, 0xE01EF }
};

} // namespace

bool isUtf8 (std::string_view text)
{
    return simdutf::validate_utf8 (text.data(), text.size());
}

std::string toValidUtf8 (std::string_view text)
{
    if (isUtf8 (text))
        return std::string (text);

    std::string valid;
    valid.reserve (text.size() + 8);

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [value, size] = codePointAt (text, i);
        valid += toUtf8 (value);
        i += size;
    }

    return valid;
}

std::vector<std::string_view> splitLines (std::string_view text)
{
    std::vector<std::string_view> lines;

    while (! text.empty())
    {
        const auto end = text.find_first_of ("\r\n");
        lines.push_back (text.substr (0, end));

        if (end == std::string_view::npos)
            break;

        text.remove_prefix (end);

        // A program that made CRLF of the LF in each CRLF leaves CRCRLF, which ends one line.
        text.remove_prefix (text.starts_with ("\r\r\n") ? 3 : text.starts_with ("\r\n") ? 2 : 1);
    }

    return lines;
}

CodePoint codePointAt (std::string_view text, std::size_t at)
{
    const auto byte = [&] (std::size_t i) -> std::uint32_t
    { return at + i < text.size() ? static_cast<unsigned char> (text[at + i]) : 0; };
    const auto continues = [&] (std::size_t i) { return (byte (i) & 0xC0) == 0x80; };

    const auto lead = byte (0);

    if (lead < 0x80)
        return { lead, 1 };

    if (lead >= 0xC2 && lead < 0xE0 && continues (1))
        return { (lead & 0x1F) << 6 | (byte (1) & 0x3F), 2 };

    if (lead >= 0xE0 && lead < 0xF0 && continues (1) && continues (2))
    {
        const auto value = (lead & 0x0F) << 12 | (byte (1) & 0x3F) << 6 | (byte (2) & 0x3F);

        if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF))
            return { value, 3 };
    }

    if (lead >= 0xF0 && lead < 0xF5 && continues (1) && continues (2) && continues (3))
    {
        const auto value =
            (lead & 0x07) << 18 | (byte (1) & 0x3F) << 12 | (byte (2) & 0x3F) << 6 | (byte (3) & 0x3F);

        if (value >= 0x10000 && value <= 0x10FFFF)
            return { value, 4 };
    }

    return { 0xFFFD, 1 };
}

std::size_t countCodePoints (std::string_view text)
{
    std::size_t count = 0;

    for (std::size_t at = 0; at < text.size(); at += codePointAt (text, at).size)
        ++count;

    return count;
}

CodePoint codePointBefore (std::string_view text, std::size_t end)
{
    // The longest first: the last byte alone would be ill-formed and pass for a replaced one.
    for (auto size = std::min<std::size_t> (4, end); size > 1; --size)
        if (const auto c = codePointAt (text.substr (0, end), end - size); c.size == size)
            return c;

    return codePointAt (text.substr (0, end), end - 1);
}

std::string toUtf8 (char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;

    std::string utf8 (4, '\0');
    utf8.resize (simdutf::convert_utf32_to_utf8 (&c, 1, utf8.data()));
    return utf8;
}

bool isSpace (char32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680
           || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
           || c == 0x3000;
}

bool isInvisible (char32_t c)
{
    return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
           || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool isWordCharacter (char32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

    return c > 0x9F && ! isSpace (c) && ! isInvisible (c) && ! isIn (symbolRanges, c);
}

bool isDash (char32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2E3A || c == 0x2E3B
           || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

namespace
{

/** Embeddings, overrides and isolates of right-to-left text come in pairs around what they are for. */
bool opensDirection (char32_t c)
{
    return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E || (c >= 0x2066 && c <= 0x2068);
}

bool closesDirection (char32_t c)
{
    return c == 0x202C || c == 0x2069;
}

/** Joiners and variation selectors may belong to an emoji, and half a pair of direction marks would be left without the other:
    only blanks and marks that mean nothing at an end go. */
bool goesAtEnds (char32_t c)
{
    const bool mark =
        isInvisible (c) && c != 0x200D && c < 0xFE00 && ! opensDirection (c) && ! closesDirection (c);
    return isSpace (c) || mark || c == 0xFEFF;
}

} // namespace

std::string_view trim (std::string_view text)
{
    for (;;)
    {
        while (! text.empty() && goesAtEnds (codePointAt (text, 0).value))
            text.remove_prefix (codePointAt (text, 0).size);

        while (! text.empty() && goesAtEnds (codePointBefore (text, text.size()).value))
            text.remove_suffix (codePointBefore (text, text.size()).size);

        // A pair around the whole goes together.
        if (text.empty() || ! opensDirection (codePointAt (text, 0).value)
            || ! closesDirection (codePointBefore (text, text.size()).value))
            return text;

        text.remove_prefix (codePointAt (text, 0).size);
        text.remove_suffix (codePointBefore (text, text.size()).size);
    }
}

std::string collapseSpaces (std::string_view text)
{
    text = trim (text);
    std::string collapsed;
    collapsed.reserve (text.size());

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [value, size] = codePointAt (text, i);

        if (! isSpace (value))
            collapsed += text.substr (i, size);
        else if (! collapsed.ends_with (' '))
            collapsed += ' ';

        i += size;
    }

    return collapsed;
}

std::string toLowerAscii (std::string_view text)
{
    std::string lower (text);
    std::ranges::transform (
        lower, lower.begin(), [] (char c) { return c >= 'A' && c <= 'Z' ? char (c + 32) : c; });
    return lower;
}

bool equalsIgnoringCase (std::string_view a, std::string_view b)
{
    return a.size() == b.size() && toLowerAscii (a) == toLowerAscii (b);
}

std::string_view truncateUtf8 (std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes)
        return text;

    while (maxBytes > 0 && (static_cast<unsigned char> (text[maxBytes]) & 0xC0) == 0x80)
        --maxBytes;

    return text.substr (0, maxBytes);
}

std::string listOfNumbers (std::span<const std::size_t> indices)
{
    std::string list;

    for (std::size_t first = 0; first < indices.size();)
    {
        auto last = first;

        while (last + 1 < indices.size() && indices[last + 1] == indices[last] + 1)
            ++last;

        list += (list.empty() ? "" : ", ") + std::to_string (indices[first] + 1);

        if (last > first)
            list += (last == first + 1 ? ", " : "\u2013") + std::to_string (indices[last] + 1);

        first = last + 1;
    }

    return list;
}

} // namespace earmark
