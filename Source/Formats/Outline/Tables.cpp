// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Tables.h"

#include "Formats/Techniques/Columns.h"

#include <algorithm>

namespace earmark::outline
{

namespace
{

bool isTableRow (const Candidate& candidate)
{
    return ! candidate.isBlank() && candidate.line.content.contains ('|');
}

/** "|:--|--:|---|", "---|---", but not ":-|". */
bool isSeparatorRow (const Candidate& candidate)
{
    const std::string_view row = candidate.line.content;
    return isTableRow (candidate) && row.contains ('-')
           && row.find_first_not_of ("|-: \t") == std::string_view::npos
           && (row.starts_with ('|') || row.contains ("--"));
}

/** "| Time | Title | Notes |", in this order and nothing behind it. */
bool endsWithTitlesAndNotes (const Line& header)
{
    const auto rows = readCsv (withoutEmphasis (header.content), '|', Quoting::none);

    if (rows.empty())
        return false;

    const auto columns = columnsOf (rows.front());
    const auto start = columns[MarkerColumn::start], title = columns[MarkerColumn::title],
               notes = columns[MarkerColumn::description];
    return start && title && notes && *start + 1 == *title && *title + 1 == *notes
           && *notes + 1 == rows.front().cells.size();
}

/** "Fog | what it does", as a title read from such a row, becomes title and summary. */
void splitNotesOff (ChapterLine& chapter)
{
    if (chapter.place != TimePlace::first || ! chapter.summary.empty()
        || std::ranges::count (chapter.title, '|') != 1)
        return;

    const std::string cells = chapter.title;
    const auto bar = cells.find ('|');
    chapter.title = withoutEmphasis (std::string_view (cells).substr (0, bar));
    chapter.summary = withoutEmphasis (std::string_view (cells).substr (bar + 1));
}

} // namespace

void readTables (std::vector<Candidate>& candidates)
{
    for (std::size_t k = 0; k < candidates.size(); ++k)
    {
        if (! isSeparatorRow (candidates[k]))
            continue;

        candidates[k].line.kind = Line::Kind::tableHead;

        if (k == 0 || ! isTableRow (candidates[k - 1]) || ! candidates[k - 1].times.empty())
            continue;

        auto& header = candidates[k - 1].line;
        header.kind = Line::Kind::tableHead;

        if (endsWithTitlesAndNotes (header))
            for (auto row = k + 1; row < candidates.size() && isTableRow (candidates[row]); ++row)
                if (candidates[row].first)
                    splitNotesOff (*candidates[row].first);
    }
}

void tellTableHeads (Notices& notices, const std::vector<Candidate>& candidates)
{
    const auto isHead = [&] (std::size_t k)
    { return k < candidates.size() && candidates[k].line.kind == Line::Kind::tableHead; };

    for (std::size_t k = 0; k < candidates.size(); ++k)
    {
        const auto first = k;

        while (isHead (k) && isHead (k + 1))
            ++k;

        if (isHead (k))
            notices.push_back ({ Notice::Grade::ignored,
                                 "The header of the table.",
                                 Place::atLines (candidates[first].line.number, candidates[k].line.number) });
    }
}

} // namespace earmark::outline
