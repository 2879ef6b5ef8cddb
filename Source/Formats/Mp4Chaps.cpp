// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/TitleLinks.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>

// The text of mp4chaps (github.com/enzo1982/mp4v2, doc/texi/tool/mp4chaps.format.texi), which Podlove, Auphonic and Ultraschall
// share and extend by a link: "00:03:07.250 Title <https://…>". Lines with # are comments, with ## they describe the episode.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".chapters.txt", ".mp4chaps" };

struct ChapterText
{
    Position start;
    std::string_view title; ///< with its link
};

/** "00:03:07.250 Title": always hours and milliseconds, then one blank or tab. */
std::optional<ChapterText> chapterIn (std::string_view line)
{
    const auto blank = line.find_first_of (" \t");
    const auto clock = line.substr (0, blank);
    const auto point = clock.find ('.');

    if (point == std::string_view::npos || clock.size() - point != 4 || std::ranges::count (clock, ':') != 2)
        return {};

    const auto start = parseClock (clock);

    if (! start)
        return {};

    return ChapterText { Position (*start),
                         blank == std::string_view::npos ? std::string_view {} : line.substr (blank + 1) };
}

/** `Chapter #002 - 00:03:07.250 - "Title"`, as mp4chaps --list prints it. */
std::optional<ChapterText> listedChapterIn (std::string_view line)
{
    constexpr std::string_view between = " - ";
    const auto first = line.find (between);
    const auto second = line.find (between, std::min (first, line.size()) + between.size());

    if (! line.starts_with ("Chapter #") || second == std::string_view::npos
        || second + between.size() + 2 > line.size() || line[second + between.size()] != '"'
        || ! line.ends_with ('"'))
        return {};

    auto chapter = chapterIn (line.substr (first + between.size(), second - first - between.size()));

    if (chapter)
        chapter->title = line.substr (second + between.size() + 1, line.size() - second - between.size() - 2);

    return chapter;
}

/** What mp4chaps --list prints first: `QuickTime Chapters of "fog.m4b"`. */
bool isHeadOfListing (std::string_view line)
{
    return line.starts_with ("QuickTime Chapters of \"") || line.starts_with ("Nero Chapters of \"");
}

Confidence sniff (std::string_view text)
{
    std::size_t chapters = 0;

    for (const auto raw : splitLines (text.substr (0, 1u << 16)))
    {
        const auto line = trim (raw);

        if (line.empty() || line.starts_with ('#') || isHeadOfListing (line))
            continue;

        auto chapter = chapterIn (line);
        chapter = chapter ? chapter : listedChapterIn (line);

        // Something between time and title belongs to another kind of list.
        if (! chapter || chapter->title.starts_with (' ') || chapter->title.starts_with (':')
            || chapter->title.starts_with ("- ") || chapter->title.starts_with ("–"))
            return 0;

        ++chapters;
    }

    return chapters > 0 ? 72 : 0;
}

Chapter chapterOf (const ChapterText& text)
{
    Chapter chapter { .start = text.start, .title = std::string (trim (text.title)) };

    if (auto url = outline::takeAddressAtEnd (chapter.title); ! url.empty())
        chapter.link = Link { .url = std::move (url) };

    return chapter;
}

/** "## title: Harbour Lights" */
void readMetadata (Gathering& gathering, std::string_view line, std::size_t number)
{
    const auto colon = line.find (':');
    const auto key = toLowerAscii (trim (line.substr (2, colon - std::min<std::size_t> (colon, 2))));
    const std::string value (colon == std::string_view::npos ? std::string_view {}
                                                             : trim (line.substr (colon + 1)));
    auto& e = gathering.episode();

    for (const auto& [name, field] :
         { std::pair { "title", &e.title }, { "album", &e.show }, { "artist", &e.author } })
    {
        if (key == name)
        {
            *field = value;
            return;
        }
    }

    gathering.ignore ("A description that Earmark does not carry.", Place::atLine (number));
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        const auto line = trim (raw);
        ++number;

        if (line.starts_with ("##"))
            readMetadata (gathering, line, number);
        else if (line.starts_with ('#'))
            gathering.ignore ("A comment.", Place::atLine (number));
        else if (const auto chapter = chapterIn (line))
            gathering.add (chapterOf (*chapter), Place::atLine (number));
        else if (const auto listed = listedChapterIn (line))
            gathering.add (chapterOf (*listed), Place::atLine (number));
        else if (isHeadOfListing (line))
            gathering.ignore ("A description that Earmark does not carry.", Place::atLine (number));
        else if (! line.empty())
            gathering.warn ("The line is no chapter; it was left out.", Place::atLine (number));
    }

    return std::move (gathering).finish ("No line begins with a time such as 00:03:07.250.");
}

std::string write (const Outline& outline, const Answers&)
{
    std::string text;

    for (const auto& [name, value] : { std::pair { "title", &outline.episode.title },
                                       { "album", &outline.episode.show },
                                       { "artist", &outline.episode.author } })
        if (! value->empty())
            text += std::format ("## {}: {}\n", name, oneLine (*value));

    for (const auto& chapter : outline.chapters)
    {
        text += formatTimeFixed (chapter.start) + ' ' + oneLine (chapter.title);

        if (chapter.link)
            text += " <" + oneLine (chapter.link->url) + '>';

        text += '\n';
    }

    return text;
}

} // namespace

extern const ChapterFormat mp4ChapsFormat;

constexpr ChapterFormat mp4ChapsFormat {
    .id = "mp4chaps",
    .name = "mp4chaps text",
    .suffixes = suffixes,
    .capabilities = { .links = true, .episodeTitle = true, .show = true, .author = true },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
