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

constexpr std::array<std::string_view, 60> labelWords {
    "chapter",   "chapters",      "chap",        "ch",         "part",      "section",   "segment",
    "topic",     "track",         "episode",     "kapitel",    "teil",      "thema",     "chapitre",
    "partie",    "capitulo",      "capítulo",    "parte",      "hoofdstuk", "глава",     "часть",
    "time",      "timestamp",     "start",       "at",         "from",      "zeit",      "no",
    "nr",        "timestamps",    "timecode",    "timecodes",  "contents",  "outline",   "topics",
    "timeline",  "kapitelmarken", "zeitstempel", "zeitmarken", "inhalt",    "chapitres", "sommaire",
    "capítulos", "capitoli",      "таймкоды",    "min",        "minute",    "minuto",    "minuta",
    "minuut",    "мин",           "минута",      "tip",        "step",      "lesson",    "lektion",
    "question",  "frage",         "q",           "scene"
};

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
        const bool known = word.empty() || std::ranges::contains (labelWords, std::string_view (word))
                           || std::ranges::contains (unsureWords, std::string_view (word));
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
