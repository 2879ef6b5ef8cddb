// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineText.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/ItemText.h"
#include "Formats/Techniques/Markup.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Formats/Techniques/XmlReading.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>

// Podlove Simple Chapters 1.2 (github.com/podlove/podlove-specifications, podlove-simple-chapters.md): a file of its own, or an
// element of an item of a feed, RSS or Atom; and the input of Apple's ChapterTool of 2005, whose root has the same name.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> fileSuffixes { ".psc", ".psc.xml" };
constexpr std::array<std::string_view, 2> feedSuffixes { ".rss", ".rss.xml" };
constexpr std::array<std::string_view, 0> noSuffixes {};

Confidence sniffFile (std::string_view text)
{
    const auto root = xmlRootName (text);
    return (root == "chapters" || root == "chapter") && text.contains ("start=") ? 95 : 0;
}

Confidence sniffFeed (std::string_view text)
{
    const auto root = xmlRootName (text);
    return root == "rss" || root == "feed" || root == "item" || root == "entry" || root == "channel"
                   || root == "RDF"
               ? 90
               : 0;
}

Confidence sniffChapterTool (std::string_view text)
{
    return xmlRootName (text) == "chapters" && text.contains ("starttime=") ? 96 : 0;
}

/** The first of these attributes that is there. */
std::string_view firstOf (pugi::xml_node node, std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        if (const auto value = attributeOf (node, name); ! value.empty())
            return value;

    return {};
}

/** Says of each attribute that no chapter takes that it was left out, once for the whole list. */
void tellUnread (Gathering& gathering,
                 const XmlDocument& xml,
                 pugi::xml_node node,
                 std::vector<std::string_view>& known)
{
    constexpr std::size_t most = 100; // beyond it a document is hostile rather than rich

    for (const auto attribute : node.attributes())
    {
        const std::string_view name = attribute.name();

        if (std::ranges::contains (known, name) || name.starts_with ("xmlns") || known.size() > most)
            continue;

        known.push_back (name);
        gathering.ignore (std::format ("'{}' is not carried, here and wherever else it stands.", name),
                          xml.placeOf (node));
    }
}

/** The specification has start, title, href and image; some programs write the others. */
void addChapters (Gathering& gathering, const XmlDocument& xml, pugi::xml_node list)
{
    std::vector<std::string_view> known { "start", "end", "title", "href", "url", "image", "img" };

    for (const auto node : list.children())
    {
        if (localName (node) != "chapter")
            continue;

        const auto start = parseClock (attributeOf (node, "start"));

        if (! start)
        {
            gathering.warn (
                std::format ("'{}' is no time; the chapter was left out.", attributeOf (node, "start")),
                xml.placeOf (node));
            continue;
        }

        Chapter chapter { .start = Position (*start), .title = std::string (attributeOf (node, "title")) };

        if (const auto end = parseClock (attributeOf (node, "end")))
            chapter.end = Position (*end);

        if (const auto href = firstOf (node, { "href", "url" }); ! href.empty())
            chapter.link = Link { .url = std::string (href) };

        if (const auto image = firstOf (node, { "image", "img" }); ! image.empty())
            chapter.image = LinkedImage { std::string (image) };

        tellUnread (gathering, xml, node, known);

        gathering.add (std::move (chapter), xml.placeOf (node));
    }
}

Result<OutlineReading> readFile (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);

    // The lines of the chapters may have been copied without the element around them.
    addChapters (gathering, *xml, localName (xml->root()) == "chapter" ? xml->root().parent() : xml->root());
    return std::move (gathering).finish ("The element 'chapters' holds no chapters.");
}

//======================================================================================================
// Feeds

struct Item
{
    pugi::xml_node node;
    pugi::xml_node chapters; ///< null where its description may hold a list of times
    std::string title;
    std::size_t furtherLists = 0;
};

std::vector<Item> itemsOf (const XmlDocument& xml)
{
    std::vector<Item> items;
    const auto rootName = localName (xml.root());

    if (rootName == "chapters")
        return { { xml.root(), xml.root(), {} } }; // the element alone, as it is written

    if (rootName == "item" || rootName == "entry")
        return {
            { xml.root(), childNamed (xml.root(), "chapters"), textIn (childNamed (xml.root(), "title")) }
        };

    for (const auto* name : { "item", "entry" })
        for (const auto node : descendantsNamed (xml.root(), name))
        {
            Item item { node, {}, collapseSpaces (textIn (childNamed (node, "title"))) };

            // "podcast:chapters" has the same local name, and an address instead of chapters.
            for (const auto child : node.children())
            {
                if (localName (child) != "chapters" || ! childNamed (child, "chapter"))
                    continue;

                if (item.chapters)
                    ++item.furtherLists;
                else
                    item.chapters = child;
            }

            items.push_back (std::move (item));
        }

    return items;
}

std::vector<std::string> titlesOf (const std::vector<Item>& items)
{
    return items | std::views::transform (&Item::title) | std::ranges::to<std::vector>();
}

/** Whether it has chapters, or a list of times in its description. */
bool hasChapters (const Item& item)
{
    return item.chapters || outline::shapeOf (descriptionOf (item.node)).chapters >= 2;
}

/** Which of the items: the answer "item", a number from 1; else the first that has chapters as such, or the first, which is the newest. */
const Item& chooseItem (Gathering& gathering, const std::vector<Item>& items, const Answers& answers)
{
    if (items.size() == 1)
        return items.front();

    const auto surest = std::ranges::find_if (items, [] (const Item& item) { return bool (item.chapters); });
    const auto first = surest == items.end() ? 0 : surest - items.begin();
    Question question {
        "item", "The feed has several episodes with chapters. Which one?", std::to_string (first + 1), {}
    };
    const auto& item = items[gathering.choose (std::move (question), titlesOf (items))];

    if (answers.contains ("item"))
        return item;

    gathering.warn (
        std::format ("The feed has {} episodes with chapters; '{}' was taken. Another episode can be chosen.",
                     items.size(),
                     item.title));
    return item;
}

void mentionRemoteChapters (Gathering& gathering, const XmlDocument& xml, const Item& item)
{
    for (const auto child : item.node.children())
    {
        const auto name = localName (child);
        const bool isPodcasting = name == "chapters" && ! attributeOf (child, "url").empty();
        const bool isAtomLink =
            name == "link" && std::string_view (attributeOf (child, "rel")).contains ("simple-chapters");

        if (isPodcasting || isAtomLink)
            gathering.ignore (std::format ("Chapters elsewhere, which Earmark does not fetch: {}",
                                           attributeOf (child, isPodcasting ? "url" : "href")),
                              xml.placeOf (child));
    }
}

Result<OutlineReading> readFeed (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    auto items = itemsOf (*xml);
    std::erase_if (items, [] (const Item& item) { return ! hasChapters (item); });

    if (items.empty())
    {
        const bool remote = text.contains ("chapters") && text.contains ("url=");
        return std::move (gathering).finish (remote ? "No chapters stand in the feed itself; it may only "
                                                      "link to them. Download that file and read it."
                                                    : "No episode of the feed has chapters.");
    }

    const auto& item = chooseItem (gathering, items, options.answers);

    if (item.chapters)
    {
        addChapters (gathering, *xml, item.chapters);

        if (item.furtherLists > 0)
            gathering.warn ("The episode has several lists of chapters; the first was read.",
                            xml->placeOf (item.node));

        mentionRemoteChapters (gathering, *xml, item);
        gathering.episode().title = item.title;
        gathering.episode().show = collapseSpaces (
            textIn (childNamed (item.node.parent() ? item.node.parent() : item.node, "title")));

        if (item.node == xml->root())
            gathering.episode().show.clear();

        return std::move (gathering).finish ("The element 'chapters' holds no chapters.");
    }

    mentionRemoteChapters (gathering, *xml, item);
    auto reading = outline::readOutlineText (descriptionOf (item.node), outline::Body::ofShow, options);

    if (reading)
    {
        std::move (gathering).addTo (*reading);
        reading->outline.episode.title = item.title;
        reading->lines.clear(); // they are the description's
    }

    return reading;
}

//======================================================================================================
// ChapterTool: <chapters version="1"><chapter starttime="…"><title>…</title><link href="…">text</link></chapter>

Result<OutlineReading> readChapterTool (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);

    for (const auto node : descendantsNamed (xml->root(), "chapter"))
    {
        const auto start = parseClock (attributeOf (node, "starttime"));

        if (! start)
        {
            gathering.warn ("The chapter has no usable 'starttime'; it was left out.", xml->placeOf (node));
            continue;
        }

        Chapter chapter { .start = Position (*start),
                          .title = collapseSpaces (textIn (childNamed (node, "title"))) };

        if (const auto link = childNamed (node, "link"))
            chapter.link = Link { .url = std::string (attributeOf (link, "href")),
                                  .text = collapseSpaces (textIn (link)) };

        if (const auto picture = childNamed (node, "picture"))
            gathering.ignore (
                std::format ("The picture '{}' is another file.", collapseSpaces (textIn (picture))),
                xml->placeOf (picture));

        gathering.add (std::move (chapter), xml->placeOf (node));
    }

    return std::move (gathering).finish ("The element 'chapters' holds no chapters.");
}

//======================================================================================================

std::string attribute (std::string_view name, std::string_view value)
{
    return value.empty() ? std::string {} : std::format (" {}=\"{}\"", name, escapeXml (oneLine (value)));
}

/** The element alone, to be put into an item of a feed. */
std::string writeElement (const Outline& outline, const Answers&)
{
    std::string text = "<psc:chapters version=\"1.2\" xmlns:psc=\"http://podlove.org/simple-chapters\">\n";

    for (const auto& chapter : outline.chapters)
        text += std::format ("  <psc:chapter start=\"{}\" title=\"{}\"{}{}/>\n",
                             formatTimeFixed (chapter.start),
                             escapeXml (oneLine (chapter.title)),
                             attribute ("href", chapter.link ? chapter.link->url : ""),
                             attribute ("image", imageAddress (chapter)));

    return text + "</psc:chapters>\n";
}

std::string writeFile (const Outline& outline, const Answers& answers)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + writeElement (outline, answers);
}

constexpr Capabilities linksAndImages { .links = true, .images = true };

} // namespace

extern const ChapterFormat podloveXmlFormat, podloveRssFormat, chapterToolXmlFormat;

constexpr ChapterFormat podloveXmlFormat {
    .id = "psc",
    .name = "Podlove Simple Chapters",
    .suffixes = fileSuffixes,
    .capabilities = linksAndImages,
    .sniff = sniffFile,
    .read = readFile,
    .write = writeFile,
};

constexpr ChapterFormat podloveRssFormat {
    .id = "rss",
    .name = "Podlove chapters in a feed",
    .suffixes = feedSuffixes,
    .capabilities = linksAndImages,
    .sniff = sniffFeed,
    .read = readFeed,
    .write = writeElement,
};

constexpr ChapterFormat chapterToolXmlFormat {
    .id = "chaptertool",
    .name = "Apple ChapterTool XML",
    .suffixes = noSuffixes,
    .capabilities = { .links = true },
    .sniff = sniffChapterTool,
    .read = readChapterTool,
};

} // namespace earmark
