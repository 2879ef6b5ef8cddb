// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/TimeCells.h"

#include "Formats/Techniques/TimeText.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <span>

namespace earmark
{

namespace
{

struct UnitName
{
    std::string_view name;
    std::int64_t seconds;
};

constexpr std::int64_t hour = 3600, minute = 60;
constexpr std::size_t halfSize = 2; // of "AM"

constexpr std::array unitNames {
    UnitName { "h", hour },         UnitName { "hr", hour },       UnitName { "hrs", hour },
    UnitName { "hour", hour },      UnitName { "hours", hour },    UnitName { "hh", hour },
    UnitName { "std", hour },       UnitName { "stunde", hour },   UnitName { "stunden", hour },
    UnitName { "m", minute },       UnitName { "min", minute },    UnitName { "mins", minute },
    UnitName { "mm", minute },      UnitName { "minute", minute }, UnitName { "minutes", minute },
    UnitName { "minuten", minute }, UnitName { "s", 1 },           UnitName { "sec", 1 },
    UnitName { "secs", 1 },         UnitName { "ss", 1 },          UnitName { "second", 1 },
    UnitName { "seconds", 1 },      UnitName { "sek", 1 },         UnitName { "sekunde", 1 },
    UnitName { "sekunden", 1 },     UnitName { "heure", hour },    UnitName { "heures", hour },
    UnitName { "seconde", 1 },      UnitName { "secondes", 1 },    UnitName { "hora", hour },
    UnitName { "horas", hour },     UnitName { "minuto", minute }, UnitName { "minutos", minute },
    UnitName { "segundo", 1 },      UnitName { "segundos", 1 },    UnitName { "ora", hour },
    UnitName { "ore", hour },       UnitName { "minuti", minute }, UnitName { "secondo", 1 },
    UnitName { "secondi", 1 },
};

/** How many seconds a unit has, with or without a full stop; 0 for none. */
std::int64_t secondsOfUnit (std::string_view word)
{
    const auto name = toLowerAscii (word.ends_with ('.') ? word.substr (0, word.size() - 1) : word);
    const auto found = std::ranges::find (unitNames, name, &UnitName::name);
    return found == unitNames.end() ? 0 : found->seconds;
}

/** Takes what consists of these off the text's front, and the blanks behind it. */
std::string_view take (std::string_view& text, std::string_view characters, bool areThose)
{
    const auto end = std::min (
        areThose ? text.find_first_not_of (characters) : text.find_first_of (characters), text.size());
    const auto taken = text.substr (0, end);
    text = trim (text.substr (end));
    return trim (taken);
}

/** Nothing where the cell is no number of hours, minutes or seconds; what is empty is 0. */
std::optional<Duration> numberIn (const CsvRow& row, std::optional<std::size_t> column)
{
    const auto cell = column ? row.cell (*column) : std::string_view {};
    const auto number = cell.empty() ? Duration() : parseSeconds (cell);
    return number && *number >= Duration() && *number <= Duration::fromSeconds (maxHours) ? number
                                                                                          : std::nullopt;
}

/** "12:01:30 AM", as spreadsheets show what lasts a minute and a half. Without seconds it is a time of day. */
std::optional<Duration> halfDayTime (std::string_view cell)
{
    if (! isHalfDayTime (cell))
        return {};

    auto clock = cell.substr (0, cell.size() - halfSize);

    for (const std::string_view blank : { " ", "\u00A0", "\u202F" }) // the last one as new systems write it
        if (clock.ends_with (blank))
            clock.remove_suffix (blank.size());

    const auto time = parseClock (clock);
    const auto noon = Duration::fromSeconds (12 * hour);
    const bool isAfternoon = equalsIgnoringCase (cell.substr (cell.size() - halfSize), "pm");

    if (! time || std::ranges::count (clock, ':') != 2 || *time >= noon + Duration::fromSeconds (hour))
        return {};

    return (*time >= noon ? *time - noon : *time) + (isAfternoon ? noon : Duration());
}

bool isDividedThousands (std::string_view cell)
{
    constexpr std::size_t group = 3;
    const auto mark = cell.find_first_of (".,");

    if (mark == 0 || mark > group || cell.front() == '0')
        return false;

    for (std::size_t i = 0; i < cell.size(); ++i)
        if (const bool isMark = i >= mark && (i - mark) % (group + 1) == 0;
            isMark ? cell[i] != cell[mark] : ! isDigit (cell[i]))
            return false;

    return (cell.size() - mark) % (group + 1) == 0;
}

} // namespace

bool isHalfDayTime (std::string_view cell)
{
    const auto half = toLowerAscii (cell.substr (cell.size() - std::min (cell.size(), halfSize)));
    return half == "am" || half == "pm";
}

std::optional<Duration> timeWithUnits (std::string_view cell)
{
    constexpr std::string_view digits = "0123456789", isoPrefix = "PT";
    constexpr std::size_t mostDigits = 7;

    if (const auto colons = std::ranges::count (cell, ':'); colons > 0)
    {
        const auto blank = std::min (cell.find_last_of (' '), cell.size());

        if (const auto time = halfDayTime (cell))
            return time;

        const auto unit = secondsOfUnit (trim (cell.substr (blank)));
        const bool isItsUnit = unit == minute || (unit == hour && colons == 2); // "1:30 h" has no seconds
        return isItsUnit ? parseClock (cell.substr (0, blank)) : std::nullopt;
    }

    if (cell.starts_with (isoPrefix))
        cell.remove_prefix (isoPrefix.size());

    std::int64_t seconds = 0, lastUnit = 24 * hour;

    do
    {
        const auto number = take (cell, digits, true);
        const auto value = parseInteger (number);
        const auto unit = secondsOfUnit (take (cell, digits, false));

        if (! value || number.size() > mostDigits || unit == 0 || unit >= lastUnit)
            return {};

        seconds += *value * unit;
        lastUnit = unit;
    } while (! cell.empty());

    return seconds <= (maxHours + 1) * hour ? std::optional (Duration::fromSeconds (seconds)) : std::nullopt;
}

void mergeClockColumns (std::vector<CsvRow>& rows, Columns& columns)
{
    std::optional<std::size_t> hours, minutes, seconds;

    for (std::size_t i = 0; i < rows.front().cells.size(); ++i)
        if (const auto unit = secondsOfUnit (rows.front().cell (i)); unit > 0)
            if (auto& column = unit == hour ? hours : unit == minute ? minutes : seconds; ! column)
                column = i;

    auto& start = columns[MarkerColumn::start];

    if (! minutes || ! seconds || (start && start != hours && start != minutes && start != seconds))
        return;

    start.reset();
    const auto body = std::span (rows).subspan (1);
    std::vector<Duration> times;

    for (const auto& row : body)
    {
        const auto h = numberIn (row, hours), m = numberIn (row, minutes), s = numberIn (row, seconds);

        if (! h || ! m || ! s || row.cells.size() <= *seconds)
            return;

        times.push_back (Duration::fromNanoseconds ((h->nanoseconds() * minute + m->nanoseconds()) * minute
                                                    + s->nanoseconds()));
    }

    if (! std::ranges::is_sorted (times) || times.empty() || times.front() == times.back())
        return;

    for (std::size_t i = 0; i < times.size(); ++i)
        body[i].cells[*seconds] = formatTime (times[i]);

    start = seconds;
    columns.merged.push_back (*minutes);

    if (hours)
        columns.merged.push_back (*hours);
}

void joinThousands (std::vector<CsvRow>& rows, const Columns& columns)
{
    constexpr std::int64_t thousand = 1000;
    const auto body = std::span (rows).subspan (1);

    for (const auto kind : { MarkerColumn::start, MarkerColumn::end, MarkerColumn::duration })
    {
        const auto column = columns[kind];

        if (! column || columns.unitOf (kind) != NumberUnit::milliseconds)
            continue;

        const auto isDivided = [&] (const CsvRow& row) { return isDividedThousands (row.cell (*column)); };
        const auto isWhole = [&] (const CsvRow& row)
        {
            return row.cell (*column).empty()
                   || parseInteger (row.cell (*column)).value_or (thousand) < thousand;
        };

        if (! std::ranges::all_of (body,
                                   [&] (const CsvRow& row) { return isDivided (row) || isWhole (row); }))
            continue;

        for (auto& row : body)
            if (isDivided (row))
                std::erase_if (row.cells[*column], [] (char c) { return c == '.' || c == ','; });
    }
}

} // namespace earmark
