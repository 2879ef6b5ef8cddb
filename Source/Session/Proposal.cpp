// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Proposal.h"

#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Model/EditList.h"

#include <unordered_map>

namespace earmark
{

namespace
{

using ById = std::unordered_map<ChapterId, const Chapter*>;

ById byId (const Document& document)
{
    ById chapters;

    for (const auto& chapter : document.outline.chapters)
        chapters.emplace (chapter.id, &chapter);

    return chapters;
}

const Chapter* find (const ById& chapters, ChapterId id)
{
    const auto found = chapters.find (id);
    return found != chapters.end() ? found->second : nullptr;
}

Result<Duration> timeIn (const std::string& text)
{
    if (const auto time = parseDuration (text))
        return *time;

    return failure (Error::Kind::wrongUsage, tr ("'{}' is no time; type it like 1:02.5 or -0.25.", text));
}

} // namespace

Result<Proposal> proposalOf (const Document& document, std::vector<Edit> edits, std::string name)
{
    auto result = applyAll (document, edits);

    if (! result)
        return std::unexpected (result.error());

    Proposal proposal { .name = std::move (name), .edits = std::move (edits), .after = std::move (*result) };
    const auto old = byId (document), now = byId (proposal.after);

    for (const auto& change : changesBetween (document, proposal.after))
    {
        const auto* before = find (old, change.id);
        const auto* after = find (now, change.id);

        switch (change.what)
        {
            case ChapterChange::What::added:
                proposal.added.push_back (after->title);
                break;
            case ChapterChange::What::removed:
                proposal.removed.push_back (before->title);
                break;
            case ChapterChange::What::altered:
                proposal.altered.push_back ({ before->title, after->title });
                break;
            case ChapterChange::What::moved:
                if (before->start != after->start)
                    proposal.moves.push_back ({ change.id, after->title, before->start, after->start });
                break;
        }
    }

    return proposal;
}

Result<Edit> editOf (const ShiftForm& form,
                     Position here,
                     const std::optional<TimeRange>& range,
                     const std::vector<ChapterId>& selected)
{
    return timeIn (form.by).and_then (
        [&] (Duration by) -> Result<Edit>
        {
            if (form.scope == ShiftForm::Scope::all)
                return ShiftChapters { ShiftChapters::All(), by };

            if (form.scope == ShiftForm::Scope::fromHere)
                return ShiftChapters { ShiftChapters::From { here }, by };

            if (form.scope == ShiftForm::Scope::selected)
            {
                if (selected.empty())
                    return failure (Error::Kind::wrongUsage, tr ("Select the chapters first."));

                return ShiftChapters { ShiftChapters::These { selected }, by };
            }

            if (! range)
                return failure (Error::Kind::wrongUsage,
                                tr ("Drag along the ruler to mark the stretch first."));

            return ShiftChapters { ShiftChapters::Within { *range }, by };
        });
}

Result<Edit> editOf (const TimeForm& form)
{
    const auto at = timeIn (form.at), length = timeIn (form.length);

    if (! at)
        return std::unexpected (at.error());

    if (! length)
        return std::unexpected (length.error());

    if (form.removes)
        return RemoveTime { { Position (*at), Position (*at + *length) } };

    return InsertTime { Position (*at), *length };
}

Result<Edit> editOf (const PinForm& form, const std::vector<Chapter>& chapters)
{
    StretchChapters stretch;

    for (const auto& chapter : chapters)
    {
        const auto pin = form.find (chapter.id);

        if (pin == form.end())
            continue;

        const auto to = timeIn (pin->second);

        if (! to)
            return std::unexpected (to.error());

        stretch.pins.push_back ({ chapter.start, Position (*to) });
    }

    if (stretch.pins.size() < 2)
        return failure (Error::Kind::empty, tr ("Pin two chapters or more, and say where they belong."));

    return stretch;
}

} // namespace earmark
