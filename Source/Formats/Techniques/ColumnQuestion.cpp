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

constexpr std::string_view millisecondsMark = "_ms";
constexpr std::int64_t mostColumns = 1 << 14; // what a spreadsheet holds

void setMilliseconds (Columns& columns, std::size_t column)
{
    columns.units.resize (std::max (columns.units.size(), column + 1), NumberUnit::seconds);
    columns.units[column] = NumberUnit::milliseconds;
}

/** "start:1,title:3" as columns, "start_ms:1" where plain numbers are milliseconds. What is said to hold one kind of time does not hold another. */
void applyAnswer (Columns& columns, std::string_view answer, Gathering& gathering)
{
    while (! answer.empty())
    {
        const auto part = answer.substr (0, answer.find (','));
        const auto colon = std::min (part.find (':'), part.size());
        const auto index = colon < part.size() ? parseInteger (part.substr (colon + 1)) : std::nullopt;

        const auto name = trim (part.substr (0, colon));
        const bool countsMilliseconds = name.ends_with (millisecondsMark);
        const auto role =
            columnNamed (name.substr (0, name.size() - (countsMilliseconds ? millisecondsMark.size() : 0)));

        if (role && index && *index > 0 && *index <= mostColumns
            && (! countsMilliseconds || holdsTimes (*role)))
        {
            const auto column = std::size_t (*index - 1);

            if (countsMilliseconds)
                setMilliseconds (columns, column);

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
