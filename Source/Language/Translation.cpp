// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"

#include <algorithm>
#include <unordered_map>

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

constexpr std::string_view digits = "0123456789";

} // namespace

std::string tr (std::string_view english)
{
    const auto found = find (english);
    return std::string (found.empty() ? english : found);
}

std::string trMade (const std::string& english)
{
    if (const auto whole = find (english); ! whole.empty())
        return std::string (whole);

    const auto begin = english.find_first_of (digits);

    if (begin == std::string::npos)
        return english;

    const auto end = std::min (english.find_first_not_of (digits, begin), english.size());
    const auto number = english.substr (begin, end - begin);
    const auto pattern = find (english.substr (0, begin) + "{}" + english.substr (end));
    return pattern.empty() ? english : std::vformat (pattern, std::make_format_args (number));
}

} // namespace earmark
