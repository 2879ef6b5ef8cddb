// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/ChapterLine.h"

#include <memory>
#include <string_view>
#include <vector>

namespace earmark::outline
{

/** One line with all its readings, which few lines of a long text have. */
struct Candidate
{
    Line line;
    std::vector<Timestamp> times;
    std::unique_ptr<ChapterLine> first; ///< the time stands first, or alone
    std::unique_ptr<ChapterLine> last;  ///< the time stands last, and not first, or only a label before it

    bool isBlank() const { return line.kind == Line::Kind::blank; }

    bool isContent() const { return line.kind == Line::Kind::text || line.kind == Line::Kind::bullet; }
};

/** Finds the times of the candidate's line, and the readings of it. */
void readTimes (Candidate&);

/** A chapter in the making: where it stands and what its line says. */
struct Entry
{
    std::size_t index = 0; ///< of its line among the candidates
    ChapterLine line;
};

/** Lines beyond this hold no chapters: no list is written so, and the work on hostile input stays bounded. */
inline constexpr std::size_t maxChapterLine = 1u << 20;

/** One candidate for each line; the first skipLines count as blank, and the tables of Markdown are known. */
std::vector<Candidate> analyse (std::string_view text, std::size_t skipLines);

/** The lines that make chapters: those with the time behind a label, where there are more of them than of lines with the time first; else
    all with the time first or all with the time last, those that begin at zero, or else whichever there are more of; and else with the time
    in brackets. Points in the ranges of chapters are none, and where one or two times in prose are all there is, it is empty. */
std::vector<Entry> findEntries (const std::vector<Candidate>&);

} // namespace earmark::outline
