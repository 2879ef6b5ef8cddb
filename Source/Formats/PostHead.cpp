// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/FrontMatter.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/YamlLines.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

// Chapters in the head of a post ("front matter"), for site generators that make podcasts: Octopod, jekyll-octopod (README and
// "Post structure" of hydepress/octopod). Of YAML only what such lists are written in:
//
//     chapters:                                   chapters:
//       - start: '00:00:00.000'                     - '00:00:00.000 Welcome'
//         title: Welcome

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 4> suffixes { ".md", ".markdown", ".yml", ".yaml" };

struct Head
{
    std::vector<YamlLine> lines;
    std::size_t textBegins = 0, textEnds = 0; ///< the lines of the post itself, where there are any
    bool isFenced = false;
};

Head headOf (std::string_view text)
{
    Head head;
    const auto lines = splitLines (text);
    const bool opens = ! lines.empty() && trim (lines.front()) == "---";
    auto end = outline::readFrontMatter (text).lines;
    head.isFenced = opens && end > 0;

    if (head.isFenced)
    {
        const auto says = [&] (std::size_t i) { return ! trim (lines[i]).empty(); };

        for (auto i = end; i < lines.size(); ++i)
            if (says (i))
            {
                head.textBegins = head.textBegins == 0 ? i + 1 : head.textBegins;
                head.textEnds = i + 1;
            }

        --end; // the lower fence
    }
    else
    {
        end = lines.size();
    }

    const auto begin = std::size_t (opens);
    head.lines = yamlLines (std::span (lines).subspan (begin, end - begin), begin + 1);
    return head;
}

/** A chapter in the making. */
struct Item
{
    std::size_t line = 0;
    std::optional<Duration> start, end;
    Chapter chapter;
    bool hasKeys = false;
    std::size_t others = 0; ///< entries that are not known
};

void take (Item& item, const YamlPair& entry)
{
    const auto key = entry.key;
    auto value = entry.value();
    item.hasKeys = true;

    if (key == "start" || key == "time" || key == "startTime" || key == "timestamp")
        item.start = parseClock (value);
    else if (key == "end" || key == "endTime")
        item.end = parseClock (value);
    else if (key == "title" || key == "name")
        item.chapter.title = collapseSpaces (value);
    else if ((key == "href" || key == "url" || key == "link") && ! value.empty())
        item.chapter.link = Link { .url = std::move (value), .text = {} };
    else if ((key == "image" || key == "img") && ! value.empty())
        item.chapter.image = LinkedImage { std::move (value) };
    else
        ++item.others;
}

/** What stands behind a dash. */
Item itemIn (std::string_view text, std::size_t line)
{
    Item item { .line = line };

    if (const auto entry = yamlPair (text); ! entry.key.empty())
    {
        take (item, entry);
        return item;
    }

    const auto whole = yamlScalar (text);
    const auto blank = std::min (whole.find (' '), whole.size());
    item.start = parseClock (std::string_view (whole).substr (0, blank));
    item.chapter.title = collapseSpaces (std::string_view (whole).substr (blank));
    return item;
}

struct Contents
{
    std::vector<Item> items;
    Episode episode;
    std::size_t others = 0; ///< lines that are not known
};

Contents contentsOf (const Head& head)
{
    Contents contents;
    bool isInList = false;
    std::size_t indentOfItems = 0;

    for (const auto& line : head.lines)
    {
        if (line.indent == 0 && ! line.beginsItem())
        {
            const auto entry = yamlPair (line.text);
            const auto key = entry.key;
            const auto value = entry.value();
            isInList = key == "chapters" && value.empty();
            auto& episode = contents.episode;

            if (key == "title" && episode.title.empty())
                episode.title = collapseSpaces (value);
            else if (key == "author" && episode.author.empty())
                episode.author = collapseSpaces (value);
            else if (key == "date" && episode.date.empty())
                episode.date = value;
            else
                contents.others += isInList ? 0u : 1u;
        }
        else if (! isInList)
        {
            ++contents.others;
        }
        else if (line.beginsItem() && (contents.items.empty() || line.indent <= indentOfItems))
        {
            indentOfItems = line.indent;
            contents.items.push_back (itemIn (line.item(), line.number));
        }
        else if (const auto entry = yamlPair (line.text);
                 contents.items.empty() || line.indent <= indentOfItems || entry.key.empty())
        {
            ++contents.others;
        }
        else
        {
            take (contents.items.back(), entry);
        }
    }

    return contents;
}

/** Without fences, "chapters:" above lines with times is what people write, too: then each has to have keys. */
Confidence sniff (std::string_view text)
{
    constexpr std::size_t enough = 64u << 10;
    const bool isWhole = text.size() <= enough;
    const auto begin = isWhole ? text : text.substr (0, text.find_last_of ('\n', enough) + 1);

    if (! begin.contains ("chapters:"))
        return 0;

    const auto head = headOf (begin);
    auto items = contentsOf (head).items;

    // The last one may go on behind what was looked at.
    if (! isWhole && ! head.isFenced && ! items.empty())
        items.pop_back();

    const auto isChapter = [&] (const Item& item)
    { return item.start && ! item.chapter.title.empty() && (head.isFenced || item.hasKeys); };
    return ! items.empty() && std::ranges::all_of (items, isChapter) ? 95 : 0;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    const auto head = headOf (text);
    auto contents = contentsOf (head);
    gathering.episode() = std::move (contents.episode);

    for (auto& item : contents.items)
    {
        const auto place = Place::atLine (item.line);
        contents.others += item.others;

        if (! item.start)
        {
            gathering.warn ("The chapter has no usable start; it was left out.", place);
            continue;
        }

        item.chapter.start = Position (*item.start);

        if (item.end)
            item.chapter.end = Position (*item.end);

        gathering.add (std::move (item.chapter), place);
    }

    gathering.ignoreMany (
        contents.others, "{} further line of the post's head.", "{} further lines of the post's head.");

    if (head.textBegins > 0)
        gathering.ignore ("The text of the post.", Place::atLines (head.textBegins, head.textEnds));

    return std::move (gathering).finish ("The head of the post has no chapters with a start.");
}

} // namespace

extern const ChapterFormat postHeadFormat;

constexpr ChapterFormat postHeadFormat {
    .id = "post-head",
    .name = "Head of a post (YAML)",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .links = true,
                      .images = true,
                      .episodeTitle = true,
                      .author = true },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
