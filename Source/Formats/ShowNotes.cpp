// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/Techniques/Markup.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <array>
#include <format>

// Show notes for a web page or a feed: every chapter with its summary, points and link, as Markdown and as HTML.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> markdownSuffixes { ".notes.md" };
constexpr std::array<std::string_view, 2> htmlSuffixes { ".html", ".htm" };

/** What would mean something in Markdown is escaped; what only does at a line's beginning is harmless behind a time or bullet. */
std::string escapeMarkdown (std::string_view text)
{
    std::string escaped;

    for (const char c : oneLine (text))
    {
        if (std::string_view ("\\`*_[]<>").contains (c))
            escaped += '\\';

        escaped += c;
    }

    return escaped;
}

/** In whole seconds: people read it, and go there. */
std::string timeOf (const Chapter& chapter)
{
    return formatTime (Duration::fromSeconds (shownSecond (chapter.start)));
}

/** What begins like a heading would be one. */
std::string paragraph (std::string_view text)
{
    return (text.starts_with ('#') ? "\\" : "") + escapeMarkdown (text) + "\n\n";
}

std::string linkText (const Chapter& chapter)
{
    return chapter.link->text.empty() ? chapter.link->url : chapter.link->text;
}

std::vector<std::string> paragraphsOf (std::string_view text)
{
    std::vector<std::string> paragraphs;

    for (const auto line : splitLines (text))
        if (! trim (line).empty())
            paragraphs.emplace_back (trim (line));

    return paragraphs;
}

std::string headingOf (const Episode& episode)
{
    return episode.show.empty()    ? episode.title
           : episode.title.empty() ? episode.show
                                   : episode.show + ": " + episode.title;
}

std::string writeMarkdown (const Outline& outline, const Answers&)
{
    std::string text;

    if (const auto heading = headingOf (outline.episode); ! heading.empty())
        text += "# " + escapeMarkdown (heading) + "\n\n";

    for (const auto& line : paragraphsOf (outline.episode.description))
        text += paragraph (line);

    for (const auto& chapter : outline.chapters)
    {
        text += std::format ("{} {} {}\n\n",
                             chapter.level == 0 ? "##" : "###",
                             timeOf (chapter),
                             escapeMarkdown (chapter.title));

        if (const auto image = imageAddress (chapter); ! image.empty())
            text += std::format ("![]({})\n\n", oneLine (image));

        for (const auto& line : paragraphsOf (chapter.summary))
            text += paragraph (line);

        for (const auto& point : chapter.points)
            text += "- " + escapeMarkdown (point) + '\n';

        text += chapter.points.empty() ? "" : "\n";

        if (chapter.link)
            text += std::format (
                "[{}]({})\n\n", escapeMarkdown (linkText (chapter)), oneLine (chapter.link->url));
    }

    while (text.ends_with ("\n\n"))
        text.pop_back();

    return text;
}

std::string element (std::string_view name, std::string_view text)
{
    return std::format ("<{}>{}</{}>\n", name, escapeXml (oneLine (text)), name);
}

std::string writeHtml (const Outline& outline, const Answers&)
{
    std::string text;

    if (const auto heading = headingOf (outline.episode); ! heading.empty())
        text += element ("h1", heading);

    for (const auto& paragraph : paragraphsOf (outline.episode.description))
        text += element ("p", paragraph);

    for (const auto& chapter : outline.chapters)
    {
        text += element (chapter.level == 0 ? "h2" : "h3", timeOf (chapter) + ' ' + chapter.title);

        if (const auto image = imageAddress (chapter); ! image.empty())
            text += std::format ("<p><img src=\"{}\" alt=\"\"></p>\n", escapeXml (oneLine (image)));

        for (const auto& paragraph : paragraphsOf (chapter.summary))
            text += element ("p", paragraph);

        if (! chapter.points.empty())
        {
            text += "<ul>\n";

            for (const auto& point : chapter.points)
                text += element ("li", point);

            text += "</ul>\n";
        }

        if (chapter.link)
            text += std::format ("<p><a href=\"{}\">{}</a></p>\n",
                                 escapeXml (oneLine (chapter.link->url)),
                                 escapeXml (oneLine (linkText (chapter))));
    }

    return text;
}

constexpr Capabilities capabilities { .content = Capabilities::Content::forListeners,
                                      .summaries = true,
                                      .points = true,
                                      .links = true,
                                      .images = true,
                                      .levels = true,
                                      .episodeTitle = true,
                                      .show = true,
                                      .description = true,
                                      .stepsPerSecond = 1 };

} // namespace

extern const ChapterFormat markdownNotesFormat, htmlNotesFormat;

constexpr ChapterFormat markdownNotesFormat {
    .id = "notes-markdown",
    .name = "Show notes (Markdown)",
    .suffixes = markdownSuffixes,
    .capabilities = capabilities,
    .write = writeMarkdown,
};

constexpr ChapterFormat htmlNotesFormat {
    .id = "notes-html",
    .name = "Show notes (HTML)",
    .suffixes = htmlSuffixes,
    .capabilities = capabilities,
    .write = writeHtml,
};

} // namespace earmark
