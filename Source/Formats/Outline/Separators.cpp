// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Separators.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <string>

namespace earmark::outline
{

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

bool isLabel (std::string_view before)
{
    constexpr std::array<std::string_view, 29> words {
        "chapter",  "chapters", "chap",      "ch",    "part",  "section",  "segment",   "topic",
        "track",    "episode",  "kapitel",   "teil",  "thema", "chapitre", "partie",    "capitulo",
        "capítulo", "parte",    "hoofdstuk", "глава", "часть", "time",     "timestamp", "start",
        "at",       "from",     "zeit",      "no",    "nr"
    };

    constexpr std::size_t longest = 40;

    if (before.size() > longest)
        return false;

    std::string word;
    int numbers = 0;
    int wordsSeen = 0;
    bool inNumber = false;

    const auto finishWord = [&]
    {
        const bool known = word.empty() || std::ranges::contains (words, std::string_view (word));
        wordsSeen += word.empty() ? 0 : 1;
        word.clear();
        return known;
    };

    for (std::size_t i = 0; i < before.size();)
    {
        const auto [c, size] = codePointAt (before, i);
        const bool digit = c >= '0' && c <= '9';

        if (digit)
        {
            if (! finishWord() || (! inNumber && ++numbers > 1))
                return false;
        }
        else if (isWordCharacter (c))
        {
            word += c < 0x80 ? toLowerAscii (before.substr (i, size)) : std::string (before.substr (i, size));
        }
        else if (! finishWord())
        {
            return false;
        }

        inNumber = digit;
        i += size;
    }

    return finishWord() && wordsSeen <= 1;
}

bool namesPart (std::string_view label)
{
    constexpr std::array<std::string_view, 6> timeWords {
        "time", "timestamp", "at", "from", "zeit", "start:"
    };
    auto word = toLowerAscii (trim (label));
    std::erase_if (word, [] (char c) { return c == '*' || c == '_' || c == '[' || c == '('; });
    const auto plain = trim (word);

    return hasWord (plain) && ! (plain.front() >= '0' && plain.front() <= '9') && plain.front() != '#'
           && std::ranges::none_of (timeWords, [&] (std::string_view t) { return plain.starts_with (t); });
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

std::size_t skipRangeSign (std::string_view text, std::size_t i)
{
    const auto at = skipBlanks (text, i);
    const auto rest = text.substr (at);

    for (const std::string_view sign :
         { "-->", "->", "—>", "–>", "to ", "until ", "till ", "bis ", "à ", "a ", "до ", "..", "…" })
        if (rest.starts_with (sign) && (at > i || ! isWordCharacter (codePointAt (sign, 0).value)))
            return skipBlanks (text, at + sign.size());

    if (! rest.empty())
    {
        const auto [c, size] = codePointAt (rest, 0);

        if (isDash (c) || c == '~' || c == 0x301C || c == 0xFF5E || c == 0x2192)
            return skipBlanks (text, at + size);
    }

    return i;
}

std::size_t skipOpenEnd (std::string_view text, std::size_t i)
{
    const auto sign = skipRangeSign (text, i);
    const auto rest = toLowerAscii (text.substr (sign, 16));

    if (sign > i)
        for (const std::string_view word :
             { "end", "the end", "ende", "fin", "fine", "fim", "einde", "slut", "конец", "..." })
            if (rest.starts_with (word))
            {
                const auto at = skipBlanks (text, sign + word.size());

                if (at < text.size() && (text[at] == ')' || text[at] == ']' || text[at] == '|'))
                    return text[at] == '|' ? at : at + 1;
            }

    return i;
}

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

    for (const std::string_view sign : { "-->", "->", "=>", "::", "||", "--" })
        if (text.starts_with (sign))
            return trim (text.substr (sign.size()));

    const auto [c, size] = codePointAt (text, 0);
    const auto rest = text.substr (size);
    const bool blankFollows = rest.empty() || isSpace (codePointAt (rest, 0).value);

    // Leaders, but not the dots that begin "...and then".
    if (c == '.' || c == 0x2026)
        if (const auto behind = dropLeading (text, "."); c == 0x2026 || behind.size() + 1 < text.size())
            if (const auto title = c == 0x2026 ? rest : behind; title.starts_with (' '))
                return trim (title);

    const bool always = isDash (c) || c == ',' || c == ';' || c == ':' || c == '|' || c == '~' || c == 0xFF1A
                        || c == 0xFF5C || c == 0x2192 || c == 0x203A || c == 0xBB || c == 0x2022 || c == 0xB7
                        || c == 0x2502 || c == 0x3001 || c == '=';
    const bool withBlank = c == '.' || c == '/' || c == '>' || c == '*' || c == ')';

    return always || (withBlank && blankFollows) ? trim (rest) : text;
}

std::string_view beforeSeparator (std::string_view text)
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
            break;

        text.remove_suffix (size);
    }

    if (text.ends_with ("..") || text.ends_with ("…"))
        while (text.ends_with ('.') || text.ends_with ("…"))
            text = trim (text.substr (0, text.size() - (text.ends_with ('.') ? 1 : 3)));

    if (text.empty())
        return text;

    const auto [c, size] = codePointBefore (text, text.size());
    const bool closes = c == '>' && text.contains ('<'); // "Title <https://example.org> 0:54"
    const bool separator = isDash (c) || c == ':' || c == '|' || c == ',' || c == ';' || c == '~'
                           || c == 0xFF1A || c == 0x2192 || c == 0x2022 || c == 0xB7 || c == '=' || c == '>'
                           || c == '/';
    return separator && ! closes ? trim (text.substr (0, text.size() - size)) : text;
}

} // namespace earmark::outline
