// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/ListHeadings.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <span>

namespace earmark::outline
{

namespace
{

// What lists of chapters are called, in lower case.
constexpr std::array<std::string_view, 37> english {
    "chapters",           "chapter list",     "chapter markers",   "chapter marks",
    "chapter titles",     "video chapters",   "episode chapters",  "podcast chapters",
    "youtube chapters",   "timestamps",       "timestamp",         "time stamps",
    "episode timestamps", "timecodes",        "time codes",        "timeline",
    "episode timeline",   "contents",         "table of contents", "topics",
    "topics covered",     "topics discussed", "outline",           "episode outline",
    "show outline",       "rundown",          "episode rundown",   "menu",
    "tracklist",          "key moments",      "jump to",           "skip to",
    "show notes",         "in this episode",  "in this video",     "what we cover",
    "what we discuss"
};

constexpr std::array<std::string_view, 9> englishPairs { "chapter timestamps",    "chapters and timestamps",
                                                         "chapters & timestamps", "timestamps and chapters",
                                                         "timestamps & chapters", "timestamped outline",
                                                         "timestamped chapters",  "chapter outline",
                                                         "episode breakdown" };

constexpr std::array<std::string_view, 16> german {
    "kapitel",         "kapitelmarken",     "kapitelübersicht", "kapitelliste",        "zeitstempel",
    "zeitmarken",      "sprungmarken",      "inhalt",           "inhaltsverzeichnis",  "inhaltsübersicht",
    "in dieser folge", "in dieser episode", "themen",           "themen dieser folge", "themen der folge",
    "die themen"
};

constexpr std::array<std::string_view, 10> french { "chapitres",          "chapitrage",   "sommaire",
                                                    "table des matières", "horodatage",   "horodatages",
                                                    "minutage",           "au programme", "dans cet épisode",
                                                    "au sommaire" };

constexpr std::array<std::string_view, 11> spanish { "capítulos", "capitulos",       "marcas de tiempo",
                                                     "contenido", "contenidos",      "índice",
                                                     "indice",    "temas",           "minutaje",
                                                     "minutado",  "en este episodio" };

constexpr std::array<std::string_view, 6> portuguese {
    "capítulos do episódio", "conteúdo", "minutagem", "neste episódio", "sumário", "marcas temporais"
};

constexpr std::array<std::string_view, 6> italian { "capitoli",   "sommario",           "contenuti",
                                                    "minutaggio", "in questo episodio", "in questa puntata" };

constexpr std::array<std::string_view, 6> dutch { "hoofdstukken", "inhoud",       "inhoudsopgave",
                                                  "tijdcodes",    "tijdstempels", "in deze aflevering" };

constexpr std::array<std::string_view, 8> nordic { "innehåll",     "indhold",      "innhold", "kapitler",
                                                   "tidsstämplar", "tidsstempler", "luvut",   "aikaleimat" };

constexpr std::array<std::string_view, 16> slavic {
    "rozdziały", "rozdziaŁy",  "spis treści", "znaczniki czasu", "kapitoly", "obsah",          "тайм-коды",
    "таймкоды",  "содержание", "оглавление",  "главы",           "темы",     "в этом выпуске", "таймкоди",
    "розділи",   "зміст"
};

constexpr std::array<std::string_view, 20> eastAsian {
    "目次",   "タイムスタンプ", "タイムライン", "チャプター", "今回の内容", "内容", "时间轴",
    "時間軸", "时间戳",         "時間戳",       "时间线",     "章节",       "章節", "目录",
    "目錄",   "本期内容",       "타임라인",     "타임스탬프", "챕터",       "목차"
};

constexpr std::array<std::string_view, 10> otherLanguages {
    "İçindekiler", "İçİndekİler",  "الفصول",   "المحتويات",   "الطوابع الزمنية",
    "פרקים",       "תוכן עניינים", "bölümler", "içindekiler", "zaman damgaları"
};

constexpr std::array<std::span<const std::string_view>, 12> listNames {
    english, englishPairs, german, french, spanish,   portuguese,
    italian, dutch,        nordic, slavic, eastAsian, otherLanguages
};

/** What other sections of show notes are called, in lower case. A chapter may be called so, too. */
constexpr std::array<std::string_view, 30> sectionNames { "summary",
                                                          "episode summary",
                                                          "overview",
                                                          "episode overview",
                                                          "description",
                                                          "episode description",
                                                          "about this episode",
                                                          "shownotes",
                                                          "episode notes",
                                                          "transcript",
                                                          "takeaways",
                                                          "key takeaways",
                                                          "keywords",
                                                          "sound bites",
                                                          "zusammenfassung",
                                                          "beschreibung",
                                                          "überblick",
                                                          "übersicht",
                                                          "transkript",
                                                          "résumé",
                                                          "transcription",
                                                          "resumen",
                                                          "descripción",
                                                          "transcripción",
                                                          "resumo",
                                                          "descrição",
                                                          "riassunto",
                                                          "descrizione",
                                                          "samenvatting",
                                                          "описание" };

// What lists of moments are called that are no chapters, in lower case: of what was well said, what to cut out, who paid, what was named.
constexpr std::string_view quoteNames[] { "quotes",
                                          "key quotes",
                                          "best quotes",
                                          "top quotes",
                                          "notable quotes",
                                          "memorable quotes",
                                          "pull quotes",
                                          "soundbites",
                                          "sound bites",
                                          "key soundbites",
                                          "zitate",
                                          "die besten zitate",
                                          "o-töne",
                                          "citations",
                                          "citas",
                                          "citas destacadas",
                                          "frases",
                                          "citações",
                                          "citazioni",
                                          "frasi",
                                          "citaten",
                                          "citat",
                                          "sitater",
                                          "cytaty",
                                          "цитаты",
                                          "金句",
                                          "名言" };

constexpr std::string_view clipNames[] { "clips",
                                         "social clips",
                                         "social media clips",
                                         "video clips",
                                         "short clips",
                                         "clip ideas",
                                         "suggested clips",
                                         "viral clips",
                                         "shorts",
                                         "reels",
                                         "highlights",
                                         "key highlights",
                                         "episode highlights",
                                         "best moments",
                                         "top moments",
                                         "memorable moments",
                                         "viral moments",
                                         "ausschnitte",
                                         "höhepunkte",
                                         "extraits",
                                         "moments forts",
                                         "temps forts",
                                         "fragmentos",
                                         "momentos destacados",
                                         "destacados",
                                         "trechos",
                                         "cortes",
                                         "destaques",
                                         "melhores momentos",
                                         "estratti",
                                         "momenti salienti",
                                         "fragmenten",
                                         "hoogtepunten",
                                         "klipp",
                                         "höjdpunkter",
                                         "højdepunkter",
                                         "лучшие моменты",
                                         "ハイライト",
                                         "精彩片段" };

constexpr std::string_view sponsorNames[] { "sponsors",       "sponsor",
                                            "our sponsors",   "sponsor messages",
                                            "sponsor spots",  "ads",
                                            "ad breaks",      "ad spots",
                                            "ad markers",     "advertisements",
                                            "sponsoren",      "werbung",
                                            "werbepartner",   "unsere werbepartner",
                                            "partenaires",    "publicités",
                                            "patrocinadores", "publicidad",
                                            "publicidade",    "pubblicità",
                                            "reclame",        "sponsorer",
                                            "sponsorzy",      "реклама",
                                            "спонсоры",       "スポンサー" };

constexpr std::string_view mentionNames[] { "mentions", "mentioned",   "corrections", "bloopers",
                                            "erwähnt",  "erwähnungen", "korrekturen", "menciones" };

constexpr std::array<std::span<const std::string_view>, 4> momentNames {
    quoteNames, clipNames, sponsorNames, mentionNames
};

/** What lists of addresses are called, in lower case. */
constexpr std::array<std::string_view, 33> resourceNames { "links",
                                                           "useful links",
                                                           "show links",
                                                           "links & resources",
                                                           "links and resources",
                                                           "resources",
                                                           "resources & links",
                                                           "resources and links",
                                                           "resources mentioned",
                                                           "mentioned in this episode",
                                                           "links mentioned",
                                                           "links from this episode",
                                                           "sources",
                                                           "references",
                                                           "further reading",
                                                           "credits",
                                                           "follow us",
                                                           "connect with us",
                                                           "links zur folge",
                                                           "links zur episode",
                                                           "weiterführende links",
                                                           "ressourcen",
                                                           "quellen",
                                                           "liens",
                                                           "ressources",
                                                           "enlaces",
                                                           "recursos",
                                                           "fuentes",
                                                           "links úteis",
                                                           "link utili",
                                                           "fonti",
                                                           "bronnen",
                                                           "ссылки" };

/** Without the pictograms and marks in front, "📌 Chapters". */
std::string_view withoutSignsInFront (std::string_view text)
{
    while (! text.empty() && ! isWordCharacter (codePointAt (text, 0).value))
        text.remove_prefix (codePointAt (text, 0).size);

    return text;
}

std::string_view withoutSignsBehind (std::string_view text)
{
    while (! text.empty() && ! isWordCharacter (codePointBefore (text, text.size()).value))
        text.remove_suffix (codePointBefore (text, text.size()).size);

    return text;
}

/** "Chapters (total 1:12:03)" is "Chapters". */
std::string_view withoutRemark (std::string_view text)
{
    const auto open = text.ends_with (')') ? text.rfind ('(') : std::string_view::npos;
    return open == std::string_view::npos || open == 0 ? text : trim (text.substr (0, open));
}

/** The words of a short line, without what is drawn around them: "--- TIMESTAMPS ---", "⏰ Chapters ⏰", "[Chapters]". */
std::string wordsOf (const Line& line)
{
    constexpr std::size_t longest = 60;
    const auto plain = withoutEmphasis (line.content);
    const auto text = withoutSignsBehind (withoutRemark (withoutSignsInFront (plain)));
    return text.size() <= longest ? toLowerLetters (text) : std::string {};
}

bool isIn (std::span<const std::span<const std::string_view>> tables, std::string_view words)
{
    return std::ranges::any_of (tables, [&] (auto names) { return std::ranges::contains (names, words); });
}

bool namesList (std::string_view words)
{
    return isIn (listNames, words);
}

/** "Here are the chapters for your episode:", but not the last sentence of a paragraph. */
bool announces (std::string_view text)
{
    constexpr std::size_t longest = 250;
    return (text.ends_with (':') || text.ends_with ("：")) && text.size() <= longest
           && ! text.contains (". ");
}

/** A single word in capitals: INHALT, CAPÍTULOS. */
bool isWordInCapitals (std::string_view text)
{
    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);

        if (! isCapital (c))
            return false;

        i += size;
    }

    return ! text.empty();
}

} // namespace

bool isListHeading (const Line& line)
{
    constexpr std::size_t longest = 60;
    const auto plain = withoutEmphasis (line.content);
    const auto text = withoutSignsInFront (plain);

    if (line.kind == Line::Kind::heading)
        return text.size() <= longest;

    return line.kind == Line::Kind::text
           && (announces (text) || namesList (wordsOf (line)) || isWordInCapitals (text));
}

bool namesChapters (const Line& line)
{
    return namesList (wordsOf (line));
}

bool namesMoments (const Line& line)
{
    return isIn (momentNames, wordsOf (line));
}

bool namesResources (const Line& line)
{
    return line.kind == Line::Kind::text
           && std::ranges::contains (resourceNames, std::string_view (wordsOf (line)));
}

bool namesListOrSection (const Line& line)
{
    if (line.kind != Line::Kind::text && line.kind != Line::Kind::heading)
        return false;

    const auto words = wordsOf (line);
    return namesList (words) || std::ranges::contains (sectionNames, std::string_view (words));
}

} // namespace earmark::outline
