// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/HeaderWords.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace earmark
{

namespace
{

/** Words for one kind of column, each as plainWord() makes it; a header cell that is none of them means nothing to us. */
using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 27> sureTitles {
    "title",        "titel",        "titre",        "titulo",       "titolo",        "tytuł",
    "başlık",       "rubrik",       "タイトル",     "标题",         "標題",          "제목",
    "название",     "заголовок",    "chaptertitle", "chaptername",  "markername",    "sectiontitle",
    "segmenttitle", "tracktitle",   "kapitelname",  "kapiteltitel", "chapitretitre", "章节标题",
    "章節標題",     "チャプター名", "названиеглавы"
};

constexpr std::array<std::string_view, 32> usualTitles {
    "name",   "nom",       "nombre",   "nome",        "naam",        "topic",     "topics", "thema",
    "themen", "subject",   "headline", "uberschrift", "bezeichnung", "onderwerp", "sujet",  "tema",
    "temat",  "argomento", "konu",     "amne",        "setname",     "тема",      "主题",   "主題",
    "话题",   "話題",      "トピック", "주제",        "章节名称",    "名称",      "名前",   "이름"
};

/** They may as well number the rows. */
constexpr std::array<std::string_view, 29> weakTitles {
    "text",    "chapter",    "chapters",  "marker",   "label",   "section",  "segment", "part",
    "track",   "kapitel",    "abschnitt", "chapitre", "partie",  "capitulo", "seccion", "capitolo",
    "sezione", "hoofdstuk",  "rozdział",  "bolum",    "avsnitt", "глава",    "раздел",  "章节",
    "章節",    "チャプター", "챕터",      "章",       "장"
};

constexpr std::array<std::string_view, 80> starts {
    "start",      "starttime",      "starts",       "startat",    "startsat",       "time",
    "times",      "timestamp",      "timestamps",   "timecode",   "timecodes",      "timing",
    "begin",      "begins",         "from",         "in",         "inpoint",        "timein",
    "timecodein", "chapterstart",   "markertime",   "startzeit",  "startzeitpunkt", "beginn",
    "zeit",       "zeitstempel",    "zeitmarke",    "zeitpunkt",  "uhrzeit",        "anfang",
    "von",        "debut",          "temps",        "horodatage", "minutage",       "inicio",
    "comienzo",   "comeco",         "tiempo",       "tempo",      "horainicio",     "horadeinicio",
    "minutagem",  "inizio",         "minutaggio",   "starttijd",  "tijd",           "tijdstip",
    "tijdcode",   "czas",           "początek",     "zaman",      "başlangıc",      "starttid",
    "tid",        "начало",         "время",        "старт",      "таймкод",        "таймкоды",
    "тайминг",    "時間",           "时间",         "時刻",       "開始",           "开始",
    "開始時間",   "开始时间",       "開始時刻",     "起始时间",   "时间戳",         "時間戳",
    "时间点",     "タイムスタンプ", "タイムコード", "시작",       "시작시간",       "시간",
    "타임스탬프", "타임코드"
};

constexpr std::array<std::string_view, 4> weakStarts { "position", "offset", "seconds", "milliseconds" };

/** Of clock times: plain numbers below them count hours or minutes. */
constexpr std::array<std::string_view, 8> clockStarts { "hora", "heure",  "ora",    "uur",
                                                        "saat", "minute", "minuto", "dakika" };

constexpr std::array<std::string_view, 36> ends {
    "end",      "endtime",     "ends",     "endsat",  "stop",         "to",       "out",      "outpoint",
    "timeout",  "timecodeout", "ende",     "endzeit", "endzeitpunkt", "bis",      "fin",      "final",
    "fine",     "eindtijd",    "einde",    "fim",     "koniec",       "bitiş",    "sluttid",  "slut",
    "конец",    "окончание",   "終了",     "結束",    "结束",         "終了時間", "終了時刻", "結束時間",
    "结束时间", "종료",        "종료시간", "끝"
};

constexpr std::array<std::string_view, 38> lengths {
    "duration",   "length",   "runtime",      "runningtime",       "playtime",    "dauer",  "laufzeit",
    "spieldauer", "lange",    "duree",        "duracion",          "duracao",     "durata", "lunghezza",
    "duur",       "lengte",   "czastrwania",  "długość",           "sure",        "langd",  "varaktighet",
    "varighed",   "varighet", "длительность", "продолжительность", "хронометраж", "длина",  "長さ",
    "時長",       "时长",     "再生時間",     "所要時間",          "持续时间",    "長度",   "长度",
    "길이",       "재생시간", "지속시간"
};

constexpr std::array<std::string_view, 61> descriptions { "description",
                                                          "comment",
                                                          "comments",
                                                          "note",
                                                          "notes",
                                                          "summary",
                                                          "details",
                                                          "content",
                                                          "contents",
                                                          "highlights",
                                                          "keypoints",
                                                          "keytakeaways",
                                                          "takeaways",
                                                          "overview",
                                                          "whathappens",
                                                          "shownotes",
                                                          "beschreibung",
                                                          "kommentar",
                                                          "zusammenfassung",
                                                          "notiz",
                                                          "notizen",
                                                          "inhalt",
                                                          "inhalte",
                                                          "stichpunkte",
                                                          "bemerkung",
                                                          "bemerkungen",
                                                          "anmerkungen",
                                                          "resume",
                                                          "contenu",
                                                          "resumen",
                                                          "contenido",
                                                          "notas",
                                                          "descripcion",
                                                          "resumo",
                                                          "conteudo",
                                                          "descricao",
                                                          "descrizione",
                                                          "riassunto",
                                                          "contenuto",
                                                          "omschrijving",
                                                          "samenvatting",
                                                          "inhoud",
                                                          "opis",
                                                          "acıklama",
                                                          "beskrivning",
                                                          "innehall",
                                                          "описание",
                                                          "содержание",
                                                          "комментарий",
                                                          "примечание",
                                                          "内容",
                                                          "説明",
                                                          "说明",
                                                          "描述",
                                                          "摘要",
                                                          "简介",
                                                          "概要",
                                                          "要約",
                                                          "설명",
                                                          "내용",
                                                          "요약" };

constexpr std::array<std::string_view, 12> addresses { "url",     "link", "links",  "href",
                                                       "website", "lien", "enlace", "ссылка",
                                                       "リンク",  "链接", "連結",   "링크" };

constexpr std::array<std::string_view, 5> images { "image", "img", "picture", "imageurl", "bild" };

constexpr std::array<std::string_view, 3> levels { "level", "depth", "indent" };

struct HeaderWords
{
    Words words;
    MarkerColumn column;
    HeadingWeight weight = HeadingWeight::usual;
    NumberUnit unit = NumberUnit::seconds;
};

constexpr std::array kinds {
    HeaderWords { sureTitles, MarkerColumn::title, HeadingWeight::sure },
    HeaderWords { usualTitles, MarkerColumn::title },
    HeaderWords { weakTitles, MarkerColumn::title, HeadingWeight::weak },
    HeaderWords { starts, MarkerColumn::start },
    HeaderWords { weakStarts, MarkerColumn::start, HeadingWeight::weak },
    HeaderWords { clockStarts, MarkerColumn::start, HeadingWeight::weak, NumberUnit::unknown },
    HeaderWords { ends, MarkerColumn::end },
    HeaderWords { lengths, MarkerColumn::duration },
    HeaderWords { descriptions, MarkerColumn::description },
    HeaderWords { addresses, MarkerColumn::url },
    HeaderWords { images, MarkerColumn::image },
    HeaderWords { levels, MarkerColumn::level },
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

const HeaderWords* columnCalled (std::string_view word)
{
    const auto found = std::ranges::find_if (
        kinds, [&] (const HeaderWords& kind) { return std::ranges::contains (kind.words, word); });
    return found == kinds.end() ? nullptr : &*found;
}

/** Also behind one that says that its times are timecodes: "Start TC", "Duration timecode". */
const HeaderWords* columnWithTimesCalled (std::string_view word)
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
    const auto heading = [] (const HeaderWords* known, NumberUnit unit)
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

    return heading (column, column == nullptr ? NumberUnit::seconds : column->unit);
}

} // namespace earmark
