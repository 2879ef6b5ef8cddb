// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineText.h"
#include "Formats/Outline/Tables.h"
#include "Formats/Techniques/Markup.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>

// A list of chapters in the HTML of a page or a feed's description: its text is read as an outline.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".html", ".htm" };

/** Where nothing but words is marked up, the lines are the text's own. */
std::string textOf (std::string_view html)
{
    constexpr std::array<std::string_view, 18> blocks { "<p",  "<div", "<br", "<li",   "<td",   "<th",
                                                        "<ul", "<ol",  "<dl", "<html", "<head", "<hr",
                                                        "<h1", "<h2",  "<h3", "<h4",   "<h5",   "<h6" };
    const auto lower = toLowerAscii (html);

    if (std::ranges::any_of (blocks, [&] (std::string_view tag) { return lower.contains (tag); }))
        return htmlToText (html);

    std::string text;

    for (const auto line : splitLines (html))
    {
        auto plain = htmlToText (line);

        while (plain.ends_with ('\n'))
            plain.pop_back();

        text += plain + '\n';
    }

    return text;
}

Confidence sniff (std::string_view text)
{
    // Of tags that texts mention, too, only the closing one tells.
    constexpr std::array<std::string_view, 14> tags { "<td",  "<li",       "<br",     "<p>", "<p ",
                                                      "<div", "<h2",       "<h3",     "<TD", "<LI",
                                                      "<BR",  "</strong>", "</span>", "</b>" };
    const auto sample = text.substr (0, 256u << 10);

    // One tag may stand in any text; a page has many.
    const auto hasTwo = [&] (std::string_view tag)
    {
        const auto first = sample.find (tag);
        return first != std::string_view::npos && sample.find (tag, first + 1) != std::string_view::npos;
    };
    const bool isPage = std::ranges::any_of (tags, hasTwo);

    // A table of Markdown has tags in its cells, which hold no lines otherwise.
    const bool isMarkdown = std::ranges::any_of (
        splitLines (sample), [] (std::string_view line) { return outline::isRowOfDashes (trim (line)); });

    return isPage && ! isMarkdown && outline::shapeOf (textOf (sample)).chapters > 1 ? 50 : 0;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    return outline::readOutlineText (textOf (text), outline::Body::summaryAndPoints, options)
        .transform (
            [] (OutlineReading&& reading)
            {
                for (auto& notice : reading.notices)
                    notice.where = {}; // lines of the page's text, which nobody sees

                reading.lines.clear();

                return std::move (reading);
            });
}

} // namespace

extern const ChapterFormat webPageFormat;

constexpr ChapterFormat webPageFormat {
    .id = "html",
    .name = "Web page",
    .suffixes = suffixes,
    .capabilities = { .summaries = true, .points = true, .links = true },
    .isToldByShape = true,
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
