// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"
#include "Foundation/Result.h"

namespace earmark::outline
{

/** The row below the head of a table in Markdown: "|:--|--:|---|", "---|---", but not ":-|". */
bool isRowOfDashes (std::string_view);

/** Marks the heads of tables: in Markdown the row of bars and dashes, and the row right above it unless that holds a time; of tabs a row that
    names the titles and their starts or lengths. Where the head names the titles, and it or the cells tell where the times are, the rows below are read as those of
    any table of chapters (see ChapterTable.h). */
void readTables (std::vector<Candidate>&);

/** Says that the heads were left out, and which columns were, too. */
void tellTableHeads (Notices&, const std::vector<Candidate>&);

} // namespace earmark::outline
