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

const Chapter* markedNear (const std::vector<Chapter>& chapters, Position at)
{
    const auto found = std::ranges::find_if (
        chapters, [&] (const Chapter& c) { return c.start > at - oneMark && c.start < at + oneMark; });
    return found != chapters.end() ? &*found : nullptr;
}

const Chapter* firstWaiting (const std::vector<Chapter>& chapters)
{
    const auto found = std::ranges::adjacent_find (chapters, waitsBehind);
    return found != chapters.end() ? &*(found + 1) : nullptr;
}

/** The first that waits for its place, unless the place is behind a chapter that has its own: that would be pushed away. */
const Chapter* waitingFor (const std::vector<Chapter>& chapters, Position at)
{
    const auto* waiting = firstWaiting (chapters);

    if (waiting == nullptr || waiting->start > at)
        return nullptr;

    const auto placed = std::ranges::upper_bound (chapters, waiting->start, {}, &Chapter::start);
    return placed == chapters.end() || placed->start > at ? waiting : nullptr;
}

} // namespace

bool isAnyWaitingFor (const Workspace& w, Position at)
{
    return waitingFor (w.chapters(), at) != nullptr;
}

void markLive (Workspace& w, Position inEpisode)
{
    if (inEpisode <= Position() - oneMark)
        return w.say (Message::Grade::warning,
                      tr ("Not marked: the episode starts later on the host\u2019s timeline."));

    inEpisode = std::max (inEpisode, Position());

    if (const auto* there = markedNear (w.chapters(), inEpisode))
        return w.say (Message::Grade::info, tr ("Marked already: {}", there->title));

    auto id = ChapterId (w.document().nextId);

    // Those behind it come along, and go on waiting.
    if (const auto* waiting = waitingFor (w.chapters(), inEpisode))
    {
        id = waiting->id;

        if (! w.perform (MoveChapter { id, inEpisode, Neighbours::push }))
            return;
    }
    else
    {
        Chapter chapter;
        chapter.start = inEpisode;
        chapter.title = tr ("Chapter {}", w.chapters().size() + 1);

        if (! w.perform (AddChapter { chapter }))
            return;
    }

    w.look ([&] (ViewState& v) { v.selection = picked ({}, id, Pick::only, {}); });

    const auto* marked = w.find (id);

    if (marked != nullptr && w.playback().host().source == HostTransport::Source::silent)
        w.say (Message::Grade::warning,
               tr ("Marked where the playhead stands: {}. No audio comes from the host.", marked->title));
    else if (marked != nullptr)
        w.say (Message::Grade::info, tr ("Marked: {}", marked->title));
}

void markHere (Workspace& w)
{
    w.playback().tick();
    const auto& host = w.playback().host();

    // The playhead of the window stops at 0:00, where the host's own is before the episode.
    const auto isBefore = host.playing && ! w.audio().file() && w.view().playhead == Position();
    markLive (w, isBefore ? toEpisode (w.document(), host.position) : w.view().playhead);
}

const Chapter* nextToMark (const Workspace& w)
{
    return firstWaiting (w.chapters());
}

void episodeStartsHere (Workspace& w)
{
    w.playback().tick();
    const auto before = w.hostTimeline().startOfPlaces();
    const auto now = toHost (w.document(), w.view().playhead);
    w.hostTimeline().setEpisodeStart (now);

    if (now != before)
        w.hostTimeline().offerPlaces (before);
}

} // namespace earmark::actions
