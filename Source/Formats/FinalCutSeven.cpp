// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <array>
#include <format>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

// The XML interchange format of Final Cut Pro 7, "xmeml" (developer.apple.com/library/archive/documentation/AppleApplications/Reference/
// FinalCutPro_XML), which Premiere Pro and DaVinci Resolve export, too. Markers of a sequence count its frames from zero, whatever timecode it
// begins at; an out of -1 is none. Markers of clips count the frames of their media.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".xml" };

Confidence sniff (std::string_view text)
{
    return xmlRootName (text) == "xmeml" ? 100 : 0;
}

std::string childText (pugi::xml_node node, std::string_view name)
{
    const auto child = childNamed (node, name);
    return child ? std::string (trim (textIn (child))) : std::string();
}

/** Those that are in no other, in which they would be clips. */
std::vector<pugi::xml_node> sequencesIn (pugi::xml_node root)
{
    auto sequences = descendantsNamed (root, "sequence");
    std::erase_if (sequences,
                   [] (pugi::xml_node node)
                   {
                       for (node = node.parent(); node; node = node.parent())
                           if (localName (node) == "sequence")
                               return true;

                       return false;
                   });
    return sequences;
}

/** The sequence, of several that with the number that the answer "sequence" gives, or the first with markers; null where there is none. */
pugi::xml_node chooseSequence (Gathering& gathering, pugi::xml_node root)
{
    const auto sequences = sequencesIn (root);

    if (sequences.size() < 2)
        return sequences.empty() ? pugi::xml_node() : sequences.front();

    const auto marked =
        std::ranges::find_if (sequences, [] (pugi::xml_node s) { return bool (childNamed (s, "marker")); });
    const auto usual = marked == sequences.end() ? 1 : marked - sequences.begin() + 1;
    std::vector<std::string> names;
    std::ranges::transform (
        sequences, std::back_inserter (names), [] (pugi::xml_node s) { return childText (s, "name"); });
    const auto chosen = gathering.choose (
        { "sequence", "There are several sequences. Which one?", std::to_string (usual), {} }, names);
    gathering.warn (
        std::format ("Sequence {} of {} was taken; another can be chosen.", chosen + 1, sequences.size()));
    return sequences[chosen];
}

/** Frames as times: 30 with ntsc are 30000/1001 in a second. */
struct FrameCount
{
    std::int64_t timebase = 0;
    bool ntsc = false;

    /** Nothing where the sequence does not say. */
    static std::optional<FrameCount> of (pugi::xml_node sequence)
    {
        const auto rate = childNamed (sequence, "rate");
        const auto timebase = parseInteger (childText (rate, "timebase"));
        constexpr std::int64_t highest = 1000;

        if (! timebase || *timebase < 1 || *timebase > highest)
            return {};

        return FrameCount { *timebase, equalsIgnoringCase (childText (rate, "ntsc"), "true") };
    }

    /** Nothing below zero, nor where it is longer than any audio. */
    std::optional<Duration> operator() (std::int64_t frames) const
    {
        constexpr std::int64_t most = 1'000'000'000'000;

        if (frames < 0 || frames > most)
            return {};

        return fromUnits (frames * (ntsc ? 1001 : 1), timebase * (ntsc ? 1000 : 1));
    }
};

void addMarker (Gathering& gathering, pugi::xml_node marker, const FrameCount& timeOf, const Place& place)
{
    const auto in = parseInteger (childText (marker, "in"));
    const auto start = in ? timeOf (*in) : std::nullopt;

    if (! start)
    {
        gathering.warn ("The marker has no usable time; it was left out.", place);
        return;
    }

    Chapter chapter { .start = Position (*start),
                      .title = childText (marker, "name"),
                      .summary = childText (marker, "comment") };

    // Editors leave the name empty and write into the comment.
    if (chapter.title.empty())
        std::swap (chapter.title, chapter.summary);

    // A marker of one frame is a place.
    if (const auto out = parseInteger (childText (marker, "out")); out && *out > *in + 1)
        if (const auto end = timeOf (*out))
            chapter.end = Position (*end);

    gathering.add (std::move (chapter), place);
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    const auto sequence = chooseSequence (gathering, xml->root());

    if (! sequence)
        return std::move (gathering).finish ("There is no sequence in it.");

    const auto timeOf = FrameCount::of (sequence);

    if (! timeOf)
        return failure (Error::Kind::malformed,
                        "The sequence does not say how many of its frames are a second.");

    gathering.episode().title = childText (sequence, "name");
    std::size_t inClips = 0;

    for (const auto marker : descendantsNamed (sequence, "marker"))
    {
        if (marker.parent() == sequence)
            addMarker (gathering, marker, *timeOf, xml->placeOf (marker));
        else
            ++inClips;
    }

    gathering.ignoreMany (inClips,
                          "{} marker of a clip, which is none of the sequence.",
                          "{} markers of clips, which are none of the sequence.");

    return std::move (gathering).finish (inClips > 0 ? "Its clips have markers, but the sequence has none."
                                                     : "The sequence has no markers.");
}

} // namespace

extern const ChapterFormat finalCutSevenFormat;

constexpr ChapterFormat finalCutSevenFormat {
    .id = "xmeml",
    .name = "Final Cut Pro 7 XML",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .episodeTitle = true,
                      .stepsPerSecond = 25 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
