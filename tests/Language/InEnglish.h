// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Translation.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace earmark::tests
{

using Texts = std::set<std::string>;

/** Whether a word stands there that English sentences have and German ones have not. */
inline bool hasEnglishWords (std::string_view text)
{
    static constexpr std::array words { "the",      "is",    "are",  "has",   "have",    "of",
                                        "and",      "its",   "that", "which", "chapter", "it",
                                        "not",      "there", "for",  "with",  "on",      "chapters",
                                        "comments", "their", "list", "points" };
    const auto isLetter = [] (char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };

    for (std::size_t at = 0; at < text.size();)
    {
        auto end = at;

        while (end < text.size() && isLetter (text[end]))
            ++end;

        if (std::ranges::contains (words, text.substr (at, end - at)))
            return true;

        at = end + 1;
    }

    return false;
}

/** Those that are shown in English, whole or in part, in the language that is spoken. */
inline Texts inEnglish (const Texts& texts)
{
    Texts left;

    for (const auto& text : texts)
        if (const auto said = trMade (text); said == text || hasEnglishWords (said))
            left.insert (text + " -> " + said);

    return left;
}

} // namespace earmark::tests
