// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"

namespace earmark::outline
{

/** Where the titles are of chapters whose times stand on lines of their own. */
struct TitlePlaces
{
    /** Per candidate: it has become the title, or the summary, of a chapter on another line. */
    std::vector<bool> isTitle;

    /** Of these, the summaries that stand between a title and its time. */
    std::vector<bool> isSummary;

    bool before = false; ///< each title stands above its time
};

/** Gives such chapters their titles, from the next lines or, as in a copied chapter panel, from the lines before. */
TitlePlaces placeTitles (const std::vector<Candidate>&, std::vector<Entry>&);

/** One past the last candidate that may belong to an entry. */
std::size_t endOfEntry (const std::vector<Candidate>&, const std::vector<Entry>&, std::size_t entry);

} // namespace earmark::outline
