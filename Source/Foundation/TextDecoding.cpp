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
        warn ("Some characters are damaged, or the text is cut off; they were replaced by \uFFFD.");
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

} // namespace earmark
