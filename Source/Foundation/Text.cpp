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

bool startsWith (std::string_view bytes, std::string_view mark)
{
    return bytes.starts_with (mark);
}

std::string fromUtf16 (std::string_view bytes, bool littleEndian)
{
    std::u16string units (bytes.size() / 2, u'\0');

    for (std::size_t i = 0; i < units.size(); ++i)
    {
        const auto first = static_cast<unsigned char> (bytes[2 * i]);
        const auto second = static_cast<unsigned char> (bytes[2 * i + 1]);
        units[i] = static_cast<char16_t> (littleEndian ? first | second << 8 : first << 8 | second);
    }

    simdutf::to_well_formed_utf16 (units.data(), units.size(), units.data());
    std::string utf8 (simdutf::utf8_length_from_utf16 (units.data(), units.size()), '\0');
    utf8.resize (simdutf::convert_utf16_to_utf8 (units.data(), units.size(), utf8.data()));
    return utf8;
}

/** Windows-1252 differs from Latin-1 only here; the five unused bytes stay control characters.
    Source: encoding.spec.whatwg.org, index windows-1252. */
constexpr std::array<char16_t, 32> windows1252High { 0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
                                                     0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
                                                     0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D,
                                                     0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
                                                     0x0153, 0x009D, 0x017E, 0x0178 };

std::string fromWindows1252 (std::string_view bytes)
{
    std::string utf8;
    utf8.reserve (bytes.size() + bytes.size() / 8);

    for (const char c : bytes)
    {
        const auto byte = static_cast<unsigned char> (c);
        const auto value = byte >= 0x80 && byte < 0xA0 ? windows1252High[byte - 0x80] : char16_t (byte);
        utf8 += toUtf8 (value);
    }

    return utf8;
}

/** UTF-16 without a mark shows in Latin text as a zero in every other byte. */
enum class Utf16Guess
{
    none,
    littleEndian,
    bigEndian
};

Utf16Guess guessUtf16 (std::string_view bytes)
{
    const auto sample = bytes.substr (0, std::min<std::size_t> (bytes.size(), 4096) & ~std::size_t (1));

    if (sample.size() < 4)
        return Utf16Guess::none;

    std::array<std::size_t, 2> zeros {};

    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0')
            ++zeros[i % 2];

    const auto many = sample.size() / 2 * 3 / 4;

    if (zeros[1] >= many && zeros[0] == 0)
        return Utf16Guess::littleEndian;

    return zeros[0] >= many && zeros[1] == 0 ? Utf16Guess::bigEndian : Utf16Guess::none;
}

/** A text cut in the middle of a character, or with a few damaged ones, still has more well-formed characters of
    several bytes than others; Windows-1252 has hardly any by chance. */
bool isDamagedUtf8 (std::string_view bytes)
{
    std::size_t wellFormed = 0;
    std::size_t illFormed = 0; // runs of bytes: a damaged character has several
    bool inRun = false;

    for (std::size_t i = 0; i < bytes.size();)
    {
        const auto [value, size] = codePointAt (bytes, i);
        wellFormed += size > 1 ? 1u : 0u;

        const bool isIllFormed = size == 1 && static_cast<unsigned char> (bytes[i]) >= 0x80;
        illFormed += isIllFormed && ! inRun ? 1u : 0u;
        inRun = isIllFormed;
        i += size;
    }

    return wellFormed > illFormed;
}

/** Text has no NUL and hardly any control characters; audio and archives have plenty in their first bytes. */
bool looksBinary (std::string_view bytes)
{
    const auto sample = bytes.substr (0, 65536);
    std::size_t controls = 0;

    for (const char c : sample)
    {
        const auto byte = static_cast<unsigned char> (c);

        if (byte == 0)
            return true;

        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\v' && byte != '\f'
            && byte != 0x1B)
            ++controls;
    }

    return controls * 50 > sample.size();
}

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

Result<DecodedText> decodeText (std::string_view bytes)
{
    DecodedText text;

    const auto warn = [&] (std::string message)
    { text.notices.push_back ({ Notice::Grade::warning, std::move (message), {} }); };

    if (startsWith (bytes, "\xEF\xBB\xBF"))
        bytes.remove_prefix (3);

    const auto guess = guessUtf16 (bytes);
    const bool littleMark = startsWith (bytes, "\xFF\xFE");
    const bool bigMark = startsWith (bytes, "\xFE\xFF");

    if (littleMark || bigMark || guess != Utf16Guess::none)
    {
        const bool marked = littleMark || bigMark;
        const bool littleEndian = littleMark || (! bigMark && guess == Utf16Guess::littleEndian);
        text.utf8 = fromUtf16 (bytes.substr (marked ? 2 : 0), littleEndian);
        text.encoding = littleEndian ? "UTF-16LE" : "UTF-16BE";

        if (! marked)
            warn ("The text has no byte order mark; it was read as UTF-16, as its zero bytes suggest.");

        if (bytes.size() % 2 != 0)
            warn ("The text ends inside a character, which was left out; it may be cut off.");

        if (looksBinary (text.utf8))
            return failure (Error::Kind::malformed,
                            "This is not text: it holds characters that no text has.");
    }
    else if (looksBinary (bytes))
    {
        return failure (Error::Kind::malformed, "This is not text: it holds bytes that no text has.");
    }
    else if (isUtf8 (bytes))
    {
        text.utf8 = bytes;
        text.encoding = "UTF-8";
    }
    else if (isDamagedUtf8 (bytes))
    {
        text.utf8 = toValidUtf8 (bytes);
        text.encoding = "UTF-8";
        warn ("Some characters are damaged, or the text is cut off; they were replaced by \xEF\xBF\xBD.");
    }
    else
    {
        text.utf8 = fromWindows1252 (bytes);
        text.encoding = "Windows-1252";
        warn ("The text is not UTF-8; it was read as Windows-1252 (Western). Check the accented letters.");
    }

    if (trim (text.utf8).empty())
        return failure (Error::Kind::empty, "There is no text in it.");

    return text;
}

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

        text.remove_prefix (end + (text.substr (end).starts_with ("\r\n") ? 2 : 1));
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

} // namespace earmark
