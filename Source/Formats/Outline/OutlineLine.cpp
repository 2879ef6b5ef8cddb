// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineLine.h"

#include "Formats/Outline/LineText.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

bool isAsciiBullet (char32_t c)
{
    return c == '-' || c == '*' || c == '+';
}

/** Marks that are a bullet even without a blank behind them. */
bool isTypographicBullet (char32_t c)
{
    constexpr std::array<char32_t, 24> bullets { 0x2022, 0x2023, 0x2043,  0x204C,  0x2219,  0x25AA,
                                                 0x25AB, 0x25B8, 0x25BA,  0x25CB,  0x25CF,  0x25E6,
                                                 0x2B25, 0x27A2, 0x2794,  0xB7,    0x30FB,  0x2611,
                                                 0x2705, 0x2714, 0x1F536, 0x1F537, 0x1F538, 0x1F539 };
    return std::ranges::contains (bullets, c);
}

bool isRule (std::string_view text)
{
    char32_t mark = 0;
    int count = 0;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);
        i += size;

        if (isSpace (c))
            continue;

        const bool ruleMark = c == '-' || c == '*' || c == '_' || c == '=' || c == '~' || c == '.' || c == '#'
                              || (c >= 0x2500 && c <= 0x257F) || (c >= 0x2010 && c <= 0x2015);

        if (! ruleMark || (mark != 0 && c != mark))
            return false;

        mark = c;
        ++count;
    }

    return count >= 3;
}

/** "```" and "```text", between which Markdown and chats set text as it is. */
bool isFence (std::string_view text)
{
    constexpr std::string_view fence = "```";
    return text.starts_with (fence)
           && text.substr (fence.size()).find_first_of ("` \t") == std::string_view::npos;
}

void skipSpaces (std::string_view& text)
{
    while (! text.empty())
    {
        const auto [c, size] = codePointAt (text, 0);

        if (! isSpace (c) && ! isInvisible (c))
            break;

        text.remove_prefix (size);
    }
}

/** Takes one bullet off: "- ", "* ", "• ", "•", "1. ", "2) ". */
bool takeBullet (std::string_view& text)
{
    if (text.empty())
        return false;

    const auto [c, size] = codePointAt (text, 0);
    const auto rest = text.substr (size);
    const bool spaceFollows = rest.empty() || isSpace (codePointAt (rest, 0).value);

    if (isTypographicBullet (c) || ((isAsciiBullet (c) || isDash (c)) && spaceFollows))
    {
        text = rest;
        skipSpaces (text);
        return true;
    }

    return false;
}

bool takeNumber (std::string_view& text)
{
    constexpr std::size_t maxDigits = 3;
    const auto digits = std::min (text.find_first_not_of ("0123456789"), text.size());

    if (digits == 0 || digits > maxDigits || digits + 1 >= text.size())
        return false;

    const auto mark = text[digits];

    if ((mark != '.' && mark != ')') || ! isSpace (codePointAt (text, digits + 1).value))
        return false;

    text.remove_prefix (digits + 1);
    skipSpaces (text);
    return true;
}

/** "a", "B", "iv" */
bool isLetterOrRoman (std::string_view text)
{
    constexpr std::size_t longestRoman = 5;
    constexpr std::string_view small = "ivxl", capital = "IVXL";
    const auto isOf = [text] (std::string_view digits)
    { return text.find_first_not_of (digits) == std::string_view::npos; };
    const bool isLetter = text.size() == 1 && isWordCharacter (codePointAt (text, 0).value);
    return isLetter || (! text.empty() && text.size() <= longestRoman && (isOf (small) || isOf (capital)));
}

/** Takes "a. ", "B) ", "iv. " and the "o" of a word processor off a time. Elsewhere these are initials and words. */
bool takeLetter (std::string_view& text)
{
    constexpr std::string_view hollowBullet = "o";
    constexpr std::size_t longest = 8;
    const auto word = text.substr (0, text.substr (0, longest).find_first_of (" \t"));
    const bool hasMark = word.ends_with ('.') || word.ends_with (')');

    if (word.size() == text.size()
        || ! (word == hollowBullet || (hasMark && isLetterOrRoman (word.substr (0, word.size() - 1)))))
        return false;

    auto at = word.size();

    while (at < text.size() && ! isWordCharacter (codePointAt (text, at).value))
        at += codePointAt (text, at).size;

    const auto time = timestampAt (text, at);

    if (! time || time->style != Timestamp::Style::colons)
        return false;

    text.remove_prefix (word.size());
    skipSpaces (text);
    return true;
}

/** Takes off what a list of tasks has behind the bullet: "[ ] ", "[x] ". */
void takeTaskBox (std::string_view& text)
{
    for (const std::string_view box : { "[ ] ", "[x] ", "[X] " })
        if (text.starts_with (box))
        {
            text.remove_prefix (box.size());
            skipSpaces (text);
        }
}

/** Without the backslash that ends a line in Markdown: "0:00 Fog\\". */
std::string_view withoutLineBreak (std::string_view text)
{
    const auto rest = trim (text.substr (0, text.size() - (text.ends_with ('\\') ? 1 : 0)));
    return rest.empty() || rest.ends_with ('\\') || rest.ends_with (':') ? text : rest;
}

} // namespace

Line parseLine (std::string_view raw, std::size_t number)
{
    constexpr std::size_t tab = 4;
    Line line { .number = number };
    auto text = trim (raw);

    for (const char c : raw)
    {
        if (c != ' ' && c != '\t')
            break;

        line.indent += c == '\t' ? tab : 1;
    }

    while (text.starts_with ("> ") || text == ">")
        text = trim (text.substr (1));

    text = withoutLineBreak (text);

    if (text.empty())
        return line;

    if (isRule (text) || isFence (text))
    {
        line.kind = Line::Kind::rule;
        line.content = text;
        return line;
    }

    line.kind = Line::Kind::text;

    const auto hashes = std::min (text.find_first_not_of ('#'), text.size());

    if (hashes >= 1 && hashes <= 6 && text.substr (hashes).starts_with (' '))
    {
        line.kind = Line::Kind::heading;
        line.headingLevel = hashes;
        text = trim (text.substr (hashes));
    }
    else
    {
        // A word processor's second level, which a copy does not indent.
        if (line.indent == 0 && text.starts_with ("o\t"))
            line.indent = tab;

        for (bool isNumber = false; takeBullet (text) || takeLetter (text) || (isNumber = takeNumber (text));)
        {
            line.kind = Line::Kind::bullet;
            line.isNumbered = line.isNumbered || isNumber;
        }

        if (line.kind == Line::Kind::bullet)
            takeTaskBox (text);
    }

    takeText (line, text);
    return line;
}

std::string withoutEmphasis (std::string_view text)
{
    text = trim (text);

    while (text.ends_with ('|') || text.starts_with ('|'))
        text = trim (text.ends_with ('|') ? text.substr (0, text.size() - 1) : text.substr (1));

    // "*** 12:30 BREAK ***", "***12:30 Fog***": the opening ones stand before the time.
    constexpr std::string_view stars = "***";

    if (text.ends_with (stars) && text.find ('*') + stars.size() == text.size())
        text = trim (text.substr (0, text.size() - stars.size()));

    std::string plain (text.substr (0, text.find ("**")));
    plain.reserve (text.size());

    for (auto i = plain.size(); i < text.size();)
    {
        const auto isDigitAt = [text] (std::size_t at)
        { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };

        if (text.substr (i, 2) == "**" && ! (i > 0 && isDigitAt (i - 1) && isDigitAt (i + 2))) // but 2**10
            i += 2;
        else
            plain += text[i++];
    }

    auto result = trim (plain);

    for (const std::string_view mark : { "__", "*", "_" })
        if (result.size() > 2 * mark.size() && result.starts_with (mark) && result.ends_with (mark))
            result = trim (result.substr (mark.size(), result.size() - 2 * mark.size()));

    return std::string (result);
}

std::string withAddresses (const Line& line)
{
    std::string text;
    std::size_t at = 0;

    for (const auto& link : line.links)
    {
        text += line.content.substr (at, link.end - at);
        at = link.end;

        const auto label = link.isPicture()
                               ? std::string_view (link.alt)
                               : std::string_view (line.content).substr (link.begin, link.end - link.begin);
        text += link.isPicture() ? link.alt : "";

        auto address = link.url.starts_with ('#') || label.contains (link.url) ? std::string {} : link.url;

        if (! link.title.empty())
            address += (address.empty() ? "\"" : " \"") + link.title + '"';

        if (! address.empty())
            text += label.empty() ? address : " (" + address + ")";
    }

    return text + line.content.substr (at);
}

const LinkSpan* pictureAlone (const Line& line)
{
    const bool alone =
        line.links.size() == 1 && line.links.front().isPicture() && trim (line.content).empty();
    return alone ? &line.links.front() : nullptr;
}

} // namespace earmark::outline
