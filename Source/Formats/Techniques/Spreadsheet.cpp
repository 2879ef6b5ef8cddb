// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Spreadsheet.h"

#include "Formats/Techniques/Writing.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <iterator>

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 6> headings { "Start", "End", "Title", "Summary", "Link", "Picture" };
constexpr std::array<std::string_view, 8> formulaSigns { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
constexpr char apostrophe = '\'';

/** Also behind apostrophes. */
bool beginsLikeFormula (std::string_view text)
{
    text.remove_prefix (std::min (text.find_first_not_of (apostrophe), text.size()));
    return std::ranges::any_of (formulaSigns,
                                [&] (std::string_view sign) { return text.starts_with (sign); });
}

std::string timeCell (Position position)
{
    constexpr std::string_view nothing = ".000";
    auto text = formatTimeFixed (position);

    if (text.ends_with (nothing))
        text.resize (text.size() - nothing.size());

    return text;
}

} // namespace

std::string spreadsheetOf (const Outline& outline, char separator)
{
    std::string table;

    const auto putRow = [&] (const std::array<std::string, headings.size()>& cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i)
            table += (i == 0 ? std::string() : std::string (1, separator)) + csvCell (cells[i], separator);

        table += "\r\n";
    };

    std::array<std::string, headings.size()> names;
    std::ranges::copy (headings, names.begin());
    putRow (names);

    for (const auto& chapter : outline.chapters)
        putRow ({ timeCell (chapter.start),
                  chapter.end ? timeCell (*chapter.end) : std::string(),
                  guarded (oneLine (chapter.title)),
                  guarded (trim (toValidUtf8 (chapter.summary))),
                  guarded (chapter.link ? oneLine (chapter.link->url) : std::string()),
                  guarded (oneLine (imageAddress (chapter))) });

    return table;
}

bool hasSpreadsheetHeadings (const CsvRow& row)
{
    return std::ranges::equal (row.cells, headings);
}

std::string guarded (std::string_view text)
{
    return beginsLikeFormula (text) ? apostrophe + std::string (text) : std::string (text);
}

std::string_view unguarded (std::string_view cell)
{
    return cell.starts_with (apostrophe) && beginsLikeFormula (cell) ? cell.substr (1) : cell;
}

std::string_view withoutTextMarks (std::string_view cell)
{
    constexpr std::string_view opening = "=\"", closing = "\"";

    if (cell.starts_with (apostrophe))
        return trim (cell.substr (1));

    if (cell.size() > opening.size() && cell.starts_with (opening) && cell.ends_with (closing))
        return trim (cell.substr (opening.size(), cell.size() - opening.size() - closing.size()));

    return cell;
}

Notices doubtsAbout (std::span<const RowStart> starts)
{
    constexpr auto second = Position::fromSeconds (1), hour = Position::fromSeconds (3600),
                   lateInHour = Position::fromSeconds (2700), earlyInHour = Position::fromSeconds (900);
    constexpr std::size_t fewest = 3;
    const auto areAllBelow = [&] (Position limit)
    { return std::ranges::all_of (starts, [&] (const RowStart& row) { return row.start < limit; }); };

    if (starts.size() >= fewest && areAllBelow (second))
        return {
            { Notice::Grade::warning,
              "All starts are fractions below 1; these look like a spreadsheet's days: format the column "
              "as time.",
              {} }
        };

    const auto anew = std::ranges::adjacent_find (starts,
                                                  [&] (const RowStart& a, const RowStart& b)
                                                  { return a.start >= lateInHour && b.start < earlyInHour; });

    if (anew == starts.end() || ! areAllBelow (hour))
        return {};

    const auto& next = *std::next (anew);
    return { { Notice::Grade::warning,
               std::format ("After {} the starts begin anew at {}: the hours seem to be missing.",
                            formatTime (anew->start),
                            formatTime (next.start)),
               Place::atLine (next.line) } };
}

} // namespace earmark
