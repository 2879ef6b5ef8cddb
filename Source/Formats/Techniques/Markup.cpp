// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Markup.h"

#include "Formats/Techniques/NamedCharacters.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace earmark
{

namespace
{

std::optional<std::string> characterOf (std::string_view name)
{
    if (name.starts_with ('#'))
    {
        name.remove_prefix (1);
        const bool hex = name.starts_with ('x') || name.starts_with ('X');
        name.remove_prefix (hex ? 1 : 0);
        std::uint32_t value = 0;
        const auto [end, code] =
            std::from_chars (name.data(), name.data() + name.size(), value, hex ? 16 : 10);

        if (code != std::errc() || end != name.data() + name.size() || value == 0)
            return {};

        return toUtf8 (char32_t (value));
    }

    const auto found = namedCharacter (name);
    return found.empty() ? std::nullopt : std::optional (std::string (found));
}

/** A tag of HTML: "<td class=x>". */
struct Tag
{
    std::string name; ///< in lower case, with a leading slash for a closing one
    std::string_view attributes;
    std::size_t size = 0; ///< in bytes, with its brackets
};

/** The tag at the text's front; nothing for a "<" that begins none. */
std::optional<Tag> tagAt (std::string_view text)
{
    if (text.starts_with ("<!--"))
    {
        const auto end = text.find ("-->");
        return Tag { {}, {}, end == std::string_view::npos ? text.size() : end + 3 };
    }

    constexpr std::size_t longestTag = 4096;
    const auto end = text.substr (0, longestTag).find ('>');
    const auto first = text.size() > 1 ? text[1] : ' ';
    const auto begins =
        (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '/' || first == '!';

    if (end == std::string_view::npos || ! begins)
        return {};

    const auto inside = text.substr (1, end - 1);
    const auto nameEnd = std::min (inside.find_first_of (" \t\r\n/.", 1), inside.size());

    if (inside.substr (0, nameEnd).ends_with (':')) // "<https://example.org>" is an address
        return {};

    return Tag { toLowerAscii (inside.substr (0, nameEnd)), inside.substr (nameEnd), end + 1 };
}

/** The value of href="…" among a tag's attributes. */
std::string hrefOf (std::string_view attributes)
{
    const auto at = toLowerAscii (attributes).find ("href=");

    if (at == std::string::npos)
        return {};

    auto value = attributes.substr (at + 5);
    const auto quote = value.empty() ? ' ' : value.front();

    if (quote != '"' && quote != '\'')
        return unescapeHtml (value.substr (0, value.find_first_of (" \t\r\n")));

    value.remove_prefix (1);
    return unescapeHtml (value.substr (0, value.find (quote)));
}

/** Builds the lines of htmlToText. */
class Page
{
public:
    void text (std::string_view piece)
    {
        for (const char c : piece)
        {
            // Line ends and runs of blanks in HTML are one blank.
            const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';

            if (! blank)
            {
                if (std::exchange (blockEnded, false))
                    newLine();

                line += c;
            }
            else if (! line.empty() && ! line.ends_with (' ') && ! line.ends_with ('\t'))
                line += ' ';
        }
    }

    void tag (const Tag& tag)
    {
        const std::string_view name = tag.name;

        if (name == "td" || name == "th")
        {
            blockEnded = false;
            isInCell = true;

            if (line.ends_with (' '))
                line.pop_back();

            line += line.empty() ? "" : "\t";
        }
        else if (name == "li")
        {
            newLine();
            line = "- ";
        }
        else if (name == "a")
        {
            if (href = hrefOf (tag.attributes); ! href.empty())
            {
                if (std::exchange (blockEnded, false))
                    newLine();

                line += '[';
            }
        }
        else if (name == "/a")
        {
            if (! href.empty())
                line += "](" + std::exchange (href, {}) + ")";
        }
        else if (std::ranges::contains (blocks, name.starts_with ('/') ? name.substr (1) : name))
            endBlock (name);
    }

    std::string finish()
    {
        newLine();
        return std::move (lines);
    }

private:
    static constexpr std::array<std::string_view, 22> blocks {
        "p",  "div", "br", "tr",  "table", "ul", "ol", "li", "h1",      "h2",         "h3",
        "h4", "h5",  "h6", "pre", "hr",    "dl", "dt", "dd", "section", "blockquote", "article"
    };

    std::string lines;
    std::string line;
    std::string href;
    bool isInCell = false;
    bool blockEnded = false; ///< in a cell, whose row goes on if no more text comes in it

    void endBlock (std::string_view name)
    {
        isInCell = isInCell && name != "tr" && name != "/tr" && name != "table" && name != "/table";

        if (! isInCell)
            newLine();
        else if (! line.empty() && ! line.ends_with ('\t'))
            blockEnded = true;
    }

    void newLine()
    {
        blockEnded = false;

        while (line.ends_with (' '))
            line.pop_back();

        if (line != "-" && ! line.empty())
            lines += line;

        if (! lines.empty() && ! lines.ends_with ("\n\n"))
            lines += '\n';

        line.clear();
    }
};

} // namespace

std::string escapeXml (std::string_view text)
{
    std::string escaped;
    escaped.reserve (text.size() + 16);

    for (const char c : text)
    {
        switch (c)
        {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                if (static_cast<unsigned char> (c) >= 0x20 || c == '\t' || c == '\n' || c == '\r')
                    escaped += c;
        }
    }

    return escaped;
}

std::string unescapeHtml (std::string_view text)
{
    std::string plain;
    plain.reserve (text.size());

    while (! text.empty())
    {
        const auto next = std::min (text.find ('&'), text.size());
        plain += text.substr (0, next);
        text.remove_prefix (next);

        if (text.empty())
            break;

        constexpr std::size_t longestReference = 12;
        const auto end = text.substr (0, longestReference).find (';');
        const auto character =
            end == std::string_view::npos ? std::nullopt : characterOf (text.substr (1, end - 1));
        plain += character ? *character : "&";
        text.remove_prefix (character ? end + 1 : 1);
    }

    return plain;
}

std::string htmlToText (std::string_view html)
{
    Page page;

    while (! html.empty())
    {
        const auto next = std::min (html.find ('<'), html.size());
        page.text (unescapeHtml (html.substr (0, next)));
        html.remove_prefix (next);

        if (html.empty())
            break;

        const auto tag = tagAt (html);

        if (! tag)
        {
            page.text ("<");
            html.remove_prefix (1);
            continue;
        }

        html.remove_prefix (tag->size);
        page.tag (*tag);

        if (tag->name == "script" || tag->name == "style")
            html.remove_prefix (std::min (html.find ("</"), html.size()));
    }

    return page.finish();
}

std::string withoutTags (std::string_view text)
{
    std::string plain;
    plain.reserve (text.size());

    while (! text.empty())
    {
        const auto next = std::min (text.find ('<'), text.size());
        plain += text.substr (0, next);
        text.remove_prefix (next);

        if (text.empty())
            break;

        const auto tag = tagAt (text);
        plain += tag ? "" : "<";
        text.remove_prefix (tag ? tag->size : 1);
    }

    return plain;
}

} // namespace earmark
