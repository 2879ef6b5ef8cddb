// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Csv.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Timecode.h"
#include "Formats/Techniques/Writing.h"

#include <algorithm>
#include <array>
#include <format>

// "Session Info as Text" of Avid Pro Tools: a header, then listings, of which that of the markers counts. A time in samples is from the
// session's start; one in ticks is bars and beats, and then only the column LOCATION helps, in whatever time format was shown.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".protools.txt" };
constexpr std::string_view signature = "SESSION NAME:";
constexpr std::string_view listing = "M A R K E R S  L I S T I N G";
constexpr std::int64_t writtenSampleRate = 48000;

Confidence sniff (std::string_view text)
{
    return text.starts_with (signature) ? 100 : 0;
}

struct Session
{
    std::string name;
    std::int64_t sampleRate = 48000;
    Timecode start;
    FrameRate rate;
};

/** "SAMPLE RATE:\t48000.000000" */
std::string_view headerValue (std::string_view text, std::string_view key)
{
    const auto at = text.find (key);

    if (at == std::string_view::npos)
        return {};

    const auto value = text.substr (at + key.size());
    return trim (value.substr (0, value.find_first_of ("\r\n")));
}

Session sessionOf (std::string_view text, Gathering& gathering)
{
    Session session { .name = std::string (headerValue (text, signature)) };

    if (const auto rate = parseSeconds (headerValue (text, "SAMPLE RATE:")); rate && rate->nanoseconds() > 0)
        session.sampleRate = rate->nanoseconds() / 1'000'000'000;

    if (const auto start = parseTimecode (headerValue (text, "SESSION START TIMECODE:")))
        session.start = *start;

    const auto format = headerValue (text, "TIMECODE FORMAT:");

    if (const auto rate = parseFrameRate (format))
        session.rate = *rate;
    else
        gathering.warn (
            std::format ("The timecode format '{}' is not known; 25 frames a second were taken.", format));

    return session;
}

/** Film of 35 mm has 16 frames to the foot and runs at 24 frames a second. */
std::optional<Duration> parseFeet (std::string_view text)
{
    const auto plus = text.find ('+');

    if (plus == std::string_view::npos)
        return {};

    const auto feet = parseInteger (text.substr (0, plus));
    const auto frames = parseInteger (text.substr (plus + 1));
    constexpr std::int64_t longest = 100'000'000;

    if (! feet || ! frames || *feet < 0 || *feet > longest || *frames < 0 || *frames > 15)
        return {};

    return fromUnits (*feet * 16 + *frames, 24);
}

struct Location
{
    std::string_view location, reference, units;
};

std::optional<Duration> timeOf (const Location& at, const Session& session)
{
    if (const auto samples = parseInteger (at.reference); samples && equalsIgnoringCase (at.units, "samples"))
        return fromUnits (*samples, session.sampleRate);

    if (at.location.contains ('|'))
        return {}; // bars and beats, without the tempo map

    if (const auto feet = parseFeet (at.location))
        return feet;

    if (const auto samples = parseInteger (at.location))
        return fromUnits (*samples, session.sampleRate);

    if (const auto clock = parseClock (at.location))
        return clock;

    if (const auto code = parseTimecode (at.location))
        return toDuration (*code, session.rate) - toDuration (session.start, session.rate);

    return {};
}

/** The columns by their headings, which grew in number over the versions. */
struct Listing
{
    std::size_t location = 1, reference = 2, units = 3, name = 4, comments = 5;

    explicit Listing (const CsvRow& header)
    {
        for (std::size_t i = 0; i < header.cells.size(); ++i)
            for (const auto& [heading, index] : { std::pair { "LOCATION", &location },
                                                  { "TIME REFERENCE", &reference },
                                                  { "UNITS", &units },
                                                  { "NAME", &name },
                                                  { "COMMENTS", &comments } })
                if (header.cell (i) == heading)
                    *index = i;
    }
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    const auto session = sessionOf (text, gathering);
    gathering.episode().title = session.name;
    const auto at = text.find (listing);

    if (at == std::string_view::npos)
        return std::move (gathering).finish (
            "The session text has no listing of markers; export it with 'Include Markers'.");

    const auto linesBefore = std::size_t (std::ranges::count (text.substr (0, at), '\n'));
    auto rows = readCsv (text.substr (at), '\t', Quoting::none);
    std::optional<Listing> columns;

    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        const auto& row = rows[i];
        const auto place = Place::atLine (row.line + linesBefore);

        if (row.cell (0) == "#")
        {
            columns.emplace (row);
            continue;
        }

        if (! columns || row.cell (0).contains ("  L I S T I N G"))
            break;

        // Neither tabs nor line ends in names and comments are escaped.
        if (! parseInteger (row.cell (0)) || row.cells.size() <= columns->name)
        {
            if (gathering.size() > 0)
                gathering.chapters().back().summary += '\n' + std::string (row.cell (0));

            continue;
        }

        const Location where { row.cell (columns->location),
                               row.cell (columns->reference),
                               row.cell (columns->units) };
        const auto time = timeOf (where, session);
        std::string title (row.cell (columns->name));

        if (! time)
        {
            gathering.warn (
                std::format (
                    "'{}' stands at {}, bars and beats, which nothing here places in time; it was left out. "
                    "Show Min:Secs in Pro Tools, then export again.",
                    title,
                    where.location),
                place);
            continue;
        }

        std::string comment;

        for (auto c = columns->comments; c < row.cells.size(); ++c)
            comment += (comment.empty() ? "" : "\t") + std::string (row.cell (c));

        gathering.add ({ .start = Position (*time),
                         .title = std::move (title),
                         .summary = std::string (trim (comment)) },
                       place);
    }

    return std::move (gathering).finish ("The listing holds no markers that can be placed in time.");
}

std::string write (const Outline& outline, const Answers& answers)
{
    const auto rate = frameRateFor (answers);
    auto text = std::format (
        "{}\t{}\nSAMPLE RATE:\t{}.000000\nBIT DEPTH:\t24-bit\nSESSION START TIMECODE:\t00:00:00:00\n"
        "TIMECODE FORMAT:\t{} Frame\n# OF AUDIO TRACKS:\t0\n# OF AUDIO CLIPS:\t0\n# OF AUDIO FILES:\t0\n\n\n"
        "{}\n#   \tLOCATION     \tTIME REFERENCE    \tUNITS    \tNAME                             "
        "\tCOMMENTS\n",
        signature,
        outline.episode.title.empty() ? "Chapters" : oneLine (outline.episode.title),
        writtenSampleRate,
        formatFrameRate (rate),
        listing);

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        const auto start = outline.chapters[i].start.sinceStart();
        text += std::format ("{:<4}\t{:<13}\t{:<18}\tSamples  \t{:<33}\t\n",
                             i + 1,
                             formatTimecode (start, rate),
                             toUnits (start, writtenSampleRate),
                             oneLine (outline.chapters[i].title));
    }

    return text;
}

} // namespace

extern const ChapterFormat proToolsFormat;

constexpr ChapterFormat proToolsFormat {
    .id = "protools",
    .name = "Pro Tools session text",
    .suffixes = suffixes,
    .capabilities = { .episodeTitle = true, .stepsPerSecond = writtenSampleRate },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
