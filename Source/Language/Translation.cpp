// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"

#include "Language/Patterns.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace earmark
{

namespace
{

using Table = std::unordered_map<std::string_view, std::string_view>;

Table tableOf (Language language)
{
    Table table;

    for (const auto rows : translations (language))
        for (const auto& row : rows)
            table.emplace (row.english, row.other);

    return table;
}

const Table& table()
{
    static const Table english, german = tableOf (Language::german);
    return spoken() == Language::german ? german : english;
}

/** Empty where there is no row. */
std::string_view find (std::string_view english)
{
    const auto found = table().find (english);
    return found != table().end() ? found->second : std::string_view();
}

std::vector<Pattern> patternsOf (Language language)
{
    std::vector<Pattern> patterns;

    for (const auto rows : translations (language))
        for (const auto& row : rows)
            if (auto pattern = Pattern::of (row))
                patterns.push_back (std::move (*pattern));

    // The one that explains most comes first.
    std::ranges::stable_sort (patterns, std::greater(), &Pattern::weight);
    return patterns;
}

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> english, german = patternsOf (Language::german);
    return spoken() == Language::german ? german : english;
}

/** Sentences have values that are sentences or names with rows of their own, but not for long. */
constexpr int deepest = 3;

std::optional<std::string> translated (std::string_view english, int depth);

/** By the row that it was made of. */
std::optional<std::string> translatedByPattern (std::string_view english, int depth)
{
    for (const auto& pattern : patterns())
    {
        const auto found = pattern.match (english);

        if (! found)
            continue;

        std::vector<std::string> values;

        for (const auto value : *found)
        {
            const auto isName = depth == deepest || pattern.isQuoted (values.size());
            values.push_back (
                (isName ? std::nullopt : translated (value, depth + 1)).value_or (std::string (value)));
        }

        return pattern.say (values);
    }

    return {};
}

/** Several names that all have rows: "the author, the date". */
std::optional<std::string> translatedList (std::string_view english, int depth)
{
    constexpr std::string_view comma = ", ";
    std::string list;

    for (auto end = english.find (comma); end != std::string_view::npos; end = english.find (comma))
    {
        const auto name = translated (english.substr (0, end), depth);

        if (! name)
            return {};

        (list += *name) += comma;
        english.remove_prefix (end + comma.size());
    }

    const auto last = list.empty() ? std::nullopt : translated (english, depth);
    return last ? std::optional (list + *last) : std::nullopt;
}

/** By a row of its own, or the one that it was made of. */
std::optional<std::string> translatedSentence (std::string_view english, int depth)
{
    const auto whole = find (english);
    return whole.empty() ? translatedByPattern (english, depth) : std::optional (std::string (whole));
}

/** A blank at which a sentence has ended. */
bool isSentenceEnd (std::string_view english, std::size_t blank)
{
    return blank > 0 && std::string_view (".?").contains (english[blank - 1]);
}

/** The first sentence, or the first few that share a row; how long they are. */
std::pair<std::string, std::size_t> translatedBeginning (std::string_view english, int depth)
{
    for (auto end = english.find (' '); end != std::string_view::npos; end = english.find (' ', end + 1))
        if (isSentenceEnd (english, end))
            if (auto found = translatedSentence (english.substr (0, end), depth))
                return { std::move (*found), end };

    return {};
}

/** Several sentences that all have rows. Asked before the patterns, one of which might take the second sentence for a value. */
std::optional<std::string> translatedSentences (std::string_view english, int depth)
{
    const auto [first, length] = translatedBeginning (english, depth);
    const auto others = length > 0 ? translated (english.substr (length + 1), depth) : std::nullopt;
    return others ? std::optional (first + ' ' + *others) : std::nullopt;
}

std::optional<std::string> translated (std::string_view english, int depth)
{
    if (find (english).empty())
    {
        if (auto sentences = translatedSentences (english, depth))
            return sentences;

        if (auto list = depth > 0 ? translatedList (english, depth) : std::nullopt)
            return list;
    }

    return translatedSentence (english, depth);
}

} // namespace

std::string tr (std::string_view english)
{
    const auto found = find (english);
    return std::string (found.empty() ? english : found);
}

std::string trMade (std::string_view english)
{
    if (auto whole = translated (english, 0))
        return std::move (*whole);

    if (const auto [said, length] = translatedBeginning (english, 0); length > 0)
        return said + ' ' + trMade (english.substr (length + 1));

    return std::string (english);
}

} // namespace earmark
