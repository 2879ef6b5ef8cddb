// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Actions.h"

#include "Foundation/Timestamp.h"
#include <algorithm>
#include <format>

namespace earmark::actions
{

namespace
{

/** What a review shows on either side of its marker. */
constexpr auto reach = Duration::fromSeconds (4);

/** The file, or the host, around the marker. */
void hear (Workspace& w, const Chapter& chapter)
{
    const auto before = w.review().preRoll, after = w.review().postRoll;

    if (w.audio().file() && w.services.audition)
    {
        w.services.audition (chapter.start, before, after);
        w.playback().tick();
    }
    else if (! w.audio().file() && w.isHosted())
        w.playback().playOnHost ({ chapter.start - before, chapter.start + after });
}

/** Brings the chapter under review into sight and plays it. */
void presentReviewed (Workspace& w)
{
    const auto* chapter = w.find (w.review().current);

    if (! w.review().active || chapter == nullptr)
        return;

    const auto id = chapter->id;
    const auto at = chapter->start;
    const auto selected = w.view().selection;
    w.look (
        [&] (ViewState& v)
        {
            v.selection = picked ({}, id, Pick::only, {});
            v.scale = showing (v.scale, { at - reach, at + reach }, 0);
            v.playhead = at;
        });

    // It may have been scrolled away while it was selected.
    if (w.view().selection == selected)
        w.revealSelection();

    // Those of the next ones are found while this one is heard.
    std::vector<ChapterId> soon { id };

    for (const auto& next : w.chapters())
        if (next.start > at && soon.size() < 4)
            soon.push_back (next.id);

    w.audio().wantCandidates (soon);
    hear (w, *w.find (id));
}

} // namespace

void playReviewed (Workspace& w)
{
    const auto* chapter = w.find (w.review().current);

    if (chapter == nullptr)
        return;

    // After a nudge they are those of another place.
    w.audio().wantCandidates ({ chapter->id });
    hear (w, *chapter);
}

void leaveSheet (Workspace& w)
{
    showTable (w);

    if (const auto* chapter = w.find (w.view().selection.focus))
        w.look ([at = chapter->start] (ViewState& v)
                { v.scale = showing (v.scale, { at - reach, at + reach }, 0); });

    w.revealSelection(); // in the table, which was hidden
}

void beginReview (Workspace& w)
{
    auto review = w.review();

    if (const auto* focus = w.find (w.view().selection.focus);
        focus != nullptr && ! review.isAccepted (*focus))
        review.current = focus->id;

    w.setReview (begun (review, w.chapters()));
    presentReviewed (w);
}

void endReview (Workspace& w)
{
    auto review = w.review();
    review.active = false;
    w.setReview (review);

    if (! w.audio().file())
        w.playback().endOnHost();
    else if (w.services.pause)
        w.services.pause();
}

void acceptAndNext (Workspace& w)
{
    w.acceptReviewed();

    if (w.review().active)
        return presentReviewed (w);

    const auto progress = progressOf (w.review(), w.chapters());
    w.say (Message::Grade::info, tr ("All {} chapters are checked.", progress.total));
    showAll (w);
}

void reviewStep (Workspace& w, int steps)
{
    w.setReview (stepped (w.review(), w.chapters(), steps));
    presentReviewed (w);
}

std::vector<Candidate> reviewCandidates (const Workspace& w)
{
    const auto* chapter = w.find (w.review().current);
    const auto* found = chapter != nullptr ? w.audio().candidatesOf (*chapter) : nullptr;
    auto sorted = found != nullptr ? *found : std::vector<Candidate>();

    // The end of a long pause may lie in the next chapter already.
    if (chapter != nullptr)
        if (const auto next = std::ranges::upper_bound (w.chapters(), chapter->start, {}, &Chapter::start);
            next != w.chapters().end())
            std::erase_if (sorted,
                           [&] (const Candidate& c)
                           { return c.at - chapter->start > candidateWindow && c.at >= next->start; });

    for (auto& candidate : sorted)
        candidate.at = w.audio().placeOf (candidate);

    std::ranges::sort (sorted, {}, &Candidate::at);
    return sorted;
}

Unheard whyNothingIsHeard (const Workspace& w)
{
    return w.audio().file() ? Unheard::listening : w.isHosted() ? Unheard::hostToPlay : Unheard::noAudio;
}

std::string sentenceOf (Unheard why)
{
    switch (why)
    {
        case Unheard::listening:
            return tr ("Listening for where speech begins");
        case Unheard::hostToPlay:
            return tr ("Pauses show once the host has played here");
        case Unheard::noAudio:
            return tr ("Load the audio first: without it nothing can be heard.");
    }

    return {};
}

void takeCandidate (Workspace& w, std::size_t n)
{
    const auto candidates = reviewCandidates (w);

    if (n < candidates.size() && w.perform (SnapChapters { { { w.review().current, candidates[n].at } } }))
        presentReviewed (w);
}

void setRolls (Workspace& w, const std::string& before, const std::string& after)
{
    const auto pre = parseDuration (before), post = parseDuration (after);

    if (! pre || ! post)
        return w.say (Message::Grade::error,
                      tr ("'{}' is no time; type it like 1:02.5 or -0.25.", pre ? after : before));

    const auto next = withRolls (w.review(), *pre, *post);

    if (next == w.review())
        return;

    w.setReview (next);
    playReviewed (w);
}

} // namespace earmark::actions
