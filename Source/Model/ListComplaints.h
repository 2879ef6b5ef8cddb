// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Lint.h"

#include <utility>

namespace earmark
{

/** Not the producer's own remarks, which no listener sees. */
inline bool isListed (const Chapter& chapter)
{
    return chapter.kind != Chapter::Kind::note;
}

/** A complaint about every chapter for which `say` has something to say. */
template <class Say>
Complaints aboutEach (const ListToLint& list, Say&& say)
{
    Complaints complaints;
    const auto& chapters = list.outline.chapters;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (isListed (chapters[i]))
            if (auto text = say (chapters[i], i); ! text.empty())
                complaints.emplace_back (std::move (text), ChaptersConcerned { concerned (list.outline, i) });

    return complaints;
}

} // namespace earmark
