// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** A document's bytes as UTF-8, without a byte order mark. */
struct DecodedText
{
    std::string utf8;

    /** "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252". */
    std::string encoding;

    /** Warnings where the encoding had to be guessed or characters were damaged. */
    Notices notices;
};

/** Decodes by byte order mark, then as UTF-16 where every other byte is zero, then as UTF-8 (also with a few
    damaged characters), and as a last guess as Windows-1252. Fails with Kind::malformed on bytes that are no text (a NUL, or many control
    characters), and with Kind::empty when nothing but white space is left. */
Result<DecodedText> decodeText (std::string_view bytes);

/** True for well-formed UTF-8 only. */
bool isUtf8 (std::string_view text);

/** The text with every ill-formed sequence replaced by U+FFFD. */
std::string toValidUtf8 (std::string_view text);

/** Splits at LF, CRLF and CR. The views point into text; a final line end makes no empty last line. */
std::vector<std::string_view> splitLines (std::string_view text);

/** One code point and how many bytes it took; U+FFFD and 1 for a byte that starts no sequence. */
struct CodePoint
{
    char32_t value;
    std::size_t size;
};

/** at must be inside text. */
CodePoint codePointAt (std::string_view text, std::size_t at);

/** How many code points there are, damaged bytes counted one by one. */
std::size_t countCodePoints (std::string_view);

/** The code point that ends before `end`, which must be greater than 0. */
CodePoint codePointBefore (std::string_view text, std::size_t end);

std::string toUtf8 (char32_t);

/** Every kind of blank, also no-break and ideographic, and line ends. */
bool isSpace (char32_t);

/** Marks that take no room: zero-width spaces and joiners, direction marks, variation selectors, soft hyphen. */
bool isInvisible (char32_t);

/** Letters and digits of any script, roughly: everything that is not blank, invisible, punctuation, a symbol or
    an emoji. */
bool isWordCharacter (char32_t);

bool isDash (char32_t); ///< hyphen-minus and every longer dash

/** Without blanks, byte order marks and lone direction marks at either end; a pair of direction marks goes only where it
    encloses the whole. */
std::string_view trim (std::string_view);

/** Trimmed, and with each run of blanks or line ends as one space. */
std::string collapseSpaces (std::string_view);

std::string toLowerAscii (std::string_view);
bool equalsIgnoringCase (std::string_view a, std::string_view b); ///< ASCII letters only

/** At most maxBytes long, cut between characters, never inside one. */
std::string_view truncateUtf8 (std::string_view text, std::size_t maxBytes);

/** "2, 5–9, 12": what indices that rise, 1, 4 to 8 and 11, are called where one counts from 1. */
std::string listOfNumbers (std::span<const std::size_t> indices);

} // namespace earmark
