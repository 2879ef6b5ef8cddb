// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Decoding.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/Markup.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Formats/Techniques/XmlReading.h"
#include "Formats/Techniques/ZipArchive.h"

#include <algorithm>
#include <array>
#include <format>

// DAWproject 1.0 (github.com/bitwig/dawproject): an archive with a project.xml, whose arrangement may have markers. Their times are in
// beats unless a timeUnit says seconds.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".dawproject" };

bool isProject (std::string_view name)
{
    return name == "project.xml";
}

Confidence sniff (std::string_view bytes)
{
    return isZip (bytes) && std::ranges::any_of (namesInZip (bytes), isProject) ? 98 : 0;
}

/** That of the element or the nearest around it. */
bool isInSeconds (pugi::xml_node node)
{
    for (; node; node = node.parent())
        if (const auto unit = attributeOf (node, "timeUnit"); ! unit.empty())
            return unit == "seconds";

    return false; // the standard's default is beats
}

/** Such a marker counts from its clip's begin, and moves and repeats with it. */
bool isInClip (pugi::xml_node node)
{
    while ((node = node.parent()))
        if (localName (node) == "Clip")
            return true;

    return false;
}

/** Beats per minute; 120 where none is stated. */
double tempoOf (pugi::xml_node root)
{
    const auto tempo = childNamed (childNamed (root, "Transport"), "Tempo");
    const auto value = tempo ? tempo.attribute ("value").as_double (0) : 0;
    return value > 0 ? value : 120;
}

/** Whether its time was in beats. */
bool addMarker (Gathering& gathering, pugi::xml_node marker, double tempo, const Place& place)
{
    auto time = parseSeconds (attributeOf (marker, "time"));

    if (! time)
    {
        gathering.warn ("The marker has no usable time; it was left out.", place);
        return false;
    }

    const bool inBeats = ! isInSeconds (marker);

    if (inBeats)
        time = Duration::fromNanoseconds (
            std::int64_t (double (time->nanoseconds()) * std::min (60 / tempo, 600.0)));

    gathering.add ({ .start = Position (*time),
                     .title = std::string (attributeOf (marker, "name")),
                     .summary = std::string (attributeOf (marker, "comment")) },
                   place);
    return inBeats;
}

Result<OutlineReading> read (std::string_view bytes, const ReadOptions& options)
{
    const auto project = unpackFirst (bytes, isProject);

    if (! project)
        return std::unexpected (project.error());

    const auto document = decodeDocument (*project, {});

    if (! document)
        return std::unexpected (document.error());

    Gathering gathering (options);
    auto notices = document->text.notices;
    const auto xml = XmlDocument::parse (document->text.utf8, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    const auto tempo = tempoOf (xml->root());
    bool beats = false;
    std::size_t inClips = 0;

    for (const auto marker : descendantsNamed (xml->root(), "Marker"))
    {
        if (isInClip (marker))
            ++inClips;
        else if (addMarker (gathering, marker, tempo, xml->placeOf (marker)))
            beats = true;
    }

    if (beats)
        gathering.warn (
            descendantsNamed (xml->root(), "TempoAutomation").empty()
                ? std::format (
                      "The markers are in beats; the tempo of {:g} beats a minute made times of them.", tempo)
                : std::format ("The markers are in beats and the tempo changes; only its first value, {:g} "
                               "beats a minute, was "
                               "taken: check the times.",
                               tempo));

    gathering.ignoreMany (inClips,
                          "{} marker of a clip, which is none of the arrangement.",
                          "{} markers of clips, which are none of the arrangement.");

    return std::move (gathering).finish (inClips > 0 ? "Its clips have markers, but the arrangement has none."
                                                     : "The project has no markers.");
}

std::string write (const Outline& outline, const Answers&)
{
    std::string markers;

    for (const auto& chapter : outline.chapters)
        markers += std::format ("      <Marker time=\"{}\" name=\"{}\"/>\n",
                                formatSeconds (chapter.start.sinceStart(), 9),
                                escapeXml (oneLine (chapter.title)));

    const auto project =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project version=\"1.0\">\n"
        "  <Application name=\"Earmark\" version=\"1.0\"/>\n  <Structure/>\n  <Arrangement id=\"id0\">\n"
        "    <Lanes id=\"id1\" timeUnit=\"seconds\"/>\n    <Markers id=\"id2\" timeUnit=\"seconds\">\n"
        + markers + "    </Markers>\n  </Arrangement>\n</Project>\n";
    const auto metadata = std::format (
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MetaData>\n  <Title>{}</Title>\n</MetaData>\n",
        escapeXml (oneLine (outline.episode.title)));
    return packZip ({ { "metadata.xml", metadata }, { "project.xml", project } });
}

} // namespace

extern const ChapterFormat dawProjectFormat;

constexpr ChapterFormat dawProjectFormat {
    .id = "dawproject",
    .name = "DAWproject",
    .suffixes = suffixes,
    .capabilities = { .stepsPerSecond = 1'000'000'000 },
    .input = ChapterFormat::Input::bytes,
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
