// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

// What each kind of edit does to a document that is a copy already. Ends are settled afterwards, by apply().

namespace earmark::edits
{

Result<void> perform (Document&, const AddChapter&);
Result<void> perform (Document&, const RemoveChapters&);
Result<void> perform (Document&, const SetField&);
Result<void> perform (Document&, const SetEnd&);
Result<void> perform (Document&, const MoveChapter&);
Result<void> perform (Document&, const NudgeChapters&);
Result<void> perform (Document&, const SnapChapters&);
Result<void> perform (Document&, const SplitChapter&);
Result<void> perform (Document&, const MergeChapters&);
Result<void> perform (Document&, const ShiftChapters&);
Result<void> perform (Document&, const StretchChapters&);
Result<void> perform (Document&, const InsertTime&);
Result<void> perform (Document&, const RemoveTime&);
Result<void> perform (Document&, const ReplaceOutline&);
Result<void> perform (Document&, const SetEpisode&);

/** The new chapter as the document takes it in: with an id of its own, at zero or later. */
Chapter numbered (Document&, const AddChapter&);

void set (Chapter&, const SetField::Field&);

using Chapters = std::vector<Chapter>;
using Ids = std::unordered_set<ChapterId>;

Error unknownChapter();

/** The ids as a set; fails when one of them is unknown. */
Result<Ids> knownIds (const Chapters&, const std::vector<ChapterId>&);

/** Finds a chapter by id and lets the function change it. */
template <class Change>
Result<void> change (Chapters& chapters, ChapterId id, const Change& function)
{
    const auto chapter = std::ranges::find (chapters, id, &Chapter::id);

    if (chapter == chapters.end())
        return std::unexpected (unknownChapter());

    return function (std::size_t (chapter - chapters.begin()));
}

template <class... Functions>
struct Overload : Functions...
{
    using Functions::operator()...;
};

} // namespace earmark::edits
