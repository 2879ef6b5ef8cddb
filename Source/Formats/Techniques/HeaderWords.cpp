// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/HeaderWords.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <string>

namespace earmark
{

namespace
{

struct HeaderWord
{
    std::string_view word; ///< as plainWord() makes it
    MarkerColumn column;
    HeadingWeight weight = HeadingWeight::usual;
};

/** Exact names; a header cell that is none of them means nothing to us. */
constexpr std::array words {
    HeaderWord { "title", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "titel", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "titre", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "titulo", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "titolo", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "タイトル", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "标题", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "標題", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "название", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "заголовок", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "chaptertitle", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "chaptername", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "markername", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "kapitelname", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "kapiteltitel", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "chapitretitre", MarkerColumn::title, HeadingWeight::sure },
    HeaderWord { "name", MarkerColumn::title },
    HeaderWord { "nom", MarkerColumn::title },
    HeaderWord { "nombre", MarkerColumn::title },
    HeaderWord { "nome", MarkerColumn::title },
    HeaderWord { "naam", MarkerColumn::title },
    HeaderWord { "text", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "topic", MarkerColumn::title },
    HeaderWord { "thema", MarkerColumn::title },
    HeaderWord { "bezeichnung", MarkerColumn::title },
    HeaderWord { "headline", MarkerColumn::title },
    HeaderWord { "uberschrift", MarkerColumn::title },
    HeaderWord { "onderwerp", MarkerColumn::title },
    HeaderWord { "sujet", MarkerColumn::title },
    HeaderWord { "tema", MarkerColumn::title },
    HeaderWord { "argomento", MarkerColumn::title },
    HeaderWord { "setname", MarkerColumn::title },
    HeaderWord { "chapter", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "marker", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "label", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "kapitel", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "chapitre", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "capitulo", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "capitolo", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "hoofdstuk", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "глава", MarkerColumn::title, HeadingWeight::weak },
    HeaderWord { "start", MarkerColumn::start },
    HeaderWord { "starttime", MarkerColumn::start },
    HeaderWord { "starts", MarkerColumn::start },
    HeaderWord { "startat", MarkerColumn::start },
    HeaderWord { "time", MarkerColumn::start },
    HeaderWord { "times", MarkerColumn::start },
    HeaderWord { "timestamp", MarkerColumn::start },
    HeaderWord { "timestamps", MarkerColumn::start },
    HeaderWord { "timecode", MarkerColumn::start },
    HeaderWord { "begin", MarkerColumn::start },
    HeaderWord { "begins", MarkerColumn::start },
    HeaderWord { "from", MarkerColumn::start },
    HeaderWord { "in", MarkerColumn::start },
    HeaderWord { "inpoint", MarkerColumn::start },
    HeaderWord { "timein", MarkerColumn::start },
    HeaderWord { "timecodein", MarkerColumn::start },
    HeaderWord { "offset", MarkerColumn::start, HeadingWeight::weak },
    HeaderWord { "seconds", MarkerColumn::start, HeadingWeight::weak },
    HeaderWord { "milliseconds", MarkerColumn::start, HeadingWeight::weak },
    HeaderWord { "chapterstart", MarkerColumn::start },
    HeaderWord { "markertime", MarkerColumn::start },
    HeaderWord { "startzeit", MarkerColumn::start },
    HeaderWord { "startzeitpunkt", MarkerColumn::start },
    HeaderWord { "beginn", MarkerColumn::start },
    HeaderWord { "zeit", MarkerColumn::start },
    HeaderWord { "zeitstempel", MarkerColumn::start },
    HeaderWord { "zeitmarke", MarkerColumn::start },
    HeaderWord { "anfang", MarkerColumn::start },
    HeaderWord { "von", MarkerColumn::start },
    HeaderWord { "debut", MarkerColumn::start },
    HeaderWord { "temps", MarkerColumn::start },
    HeaderWord { "horodatage", MarkerColumn::start },
    HeaderWord { "inicio", MarkerColumn::start },
    HeaderWord { "tiempo", MarkerColumn::start },
    HeaderWord { "tempo", MarkerColumn::start },
    HeaderWord { "inizio", MarkerColumn::start },
    HeaderWord { "starttijd", MarkerColumn::start },
    HeaderWord { "tijd", MarkerColumn::start },
    HeaderWord { "начало", MarkerColumn::start },
    HeaderWord { "время", MarkerColumn::start },
    HeaderWord { "時間", MarkerColumn::start },
    HeaderWord { "时间", MarkerColumn::start },
    HeaderWord { "開始", MarkerColumn::start },
    HeaderWord { "开始", MarkerColumn::start },
    HeaderWord { "position", MarkerColumn::start, HeadingWeight::weak },
    HeaderWord { "end", MarkerColumn::end },
    HeaderWord { "endtime", MarkerColumn::end },
    HeaderWord { "ends", MarkerColumn::end },
    HeaderWord { "stop", MarkerColumn::end },
    HeaderWord { "to", MarkerColumn::end },
    HeaderWord { "out", MarkerColumn::end },
    HeaderWord { "outpoint", MarkerColumn::end },
    HeaderWord { "timeout", MarkerColumn::end },
    HeaderWord { "timecodeout", MarkerColumn::end },
    HeaderWord { "ende", MarkerColumn::end },
    HeaderWord { "endzeit", MarkerColumn::end },
    HeaderWord { "endzeitpunkt", MarkerColumn::end },
    HeaderWord { "bis", MarkerColumn::end },
    HeaderWord { "fin", MarkerColumn::end },
    HeaderWord { "fine", MarkerColumn::end },
    HeaderWord { "eindtijd", MarkerColumn::end },
    HeaderWord { "einde", MarkerColumn::end },
    HeaderWord { "fim", MarkerColumn::end },
    HeaderWord { "конец", MarkerColumn::end },
    HeaderWord { "終了", MarkerColumn::end },
    HeaderWord { "结束", MarkerColumn::end },
    HeaderWord { "duration", MarkerColumn::duration },
    HeaderWord { "length", MarkerColumn::duration },
    HeaderWord { "runtime", MarkerColumn::duration },
    HeaderWord { "runningtime", MarkerColumn::duration },
    HeaderWord { "dauer", MarkerColumn::duration },
    HeaderWord { "laufzeit", MarkerColumn::duration },
    HeaderWord { "lange", MarkerColumn::duration },
    HeaderWord { "duree", MarkerColumn::duration },
    HeaderWord { "duracion", MarkerColumn::duration },
    HeaderWord { "duracao", MarkerColumn::duration },
    HeaderWord { "durata", MarkerColumn::duration },
    HeaderWord { "duur", MarkerColumn::duration },
    HeaderWord { "длительность", MarkerColumn::duration },
    HeaderWord { "description", MarkerColumn::description },
    HeaderWord { "comment", MarkerColumn::description },
    HeaderWord { "comments", MarkerColumn::description },
    HeaderWord { "note", MarkerColumn::description },
    HeaderWord { "notes", MarkerColumn::description },
    HeaderWord { "summary", MarkerColumn::description },
    HeaderWord { "beschreibung", MarkerColumn::description },
    HeaderWord { "kommentar", MarkerColumn::description },
    HeaderWord { "zusammenfassung", MarkerColumn::description },
    HeaderWord { "notizen", MarkerColumn::description },
    HeaderWord { "descripcion", MarkerColumn::description },
    HeaderWord { "descricao", MarkerColumn::description },
    HeaderWord { "descrizione", MarkerColumn::description },
    HeaderWord { "omschrijving", MarkerColumn::description },
    HeaderWord { "описание", MarkerColumn::description },
    HeaderWord { "url", MarkerColumn::url },
    HeaderWord { "link", MarkerColumn::url },
    HeaderWord { "href", MarkerColumn::url },
    HeaderWord { "lien", MarkerColumn::url },
    HeaderWord { "enlace", MarkerColumn::url },
    HeaderWord { "ссылка", MarkerColumn::url },
    HeaderWord { "リンク", MarkerColumn::url },
    HeaderWord { "链接", MarkerColumn::url },
    HeaderWord { "image", MarkerColumn::image },
    HeaderWord { "img", MarkerColumn::image },
    HeaderWord { "picture", MarkerColumn::image },
    HeaderWord { "imageurl", MarkerColumn::image },
    HeaderWord { "bild", MarkerColumn::image },
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
    UnitWord { "s", NumberUnit::seconds }, // only as a word of its own: "Start Time (s)"
};

/** Without its accent, in lower case, for those of Latin-1; a Cyrillic one in lower case. 0 for a blank and for a mark over the letter before. */
char32_t plainLetter (char32_t c)
{
    constexpr char32_t firstAccented = U'\u00C0', firstCapital = U'\u0410', lastCapital = U'\u042F',
                       toSmall = U'\u0430' - U'\u0410', firstMark = U'\u0300', lastMark = U'\u036F';
    constexpr std::u32string_view latin =
        U"aaaaaaaceeeeiiiidnooooo\u00D7ouuuuypsaaaaaaaceeeeiiiidnooooo\u00F7ouuuuypy";

    if (c >= firstAccented && c - firstAccented < latin.size())
        return latin[c - firstAccented];

    if (c >= firstCapital && c <= lastCapital)
        return c + toSmall;

    return (c >= firstMark && c <= lastMark) || isSpace (c) || isInvisible (c) ? U'\0' : c;
}

/** "Start Time (s)" as "starttimes", "DÉBUT" as "debut": blanks, marks, accents and case do not tell columns apart. */
std::string plainWord (std::string_view cell)
{
    std::string plain;
    const auto lower = toLowerAscii (cell);

    for (std::size_t at = 0; at < lower.size();)
    {
        const auto [value, size] = codePointAt (lower, at);
        at += size;

        if ((value >= U'a' && value <= U'z') || (value >= U'0' && value <= U'9'))
            plain += char (value);
        else if (value >= 0x80)
        {
            if (const auto letter = plainLetter (value); letter != U'\0')
                plain += toUtf8 (letter);
        }
    }

    return plain;
}

/** Without the form of its times behind it: "Time" of "Time (mm:ss)" and "Start hh:mm:ss.fff". One without seconds is not that of an audio's times. */
std::string_view withoutTimeForm (std::string_view cell)
{
    const auto trimmed = trim (cell);
    const auto begin = trimmed.find_last_of (" ([") + 1;
    const auto form = toLowerAscii (trimmed.substr (begin));
    const bool isForm = form.contains (':') && form.contains ('s')
                        && form.find_first_not_of ("hmsfx0:;.,)]") == std::string::npos;
    return isForm ? trimmed.substr (0, begin) : cell;
}

const HeaderWord* columnCalled (std::string_view word)
{
    const auto found = std::ranges::find (words, word, &HeaderWord::word);
    return found == words.end() ? nullptr : &*found;
}

/** Also behind one that says that its times are timecodes: "Start TC", "Duration timecode". */
const HeaderWord* columnWithTimesCalled (std::string_view word)
{
    if (const auto* const known = columnCalled (word))
        return known;

    for (const std::string_view kind : { "timecode", "tc" })
        if (word.ends_with (kind))
            if (const auto* const base = columnCalled (word.substr (0, word.size() - kind.size()));
                base != nullptr && holdsTimes (base->column))
                return base;

    return nullptr;
}

} // namespace

Heading headingOf (std::string_view cell)
{
    cell = withoutTimeForm (cell);
    const auto word = plainWord (cell);
    const auto lastWord = plainWord (cell.substr (cell.find_last_of (" _-/([") + 1));
    const auto heading = [] (const HeaderWord* known, NumberUnit unit)
    { return known == nullptr ? Heading { .unit = unit } : Heading { known->column, unit, known->weight }; };
    const auto* const column = columnWithTimesCalled (word);

    for (const auto& [unitWord, unit] : unitWords)
    {
        if (! word.ends_with (unitWord) || (unitWord == "s" && lastWord != unitWord))
            continue;

        if (column != nullptr && word != unitWord)
            break;

        const auto* const base =
            column != nullptr
                ? column
                : columnCalled (std::string_view (word).substr (0, word.size() - unitWord.size()));

        if (base != nullptr && holdsTimes (base->column))
            return heading (unit == NumberUnit::unknown ? nullptr : base, unit);

        if (lastWord == unitWord)
            return heading (column, unit);
    }

    return heading (column, NumberUnit::seconds);
}

} // namespace earmark
