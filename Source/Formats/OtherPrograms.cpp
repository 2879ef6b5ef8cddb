// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ChapterLists.h"
#include "Formats/Techniques/XmlReading.h"

#include <array>

// What programs write of chapters for other programs: each names the same few things in its own way, so that one reader finds them by a table
// of names. Audible and its tools, yt-dlp, ffprobe, tone, Plex, Jellyfin, Podigee, Spreaker, Omny, AssemblyAI and YouTube are in it.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> jsonSuffixes { ".json" };
constexpr std::array<std::string_view, 1> xmlSuffixes { ".xml" };

/** Less than any that knows its own, and more than any that reads lines. */
constexpr Confidence behindTheKnown = 72;

Confidence sniffJson (std::string_view text)
{
    return isMeantAsJson (text) ? behindTheKnown : 0;
}

Confidence sniffXml (std::string_view text)
{
    return isXmlOfData (text) ? behindTheKnown : 0;
}

Result<OutlineReading> readJson (std::string_view text, const ReadOptions& options)
{
    const auto document = parseJson (text);

    if (! document)
        return std::unexpected (document.error());

    // As programs write it where nobody has set a chapter.
    const auto* list = listOf (*document, "chapters");
    const bool isEmpty = list != nullptr && list->empty();
    return readChapterList (
        *document, options, isEmpty ? "There are no chapters in the list 'chapters'." : unknownJson);
}

/** Attributes and elements as members; those of one name as a list; an element that holds nothing but text as text. */
ReadJson asJson (pugi::xml_node element)
{
    auto object = ReadJson::object();

    for (const auto attribute : element.attributes())
        object[attribute.name()] = attribute.value();

    for (const auto child : element.children())
    {
        if (child.type() != pugi::node_element)
            continue;

        auto& member = object[std::string (localName (child))];
        auto value = asJson (child);

        // A single chapter is a list as well.
        if (member.is_null() && value.is_object() && equalsIgnoringCase (localName (child), "chapter"))
            (member = ReadJson::array()).push_back (std::move (value));
        else if (member.is_null())
            member = std::move (value);
        else if (member.is_array())
            member.push_back (std::move (value));
        else
            member = ReadJson::array ({ std::move (member), std::move (value) });
    }

    if (! object.empty())
        return object;

    const auto text = textIn (element);
    return text.empty() ? ReadJson() : ReadJson (collapseSpaces (text));
}

Result<OutlineReading> readXml (std::string_view text, const ReadOptions& options)
{
    constexpr std::string_view unknownXml = "It is XML of a kind that Earmark does not know.";
    constexpr std::size_t largest = 8u << 20; // what programs write of a file; each tag takes memory twice

    if (text.size() > largest)
        return failure (Error::Kind::empty, std::string (unknownXml));

    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    return readChapterList (asJson (xml->root()), options, unknownXml)
        .transform (
            [&] (OutlineReading&& reading)
            {
                reading.notices.insert (reading.notices.begin(), notices.begin(), notices.end());
                return std::move (reading);
            });
}

constexpr Capabilities carried { .ends = Capabilities::Ends::stated,
                                 .summaries = true,
                                 .links = true,
                                 .images = true,
                                 .hidden = true,
                                 .levels = true,
                                 .episodeTitle = true };

} // namespace

extern const ChapterFormat otherJsonFormat, otherXmlFormat;

constexpr ChapterFormat otherJsonFormat {
    .id = "other-json",
    .name = "JSON of other programs",
    .suffixes = jsonSuffixes,
    .capabilities = carried,
    .sniff = sniffJson,
    .read = readJson,
};

/** Told by shape: what is the XML of a known program is for its own reader alone. */
constexpr ChapterFormat otherXmlFormat {
    .id = "other-xml",
    .name = "XML of other programs",
    .suffixes = xmlSuffixes,
    .capabilities = carried,
    .isToldByShape = true,
    .sniff = sniffXml,
    .read = readXml,
};

} // namespace earmark
