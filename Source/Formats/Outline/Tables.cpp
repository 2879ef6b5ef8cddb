// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Tables.h"

#include "Formats/Outline/Separators.h"
#include "Formats/Techniques/Columns.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>

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

/** The cells of a row, trimmed; of outer bars one at each end is the table's frame. */
std::vector<std::string_view> cellsOf (const Line& line, char separator)
{
    const auto parts = [&] (const char& c)
    {
        return c == separator
               && (c != '|'
                   || ! std::ranges::binary_search (line.literalBars,
                                                    std::size_t (&c - line.content.data())));
    };
    auto row = separator == '|' ? trim (line.content) : std::string_view (line.content);

    if (separator == '|' && row.starts_with ('|') && parts (row.front()))
        row.remove_prefix (1);

    if (separator == '|' && row.ends_with ('|') && parts (row.back()))
        row.remove_suffix (1);

    std::vector<std::string_view> cells;

    for (;;)
    {
        const auto end = std::size_t (std::ranges::find_if (row, parts) - row.begin());
        cells.push_back (trim (row.substr (0, end)));

        if (end == row.size())
            return cells;

        row.remove_prefix (end + 1);
    }
}

/** What the first row of a table says of those below it. */
struct Head
{
    Columns columns;
    std::vector<bool> counts; ///< whether a column only numbers the rows, "#"
    char separator = '|';

    /** "Start | End | Chapter | Notes": nothing in a row would be lost. */
    bool isUnderstood() const
    {
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (! columns.knows (i) && ! counts[i])
                return false;

        const auto has = [this] (MarkerColumn column) { return columns[column].has_value(); };
        return has (MarkerColumn::start) && has (MarkerColumn::title) && ! has (MarkerColumn::duration)
               && ! has (MarkerColumn::image) && ! has (MarkerColumn::level);
    }
};

struct NamedColumn
{
    std::string_view name; ///< in lower case
    MarkerColumn column;
};

/** What columns are called in text, beside what columnsOf() knows. */
constexpr std::array namedColumns { NamedColumn { "section", MarkerColumn::title },
                                    NamedColumn { "segment", MarkerColumn::title },
                                    NamedColumn { "part", MarkerColumn::title },
                                    NamedColumn { "subject", MarkerColumn::title },
                                    NamedColumn { "abschnitt", MarkerColumn::title },
                                    NamedColumn { "key points", MarkerColumn::description },
                                    NamedColumn { "details", MarkerColumn::description },
                                    NamedColumn { "highlights", MarkerColumn::description },
                                    NamedColumn { "key takeaways", MarkerColumn::description },
                                    NamedColumn { "content", MarkerColumn::description },
                                    NamedColumn { "what happens", MarkerColumn::description },
                                    NamedColumn { "notiz", MarkerColumn::description },
                                    NamedColumn { "résumé", MarkerColumn::description },
                                    NamedColumn { "resumen", MarkerColumn::description } };

Head headOf (const Line& line, char separator)
{
    CsvRow row;

    for (const auto cell : cellsOf (line, separator))
        row.cells.push_back (withoutEmphasis (cell));

    Head head { .columns = columnsOf (row), .counts = {}, .separator = separator };

    for (std::size_t i = 0; i < row.cells.size(); ++i)
    {
        const auto name = toLowerLetters (row.cells[i]);
        const auto named = std::ranges::find (namedColumns, name, &NamedColumn::name);
        head.counts.push_back (! hasWord (name) || name == "no" || name == "no." || name == "nr"
                               || name == "nr.");

        if (named != namedColumns.end() && ! head.columns[named->column])
            head.columns[named->column] = i;
    }

    return head;
}

/** The times of one cell, counted in bytes of the line. */
std::vector<Timestamp> timesIn (const Candidate& row, std::string_view cell)
{
    if (cell.empty())
        return {};

    const auto begin = std::size_t (cell.data() - row.line.content.data());
    std::vector<Timestamp> times;

    for (const auto& time : row.times)
        if (time.begin >= begin && time.end <= begin + cell.size())
            times.push_back (time);

    return times;
}

/** A chapter out of the cells of a row; nothing where they are not what the head says. */
std::unique_ptr<ChapterLine> chapterOf (const Candidate& row, const Head& head)
{
    const auto cells = cellsOf (row.line, head.separator);
    const auto cell = [&] (MarkerColumn column)
    {
        const auto at = head.columns[column];
        return at && *at < cells.size() ? cells[*at] : std::string_view {};
    };
    const auto starts = timesIn (row, cell (MarkerColumn::start));
    const auto ends = timesIn (row, cell (MarkerColumn::end));
    const auto title = withoutEmphasis (cell (MarkerColumn::title));

    if (cells.size() > head.counts.size() || starts.empty() || starts.size() > 2 || title.empty())
        return {};

    ChapterLine chapter { .start = starts.front(),
                          .title = title,
                          .summary = withoutEmphasis (cell (MarkerColumn::description)),
                          .isOfTable = true };

    if (const auto& later = ends.empty() ? starts.back() : ends.front(); later.value > chapter.start.value)
        chapter.end = later;
    else
        chapter.endNotLater = ! ends.empty();

    takeUrls (chapter, row.line);

    if (chapter.url.empty())
        chapter.url = cell (MarkerColumn::url);

    return std::make_unique<ChapterLine> (std::move (chapter));
}

/** The rows below the head, which begin at `from`; those of a page may have blank lines between them. */
void readRows (std::vector<Candidate>& candidates, std::size_t from, const Head& head)
{
    if (! head.isUnderstood())
        return;

    const auto isInTable = [&] (const Candidate& c)
    { return c.isBlank() ? head.separator == '\t' : c.line.content.contains (head.separator); };

    // Each row is read once, however many heads there are.
    const auto beginsNext = [&] (std::size_t k)
    {
        const auto& c = candidates[k];
        return head.separator == '|' ? k > from && isSeparatorRow (c) && candidates[k - 1].times.empty()
                                     : c.times.empty() && c.line.content.contains ('\t')
                                           && headOf (c.line, '\t').isUnderstood();
    };

    for (auto k = from; k < candidates.size() && isInTable (candidates[k]) && ! beginsNext (k); ++k)
        if (auto chapter = chapterOf (candidates[k], head))
        {
            candidates[k].first = std::move (chapter);
            candidates[k].last.reset();
        }
}

} // namespace

void readTables (std::vector<Candidate>& candidates)
{
    for (std::size_t k = 0; k < candidates.size(); ++k)
    {
        auto& line = candidates[k].line;

        // A page's table: its cells are divided by tabs, and no row of dashes tells which is the first.
        if (line.content.contains ('\t') && candidates[k].times.empty())
            if (const auto head = headOf (line, '\t'); head.isUnderstood())
            {
                line.kind = Line::Kind::tableHead;
                readRows (candidates, k + 1, head);
            }

        if (! isSeparatorRow (candidates[k]))
            continue;

        line.kind = Line::Kind::tableHead;

        if (k == 0 || ! isTableRow (candidates[k - 1]) || ! candidates[k - 1].times.empty())
            continue;

        auto& header = candidates[k - 1].line;
        header.kind = Line::Kind::tableHead;
        readRows (candidates, k + 1, headOf (header, '|'));
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
