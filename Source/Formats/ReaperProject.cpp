// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ReaperTitles.h"
#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>

// Markers in the lines of a REAPER project, "MARKER 3 46.5 "Name" 0 …", a region being two such lines with the same number; and the
// marker lists of the SWS extension, "3 46.5 "Name" 0 -1.0 0", whose regions are "1 46.5 "Name" 1 90.0 0". A name is quoted where it must be, by " or, if it holds that, by '
// or a back-tick.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> projectSuffixes { ".rpp", ".rpp-bak" };
constexpr std::array<std::string_view, 1> listSuffixes { ".txt" };

/** A line's words, quotes taken off. */
std::vector<std::string> wordsOf (std::string_view line)
{
    std::vector<std::string> words;
    line = trim (line);

    while (! line.empty())
    {
        const char quote = line.front();
        const bool quoted = quote == '"' || quote == '\'' || quote == '`';
        line.remove_prefix (quoted ? 1 : 0);
        const auto end = std::min (quoted ? line.find (quote) : line.find_first_of (" \t"), line.size());
        words.emplace_back (line.substr (0, end));
        line.remove_prefix (std::min (end + 1, line.size()));
        line = trim (line);
    }

    return words;
}

//======================================================================================================
// Projects

bool isMarkerLine (std::string_view line)
{
    return trim (line.substr (0, 64)).starts_with ("MARKER ");
}

Confidence sniffProject (std::string_view text)
{
    if (text.starts_with ("<REAPER_PROJECT"))
        return 100;

    return isMarkerLine (text) ? 90 : 0; // lines that were copied out of one
}

Result<OutlineReading> readProject (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    ReaperTitles titles (gathering);
    std::map<std::string, std::optional<std::size_t>>
        openRegions; // by number: where among the chapters, if it is one
    std::size_t number = 0;
    int depth = 0;

    for (const auto raw : splitLines (text))
    {
        ++number;
        const auto line = trim (raw);
        depth += line.starts_with ('<') ? 1 : line == ">" ? -1 : 0;

        // What plug-ins keep of their state may look like anything.
        if (depth > 1 || ! isMarkerLine (line))
            continue;

        const auto words = wordsOf (line);
        const auto time = words.size() > 2 ? parseSeconds (words[2]) : std::nullopt;

        if (! time)
        {
            gathering.warn ("The marker's line cannot be read; it was left out.", Place::atLine (number));
            continue;
        }

        const auto flags = words.size() > 4 ? parseInteger (words[4]).value_or (0) : 0;
        const bool isRegion = (flags & 1) != 0;

        if (const auto open = openRegions.find (words[1]); isRegion && open != openRegions.end())
        {
            if (open->second)
                gathering.endAt (*open->second, Position (*time), Place::atLine (number));

            openRegions.erase (open);
            continue;
        }

        auto title = titles.titleOf (
            words.size() > 3 ? std::string_view (words[3]) : "", isRegion, Place::atLine (number));

        const auto before = gathering.size();

        if (title)
            gathering.add ({ .start = Position (*time), .title = std::move (*title) },
                           Place::atLine (number));

        if (isRegion)
            openRegions.emplace (words[1], gathering.size() > before ? std::optional (before) : std::nullopt);
    }

    return std::move (titles).finish ("The project has no markers or regions.");
}

//======================================================================================================
// SWS marker lists

struct ListedMarker
{
    Duration start;
    std::string name;
    std::optional<Duration> end; ///< of a region
};

/** "3 46.5 "Name" 0 -1.0 0": a whole number, seconds with a fraction, a name, whether it is a region, the region's end, a colour. Only
    the first four must be there. */
std::optional<ListedMarker> listedMarker (std::string_view line)
{
    const auto words = wordsOf (line);

    if (words.size() < 4 || ! parseInteger (words[0]) || ! words[1].contains ('.') || words[1].contains (':')
        || ! parseInteger (words[3]))
        return {};

    const auto start = parseSeconds (words[1]);

    if (! start)
        return {};

    const bool isRegion = words[3] == "1" && words.size() > 4;
    return ListedMarker { *start,
                          std::string (trim (words[2])),
                          isRegion ? parseSeconds (words[4]) : std::nullopt };
}

Confidence sniffList (std::string_view text)
{
    const auto lines = splitLines (text.substr (0, 4096));
    const auto first = std::ranges::find_if (lines, [] (std::string_view l) { return ! trim (l).empty(); });
    return first != lines.end() && listedMarker (*first) ? 88 : 0;
}

Result<OutlineReading> readList (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    ReaperTitles titles (gathering);
    std::size_t number = 0;

    for (const auto line : splitLines (text))
    {
        ++number;

        if (const auto marker = listedMarker (line))
        {
            const auto place = Place::atLine (number);
            auto title = titles.titleOf (marker->name, marker->end.has_value(), place);

            if (! title)
                continue;

            Chapter chapter { .start = Position (marker->start), .title = std::move (*title) };

            if (marker->end)
                chapter.end = Position (*marker->end);

            gathering.add (std::move (chapter), place);
        }
        else if (! trim (line).empty())
            gathering.warn ("The line is no marker; it was left out.", Place::atLine (number));
    }

    return std::move (titles).finish ("No line is a marker such as: 1 46.5 \"Name\" 0.");
}

} // namespace

extern const ChapterFormat reaperProjectFormat, swsMarkersFormat;

constexpr ChapterFormat reaperProjectFormat {
    .id = "reaper-project",
    .name = "REAPER project",
    .suffixes = projectSuffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .stepsPerSecond = 1'000'000'000 },
    .sniff = sniffProject,
    .read = readProject,
};

constexpr ChapterFormat swsMarkersFormat {
    .id = "sws-markers",
    .name = "SWS marker list",
    .suffixes = listSuffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .stepsPerSecond = 1'000'000'000 },
    .sniff = sniffList,
    .read = readList,
};

} // namespace earmark
