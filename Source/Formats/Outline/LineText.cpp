// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/LineText.h"

#include "Formats/Techniques/Markup.h"
#include "Foundation/Text.h"

#include <optional>

namespace earmark::outline
{

namespace
{

/** Whether Markdown has a backslash there, before a mark that is no markup: "\[0:00\] Fog \- a story". */
bool isEscape (std::string_view text, std::size_t at)
{
    const auto mark = at + 1 < text.size() ? text[at + 1] : ' ';

    if (text[at] != '\\')
        return false;

    if (mark == '_') // "fog\_horn", but not the arm of a shrug
        return at > 0 && isWordCharacter (codePointBefore (text, at).value);

    return std::string_view ("[]()-#.!*&~+>|`").contains (mark);
}

/** What a backslash or a character reference, "&amp;", stands for. */
struct Meant
{
    std::string text;
    std::size_t size = 0; ///< of what is written, in bytes
};

std::optional<Meant> meantAt (std::string_view text, std::size_t at)
{
    if (isEscape (text, at))
        return Meant { std::string (1, text[at + 1]), 2 };

    constexpr std::size_t longestReference = 12;
    const auto end = text[at] == '&' ? text.substr (at, longestReference).find (';') : std::string_view::npos;

    if (end == std::string_view::npos)
        return {};

    const auto reference = text.substr (at, end + 1);
    auto character = unescapeHtml (reference);

    // Not what would become a tag, nor a control character.
    if (character == reference || character == "<" || character == ">"
        || static_cast<unsigned char> (character.front()) < ' ')
        return {};

    return Meant { std::move (character), reference.size() };
}

std::string asMeant (std::string_view text)
{
    std::string plain;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto meant = meantAt (text, i);
        plain += meant ? meant->text : std::string (1, text[i]);
        i += meant ? meant->size : 1;
    }

    return plain;
}

/** Puts what is meant behind the content. */
void take (Line& line, const Meant& meant)
{
    if (meant.text == "|")
        line.literalBars.push_back (line.content.size());

    line.content += meant.text;
}

/** The label of a link, as it is meant. */
void takeLabel (Line& line, std::string_view label)
{
    for (std::size_t i = 0; i < label.size();)
    {
        const auto meant = meantAt (label, i);
        take (line, meant.value_or (Meant { std::string (1, label[i]), 1 }));
        i += meant ? meant->size : 1;
    }
}

std::size_t closing (std::string_view text, std::size_t open, char opener, char closer)
{
    int depth = 0;

    for (auto i = open; i < text.size(); ++i)
    {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == opener)
            ++depth;
        else if (text[i] == closer && --depth == 0)
            return i;
    }

    return std::string_view::npos;
}

struct MarkdownLink
{
    std::string_view label;
    std::string_view url;
    std::string_view title;
    std::size_t end = 0;
};

/** "[label](url)" or "[label](url "title")" at `at`, also where `at` is behind the "!" of a picture. */
std::optional<MarkdownLink> linkAt (std::string_view text, std::size_t at)
{
    const auto labelEnd = closing (text, at, '[', ']');

    if (labelEnd == std::string_view::npos || ! text.substr (labelEnd + 1).starts_with ('('))
        return {};

    const auto urlEnd = closing (text, labelEnd + 1, '(', ')');

    if (urlEnd == std::string_view::npos)
        return {};

    auto url = trim (text.substr (labelEnd + 2, urlEnd - labelEnd - 2));
    const auto blank = std::min (url.find_first_of (" \t"), url.size());
    auto title = trim (url.substr (blank));
    url = url.substr (0, blank);

    // An address holds no blanks: what else stands there must be a title in quotation marks.
    if (! title.empty())
    {
        if (title.size() < 2 || title.front() != title.back()
            || (title.front() != '"' && title.front() != '\''))
            return {};

        title = title.substr (1, title.size() - 2);
    }

    if (url.starts_with ('<') && url.ends_with ('>'))
        url = url.substr (1, url.size() - 2);

    return MarkdownLink { text.substr (at + 1, labelEnd - at - 1), url, title, urlEnd + 1 };
}

/** Real links are shorter, and after so many brackets that open none the rest of the line has none. Bounds the work on
    hostile input. */
constexpr std::size_t maxLinkLength = 8192;
constexpr int maxFailedLinks = 32;

} // namespace

void takeText (Line& line, std::string_view text)
{
    line.content.reserve (text.size());
    int failed = 0;

    for (std::size_t i = 0; i < text.size();)
    {
        if (const auto meant = meantAt (text, i))
        {
            take (line, *meant);
            i += meant->size;
            continue;
        }

        const bool image = text[i] == '!' && text.substr (i + 1).starts_with ('[');

        if ((text[i] == '[' || image) && failed < maxFailedLinks)
        {
            if (const auto link = linkAt (text.substr (i, maxLinkLength), image ? 1 : 0))
            {
                const auto begin = line.content.size();

                if (! image)
                    takeLabel (line, link->label);

                line.links.push_back ({ .begin = begin,
                                        .end = line.content.size(),
                                        .url = std::string (link->url),
                                        .title = std::string (link->title),
                                        .alt = image ? asMeant (link->label) : std::string {} });
                i += link->end;
                continue;
            }

            ++failed;
        }

        const auto next = text.find_first_of ("[!\\&", i + 1);
        line.content += text.substr (i, next - i);
        i = std::min (next, text.size());
    }
}

} // namespace earmark::outline
