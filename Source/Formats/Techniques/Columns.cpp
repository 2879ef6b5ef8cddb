// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Columns.h"

#include "Formats/Techniques/Spreadsheet.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <tuple>

namespace earmark
{

namespace
{

struct HeaderWord
{
    std::string_view word; ///< in lower case, only letters and digits of it count
    MarkerColumn column;
};

/** Exact names; a header cell that is none of them means nothing to us. */
constexpr std::array words {
    HeaderWord { "title", MarkerColumn::title },
    HeaderWord { "name", MarkerColumn::title },
    HeaderWord { "markername", MarkerColumn::title },
    HeaderWord { "chapter", MarkerColumn::title },
    HeaderWord { "chaptertitle", MarkerColumn::title },
    HeaderWord { "chaptername", MarkerColumn::title },
    HeaderWord { "label", MarkerColumn::title },
    HeaderWord { "marker", MarkerColumn::title },
    HeaderWord { "topic", MarkerColumn::title },
    HeaderWord { "text", MarkerColumn::title },
    HeaderWord { "titel", MarkerColumn::title },
    HeaderWord { "kapitel", MarkerColumn::title },
    HeaderWord { "thema", MarkerColumn::title },
    HeaderWord { "titre", MarkerColumn::title },
    HeaderWord { "nom", MarkerColumn::title },
    HeaderWord { "chapitre", MarkerColumn::title },
    HeaderWord { "título", MarkerColumn::title },
    HeaderWord { "titulo", MarkerColumn::title },
    HeaderWord { "nombre", MarkerColumn::title },
    HeaderWord { "capítulo", MarkerColumn::title },
    HeaderWord { "titolo", MarkerColumn::title },
    HeaderWord { "nome", MarkerColumn::title },
    HeaderWord { "setname", MarkerColumn::title },
    HeaderWord { "start", MarkerColumn::start },
    HeaderWord { "starttime", MarkerColumn::start },
    HeaderWord { "starts", MarkerColumn::start },
    HeaderWord { "time", MarkerColumn::start },
    HeaderWord { "times", MarkerColumn::start },
    HeaderWord { "timestamp", MarkerColumn::start },
    HeaderWord { "timecode", MarkerColumn::start },
    HeaderWord { "position", MarkerColumn::start },
    HeaderWord { "begin", MarkerColumn::start },
    HeaderWord { "from", MarkerColumn::start },
    HeaderWord { "in", MarkerColumn::start },
    HeaderWord { "inpoint", MarkerColumn::start },
    HeaderWord { "seconds", MarkerColumn::start },
    HeaderWord { "milliseconds", MarkerColumn::start },
    HeaderWord { "startzeit", MarkerColumn::start },
    HeaderWord { "beginn", MarkerColumn::start },
    HeaderWord { "zeit", MarkerColumn::start },
    HeaderWord { "anfang", MarkerColumn::start },
    HeaderWord { "début", MarkerColumn::start },
    HeaderWord { "debut", MarkerColumn::start },
    HeaderWord { "temps", MarkerColumn::start },
    HeaderWord { "inicio", MarkerColumn::start },
    HeaderWord { "tiempo", MarkerColumn::start },
    HeaderWord { "inizio", MarkerColumn::start },
    HeaderWord { "tempo", MarkerColumn::start },
    HeaderWord { "end", MarkerColumn::end },
    HeaderWord { "endtime", MarkerColumn::end },
    HeaderWord { "ends", MarkerColumn::end },
    HeaderWord { "stop", MarkerColumn::end },
    HeaderWord { "to", MarkerColumn::end },
    HeaderWord { "out", MarkerColumn::end },
    HeaderWord { "outpoint", MarkerColumn::end },
    HeaderWord { "ende", MarkerColumn::end },
    HeaderWord { "fin", MarkerColumn::end },
    HeaderWord { "fine", MarkerColumn::end },
    HeaderWord { "duration", MarkerColumn::duration },
    HeaderWord { "length", MarkerColumn::duration },
    HeaderWord { "runtime", MarkerColumn::duration },
    HeaderWord { "runningtime", MarkerColumn::duration },
    HeaderWord { "dauer", MarkerColumn::duration },
    HeaderWord { "laufzeit", MarkerColumn::duration },
    HeaderWord { "länge", MarkerColumn::duration },
    HeaderWord { "durée", MarkerColumn::duration },
    HeaderWord { "duración", MarkerColumn::duration },
    HeaderWord { "durata", MarkerColumn::duration },
    HeaderWord { "description", MarkerColumn::description },
    HeaderWord { "comment", MarkerColumn::description },
    HeaderWord { "comments", MarkerColumn::description },
    HeaderWord { "note", MarkerColumn::description },
    HeaderWord { "notes", MarkerColumn::description },
    HeaderWord { "summary", MarkerColumn::description },
    HeaderWord { "beschreibung", MarkerColumn::description },
    HeaderWord { "kommentar", MarkerColumn::description },
    HeaderWord { "url", MarkerColumn::url },
    HeaderWord { "link", MarkerColumn::url },
    HeaderWord { "href", MarkerColumn::url },
    HeaderWord { "image", MarkerColumn::image },
    HeaderWord { "img", MarkerColumn::image },
    HeaderWord { "picture", MarkerColumn::image },
    HeaderWord { "imageurl", MarkerColumn::image },
    HeaderWord { "level", MarkerColumn::level },
    HeaderWord { "depth", MarkerColumn::level },
    HeaderWord { "indent", MarkerColumn::level },
};

struct UnitWord
{
    std::string_view word;
    NumberUnit unit;
};

/** What stands behind a word for times; of those that end alike the longer first. */
constexpr std::array unitWords {
    UnitWord { "milliseconds", NumberUnit::milliseconds },
    UnitWord { "millisecond", NumberUnit::milliseconds },
    UnitWord { "millisekunden", NumberUnit::milliseconds },
    UnitWord { "millis", NumberUnit::milliseconds },
    UnitWord { "msecs", NumberUnit::milliseconds },
    UnitWord { "msec", NumberUnit::milliseconds },
    UnitWord { "ms", NumberUnit::milliseconds },
    UnitWord { "microseconds", NumberUnit::unknown },
    UnitWord { "nanoseconds", NumberUnit::unknown },
    UnitWord { "µs", NumberUnit::unknown },
    UnitWord { "us", NumberUnit::unknown },
    UnitWord { "ns", NumberUnit::unknown },
    UnitWord { "seconds", NumberUnit::seconds },
    UnitWord { "sekunden", NumberUnit::seconds },
    UnitWord { "secs", NumberUnit::seconds },
    UnitWord { "sec", NumberUnit::seconds },
    UnitWord { "samples", NumberUnit::unknown },
    UnitWord { "sample", NumberUnit::unknown },
    UnitWord { "frames", NumberUnit::unknown },
    UnitWord { "frame", NumberUnit::unknown },
    UnitWord { "ticks", NumberUnit::unknown },
    UnitWord { "beats", NumberUnit::unknown },
    UnitWord { "bars", NumberUnit::unknown },
    UnitWord { "minutes", NumberUnit::unknown },
    UnitWord { "min", NumberUnit::unknown },
};

constexpr std::array<std::string_view, columnCount> names { "title",       "start", "end",   "duration",
                                                            "description", "url",   "image", "level" };

/** "Start Time (s)" as "starttimes": blanks, marks and case do not tell columns apart. */
std::string plainWord (std::string_view cell)
{
    std::string plain;

    for (const char c : toLowerAscii (cell))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char> (c) >= 0x80)
            plain += c;

    return plain;
}

std::optional<MarkerColumn> columnCalled (std::string_view word)
{
    const auto found = std::ranges::find (words, word, &HeaderWord::word);
    return found == words.end() ? std::nullopt : std::optional (found->column);
}

struct Heading
{
    std::optional<MarkerColumn> column;
    NumberUnit unit = NumberUnit::seconds;
};

/** "start_ms", "Start (ms)" and "startms" are one; a unit behind a word that is none of ours must be a word of its own, so that "Films" count nothing. */
Heading headingOf (std::string_view cell)
{
    const auto word = plainWord (cell);
    const auto lastWord = plainWord (cell.substr (cell.find_last_of (" _-/([") + 1));
    const auto column = columnCalled (word);

    for (const auto& [unitWord, unit] : unitWords)
    {
        if (! word.ends_with (unitWord))
            continue;

        if (column && word != unitWord)
            break;

        const auto base = column ? column : columnCalled (word.substr (0, word.size() - unitWord.size()));

        if (base && holdsTimes (*base))
            return { unit == NumberUnit::unknown ? std::nullopt : base, unit };

        if (lastWord == unitWord)
            return { column, unit };
    }

    return { column, NumberUnit::seconds };
}

} // namespace

bool holdsTimes (MarkerColumn column)
{
    return column == MarkerColumn::start || column == MarkerColumn::end || column == MarkerColumn::duration;
}

std::string_view Columns::cell (const CsvRow& row, MarkerColumn column) const
{
    const auto index = (*this)[column];
    return index ? row.cell (*index) : std::string_view {};
}

NumberUnit Columns::unitAt (std::size_t index) const
{
    return index < units.size() ? units[index] : NumberUnit::seconds;
}

NumberUnit Columns::unitOf (MarkerColumn column) const
{
    const auto index = (*this)[column];
    return index ? unitAt (*index) : NumberUnit::seconds;
}

bool Columns::knows (std::size_t index) const
{
    return std::ranges::contains (at, std::optional (index));
}

Columns columnsOf (const CsvRow& header)
{
    Columns columns;

    for (std::size_t i = 0; i < header.cells.size(); ++i)
    {
        const auto heading = headingOf (header.cell (i));
        columns.units.push_back (heading.unit);

        if (heading.column && ! columns[*heading.column])
            columns[*heading.column] = i;
    }

    return columns;
}

std::string_view nameOf (MarkerColumn column)
{
    return names[std::size_t (column)];
}

std::optional<MarkerColumn> columnNamed (std::string_view name)
{
    const auto found = std::ranges::find (names, name);
    return found == names.end() ? std::nullopt : std::optional (MarkerColumn (found - names.begin()));
}

std::string columnNames()
{
    std::string list;

    for (const auto name : names)
        list.append (list.empty() ? "" : ", ").append (name);

    return list;
}

void CellTimes::prepare (std::string_view cell)
{
    cell = withoutTextMarks (cell);
    const auto code = parseTimecode (cell);

    if (! code || parseClock (cell))
        return;

    const auto key = [] (const Timecode& t) { return std::tuple (t.hours, t.minutes, t.seconds, t.frames); };
    largestFrame = std::max (largestFrame, code->frames);
    dropFrame = dropFrame || code->dropFrame;

    if (! first || key (*code) < key (*first))
        first = code;
}

void CellTimes::settle (Gathering& gathering, std::int64_t atLeast)
{
    if (first)
        frameRate = askFrameRate (gathering, largestFrame, dropFrame, atLeast);
}

bool isPlainNumber (std::string_view cell)
{
    return ! cell.empty() && cell.find_first_not_of ("+-.,eE0123456789") == std::string_view::npos;
}

std::optional<Duration> plainTime (std::string_view cell, NumberUnit unit)
{
    switch (unit)
    {
        case NumberUnit::seconds:
            return parseSeconds (cell);
        case NumberUnit::milliseconds:
            return parseMilliseconds (cell);
        case NumberUnit::unknown:
            break;
    }

    return {};
}

std::optional<Duration> CellTimes::read (std::string_view cell, NumberUnit unit) const
{
    cell = withoutTextMarks (cell);

    if (unit != NumberUnit::seconds && isPlainNumber (cell))
        return plainTime (cell, unit);

    if (const auto clock = parseClock (cell))
        return clock;

    if (const auto code = parseTimecode (cell))
        return toDuration (*code, frameRate);

    if (const auto time = parseDuration (cell)) // "1h02m03s", "90s"
        return time;

    return parseSeconds (cell);
}

} // namespace earmark
