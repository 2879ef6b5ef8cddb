// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ItemText.h"

#include "Formats/Outline/OutlineText.h"
#include "Formats/Techniques/Markup.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace earmark
{

namespace
{

/** Whether tags make the lines of a text, so that its own line ends are blanks. A lone link makes none. */
bool hasBlocks (std::string_view text)
{
    constexpr std::array<std::string_view, 15> tags { "<p>", "<p ", "<br", "<li", "<div",
                                                      "<td", "<tr", "<ul", "<ol", "<pre",
                                                      "<h1", "<h2", "<h3", "<h4", "<blockquote" };
    const auto lower = toLowerAscii (text);
    return std::ranges::any_of (tags, [&] (std::string_view tag) { return lower.contains (tag); });
}

/** HTML, or plain text, which many hosts write there. */
std::string linesOf (const std::string& text)
{
    if (hasBlocks (text))
        return htmlToText (text);

    std::string marked;

    for (const auto line : splitLines (text))
        marked.append (line).append ("<br>");

    return htmlToText (marked);
}

/** The text of an element, or its elements as they are written where it holds XHTML. */
std::string contentOf (pugi::xml_node node)
{
    if (attributeOf (node, "type") != "xhtml")
        return textIn (node);

    std::ostringstream written;

    for (const auto child : node.children())
        child.print (written, "", pugi::format_raw);

    return std::move (written).str();
}

} // namespace

std::string descriptionOf (pugi::xml_node item)
{
    constexpr std::array<std::string_view, 4> names { "encoded", "content", "description", "summary" };
    std::string best;
    std::size_t mostChapters = 0;

    for (const auto holder : { item, childNamed (item, "group") })
        for (const auto child : holder.children())
        {
            if (! std::ranges::contains (names, localName (child)))
                continue;

            auto text = linesOf (contentOf (child));
            const auto chapters = outline::shapeOf (text).chapters;

            if (chapters > mostChapters || (chapters == mostChapters && text.size() > best.size()))
            {
                best = std::move (text);
                mostChapters = chapters;
            }
        }

    return best;
}

} // namespace earmark
