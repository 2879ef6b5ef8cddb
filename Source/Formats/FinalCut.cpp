// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Timecode.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

// Markers in FCPXML of Final Cut Pro (developer.apple.com/documentation/professional-video-applications/fcpxml-reference). Each stands
// in the time of the clip that holds it: a clip is put at its `offset` in the time of its parent, and begins at its own `start`.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".fcpxml" };

Confidence sniff (std::string_view text)
{
    return xmlRootName (text) == "fcpxml" ? 100 : 0;
}

/** "8648640000/2400000s", "3600s", "13.5s"; nothing where there is none. */
std::optional<Duration> rationalOf (std::string_view text)
{
    if (! text.ends_with ('s'))
        return {};

    text.remove_suffix (1);
    const auto slash = text.find ('/');

    if (slash == std::string_view::npos)
        return parseSeconds (text);

    const auto units = parseInteger (text.substr (0, slash));
    const auto perSecond = parseInteger (text.substr (slash + 1));
    return units && perSecond ? fromUnits (*units, *perSecond) : std::nullopt;
}

Duration timeOf (pugi::xml_node node, std::string_view attribute)
{
    return rationalOf (attributeOf (node, attribute)).value_or (Duration());
}

/** How the times inside of an element become those of the sequence. */
struct TimeMap
{
    Duration shift;
    double speed = 1;

    Duration operator() (Duration local) const
    {
        return shift
               + (speed == 1
                      ? local
                      : Duration::fromNanoseconds (std::llround (double (local.nanoseconds()) * speed)));
    }
};

class LocalTimes
{
public:
    /** framesPerSecond: the sequence's, where it is known. */
    explicit LocalTimes (std::optional<double> framesPerSecond) : sequenceRate (framesPerSecond) {}

    TimeMap inside (pugi::xml_node node)
    {
        if (const auto known = maps.find (node.hash_value()); known != maps.end())
            return known->second;

        // Iterative in effect: the tree is walked from the top, so that the parent is known.
        const auto parent = maps.find (node.parent().hash_value());
        const auto map = mapOf (node, parent == maps.end() ? TimeMap {} : parent->second);
        maps.emplace (node.hash_value(), map);
        return map;
    }

    /** How many clips with markers have another frame rate than the sequence without being so near to it that they just play faster or slower. */
    std::size_t unconformed() const { return otherRates; }

private:
    std::unordered_map<std::size_t, TimeMap> maps;
    std::optional<double> sequenceRate;
    std::size_t otherRates = 0;

    TimeMap mapOf (pugi::xml_node node, const TimeMap& outer)
    {
        const auto name = localName (node);

        if (name == "sequence")
            return { -timeOf (node, "tcStart"), 1 };

        if (name == "audition")
            return outer; // no timeline of its own: its clips have its place

        constexpr auto insideTransition = Duration::fromSeconds (3600); // where their own time begins
        const auto start = name == "transition" ? insideTransition : timeOf (node, "start");
        const TimeMap own { {}, speedOf (node) };
        const bool hasPlace =
            ! attributeOf (node, "offset").empty() || localName (node.parent()) != "audition";
        const auto offset = timeOf (hasPlace ? node : node.parent(), "offset");
        return { outer (offset - own (start)), outer.speed * own.speed };
    }

    /** A clip at 25 frames in a sequence of 24 plays frame by frame, slower than it was shot. */
    double speedOf (pugi::xml_node clip)
    {
        const auto conform = childNamed (clip, "conform-rate");

        if (! conform || ! sequenceRate || attributeOf (conform, "scaleEnabled") == "0")
            return 1;

        const auto rate = parseFrameRate (attributeOf (conform, "srcFrameRate"));
        constexpr double nearest = 1.0005, farthest = 1.1; // 24 of 23.976 also are conformed
        const auto speed = rate ? double (rate->frames) / double (rate->seconds) / *sequenceRate : 1;
        const auto ratio = std::max (speed, 1 / speed);
        const bool hasMarkers = childNamed (clip, "marker") || childNamed (clip, "chapter-marker");
        otherRates += std::size_t (hasMarkers && ratio > farthest);
        return ratio < nearest || ratio > farthest ? 1 : speed;
    }
};

/** Of the first sequence inside. */
std::optional<double> frameRateOf (pugi::xml_node root, pugi::xml_node project)
{
    const auto sequences = descendantsNamed (project, "sequence");

    if (sequences.empty())
        return {};

    const auto id = attributeOf (sequences.front(), "format");

    for (const auto format : childNamed (root, "resources").children())
        if (localName (format) == "format" && attributeOf (format, "id") == id)
            if (const auto frame = rationalOf (attributeOf (format, "frameDuration")); frame > Duration())
                return 1e9 / double (frame->nanoseconds());

    return {};
}

struct FoundMarker
{
    pugi::xml_node node;
    Duration start;
    bool isChapter = false;
};

struct FoundMarkers
{
    std::vector<FoundMarker> markers;
    std::size_t notPlayed = 0;   ///< those in the alternatives of auditions
    std::size_t unconformed = 0; ///< clips whose frame rate may move the markers inside
};

/** Of an audition's clips the first is what plays. */
bool isAlternative (pugi::xml_node node)
{
    if (localName (node.parent()) != "audition")
        return false;

    for (auto before = node.previous_sibling(); before; before = before.previous_sibling())
        if (before.type() == pugi::node_element)
            return true;

    return false;
}

FoundMarkers markersIn (pugi::xml_node top, std::optional<double> framesPerSecond)
{
    FoundMarkers found;
    LocalTimes times (framesPerSecond);
    times.inside (top);
    std::unordered_set<std::size_t> silent; // the alternatives, and what is inside of them

    for (auto n = nextInside (top, top); n; n = nextInside (top, n))
    {
        if (n.type() != pugi::node_element)
            continue;

        const auto name = localName (n);
        const bool isMarker = name == "marker" || name == "chapter-marker";

        if (silent.contains (n.parent().hash_value()) || isAlternative (n))
        {
            silent.insert (n.hash_value());
            found.notPlayed += std::size_t (isMarker);
        }
        else if (isMarker)
            found.markers.push_back (
                { n, times.inside (n.parent()) (timeOf (n, "start")), name == "chapter-marker" });
        else
            times.inside (n);
    }

    found.unconformed = times.unconformed();
    return found;
}

/** The project, of several that with the number that the answer "project" gives; the whole document where there is none. */
pugi::xml_node chooseProject (Gathering& gathering, const XmlDocument& xml)
{
    const auto projects = descendantsNamed (xml.root(), "project");

    if (projects.size() < 2)
        return projects.empty() ? xml.root() : projects.front();

    std::vector<std::string> names;
    std::ranges::transform (projects,
                            std::back_inserter (names),
                            [] (pugi::xml_node project)
                            { return std::string (attributeOf (project, "name")); });
    const auto chosen =
        gathering.choose ({ "project", "There are several projects. Which one?", "1", {} }, names);
    gathering.warn (std::format (
        "Project {} of {} was taken; another project can be chosen.", chosen + 1, projects.size()));
    return projects[chosen];
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    const auto project = chooseProject (gathering, *xml);
    gathering.episode().title = std::string (attributeOf (project, "name"));
    auto [markers, notPlayed, unconformed] = markersIn (project, frameRateOf (xml->root(), project));
    const auto chapters = std::ranges::count (markers, true, &FoundMarker::isChapter);

    if (chapters > 0 && std::size_t (chapters) < markers.size()
        && gathering.ask ({ "markers",
                            "There are chapter markers and other markers. Which ones?",
                            "all",
                            { "all", "chapters" } })
               == "chapters")
        std::erase_if (markers, [] (const FoundMarker& m) { return ! m.isChapter; });

    for (const auto& [node, start, isChapter] : markers)
    {
        Chapter chapter { .start = Position (start),
                          .title = std::string (attributeOf (node, "value")),
                          .summary = std::string (attributeOf (node, "note")) };

        // A plain marker lasts for one frame, whatever it marks.
        constexpr auto longestFrame = Duration::fromMilliseconds (100);

        if (const auto length = timeOf (node, "duration"); length > longestFrame)
            chapter.end = chapter.start + length;

        gathering.add (std::move (chapter), xml->placeOf (node));
    }

    gathering.ignoreMany (notPlayed,
                          "{} marker in a clip of an audition that is not the one that plays.",
                          "{} markers in clips of auditions that are not the ones that play.");

    if (unconformed > 0)
        gathering.warn (
            "A clip has another frame rate than the project; markers inside of it may be misplaced: check "
            "the times.");

    return std::move (gathering).finish ("The project has no markers.");
}

} // namespace

extern const ChapterFormat finalCutFormat;

constexpr ChapterFormat finalCutFormat {
    .id = "fcpxml",
    .name = "Final Cut Pro XML",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .episodeTitle = true,
                      .stepsPerSecond = 1'000'000'000 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
