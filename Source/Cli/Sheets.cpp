// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Sheets.h"

#include "Foundation/File.h"
#include "Waveform/Excerpt.h"
#include "Waveform/Onsets.h"

#include <format>

namespace earmark::cli
{

namespace
{

/** "sheet.png", "sheet-2.png" and so on. */
std::filesystem::path pathOfPage (std::filesystem::path first, std::size_t page)
{
    if (page > 0)
        first.replace_filename (pathFromUtf8 (
            std::format ("{}-{}{}", toUtf8 (first.stem()), page + 1, toUtf8 (first.extension()))));

    return first;
}

} // namespace

Result<std::vector<SheetCell>> sheetCells (AudioReader& reader,
                                           const Outline& outline,
                                           const std::vector<std::vector<Candidate>>& candidates)
{
    std::vector<SheetCell> cells;

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        const auto& chapter = outline.chapters[i];
        auto columns = columnsAround (reader, chapter.start, sheetReach, sheetColumns);

        if (! columns)
            return std::unexpected (columns.error());

        const auto* best = bestOnset (candidates[i]);
        cells.push_back ({ .number = i + 1,
                           .title = chapter.title,
                           .marker = chapter.start,
                           .columns = std::move (*columns),
                           .candidates = candidates[i],
                           .suggestion = best != nullptr ? std::optional (best->at) : std::nullopt });
    }

    return cells;
}

Result<std::vector<std::filesystem::path>> writeSheets (const std::vector<SheetCell>& cells,
                                                        const SheetOptions& options,
                                                        const std::filesystem::path& first,
                                                        OutputGuard guard)
{
    std::vector<std::filesystem::path> written;
    const auto pages = pagesFor (cells.size());

    for (std::size_t page = 0; page < pages; ++page)
    {
        const auto path = toUtf8 (pathOfPage (first, page));

        if (const auto passed = guard.passDocument (path); ! passed)
            return failure (passed.error().kind, std::format ("{}: {}", path, passed.error().message));
    }

    for (std::size_t page = 0; page < pages; ++page)
    {
        const auto path = pathOfPage (first, page);
        const auto done = drawContactSheet (cells, options, page)
                              .and_then ([&] (const std::string& png) { return writeFile (path, png); });

        if (! done)
            return std::unexpected (done.error());

        written.push_back (path);
    }

    return written;
}

} // namespace earmark::cli
