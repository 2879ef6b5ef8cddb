// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/XmlReading.h"

#include <array>

// The text stream that GPAC's MP4Box makes chapter tracks of, and video encoders call "Apple chapters" (wiki.gpac.io,
// "TTXT Format Documentation"). A sample without text is the end of the one before it.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".ttxt" };

Confidence sniff (std::string_view text)
{
    return xmlRootName (text) == "TextStream" ? 100 : 0;
}

/** The element's text, or its attribute of lines, each in apostrophes: text="'one' 'two'". */
std::string textOf (pugi::xml_node sample)
{
    if (auto text = collapseSpaces (textIn (sample)); ! text.empty())
        return text;

    auto attribute = collapseSpaces (attributeOf (sample, "text"));
    std::string text;

    if (! attribute.starts_with ('\'') || ! attribute.ends_with ('\'') || attribute.size() < 2)
        return attribute;

    std::string_view rest (attribute);
    rest = rest.substr (1, rest.size() - 2);

    for (auto at = rest.find ("' '"); at != std::string_view::npos; at = rest.find ("' '"))
    {
        text += std::string (rest.substr (0, at)) + ' ';
        rest.remove_prefix (at + 3);
    }

    return text + std::string (rest);
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);

    for (const auto sample : descendantsNamed (xml->root(), "TextSample"))
    {
        const auto time = parseClock (attributeOf (sample, "sampleTime"));
        auto title = textOf (sample);

        if (! time)
            gathering.warn ("The sample has no usable sampleTime; it was left out.", xml->placeOf (sample));
        else if (! title.empty())
            gathering.add ({ .start = Position (*time), .title = std::move (title) }, xml->placeOf (sample));
        else if (gathering.size() > 0 && Position (*time) > gathering.chapters().back().start)
            gathering.chapters().back().end = Position (*time);
    }

    return std::move (gathering).finish ("It holds no TextSample with a time and a text.");
}

} // namespace

extern const ChapterFormat textStreamFormat;

constexpr ChapterFormat textStreamFormat {
    .id = "ttxt",
    .name = "GPAC text stream",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
