// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edit.h"

#include "Model/Edits/Perform.h"
#include "Model/Ends.h"

#include <map>

namespace earmark
{

namespace
{

void settleEnds (const edits::Chapters& before, edits::Chapters& after, const Edit& edit)
{
    const auto* replace = std::get_if<ReplaceOutline> (&edit);

    if (replace != nullptr && replace->mode == ReplaceOutline::Mode::all)
        return; // as its reader found it

    const bool restatesEnds = replace != nullptr || std::holds_alternative<SetEnd> (edit);
    earmark::settleEnds (before, after, restatesEnds ? MeetingEnds::asStated : MeetingEnds::keepMeeting);
}

} // namespace

Result<Document> apply (const Document& document, const Edit& edit)
{
    auto after = document;
    return std::visit ([&] (const auto& e) { return edits::perform (after, e); }, edit)
        .transform (
            [&]
            {
                settleEnds (document.outline.chapters, after.outline.chapters, edit);
                return std::move (after);
            });
}

std::vector<ChapterChange> changesBetween (const Document& before, const Document& after)
{
    using What = ChapterChange::What;

    std::map<ChapterId, const Chapter*> old;

    for (const auto& chapter : before.outline.chapters)
        old[chapter.id] = &chapter;

    std::vector<ChapterChange> changes;

    for (const auto& chapter : after.outline.chapters)
    {
        const auto found = old.find (chapter.id);

        if (found == old.end())
        {
            changes.push_back ({ chapter.id, What::added });
            continue;
        }

        auto atNewTime = *found->second;
        old.erase (found);

        if (atNewTime.start != chapter.start || atNewTime.end != chapter.end)
            changes.push_back ({ chapter.id, What::moved });

        atNewTime.start = chapter.start;
        atNewTime.end = chapter.end;

        if (atNewTime != chapter)
            changes.push_back ({ chapter.id, What::altered });
    }

    for (const auto& chapter : before.outline.chapters)
        if (old.contains (chapter.id))
            changes.push_back ({ chapter.id, What::removed });

    return changes;
}

} // namespace earmark
