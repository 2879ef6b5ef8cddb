// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ColumnQuestion.h"

#include "Formats/Techniques/TimeText.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

/** "start:1,title:3" as columns. What is said to hold one kind of time does not hold another. */
void applyAnswer (Columns& columns, std::string_view answer, Gathering& gathering)
{
    while (! answer.empty())
    {
        const auto part = answer.substr (0, answer.find (','));
        const auto colon = std::min (part.find (':'), part.size());
        const auto index = colon < part.size() ? parseInteger (part.substr (colon + 1)) : std::nullopt;

        const auto role = columnNamed (trim (part.substr (0, colon)));

        if (role && index && *index > 0)
        {
            const auto column = std::size_t (*index - 1);

            for (const auto other : { MarkerColumn::start, MarkerColumn::end, MarkerColumn::duration })
                if (holdsTimes (*role) && columns[other] == column)
                    columns[other].reset();

            columns[*role] = column;
        }
        else
            gathering.warn (
                std::format ("'{}' names no column; it takes '{}' with a number, as in start:1,title:3.",
                             trim (part),
                             columnNames()));

        answer.remove_prefix (std::min (part.size() + 1, answer.size()));
    }
}

std::string describe (const Columns& columns)
{
    std::string text;

    for (std::size_t c = 0; c < columnCount; ++c)
        if (const auto index = columns[MarkerColumn (c)])
            text += std::format ("{}{}:{}", text.empty() ? "" : ",", nameOf (MarkerColumn (c)), *index + 1);

    return text;
}

} // namespace

void askForColumns (Gathering& gathering, Columns& columns, std::size_t width)
{
    const auto guess = describe (columns);
    const auto answer =
        gathering.ask ({ "columns", "Which column holds what? They count from 1.", guess, {} });

    if (answer != guess)
        applyAnswer (columns, answer, gathering);

    std::string others;
    std::size_t count = 0;

    for (std::size_t i = 0; i < width; ++i)
        if (! columns.knows (i))
            others += std::format ("{}{}", count++ == 0 ? "" : ", ", i + 1);

    if (count == 1)
        gathering.ignore (
            std::format ("The column {} was left out; the answer '{},…' takes it too.", others, guess));
    else if (count > 1)
        gathering.ignore (
            std::format ("The columns {} were left out; the answer '{},…' takes them too.", others, guess));
}

} // namespace earmark
