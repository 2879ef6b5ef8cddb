// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Separators.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <string>

namespace earmark::outline
{

namespace
{

/** Comma or semicolon of Chinese and Arabic text. */
bool isWideComma (char32_t c)
{
    return c == 0xFF0C || c == 0xFF1B || c == 0x060C;
}

} // namespace

bool hasWord (std::string_view text)
{
    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);

        if (isWordCharacter (c))
            return true;

        i += size;
    }

    return false;
}

bool isStroke (char32_t c)
{
    return c == 0x2500 || c == 0x2501;
}

bool isCapital (char32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9)
           || (c >= 0x410 && c <= 0x42F);
}

constexpr char32_t distance = 0x20; // from each capital to its small letter

bool isSmall (char32_t c)
{
    return c >= distance && isCapital (c - distance);
}

std::string toLowerLetters (std::string_view text)
{
    std::string lower;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);
        lower += isCapital (c) ? toUtf8 (c + distance) : std::string (text.substr (i, size));
        i += size;
    }

    return lower;
}

std::string_view dropLeading (std::string_view text, std::string_view characters)
{
    const auto first = text.find_first_not_of (characters);
    return first == std::string_view::npos ? std::string_view {} : text.substr (first);
}

std::size_t skipBlanks (std::string_view text, std::size_t i)
{
    while (i < text.size())
    {
        const auto [c, size] = codePointAt (text, i);

        if (! isSpace (c) && ! isInvisible (c))
            break;

        i += size;
    }

    return i;
}

std::size_t skipClosers (std::string_view text, std::size_t i)
{
    while (i < text.size())
    {
        const auto [c, size] = codePointAt (text, i);
        const bool closer = c == ')' || c == ']' || c == '}' || c == '*' || c == '_' || c == '`' || c == '>'
                            || c == 0x3011 || c == 0xFF09 || c == 0x300D || c == 0x3015 || c == 0xFF3D
                            || c == 0x201D || isInvisible (c);

        // "*" and ">" may also be a separator or begin something; behind a time without blank they close.
        if (! closer)
            break;

        i += size;
    }

    return i;
}

std::size_t skipUnit (std::string_view text, std::size_t i)
{
    const auto at = skipBlanks (text, i);

    for (const std::string_view unit : { "Min. ", "min. ", "から " })
        if (text.substr (at).starts_with (unit))
            return at + unit.size();

    return i;
}

std::string_view withoutOuterCloser (std::string_view beforeTime, std::string_view behind)
{
    struct Brackets
    {
        std::string_view open, close;
    };

    constexpr std::array pairs { Brackets { "(", ")" },
                                 Brackets { "[", "]" },
                                 Brackets { "{", "}" },
                                 Brackets { "（", "）" },
                                 Brackets { "【", "】" } };
    const auto count = [behind] (std::string_view mark)
    {
        std::size_t found = 0;

        for (auto at = behind.find (mark); at != std::string_view::npos; at = behind.find (mark, at + 1))
            ++found;

        return found;
    };

    for (const auto& [open, close] : pairs)
        if (trim (beforeTime).ends_with (open) && behind.ends_with (close)
            && count (close) == count (open) + 1)
            return trim (behind.substr (0, behind.size() - close.size()));

    return behind;
}

std::size_t skipRangeSign (std::string_view text, std::size_t i)
{
    const auto at = skipBlanks (text, i);
    const auto rest = text.substr (at);

    for (const std::string_view sign :
         { "-->",   "->",      "—>",   "–>",       "to ",      "until ", "till ", "through ",
           "thru ", "bis ",    "à ",   "jusqu'à ", "jusqu’à ", "a ",     "al ",   "hasta ",
           "até ",  "fino a ", "tot ", "до ",      "..",       "…" })
        if (rest.starts_with (sign) && (at > i || ! isWordCharacter (codePointAt (sign, 0).value)))
            return skipBlanks (text, at + sign.size());

    if (! rest.empty())
    {
        const auto [c, size] = codePointAt (rest, 0);

        if (isDash (c) || isStroke (c) || c == '~' || c == 0x301C || c == 0xFF5E || c == 0x2192)
            return skipBlanks (text, at + size);
    }

    return i;
}

std::size_t skipEndWord (std::string_view text, std::size_t i)
{
    const auto sign = skipRangeSign (text, i);
    const auto rest = toLowerAscii (text.substr (sign, 16));

    if (sign > i)
        for (const std::string_view word :
             { "the end", "end", "ende", "fine", "fin", "fim", "einde", "slut", "конец", "...", "…" })
            if (const auto at = sign + word.size();
                rest.starts_with (word)
                && (at == text.size() || ! isWordCharacter (codePointAt (text, at).value)))
                return at;

    return i;
}

std::size_t skipOpenEnd (std::string_view text, std::size_t i)
{
    const auto word = skipEndWord (text, i);
    const auto at = skipBlanks (text, word);

    if (word > i && at < text.size() && (text[at] == ')' || text[at] == ']' || text[at] == '|'))
        return text[at] == '|' ? at : at + 1;

    return i;
}

namespace
{

/** Arrows and triangles that point to a title, and the upright stroke of Chinese lists. */
bool isArrow (char32_t c)
{
    constexpr std::array<char32_t, 10> arrows { 0x21D2, 0x25B6, 0x25B7, 0x25B8, 0x25BA,
                                                0x2794, 0x279C, 0x27A1, 0x27A4, 0x4E28 };
    return std::ranges::contains (arrows, c);
}

/** Without what only says how the character before it is drawn. */
std::string_view withoutInvisible (std::string_view text)
{
    while (! text.empty() && isInvisible (codePointAt (text, 0).value))
        text.remove_prefix (codePointAt (text, 0).size);

    return text;
}

} // namespace

std::string_view afterSeparator (std::string_view text)
{
    text = trim (text);

    if (text.empty())
        return text;

    // "~ :" and the like: an open range, then the separator.
    if (const auto [c, size] = codePointAt (text, 0); c == '~' || c == 0x301C || c == 0xFF5E)
        text = trim (text.substr (size));

    if (text.empty())
        return text;

    for (const std::string_view sign : { "-->", "->", "=>", "::", "||" })
        if (text.starts_with (sign))
            return trim (text.substr (sign.size()));

    const auto [c, size] = codePointAt (text, 0);
    auto rest = text.substr (size);
    const bool blankFollows = rest.empty() || isSpace (codePointAt (rest, 0).value);

    // Leaders, but not the dots that begin "...and then".
    if (c == '.' || c == 0x2026)
        if (const auto behind = dropLeading (text, "."); c == 0x2026 || behind.size() + 1 < text.size())
            if (const auto title = c == 0x2026 ? rest : behind; title.starts_with (' '))
                return trim (title);

    const bool always = isDash (c) || c == ',' || c == ';' || c == ':' || c == '|' || c == '~' || c == 0xFF1A
                        || c == 0xFF5C || c == 0x2192 || c == 0x203A || c == 0xBB || c == 0x2022 || c == 0xB7
                        || c == 0x2502 || c == 0x3001 || c == '=' || isArrow (c) || isStroke (c)
                        || isWideComma (c) || c == 0x30FB;
    const bool withBlank = c == '.' || c == '/' || c == '>' || c == '*' || c == ')';

    if (isDash (c) || isStroke (c)) // of several that are alike none belongs to the title: "0:00——Fog"
        while (! rest.empty() && codePointAt (rest, 0).value == c)
            rest.remove_prefix (size);

    return always || (withBlank && blankFollows) ? trim (withoutInvisible (rest)) : text;
}

std::string_view withoutOpeners (std::string_view text)
{
    for (;;)
    {
        text = trim (text);

        if (text.empty())
            return text;

        const auto [c, size] = codePointBefore (text, text.size());
        const bool opener = c == '(' || c == '[' || c == '{' || c == '*' || c == '_' || c == '`' || c == '<'
                            || c == 0x3010 || c == 0xFF08 || c == 0x201C || c == '@';

        if (! opener)
            return text;

        text.remove_suffix (size);
    }
}

std::string_view beforeSeparator (std::string_view text)
{
    text = withoutOpeners (text);

    if (text.ends_with ("..") || text.ends_with ("…"))
        while (text.ends_with ('.') || text.ends_with ("…"))
            text = trim (text.substr (0, text.size() - (text.ends_with ('.') ? 1 : 3)));

    if (text.empty())
        return text;

    const auto [c, size] = codePointBefore (text, text.size());
    const bool closes = c == '>' && text.contains ('<'); // "Title <https://example.org> 0:54"
    const bool separator = isDash (c) || c == ':' || c == '|' || c == ',' || c == ';' || c == '~'
                           || c == 0xFF1A || c == 0x2192 || c == 0x2022 || c == 0xB7 || c == '=' || c == '>'
                           || c == '/' || c == 0xFF5C || c == 0x2502 || isStroke (c) || isWideComma (c);
    return separator && ! closes ? trim (text.substr (0, text.size() - size)) : text;
}

} // namespace earmark::outline
