// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/EditList.h"

#include "Model/Edits/Perform.h"
#include "Model/Ends.h"

#include <unordered_map>

namespace earmark
{

namespace
{

bool isLevel (const Edit& edit)
{
    const auto* set = std::get_if<SetField> (&edit);
    return set != nullptr && std::holds_alternative<SetField::Level> (set->field);
}

/** How many edits from the first on can share the settling of ends. Of those that add chapters and set fields only new chapters change
    ends, by their starts and by all levels: a level that is set behind them is for the next run. */
std::size_t lengthOfRun (std::span<const Edit> list)
{
    bool adds = false;
    std::size_t length = 0;

    for (const auto& edit : list)
    {
        const auto isAddition = std::holds_alternative<AddChapter> (edit);

        if (! isAddition && (! std::holds_alternative<SetField> (edit) || (adds && isLevel (edit))))
            break;

        adds = adds || isAddition;
        ++length;
    }

    return length;
}

Result<void> performRun (Document& document, std::span<const Edit> run)
{
    auto& chapters = document.outline.chapters;
    const auto before = chapters;
    std::unordered_map<ChapterId, std::size_t> places;

    for (const auto& chapter : chapters)
        places.emplace (chapter.id, places.size());

    // Added behind all others, and brought into order at the end, which leaves those that begin together in the order of their edits.
    for (const auto& edit : run)
    {
        if (const auto* addition = std::get_if<AddChapter> (&edit))
        {
            chapters.push_back (edits::numbered (document, *addition));
            places.emplace (chapters.back().id, places.size());
            continue;
        }

        const auto& set = std::get<SetField> (edit);
        const auto place = places.find (set.id);

        if (place == places.end())
            return std::unexpected (edits::unknownChapter());

        edits::set (chapters[place->second], set.field);
    }

    sortChapters (chapters);
    settleEnds (before, chapters, MeetingEnds::keepMeeting);
    return {};
}

} // namespace

Result<Document> applyAll (const Document& document, std::span<const Edit> list)
{
    auto after = document;

    while (! list.empty())
    {
        const auto run = list.first (std::max<std::size_t> (1, lengthOfRun (list)));
        list = list.subspan (run.size());

        if (run.size() == 1)
        {
            auto next = apply (after, run.front());

            if (! next)
                return next;

            after = std::move (*next);
        }
        else if (const auto done = performRun (after, run); ! done)
        {
            return std::unexpected (done.error());
        }
    }

    return after;
}

} // namespace earmark
