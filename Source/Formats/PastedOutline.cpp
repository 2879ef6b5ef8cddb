// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineText.h"

#include "Foundation/Timestamp.h"

#include <array>

// Outlines as summary pages give them: a range on a line of its own, then the title, a summary and bullets; the show's
// and the episode's title on the first line.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".txt", ".md" };

Confidence sniff (std::string_view text)
{
    const auto shape = outline::shapeOf (text);

    if (shape.chapters == 0)
        return 0;

    // A page may have points below few of its chapters; text between a few times is a description's more often than not.
    const bool structured = shape.alone * 2 >= shape.chapters || shape.bodies * 2 >= shape.chapters
                            || (shape.points > 0 && shape.points == shape.bodies);
    return structured ? 40 : 20;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    return outline::readOutlineText (text, outline::Body::summaryAndPoints, options);
}

std::string write (const Outline& document, const Answers&)
{
    std::string text;

    if (! document.episode.show.empty())
        text += collapseSpaces (document.episode.show) + " | ";

    if (! document.episode.title.empty() || ! text.empty())
        text += collapseSpaces (document.episode.title) + "\n\n";

    text += "CHAPTERS\n";

    for (const auto& chapter : document.chapters)
    {
        text += "- " + formatTime (chapter.start);

        // An end that reads like the start would be taken for something else.
        if (chapter.end
            && chapter.end->milliseconds (Rounding::nearest) > chapter.start.milliseconds (Rounding::nearest))
            text += " – " + formatTime (*chapter.end);

        text += '\n' + collapseSpaces (chapter.title) + '\n';

        if (! chapter.summary.empty())
            text += chapter.summary + '\n';

        for (const auto& point : chapter.points)
            text += "- •" + collapseSpaces (point) + '\n';
    }

    return text;
}

} // namespace

extern const ChapterFormat pastedOutlineFormat;

constexpr ChapterFormat pastedOutlineFormat {
    .id = "outline",
    .name = "Pasted outline",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .points = true,
                      .episodeTitle = true,
                      .show = true },
    .isToldByShape = true,
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
