// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/AssistantTalk.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>
#include <span>

namespace earmark::outline
{

namespace
{

using Words = std::span<const std::string_view>;

// All in lower case, with straight apostrophes.

constexpr std::array<std::string_view, 12> agreements {
    "sure",  "certainly", "of course", "absolutely",         "gladly", "happy to help",
    "gerne", "gern",      "natürlich", "selbstverständlich", "klar",   "bien sûr"
};

constexpr std::array<std::string_view, 7> presentations { "here's ",    "here is ",  "here are ", "below is ",
                                                          "below are ", "hier ist ", "hier sind " };

constexpr std::array<std::string_view, 7> questions {
    "would you like me to ",  "do you want me to ",     "want me to ",         "soll ich ",
    "möchtest du, dass ich ", "möchten sie, dass ich ", "willst du, dass ich "
};

/** What assistants do with a document, and hosts with other things. */
constexpr std::array<std::string_view, 22> tasks {
    " write",  " turn",      " format",       " create", " generate", " draft", " summari", " convert",
    " expand", " adjust",    " shorte",       " tailor", " provide",  " add",   " schreib", " erstell",
    " machen", " umwandeln", " zusammenfass", " ergänz", " kürz",     " anpass"
};

constexpr std::array<std::string_view, 8> offers {
    "if you'd like, i can ", "if you like, i can ",         "if you want, i can ",       "i can also ",
    "i'm happy to ",         "wenn du möchtest, kann ich ", "wenn du willst, kann ich ", "ich kann auch "
};

constexpr std::array<std::string_view, 3> invitations { "let me know if you",
                                                        "just let me know if you",
                                                        "sag bescheid, wenn" };

constexpr std::array<std::string_view, 21> documents {
    "show notes", "shownotes", "summar",    "chapter",    "description", "timestamp",    "format",
    "markdown",   "title",     "blog post", "csv",        "json",        "transcript",   "version",
    "outline",    "breakdown", "kapitel",   "zeitmarken", "zusammenf",   "beschreibung", "gliederung"
};

constexpr std::array<std::string_view, 6> changes { " me to ",  " adjust", " tweak",
                                                    " changes", " edits",  " anpass" };

/** What follows the agreement. */
constexpr std::array<std::string_view, 8> promises { " here",   " below", " i've ",  " i have ",
                                                     " i can ", " hier ", " unten ", " ich habe " };

std::string folded (std::string_view text)
{
    constexpr std::string_view curly = "’";
    auto lower = toLowerLetters (text);

    for (auto at = lower.find (curly); at != lower.npos; at = lower.find (curly, at))
        lower.replace (at, curly.size(), "'");

    while (! lower.empty() && ! isWordCharacter (codePointAt (lower, 0).value))
        lower.erase (0, codePointAt (lower, 0).size);

    return lower;
}

bool beginsWithOne (std::string_view text, Words words)
{
    return std::ranges::any_of (words, [text] (auto word) { return text.starts_with (word); });
}

bool containsOne (std::string_view text, Words words)
{
    return std::ranges::any_of (words, [text] (auto word) { return text.contains (word); });
}

/** A word of the document's kind, at the beginning of a word: "chapters", not "subtitle". */
bool namesDocument (std::string_view text)
{
    return std::ranges::any_of (documents,
                                [text] (auto word) { return text.contains (' ' + std::string (word)); });
}

/** "Sure!", "Of course, here it is:", but neither "Sure enough" nor "Clear skies" nor "Sure, the chapters below sea level". */
bool beginsWithAgreement (std::string_view text)
{
    const bool isSentence = text.ends_with (':') || text.ends_with ('.') || text.ends_with ('!');
    return std::ranges::any_of (agreements,
                                [&] (auto word)
                                {
                                    const auto behind = text.substr (std::min (word.size(), text.size()));
                                    return text.starts_with (word) && (isSentence || behind.starts_with ('!'))
                                           && std::ranges::any_of (
                                               std::array { "!", ",", ".", ":", " –", " —", " thing" },
                                               [behind] (std::string_view mark)
                                               { return behind.starts_with (mark); });
                                });
}

/** Where what is asked for ends: behind it there are only pictograms. */
bool isQuestion (std::string_view text)
{
    const auto end = text.rfind ('?');
    return end != text.npos && ! hasWord (text.substr (end));
}

constexpr std::size_t longestTalk = 250; // bytes; what is longer has something to say

} // namespace

bool opensAnswer (std::string_view line)
{
    if (trim (line).size() > longestTalk)
        return false;

    const auto text = folded (trim (line));
    return namesDocument (text)
           && ((beginsWithAgreement (text) && containsOne (text, promises))
               || (beginsWithOne (text, presentations) && text.ends_with (':')));
}

bool isLastWord (std::string_view line, Speaker speaker)
{
    if (trim (line).size() > longestTalk)
        return false;

    const auto text = folded (trim (line));

    if (namesDocument (text) && containsOne (text, tasks) && beginsWithOne (text, questions)
        && isQuestion (text))
        return true;

    return speaker == Speaker::assistant
           && ((namesDocument (text) && beginsWithOne (text, offers))
               || (beginsWithOne (text, invitations)
                   && (text.contains (" version") || containsOne (text, changes))));
}

std::string leftOutAsTalk (std::string_view line)
{
    return std::format ("'{}' is said by an assistant of its answer; it was left out.", line);
}

} // namespace earmark::outline
