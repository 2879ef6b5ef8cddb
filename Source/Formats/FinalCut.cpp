// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <array>
#include <format>
#include <unordered_map>

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

/** What to add to a time inside of each element to have it in the sequence. */
class LocalTimes
{
public:
    Duration shiftInside (pugi::xml_node node)
    {
        if (const auto known = shifts.find (node.hash_value()); known != shifts.end())
            return known->second;

        // Iterative in effect: the tree is walked from the top, so that the parent is known.
        const auto parent = shifts.find (node.parent().hash_value());
        const auto outer = parent == shifts.end() ? Duration() : parent->second;
        const auto shift = localName (node) == "sequence"
                               ? -timeOf (node, "tcStart")
                               : outer + timeOf (node, "offset") - timeOf (node, "start");
        shifts.emplace (node.hash_value(), shift);
        return shift;
    }

private:
    std::unordered_map<std::size_t, Duration> shifts;
};

struct FoundMarker
{
    pugi::xml_node node;
    Duration start;
    bool isChapter = false;
};

std::vector<FoundMarker> markersIn (pugi::xml_node top)
{
    std::vector<FoundMarker> markers;
    LocalTimes times;
    times.shiftInside (top);

    for (auto n = nextInside (top, top); n; n = nextInside (top, n))
    {
        if (n.type() != pugi::node_element)
            continue;

        const auto name = localName (n);

        if (name == "marker" || name == "chapter-marker")
            markers.push_back (
                { n, timeOf (n, "start") + times.shiftInside (n.parent()), name == "chapter-marker" });
        else
            times.shiftInside (n);
    }

    return markers;
}

/** The project, of several that with the number that the answer "project" gives; the whole document where there is none. */
pugi::xml_node chooseProject (Gathering& gathering, const XmlDocument& xml)
{
    const auto projects = descendantsNamed (xml.root(), "project");

    if (projects.size() < 2)
        return projects.empty() ? xml.root() : projects.front();

    Question question { "project", "There are several projects. Which one?", "1", {} };

    for (std::size_t i = 0; i < projects.size(); ++i)
    {
        question.choices.push_back (std::to_string (i + 1));
        question.text += std::format (" {}: {}.", i + 1, attributeOf (projects[i], "name"));
    }

    const auto chosen = parseInteger (gathering.ask (std::move (question))).value_or (1);
    gathering.warn (
        std::format ("Project {} of {} was taken; another project can be chosen.", chosen, projects.size()));
    return projects[std::size_t (chosen - 1)];
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
    auto markers = markersIn (project);
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
