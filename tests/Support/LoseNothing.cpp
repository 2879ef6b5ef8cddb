// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/LoseNothing.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

namespace earmark::tests
{

namespace
{

using Words = std::vector<std::string>;
using Supply = std::map<std::string, int>;

/** Runs of letters and digits; marks without width do not part them. */
Words wordsOf (std::string_view text)
{
    Words words;
    bool inWord = false;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);

        if (isWordCharacter (c))
        {
            if (! inWord)
                words.emplace_back();

            words.back() += text.substr (i, size);
            inWord = true;
        }
        else if (! isInvisible (c))
        {
            inWord = false;
        }

        i += size;
    }

    return words;
}

/** The times themselves left out, and what follows one directly is a word of its own, as in "17:02No blank". */
Words wordsBetweenTimes (std::string_view line)
{
    Words words;
    std::size_t from = 0;

    for (const auto& time : findTimestamps (line))
    {
        std::ranges::copy (wordsOf (line.substr (from, time.begin - from)), std::back_inserter (words));
        from = time.end;
    }

    std::ranges::copy (wordsOf (line.substr (from)), std::back_inserter (words));
    return words;
}

bool isNumber (const std::string& word)
{
    return std::ranges::all_of (word, [] (char c) { return c >= '0' && c <= '9'; });
}

bool isOneOf (const Words& words, std::initializer_list<std::string_view> choices)
{
    std::string phrase;

    for (const auto& word : words)
        phrase += (phrase.empty() ? "" : " ") + toLowerAscii (word);

    return std::ranges::contains (choices, std::string_view (phrase));
}

/** Markdown links without what they say twice: "[address](address)" and addresses inside the page, "[1:02](#t=1:02)". */
std::string withoutRepetition (std::string_view line)
{
    std::string text;

    while (! line.empty())
    {
        const auto open = line.find ('[');
        const auto middle = open == line.npos ? line.npos : line.find ("](", open);
        const auto close = middle == line.npos ? line.npos : line.find (')', middle);

        if (close == line.npos)
            return text.append (line);

        const auto label = line.substr (open + 1, middle - open - 1);
        const auto url = line.substr (middle + 2, close - middle - 2);
        text += line.substr (0, middle + 2);
        text += url.starts_with ('#') || label.contains (url) ? "" : url;
        line.remove_prefix (close);
    }

    return text;
}

/** The words of a line that have to be somewhere. */
Words wordsThatCount (std::string_view rawLine)
{
    const auto line = withoutRepetition (rawLine);
    Words counted;
    std::size_t from = 0;
    const auto times = findTimestamps (line);

    for (std::size_t i = 0; i <= times.size(); ++i)
    {
        const auto to = i < times.size() ? times[i].begin : line.size();
        auto words = wordsOf (std::string_view (line).substr (from, to - from));
        const bool beforeTime = i < times.size();

        if (beforeTime && i == 0 && words.size() <= 2 && ! words.empty() && isNumber (words.back()))
            words.clear(); // "3.", "Chapter 3:"

        if (beforeTime && i == 0 && isOneOf (words, { "time", "timestamp", "start", "at", "from" }))
            words.clear();

        if (beforeTime && i > 0 && isOneOf (words, { "to", "until", "bis", "do", "до" }))
            words.clear();

        // "0:54 – end]"
        const auto between = std::string_view (line).substr (from, to - from);

        if (i > 0 && ! words.empty() && isOneOf ({ words.front() }, { "end", "ende" })
            && between.find_first_of (")]|") < between.find (words.front()) + words.front().size() + 2)
            words.erase (words.begin());

        if (beforeTime && words.size() > 2
            && isOneOf ({ words.end() - 2, words.end() }, { "starts at", "begins at", "starting at" }))
            words.resize (words.size() - 2);

        counted.insert (counted.end(), words.begin(), words.end());
        from = i < times.size() ? times[i].end : to;
    }

    if (! counted.empty() && isNumber (counted.front()) && times.empty() && counted.front().size() <= 3)
        counted.erase (counted.begin()); // "1. A point"

    return counted;
}

std::string imageText (const std::optional<Image>& image)
{
    const auto* linked = image ? std::get_if<LinkedImage> (&*image) : nullptr;
    return linked == nullptr ? std::string {} : linked->url + '\n';
}

std::string allTextOf (const Outline& outline)
{
    const auto& e = outline.episode;
    auto text = e.show + '\n' + e.title + '\n' + e.number + '\n' + e.date + '\n' + e.author + '\n'
                + e.description + '\n' + imageText (e.cover);

    for (const auto& c : outline.chapters)
    {
        text += c.title + '\n' + c.summary + '\n' + imageText (c.image);

        for (const auto& point : c.points)
            text += point + '\n';

        if (c.link)
            text += c.link->url + '\n' + c.link->text + '\n';
    }

    return text;
}

/** "PodcastThe" of a glued first line is found as "Podcast" and "The". */
bool isTwoWords (Supply& supply, const std::string& word)
{
    for (std::size_t i = 1; i < word.size(); ++i)
    {
        auto &left = supply[word.substr (0, i)], &right = supply[word.substr (i)];

        if (left > 0 && right > 0)
        {
            --left;
            --right;
            return true;
        }
    }

    return false;
}

/** Soft line breaks end lines of an outline, too. */
std::string withPlainLineEnds (std::string_view text)
{
    std::string plain;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);
        plain += c == '\v' || c == 0x2028 || c == 0x2029 ? std::string_view ("\n") : text.substr (i, size);
        i += size;
    }

    return plain;
}

bool covers (const Place& place, std::size_t line)
{
    return place.line && *place.line <= line && line <= place.lastLine.value_or (*place.line);
}

} // namespace

std::vector<std::string> lostWords (std::string_view text, const OutlineReading& reading)
{
    Supply supply;

    const auto kept = allTextOf (reading.outline);

    for (const auto line : splitLines (kept))
        for (const auto& word : wordsBetweenTimes (line))
            ++supply[word];

    const auto plain = withPlainLineEnds (text);
    const auto lines = splitLines (plain);
    std::vector<std::string> lost;

    const auto take = [&] (const Words& words)
    {
        Words missing;

        for (const auto& word : words)
            if (auto& left = supply[word]; --left < 0 && ! isTwoWords (supply, word))
                missing.push_back (word);

        return missing;
    };

    // Lines under a notice first: those that were kept take their words out of the supply, so that none of them stands in
    // for the same word of a line that was lost.
    for (const bool noticed : { true, false })
    {
        for (std::size_t n = 1; n <= lines.size(); ++n)
        {
            const auto notice = std::ranges::find_if (
                reading.notices, [n] (const Notice& candidate) { return covers (candidate.where, n); });

            if ((notice != reading.notices.end()) != noticed)
                continue;

            auto words = wordsThatCount (lines[n - 1]);

            if (noticed) // the notice itself tells the rest
                std::erase_if (words,
                               [message = wordsOf (notice->message)] (const std::string& word)
                               { return std::ranges::contains (message, word); });

            const auto before = noticed ? supply : Supply {};
            const auto missing = take (words);

            if (noticed && ! missing.empty())
                supply = before;

            if (! noticed)
                for (const auto& word : missing)
                    lost.push_back ("line " + std::to_string (n) + ": " + word);
        }
    }

    return lost;
}

std::vector<std::string> unusedLines (const OutlineReading& reading)
{
    std::vector<std::string> unused;

    for (std::size_t i = 0; i < reading.lines.size(); ++i)
        if (const auto& line = reading.lines[i];
            line.kind == LineUse::Kind::none && ! wordsOf (line.text).empty()
            && std::ranges::none_of (reading.notices,
                                     [&] (const Notice& n) { return covers (n.where, i + 1); }))
            unused.push_back (line.text);

    return unused;
}

OutlineReading
readLosingNothing (std::string_view text, std::string_view formatId, const ReadOptions& options)
{
    INFO ("reading:\n" << text);
    const auto imported = importOutline (text, {}, options, formatId);
    REQUIRE (imported);
    CHECK (lostWords (text, imported->reading) == std::vector<std::string> {});
    CHECK (unusedLines (imported->reading) == std::vector<std::string> {});
    return imported->reading;
}

} // namespace earmark::tests
