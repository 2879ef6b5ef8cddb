// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edits/Perform.h"

#include "Model/Retime.h"

#include <unordered_map>

namespace earmark::edits
{

namespace
{

/** Keeps a start between those of its neighbours. */
Position clampBetweenNeighbours (const Chapters& chapters, std::size_t i, Position to)
{
    const auto low = i > 0 ? chapters[i - 1].start : Position();
    return std::min (std::max (to, low),
                     i + 1 < chapters.size() ? std::max (low, chapters[i + 1].start) : std::max (to, low));
}

void moveStart (Chapter& chapter, Position to)
{
    // A stated end that still lies behind the new start stays: the end of the chapter did not change.
    chapter.start = to;

    if (chapter.end && *chapter.end < to)
        chapter.end = to;
}

std::vector<bool> lockedOnes (const Chapters& chapters)
{
    std::vector<bool> locked;

    for (const auto& chapter : chapters)
        locked.push_back (chapter.locked);

    return locked;
}

} // namespace

Result<void> perform (Document& document, const MoveChapter& edit)
{
    auto& chapters = document.outline.chapters;
    return change (chapters,
                   edit.id,
                   [&] (std::size_t i) -> Result<void>
                   {
                       if (chapters[i].locked)
                           return failure (Error::Kind::wrongUsage,
                                           "The chapter is locked; unlock it to move it.");

                       if (edit.neighbours == Neighbours::clamp)
                       {
                           moveStart (chapters[i], clampBetweenNeighbours (chapters, i, edit.to));
                           return {};
                       }

                       moveStart (chapters[i], std::max (edit.to, Position()));

                       for (auto j = i; j-- > 0 && ! chapters[j].locked;)
                           moveStart (chapters[j], std::min (chapters[j].start, chapters[j + 1].start));

                       restoreOrder (chapters, lockedOnes (chapters));
                       return {};
                   });
}

Result<void> perform (Document& document, const NudgeChapters& edit)
{
    auto& chapters = document.outline.chapters;
    const auto ids = knownIds (chapters, edit.ids);

    if (! ids)
        return std::unexpected (ids.error());

    const auto forwards = edit.by > Duration();

    // From the side they move towards, so that a block of neighbours keeps its shape.
    for (std::size_t n = 0; n < chapters.size(); ++n)
    {
        const auto i = forwards ? chapters.size() - 1 - n : n;

        if (ids->contains (chapters[i].id) && ! chapters[i].locked)
            moveStart (chapters[i], clampBetweenNeighbours (chapters, i, chapters[i].start + edit.by));
    }

    return {};
}

Result<void> perform (Document& document, const SnapChapters& edit)
{
    auto& chapters = document.outline.chapters;
    std::unordered_map<ChapterId, Position> places;
    std::vector<ChapterId> ids;

    for (const auto& [id, to] : edit.targets)
    {
        places.insert_or_assign (id, to);
        ids.push_back (id);
    }

    if (const auto known = knownIds (chapters, ids); ! known)
        return std::unexpected (known.error());

    std::vector<bool> stays;

    for (auto& chapter : chapters)
    {
        const auto place = places.find (chapter.id);
        stays.push_back (chapter.locked || place == places.end());

        if (! stays.back())
            moveStart (chapter, place->second);
    }

    restoreOrder (chapters, stays);
    return {};
}

} // namespace earmark::edits
