// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Decoding.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/XmlReading.h"
#include "Formats/Techniques/ZipArchive.h"

#include <algorithm>
#include <array>
#include <format>

// Sessions of Hindenburg: XML with markers, of which those of the type "Chapter" are chapters; projects of older versions are archives
// that hold a file of chapters in milliseconds beside the session's own.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".nhsx", ".hindenburg" };

bool isSessionName (std::string_view name)
{
    const auto lower = toLowerAscii (name);
    return lower.ends_with (".nhsx") || lower.ends_with ("file5.xml");
}

Confidence sniff (std::string_view bytes)
{
    if (isZip (bytes))
        return std::ranges::any_of (namesInZip (bytes), isSessionName) ? 95 : 0;

    const auto begin = bytes.substr (0, 1u << 16);
    return begin.contains ("<Session") && begin.contains ("Hindenburg")         ? 98
           : begin.contains ("<Session") && bytes.contains ("Type=\"Chapter\"") ? 90
                                                                                : 0;
}

void addMarkers (Gathering& gathering, const XmlDocument& xml)
{
    std::size_t others = 0;

    for (const auto marker : descendantsNamed (xml.root(), "Marker"))
    {
        if (attributeOf (marker, "Type") != "Chapter")
        {
            ++others;
            continue;
        }

        const auto time = parseClock (attributeOf (marker, "Time"));

        if (! time)
        {
            gathering.warn ("The marker has no usable time; it was left out.", xml.placeOf (marker));
            continue;
        }

        Chapter chapter { .start = Position (*time), .title = std::string (attributeOf (marker, "Name")) };

        if (const auto url = attributeOf (marker, "URL"); ! url.empty())
            chapter.link = Link { .url = std::string (url) };

        gathering.add (std::move (chapter), xml.placeOf (marker));
    }

    gathering.ignoreMany (others, "{} marker that is no chapter.", "{} markers that are no chapters.");
}

/** <chapter start="milliseconds" title="…" cover="…"/> of the older projects. */
void addOldChapters (Gathering& gathering, const XmlDocument& xml)
{
    for (const auto node : descendantsNamed (xml.root(), "chapter"))
    {
        const auto ms = parseInteger (attributeOf (node, "start"));
        const auto time = ms ? fromUnits (*ms, 1000) : std::nullopt;

        if (! time)
        {
            gathering.warn ("The chapter has no usable start; it was left out.", xml.placeOf (node));
            continue;
        }

        if (! attributeOf (node, "cover").empty())
            gathering.ignore ("The picture, which is inside of the project.", xml.placeOf (node));

        gathering.add ({ .start = Position (*time), .title = std::string (attributeOf (node, "title")) },
                       xml.placeOf (node));
    }
}

Result<OutlineReading> read (std::string_view bytes, const ReadOptions& options)
{
    std::string unpacked;

    if (isZip (bytes))
    {
        auto session = unpackFirst (bytes, isSessionName);

        if (! session)
            return std::unexpected (session.error());

        unpacked = std::move (*session);
        bytes = unpacked;
    }

    const auto document = decodeDocument (bytes, options.answers);

    if (! document)
        return std::unexpected (document.error());

    auto notices = document->text.notices;
    const auto xml = XmlDocument::parse (document->text.utf8, notices);

    if (! xml)
        return std::unexpected (xml.error());

    Gathering gathering (options);
    gathering.append (notices);

    for (const auto& question : document->questions)
        gathering.ask (question);

    addMarkers (gathering, *xml);
    addOldChapters (gathering, *xml);
    return std::move (gathering).finish ("The session has no markers of the type 'Chapter'.");
}

} // namespace

extern const ChapterFormat hindenburgFormat;

constexpr ChapterFormat hindenburgFormat {
    .id = "hindenburg",
    .name = "Hindenburg session",
    .suffixes = suffixes,
    .capabilities = { .links = true },
    .input = ChapterFormat::Input::bytes,
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
