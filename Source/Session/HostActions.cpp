// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Model/Placing.h"
#include "Session/Actions.h"

#include <algorithm>
#include <format>

namespace earmark::actions
{

namespace
{

/** Closer together are one mark: pressed twice, or a host's automation that passes again in blocks that begin elsewhere. */
constexpr auto oneMark = Duration::fromMilliseconds (500);

bool isMarkedNear (const std::vector<Chapter>& chapters, Position at)
{
    return std::ranges::any_of (
        chapters, [&] (const Chapter& c) { return c.start > at - oneMark && c.start < at + oneMark; });
}

/** The first that waits for its place, unless the place is behind a chapter that has its own: that would be pushed away. */
const Chapter* waitingFor (const std::vector<Chapter>& chapters, Position at)
{
    const auto found = std::ranges::adjacent_find (chapters, waitsBehind);

    if (found == chapters.end() || found->start > at)
        return nullptr;

    const auto placed = std::ranges::upper_bound (chapters, found->start, {}, &Chapter::start);
    return placed == chapters.end() || placed->start > at ? &*(found + 1) : nullptr;
}

} // namespace

bool isAnyWaitingFor (const Workspace& w, Position at)
{
    return waitingFor (w.chapters(), at) != nullptr;
}

void markLive (Workspace& w, Position at)
{
    at = std::max (at, Position());

    if (isMarkedNear (w.chapters(), at))
        return;

    auto id = ChapterId (w.document().nextId);

    // Those behind it come along, and go on waiting.
    if (const auto* waiting = waitingFor (w.chapters(), at))
    {
        id = waiting->id;

        if (! w.perform (MoveChapter { id, at, Neighbours::push }))
            return;
    }
    else
    {
        Chapter chapter;
        chapter.start = at;
        chapter.title = tr ("Chapter {}", w.chapters().size() + 1);

        if (! w.perform (AddChapter { chapter }))
            return;
    }

    w.look ([&] (ViewState& v) { v.selection = picked ({}, id, Pick::only, {}); });

    if (const auto* marked = w.find (id))
        w.say (Message::Grade::info, tr ("Marked: {}", marked->title));
}

void episodeStartsHere (Workspace& w)
{
    w.playback().tick();
    w.hostTimeline().setEpisodeStart (w.document().episodeStart + w.view().playhead.sinceStart());
}

} // namespace earmark::actions
