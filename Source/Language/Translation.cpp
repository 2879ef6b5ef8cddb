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

std::optional<std::string> translated (std::string_view english, int depth)
{
    if (const auto whole = find (english); ! whole.empty())
        return std::string (whole);

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

/** The longest beginning that ends with a sentence's end and has a row; how long it is. */
std::pair<std::string, std::size_t> translatedBeginning (std::string_view english)
{
    for (auto end = english.rfind (". "); end != std::string_view::npos && end > 0;
         end = english.rfind (". ", end - 1))
        if (auto found = translated (english.substr (0, end + 1), 0))
            return { std::move (*found), end + 1 };

    return {};
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

    if (const auto [said, length] = translatedBeginning (english); length > 0)
        return said + ' ' + trMade (english.substr (length + 1));

    return std::string (english);
}

} // namespace earmark
