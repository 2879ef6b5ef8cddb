// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/Outline/OutlineLine.h"
#include "Formats/Outline/OutlineText.h"
#include "Formats/Techniques/Decoding.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <utility>

namespace earmark
{

namespace
{

// A list of titles that nobody has timed yet, as it lies on the desk while a show runs live: each line is a chapter at 0:00 and waits for
// its place. Never guessed, since any text could be one.

using outline::Line;

constexpr std::string_view suffixes[] { ".txt", ".md" };

/** So much further to the right than the first title, a line belongs to the one above it. */
constexpr std::size_t deeper = 2;

Chapter chapterOf (const Line& line)
{
    Chapter chapter { .start = Position(), .title = outline::withoutEmphasis (line.content) };

    if (! line.links.empty() && ! line.links.front().isPicture())
        chapter.link = Link { .url = line.links.front().url };

    return chapter;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    if (const auto counted = outline::checkLineCount (text); ! counted)
        return std::unexpected (counted.error());

    Gathering gathering (options);
    std::size_t number = 0, left = 0;
    bool isFirst = true;

    std::vector<LineUse> lines;
    const auto use = [&] (LineUse::Kind kind, std::size_t chapter, const std::string& words = {})
    {
        lines.back().kind = kind;
        lines.back().chapter = chapter;
        lines.back().words = words;
    };

    for (const auto raw : splitLines (text))
    {
        lines.push_back ({ .text = std::string (raw) });
        const auto line = outline::parseLine (raw, ++number);

        if (line.kind == Line::Kind::blank || line.kind == Line::Kind::rule)
            continue;

        if (std::exchange (isFirst, false) && line.kind == Line::Kind::heading)
        {
            gathering.episode().title = outline::withoutEmphasis (line.content);
            use (LineUse::Kind::episode, 0, gathering.episode().title);
            continue;
        }

        if (gathering.size() == 0)
            left = line.indent;
        else if (line.indent >= left + deeper)
        {
            gathering.chapters().back().points.push_back (
                outline::withoutEmphasis (outline::withAddresses (line)));
            use (LineUse::Kind::point, gathering.size(), gathering.chapters().back().points.back());
            continue;
        }

        // add() would complain that they begin together; it is there for the limit.
        if (gathering.size() < maxChapters)
        {
            gathering.chapters().push_back (chapterOf (line));
            use (LineUse::Kind::title, gathering.size());
        }
        else
            gathering.add (chapterOf (line), Place::atLine (number));
    }

    if (gathering.size() > 0)
        gathering.warn ("The list has no times: its chapters begin at 0:00, until each is given its place.");

    return std::move (gathering)
        .finish ("There are no titles in it.")
        .transform (
            [&] (OutlineReading&& reading)
            {
                reading.lines = std::move (lines);
                return std::move (reading);
            });
}

/** Whether it is a document of a format that has a signature. */
bool isSigned (std::string_view bytes)
{
    constexpr Confidence signature = 90;
    const auto document = decodeDocument (bytes, {});
    const auto isOf = [&] (const ChapterFormat* format)
    {
        return format->sniff != nullptr && ! format->isToldByShape
               && format->input == ChapterFormat::Input::text
               && format->sniff (document->text.utf8) >= signature;
    };
    return document && std::ranges::any_of (chapterFormats(), isOf);
}

} // namespace

bool looksLikeTitles (std::string_view bytes)
{
    constexpr std::size_t mostLines = 2000, longest = 150;

    if (bytes.size() > 2 * mostLines * longest || isMeantAsJson (bytes) || isXmlOfData (bytes))
        return false;

    std::size_t count = 0;

    for (const auto line : splitLines (bytes))
    {
        count += trim (line).empty() ? 0u : 1u;

        if (line.size() > longest || count > mostLines)
            return false;
    }

    return count > 1 && ! isSigned (bytes);
}

extern const ChapterFormat titlesFormat;

constexpr ChapterFormat titlesFormat {
    .id = "titles",
    .name = "Titles without times",
    .suffixes = suffixes,
    .capabilities = { .points = true, .links = true, .episodeTitle = true },
    .read = read,
};

} // namespace earmark
