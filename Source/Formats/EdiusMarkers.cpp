// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EditMarkers.h"
#include "Formats/Techniques/Csv.h"
#include "Formats/Techniques/TimeText.h"

#include <array>

// Markers that Grass Valley EDIUS exports: lines of remarks with #, the last of which names the columns, "# No, Anchor, Position, Duration,
// Comment", then rows such as 2,"ON","00:11:03;07", ,"Letters". Older versions have no anchor.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".csv" };

Confidence sniff (std::string_view text)
{
    return trim (text.substr (0, 64)).starts_with ("# EDIUS Marker list") ? 100 : 0;
}

/** Counted from the first, or as the header says. */
struct Listing
{
    std::size_t position = 1, duration = 2, comment = 3;

    explicit Listing (const CsvRow& header)
    {
        for (std::size_t i = 0; i < header.cells.size(); ++i)
            for (const auto& [heading, index] :
                 { std::pair { "Position", &position }, { "Duration", &duration }, { "Comment", &comment } })
                if (header.cell (i) == heading)
                    *index = i;
    }
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Listing listing { CsvRow {} };
    std::vector<EditMarker> markers;

    for (const auto& row : readCsv (text, ','))
    {
        if (row.cell (0).starts_with ('#'))
        {
            listing = Listing (row);
            continue;
        }

        const auto start = parseTimecode (row.cell (listing.position));

        if (! start)
        {
            gathering.warn ("The line is no marker with a timecode; it was left out.",
                            Place::atLine (row.line));
            continue;
        }

        markers.push_back ({ .line = row.line,
                             .start = *start,
                             .title = std::string (row.cell (listing.comment)),
                             .note = {},
                             .length = parseTimecode (row.cell (listing.duration)) });
    }

    return placeMarkers (std::move (gathering), std::move (markers));
}

} // namespace

extern const ChapterFormat ediusFormat;

constexpr ChapterFormat ediusFormat {
    .id = "edius",
    .name = "EDIUS markers",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .stepsPerSecond = 25 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
