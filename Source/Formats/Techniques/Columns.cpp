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
    Column column;
};

/** Exact names; a header cell that is none of them means nothing to us. */
constexpr std::array words {
    HeaderWord { "title", Column::title },
    HeaderWord { "name", Column::title },
    HeaderWord { "markername", Column::title },
    HeaderWord { "chapter", Column::title },
    HeaderWord { "chaptertitle", Column::title },
    HeaderWord { "chaptername", Column::title },
    HeaderWord { "label", Column::title },
    HeaderWord { "marker", Column::title },
    HeaderWord { "topic", Column::title },
    HeaderWord { "text", Column::title },
    HeaderWord { "titel", Column::title },
    HeaderWord { "kapitel", Column::title },
    HeaderWord { "thema", Column::title },
    HeaderWord { "titre", Column::title },
    HeaderWord { "nom", Column::title },
    HeaderWord { "chapitre", Column::title },
    HeaderWord { "título", Column::title },
    HeaderWord { "titulo", Column::title },
    HeaderWord { "nombre", Column::title },
    HeaderWord { "capítulo", Column::title },
    HeaderWord { "titolo", Column::title },
    HeaderWord { "nome", Column::title },
    HeaderWord { "setname", Column::title },
    HeaderWord { "start", Column::start },
    HeaderWord { "starttime", Column::start },
    HeaderWord { "startms", Column::start },
    HeaderWord { "startseconds", Column::start },
    HeaderWord { "starts", Column::start },
    HeaderWord { "time", Column::start },
    HeaderWord { "times", Column::start },
    HeaderWord { "timestamp", Column::start },
    HeaderWord { "timecode", Column::start },
    HeaderWord { "position", Column::start },
    HeaderWord { "begin", Column::start },
    HeaderWord { "from", Column::start },
    HeaderWord { "in", Column::start },
    HeaderWord { "inpoint", Column::start },
    HeaderWord { "seconds", Column::start },
    HeaderWord { "startzeit", Column::start },
    HeaderWord { "beginn", Column::start },
    HeaderWord { "zeit", Column::start },
    HeaderWord { "anfang", Column::start },
    HeaderWord { "début", Column::start },
    HeaderWord { "debut", Column::start },
    HeaderWord { "temps", Column::start },
    HeaderWord { "inicio", Column::start },
    HeaderWord { "tiempo", Column::start },
    HeaderWord { "inizio", Column::start },
    HeaderWord { "tempo", Column::start },
    HeaderWord { "end", Column::end },
    HeaderWord { "endtime", Column::end },
    HeaderWord { "ends", Column::end },
    HeaderWord { "stop", Column::end },
    HeaderWord { "to", Column::end },
    HeaderWord { "out", Column::end },
    HeaderWord { "outpoint", Column::end },
    HeaderWord { "ende", Column::end },
    HeaderWord { "fin", Column::end },
    HeaderWord { "fine", Column::end },
    HeaderWord { "duration", Column::duration },
    HeaderWord { "length", Column::duration },
    HeaderWord { "dauer", Column::duration },
    HeaderWord { "länge", Column::duration },
    HeaderWord { "durée", Column::duration },
    HeaderWord { "duración", Column::duration },
    HeaderWord { "durata", Column::duration },
    HeaderWord { "description", Column::description },
    HeaderWord { "comment", Column::description },
    HeaderWord { "comments", Column::description },
    HeaderWord { "note", Column::description },
    HeaderWord { "notes", Column::description },
    HeaderWord { "summary", Column::description },
    HeaderWord { "beschreibung", Column::description },
    HeaderWord { "kommentar", Column::description },
    HeaderWord { "url", Column::url },
    HeaderWord { "link", Column::url },
    HeaderWord { "href", Column::url },
    HeaderWord { "image", Column::image },
    HeaderWord { "img", Column::image },
    HeaderWord { "picture", Column::image },
    HeaderWord { "imageurl", Column::image },
};

/** "Start Time (s)" as "starttimes": blanks, marks and case do not tell columns apart. */
std::string plainWord (std::string_view cell)
{
    std::string plain;

    for (const char c : toLowerAscii (cell))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char> (c) >= 0x80)
            plain += c;

    return plain;
}

} // namespace

std::string_view Columns::cell (const CsvRow& row, Column column) const
{
    const auto index = (*this)[column];
    return index ? row.cell (*index) : std::string_view {};
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
        const auto word = plainWord (header.cells[i]);
        const auto found = std::ranges::find (words, std::string_view (word), &HeaderWord::word);

        if (found != words.end() && ! columns[found->column])
            columns[found->column] = i;
    }

    return columns;
}

std::string_view nameOf (Column column)
{
    constexpr std::array<std::string_view, columnCount> names { "title",       "start", "end",  "duration",
                                                                "description", "url",   "image" };
    return names[std::size_t (column)];
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

std::optional<Duration> CellTimes::read (std::string_view cell) const
{
    cell = withoutTextMarks (cell);

    if (const auto clock = parseClock (cell))
        return clock;

    if (const auto code = parseTimecode (cell))
        return toDuration (*code, frameRate);

    if (const auto time = parseDuration (cell)) // "1h02m03s", "90s"
        return time;

    return parseSeconds (cell);
}

} // namespace earmark
