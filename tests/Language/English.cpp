// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/English.h"

#include "Language/Translation.h"
#include "Support/Speaking.h"

#include <array>
#include <utility>

namespace earmark::tests
{

namespace
{

/** Formats and encodings and programs that are called so everywhere. */
constexpr std::array<std::string_view, 5> names {
    "Final Cut Pro 7 XML", "Final Cut Pro XML", "Nero", "Podlove Simple Chapters", "Shift_JIS"
};

bool isLetter (char c)
{
    // All of UTF-8 beyond ASCII counts as letters, so that "für" is one word.
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char> (c) >= 0x80;
}

std::set<std::string> wordsIn (std::string_view text)
{
    std::set<std::string> words;
    std::string word;

    for (const auto c : text)
    {
        if (isLetter (c))
            word += c >= 'A' && c <= 'Z' ? char (c - 'A' + 'a') : c;
        else if (! word.empty())
            words.insert (std::exchange (word, {}));
    }

    if (! word.empty())
        words.insert (word);

    return words;
}

/** Without what stands between these marks. */
std::string without (std::string text, std::string_view open, std::string_view close)
{
    for (auto from = text.find (open); from != std::string::npos; from = text.find (open, from + 1))
    {
        const auto to = text.find (close, from + open.size());
        text.replace (from, to == std::string::npos ? to : to + close.size() - from, " ");
    }

    return text;
}

std::set<std::string> englishWords()
{
    std::set<std::string> english, other;

    for (const auto part : translations (Language::german))
        for (const auto& row : part)
        {
            english.merge (wordsIn (row.english));
            other.merge (wordsIn (row.other));
        }

    std::erase_if (english,
                   [&] (const std::string& word) { return word.size() < 3 || other.contains (word); });
    return english;
}

} // namespace

std::set<std::string> englishWordsIn (std::string_view german)
{
    static const auto english = englishWords();
    auto text = without (without (std::string (german), "„", "“"), "http", " ");

    for (const auto name : names)
        text = without (text, name, "");

    auto words = wordsIn (text);
    std::erase_if (words, [] (const std::string& word) { return ! english.contains (word); });
    return words;
}

Said untranslated (const Said& said)
{
    const Speaking german (Language::german);
    Said found;

    for (const auto& sentence : said)
        if (const auto other = trMade (sentence); other == sentence || ! englishWordsIn (other).empty())
            found.insert (sentence + " => " + other);

    return found;
}

} // namespace earmark::tests
