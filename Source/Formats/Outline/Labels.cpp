// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Labels.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <string>

namespace earmark::outline
{

namespace
{

/** Labels that sentences begin with, too. */
constexpr std::array<std::string_view, 11> unsureWords { "ab", "von", "de",     "desde", "da",   "с",
                                                         "от", "ca",  "approx", "day",   "vanaf" };

/** What parts are called whose numbers go, since the list counts them as well. */
constexpr std::array<std::string_view, 29> partWords {
    "chapter",  "chapters", "chap",      "ch",    "part",  "section",  "segment", "topic",
    "track",    "episode",  "kapitel",   "teil",  "thema", "chapitre", "partie",  "capitulo",
    "capítulo", "parte",    "hoofdstuk", "глава", "часть", "tip",      "step",    "lesson",
    "lektion",  "question", "frage",     "q",     "scene"
};

constexpr std::array<std::string_view, 31> wordsOfTimes {
    "time",      "timestamp",     "start",       "at",         "from",     "zeit",      "no",
    "nr",        "timestamps",    "timecode",    "timecodes",  "contents", "outline",   "topics",
    "timeline",  "kapitelmarken", "zeitstempel", "zeitmarken", "inhalt",   "chapitres", "sommaire",
    "capítulos", "capitoli",      "таймкоды",    "min",        "minute",   "minuto",    "minuta",
    "minuut",    "мин",           "минута"
};

/** What else parts are called, whose names stay. */
constexpr std::array<std::string_view, 32> furtherPartWords {
    "ep",      "eps",      "folge",    "avsnitt",   "aflevering", "episodio", "episódio", "épisode",
    "odcinek", "выпуск",   "эпизод",   "серия",     "pt",         "vol",      "volume",   "book",
    "buch",    "act",      "akt",      "abschnitt", "session",    "round",    "block",    "story",
    "song",    "rozdział", "kapitola", "kapittel",  "capitolo",   "розділ",   "bölüm",    "luku"
};

constexpr std::array<std::string_view, 23> namesWithoutNumber {
    "prologue", "prolog",  "prólogo",  "пролог",     "intro",      "introduction", "einleitung", "epilogue",
    "epilog",   "epílogo", "épilogue", "эпилог",     "outro",      "序章",         "終章",       "最終章",
    "楔子",     "尾声",    "番外編",   "プロローグ", "エピローグ", "프롤로그",     "에필로그"
};

constexpr std::array<std::string_view, 58> spelledNumbers {
    "one",      "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",
    "ten",      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "eins",   "zwei",     "drei",     "vier",    "fünf",    "sechs",     "sieben",
    "acht",     "neun",   "zehn",   "elf",      "zwölf",    "un",      "une",     "deux",      "trois",
    "quatre",   "cinq",   "sept",   "huit",     "neuf",     "dix",     "uno",     "dos",       "tres",
    "cuatro",   "cinco",  "seis",   "siete",    "ocho",     "nueve",   "diez",    "due",       "tre",
    "quattro",  "первая", "вторая", "третья"
};

/** "3", "1.2", "３", "one", "iv", "b" */
bool isPartNumber (std::string_view text)
{
    constexpr std::size_t longest = 9; // bytes, as of three digits of full width

    if (text.empty() || text.size() > longest)
        return std::ranges::contains (spelledNumbers, text);

    const bool isLetter = text.size() == 1 && text.front() >= 'a' && text.front() <= 'z';
    const bool isRoman = text.find_first_not_of ("ivxlc") == std::string_view::npos;

    if (isLetter || isRoman || std::ranges::contains (spelledNumbers, text))
        return true;

    for (std::size_t i = 0; i < text.size(); i += codePointAt (text, i).size)
        if (! isDigitAt (text, i) && text[i] != '.')
            return false;

    return true;
}

/** "chapter one", "ep. 3" */
bool isWordWithNumber (std::string_view text)
{
    std::size_t end = 0;

    while (end < text.size() && ! isDigitAt (text, end) && isWordCharacter (codePointAt (text, end).value))
        end += codePointAt (text, end).size;

    const auto word = text.substr (0, end);
    return (std::ranges::contains (partWords, word) || std::ranges::contains (furtherPartWords, word))
           && isPartNumber (trim (dropLeading (trim (text.substr (end)), ".# ")));
}

/** "第1章", "第 十二 回", "제3장" */
bool isCountedPart (std::string_view text)
{
    constexpr std::array<std::string_view, 2> ordinalMarks { "第", "제" };
    constexpr std::array<char32_t, 13> numerals { U'〇', U'零', U'一', U'二', U'三', U'四', U'五',
                                                  U'六', U'七', U'八', U'九', U'十', U'百' };
    constexpr std::array<std::string_view, 31> parts { "章", "回", "話", "话", "部", "節", "节", "幕",
                                                       "集", "期", "講", "讲", "課", "课", "篇", "編",
                                                       "夜", "段", "巻", "卷", "場", "场", "問", "장",
                                                       "부", "화", "회", "편", "막", "강", "절" };
    const auto mark =
        std::ranges::find_if (ordinalMarks, [&] (std::string_view m) { return text.starts_with (m); });

    if (mark == ordinalMarks.end())
        return false;

    const auto number = trim (text.substr (mark->size()));
    std::size_t end = 0;

    while (end < number.size()
           && (isDigitAt (number, end) || std::ranges::contains (numerals, codePointAt (number, end).value)))
        end += codePointAt (number, end).size;

    return end > 0 && std::ranges::contains (parts, trim (number.substr (end)));
}

} // namespace

bool isLabel (std::string_view before)
{
    constexpr std::size_t longest = 40;

    if (before.size() > longest)
        return false;

    const auto lower = toLowerLetters (before);
    std::string word;
    int numbers = 0;
    int wordsSeen = 0;
    bool inNumber = false;

    const auto finishWord = [&]
    {
        const auto isIn = [&] (const auto& words)
        { return std::ranges::contains (words, std::string_view (word)); };
        const bool known = word.empty() || isIn (partWords) || isIn (wordsOfTimes) || isIn (unsureWords);
        wordsSeen += word.empty() ? 0 : 1;
        word.clear();
        return known;
    };

    for (std::size_t i = 0; i < lower.size();)
    {
        const auto [c, size] = codePointAt (lower, i);
        const bool digit = c >= '0' && c <= '9';

        if (inNumber && c == '.') // "1.1" is one number
        {
            i += size;
            continue;
        }

        if (digit)
        {
            if (! finishWord() || (! inNumber && ++numbers > 1))
                return false;
        }
        else if (isWordCharacter (c))
        {
            word += lower.substr (i, size);
        }
        else if (! finishWord())
        {
            return false;
        }

        inNumber = digit;
        i += size;
    }

    return finishWord() && wordsSeen <= 1;
}

bool isPartName (std::string_view text)
{
    constexpr std::size_t longest = 40;

    if (text.size() > longest)
        return false;

    const auto lower = toLowerLetters (text);
    return std::ranges::contains (namesWithoutNumber, std::string_view (lower)) || isWordWithNumber (lower)
           || isCountedPart (lower);
}

bool isUnsureLabel (std::string_view label)
{
    for (auto dot = label.find ('.'); dot != std::string_view::npos; dot = label.find ('.', dot + 1))
        if (dot > 0 && isDigitAt (label, dot - 1) && isDigitAt (label, dot + 1))
            return true;

    auto word = toLowerLetters (label);
    std::erase_if (word, [] (char c) { return std::string_view (" .:,#*_[(-0123456789").contains (c); });
    return std::ranges::contains (unsureWords, std::string_view (word));
}

bool namesPart (std::string_view label)
{
    constexpr std::array<std::string_view, 8> timeWords { "time", "timestamp", "at",  "from",
                                                          "zeit", "start:",    "min", "мин" };
    constexpr std::array<std::string_view, 10> wholeWords { "ab", "von", "de", "desde",  "da",
                                                            "с",  "от",  "ca", "approx", "vanaf" };
    auto word = toLowerLetters (trim (label));
    std::erase_if (word, [] (char c) { return c == '*' || c == '_' || c == '[' || c == '('; });
    const auto plain = trim (word);
    const auto firstWord = plain.substr (0, plain.find_first_of (" .:,-0123456789"));

    return hasWord (plain) && ! (plain.front() >= '0' && plain.front() <= '9') && plain.front() != '#'
           && std::ranges::none_of (timeWords, [&] (std::string_view t) { return plain.starts_with (t); })
           && ! std::ranges::contains (wholeWords, firstWord);
}

} // namespace earmark::outline
