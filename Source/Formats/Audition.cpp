// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>

// Markers of Adobe Audition: called .csv, divided by tabs. "Name, Start, Duration, Time Format, Type, Description"; a duration that is
// not zero makes a range. The time format is "decimal", or frames as in "25 fps", "29.97 fps drop" and, for compact discs, "75 fps", or what has
// no place in time by itself: samples, bars and beats.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".audition.csv" };
constexpr std::string_view header = "Name\tStart\tDuration\tTime Format\tType\tDescription";

Confidence sniff (std::string_view text)
{
    return text.starts_with (header) || text.starts_with ("Name\tStart\tDuration\tTime Format") ? 100 : 0;
}

enum Cell : std::size_t
{
    name,
    start,
    duration,
    timeFormat,
    type,
    description
};

bool hasNoTimes (std::string_view format)
{
    const auto lower = toLowerAscii (format);
    return lower.contains ("sample") || lower.contains ("bar") || lower.contains ("beat");
}

/** "25 fps", "29.97 fps drop", "75 fps". */
std::optional<FrameRate> rateOf (std::string_view format)
{
    const auto fps = toLowerAscii (format).find ("fps");

    if (fps == std::string::npos)
        return {};

    if (const auto rate = parseFrameRate (format))
        return rate;

    constexpr std::int64_t highest = 1000;
    const auto whole = parseInteger (trim (format.substr (0, fps)));
    return whole && *whole > 0 && *whole <= highest ? std::optional (FrameRate { *whole, 1 }) : std::nullopt;
}

/** "0:00:10:12", or "45:12:70": of a compact disc, whose minutes are not counted up to hours. */
std::optional<Duration> framesTime (std::string_view cell, FrameRate rate)
{
    if (const auto code = parseTimecode (cell))
        return toDuration (*code, rate);

    const auto colon = cell.rfind (':');

    if (std::ranges::count (cell, ':') != 2)
        return {};

    const auto clock = parseClock (cell.substr (0, colon));
    const auto frames = parseInteger (cell.substr (colon + 1));

    if (! clock || ! frames || *frames < 0 || *frames >= rate.nominal())
        return {};

    return *clock + fromUnits (*frames * rate.seconds, rate.frames).value_or (Duration());
}

std::optional<Duration> timeIn (std::string_view cell, std::string_view format, const CellTimes& times)
{
    if (hasNoTimes (format))
        return {};

    const auto rate = rateOf (format);
    return rate ? framesTime (cell, *rate) : times.read (cell);
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    const auto rows = readCsv (text, '\t', Quoting::none);
    CellTimes times;

    for (const auto& row : rows)
        if (! rateOf (row.cell (timeFormat)))
            times.prepare (row.cell (start));

    constexpr std::int64_t lowestRate = 24;
    times.settle (gathering, lowestRate);

    for (std::size_t i = 1; i < rows.size(); ++i)
    {
        const auto& row = rows[i];
        const auto place = Place::atLine (row.line);
        const auto begin = timeIn (row.cell (start), row.cell (timeFormat), times);

        if (! begin)
        {
            gathering.warn (
                std::format (
                    "'{}' is no time that can be placed ({}); the row was left out. Set Audition's time "
                    "display to decimal, then export again.",
                    row.cell (start),
                    row.cell (timeFormat)),
                place);
            continue;
        }

        Chapter chapter { .start = Position (*begin),
                          .title = std::string (row.cell (name)),
                          .summary = std::string (row.cell (description)) };

        if (const auto length = timeIn (row.cell (duration), row.cell (timeFormat), times))
            chapter.end = chapter.start + *length;

        gathering.add (std::move (chapter), place);
    }

    return std::move (gathering).finish ("It holds no markers with a time.");
}

/** "1:34.813", "1:08:02.786": always with milliseconds. */
std::string decimal (Duration time)
{
    auto text = formatTime (time);
    return text.contains ('.') ? text : text + ".000";
}

std::string write (const Outline& outline, const Answers&)
{
    auto text = std::string (header) + '\n';

    for (const auto& chapter : outline.chapters)
    {
        // Rounding start and end, not the length, keeps neighbours in touch.
        const auto begin = Duration::fromMilliseconds (chapter.start.milliseconds (Rounding::nearest));
        const auto end = Duration::fromMilliseconds (
            chapter.end.value_or (chapter.start).milliseconds (Rounding::nearest));
        text += std::format ("{}\t{}\t{}\tdecimal\tCue\t{}\n",
                             oneLine (chapter.title),
                             decimal (begin),
                             decimal (end - begin),
                             std::string_view {});
    }

    return text;
}

} // namespace

extern const ChapterFormat auditionFormat;

constexpr ChapterFormat auditionFormat {
    .id = "audition",
    .name = "Adobe Audition markers",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
