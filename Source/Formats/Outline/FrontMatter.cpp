// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/FrontMatter.h"

#include "Foundation/Text.h"

namespace earmark::outline
{

FrontMatter readFrontMatter (std::string_view text)
{
    constexpr std::size_t longest = 64u << 10;
    const auto lines = splitLines (text.substr (0, longest));

    if (lines.empty() || (trim (lines[0]) != "---" && trim (lines[0]) != "+++"))
        return {};

    const auto fence = trim (lines[0]);
    FrontMatter matter;

    for (std::size_t i = 1; i < lines.size(); ++i)
    {
        const auto line = trim (lines[i]);

        if (line == fence)
        {
            matter.lines = i + 1;
            return matter;
        }

        const auto separator = line.find (fence == "---" ? ':' : '=');

        if (separator == std::string_view::npos)
            continue;

        auto value = trim (line.substr (separator + 1));

        if (value.size() > 1 && (value.front() == '"' || value.front() == '\'')
            && value.back() == value.front())
            value = value.substr (1, value.size() - 2);

        const auto key = trim (line.substr (0, separator));

        if (equalsIgnoringCase (key, "title"))
            matter.title = value;
        else if (equalsIgnoringCase (key, "date"))
            matter.date = value;
    }

    return {};
}

} // namespace earmark::outline
