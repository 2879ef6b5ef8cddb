// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Actions.h"

#include <algorithm>

// What is added at the playhead.

namespace earmark::actions
{

namespace
{

/** Of those that begin at the playhead the first. Files keep no closer times apart than milliseconds. */
const Chapter* chapterHere (const Workspace& w)
{
    const auto here = w.view().playhead.milliseconds (Rounding::down);
    const auto found = std::ranges::find (
        w.chapters(), here, [] (const Chapter& c) { return c.start.milliseconds (Rounding::down); });
    return found != w.chapters().end() ? &*found : nullptr;
}

/** At the playhead, and selects it. */
void addHere (Workspace& w, Chapter chapter)
{
    const auto id = ChapterId (w.document().nextId);
    chapter.start = w.view().playhead;

    // A new sub-chapter, where one is being heard.
    if (const auto at = chapterAt (w.chapters(), chapter.start))
        chapter.level = w.chapters()[*at].level;

    if (! w.perform (AddChapter { std::move (chapter) }))
        return;

    w.look ([&] (ViewState& v) { v.selection = picked ({}, id, Pick::only, {}); });
    w.audio().wantCandidates ({ id });
}

} // namespace

void addAtPlayhead (Workspace& w)
{
    if (w.isHosted())
        return markHere (w);

    if (isAnyWaitingFor (w, w.view().playhead))
        return markLive (w, w.view().playhead);

    if (const auto* there = chapterHere (w))
    {
        select (w, there->id, Pick::only);
        return w.say (Message::Grade::info, tr ("A chapter begins here already."));
    }

    addHere (w, {});
}

void addAdBreak (Workspace& w)
{
    if (w.isHosted())
        w.playback().tick();

    if (const auto* there = chapterHere (w))
    {
        using Kind = Chapter::Kind;
        const auto id = there->id;
        const auto next = there->kind == Kind::adBreak ? Kind::chapter : Kind::adBreak;
        select (w, id, Pick::only);
        w.perform (SetField { id, SetField::Kind { next } });
        return;
    }

    Chapter chapter;
    chapter.title = tr ("Ad break");
    chapter.kind = Chapter::Kind::adBreak;
    chapter.inContents = false;
    addHere (w, std::move (chapter));
}

} // namespace earmark::actions
