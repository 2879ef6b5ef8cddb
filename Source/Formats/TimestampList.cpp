// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineText.h"

#include "Foundation/Timestamp.h"

#include <array>

// One line per chapter, as descriptions on YouTube, Spotify and Apple Podcasts hold them, inside other text.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".txt", ".md" };

Confidence sniff (std::string_view text)
{
    return outline::shapeOf (text).chapters == 0 ? 0 : 30;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    return outline::readOutlineText (text, outline::Body::surrounding, options);
}

/** All three platforms read "0:00 Title", one line per chapter (docs/formats.md has the sources). */
std::string write (const Outline& document, const Answers&)
{
    std::string text;

    for (const auto& chapter : document.chapters)
        text += formatTime (chapter.start) + ' ' + collapseSpaces (chapter.title) + '\n';

    return text;
}

} // namespace

extern const ChapterFormat timestampListFormat;

constexpr ChapterFormat timestampListFormat {
    .id = "timestamps",
    .name = "Timestamp list",
    .suffixes = suffixes,
    .capabilities = {},
    .isToldByShape = true,
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
