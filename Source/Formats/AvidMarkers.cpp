// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EditMarkers.h"
#include "Formats/Techniques/Csv.h"
#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <array>

// What Avid Media Composer's window of markers exports as text: divided by tabs, without a header, "editor, timecode, track, colour, comment,
// length in frames". Older versions have no length.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".txt" };

enum Cell : std::size_t
{
    timecode = 1,
    track,
    colour,
    comment,
    frames
};

/** "V1", "A12", "TC1", "D1". */
bool isTrack (std::string_view cell)
{
    const auto digits = std::min (cell.find_first_of ("0123456789"), cell.size());
    const auto kind = cell.substr (0, digits);
    return digits < cell.size() && cell.find_first_not_of ("0123456789", digits) == std::string_view::npos
           && (kind == "V" || kind == "A" || kind == "TC" || kind == "D");
}

bool isMarker (const CsvRow& row)
{
    return row.cells.size() > comment && parseTimecode (row.cell (timecode)) && isTrack (row.cell (track))
           && ! parseTimecode (row.cell (colour));
}

Confidence sniff (std::string_view text)
{
    const auto rows = readCsv (text.substr (0, 1u << 14), '\t', Quoting::none);
    const auto markers = std::ranges::count_if (rows, isMarker);
    return ! rows.empty() && isMarker (rows.front()) && markers * 2 > std::ptrdiff_t (rows.size()) ? 95 : 0;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::vector<EditMarker> markers;

    for (const auto& row : readCsv (text, '\t', Quoting::none))
    {
        if (! isMarker (row))
        {
            gathering.warn ("The line is no marker with a timecode; it was left out.",
                            Place::atLine (row.line));
            continue;
        }

        constexpr std::int64_t longest = 1'000'000'000;
        markers.push_back ({ .line = row.line,
                             .start = *parseTimecode (row.cell (timecode)),
                             .title = std::string (row.cell (comment)),
                             .note = {},
                             .frames = std::clamp<std::int64_t> (
                                 parseInteger (row.cell (frames)).value_or (1), 0, longest) });
    }

    return placeMarkers (std::move (gathering), std::move (markers));
}

} // namespace

extern const ChapterFormat avidMarkersFormat;

constexpr ChapterFormat avidMarkersFormat {
    .id = "avid-markers",
    .name = "Avid markers (text)",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .stepsPerSecond = 25 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
