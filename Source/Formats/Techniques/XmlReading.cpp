// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/XmlReading.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

struct Extent
{
    int deepest = 0;
    std::size_t tags = 0;
};

/** One past the next `mark`, or the end. */
std::size_t behind (std::string_view text, std::string_view mark, std::size_t from)
{
    const auto found = text.find (mark, from);
    return found == std::string_view::npos ? text.size() : found + mark.size();
}

/** Looked for beforehand, since the parser knows no limits. */
Extent extentOf (std::string_view text)
{
    Extent extent;
    int depth = 0;

    for (auto at = text.find ('<'); at != std::string_view::npos; at = text.find ('<', at))
    {
        const auto rest = text.substr (at);

        if (rest.starts_with ("<!--"))
            at = behind (text, "-->", at);
        else if (rest.starts_with ("<![CDATA["))
            at = behind (text, "]]>", at);
        else if (rest.starts_with ("<?"))
            at = behind (text, "?>", at);
        else
        {
            const auto end = behind (text, ">", at);
            ++extent.tags;

            if (rest.starts_with ("</"))
                --depth;
            else if (! rest.starts_with ("<!") && ! text.substr (at, end - at).ends_with ("/>"))
                extent.deepest = std::max (extent.deepest, ++depth);

            at = end;
        }
    }

    return extent;
}

/** Elements of HTML that what is copied out of a page, or into a description, begins with. */
constexpr std::array<std::string_view, 49> htmlNames {
    "html",    "head",   "body",    "p",       "div",    "span",       "br",     "hr",   "ul",    "ol",
    "li",      "dl",     "dt",      "dd",      "table",  "thead",      "tbody",  "tr",   "td",    "th",
    "h1",      "h2",     "h3",      "h4",      "h5",     "h6",         "a",      "b",    "i",     "u",
    "em",      "strong", "section", "article", "main",   "header",     "footer", "nav",  "aside", "pre",
    "details", "code",   "center",  "font",    "figure", "blockquote", "small",  "time", "mark"
};

} // namespace

Result<XmlDocument> XmlDocument::parse (std::string_view utf8, Notices& notices)
{
    const auto extent = extentOf (utf8);

    if (extent.deepest > maxXmlNesting || extent.tags > maxXmlTags)
        return failure (Error::Kind::tooLarge,
                        extent.tags > maxXmlTags
                            ? std::format ("The XML holds more than {} tags.", maxXmlTags)
                            : std::format ("The XML is nested deeper than {} levels.", maxXmlNesting));

    XmlDocument xml;

    for (std::size_t at = 0; at < utf8.size(); at = behind (utf8, "\n", at))
        xml.lineBegins.push_back (at);

    const auto parsed =
        xml.document.load_buffer (utf8.data(), utf8.size(), pugi::parse_default, pugi::encoding_utf8);
    const auto place = Place::atLine (xml.lineAt (parsed.offset));

    if (! xml.root())
        return failure (Error::Kind::malformed,
                        std::format ("The XML cannot be read here: {}.", parsed.description()),
                        place);

    if (! parsed)
        notices.push_back (
            { Notice::Grade::warning,
              std::format ("The XML is not well formed here ({}); it was read up to this place.",
                           parsed.description()),
              place });

    return xml;
}

Place XmlDocument::placeOf (pugi::xml_node node) const
{
    // The path is made by hand: the library's own names the document and begins with a separator.
    constexpr std::size_t longestName = 60;
    std::string path;

    for (auto n = node; n && n.type() == pugi::node_element; n = n.parent())
        path.insert (0, std::string (truncateUtf8 (n.name(), longestName)).append (path.empty() ? "" : "/"));

    return { .line = lineAt (node.offset_debug()), .path = std::move (path) };
}

std::size_t XmlDocument::lineAt (std::ptrdiff_t offset) const
{
    const auto at = std::size_t (std::max<std::ptrdiff_t> (offset, 0));
    return std::size_t (std::ranges::upper_bound (lineBegins, at) - lineBegins.begin());
}

std::string_view localName (pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find (':');
    return colon == std::string_view::npos ? name : name.substr (colon + 1);
}

pugi::xml_node childNamed (pugi::xml_node node, std::string_view local)
{
    for (const auto child : node.children())
        if (localName (child) == local)
            return child;

    return {};
}

std::string textIn (pugi::xml_node node)
{
    std::string text;

    for (auto n = nextInside (node, node); n; n = nextInside (node, n))
        if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata)
            text += n.value();

    return text;
}

std::string_view attributeOf (pugi::xml_node node, std::string_view local)
{
    for (const auto attribute : node.attributes())
    {
        const std::string_view name = attribute.name();

        if (name == local || (name.ends_with (local) && name[name.size() - local.size() - 1] == ':'))
            return attribute.value();
    }

    return {};
}

pugi::xml_node nextInside (pugi::xml_node top, pugi::xml_node node)
{
    if (const auto child = node.first_child())
        return child;

    for (; node && node != top; node = node.parent())
        if (const auto next = node.next_sibling())
            return next;

    return {};
}

std::vector<pugi::xml_node> descendantsNamed (pugi::xml_node top, std::string_view local)
{
    std::vector<pugi::xml_node> found;

    for (auto n = nextInside (top, top); n; n = nextInside (top, n))
        if (localName (n) == local)
            found.push_back (n);

    return found;
}

std::string_view xmlRootName (std::string_view text)
{
    for (std::size_t at = 0; (at = text.find_first_not_of (" \t\r\n", at)) != std::string_view::npos;)
    {
        const auto rest = text.substr (at);

        if (! rest.starts_with ('<'))
            return {};

        if (rest.starts_with ("<!--"))
            at = behind (text, "-->", at);
        else if (rest.starts_with ("<?"))
            at = behind (text, "?>", at);
        else if (rest.starts_with ("<!"))
            at = behind (text, ">", at);
        else
        {
            auto name = rest.substr (1, std::min (rest.find_first_of (" \t\r\n/>"), rest.size()) - 1);
            const auto colon = name.find (':');
            return colon == std::string_view::npos ? name : name.substr (colon + 1);
        }
    }

    return {};
}

bool isXmlOfData (std::string_view text)
{
    const auto root = xmlRootName (text);
    const auto isLetter = [] (char c)
    { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };

    if (root.empty() || ! isLetter (root.front())
        || std::ranges::contains (htmlNames, std::string_view (toLowerAscii (root))))
        return false;

    text = trim (text);

    if (text.starts_with ("<?xml"))
        return true;

    const auto last = text.substr (std::min (text.rfind ("</"), text.size()));
    return last.ends_with (std::string (root) + '>');
}

} // namespace earmark
