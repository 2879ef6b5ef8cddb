// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/Actions.h"
#include "Session/Table.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace earmark::actions
{

std::vector<ChapterId> targets (const Workspace& w)
{
    if (w.review().active)
        return w.find (w.review().current) != nullptr ? std::vector { w.review().current }
                                                      : std::vector<ChapterId>();

    return inOrder (w.view().selection, w.chapters());
}

namespace
{

/** Into sight, too, where it was chosen already and has been scrolled away. */
void choose (Workspace& w, ChapterId id, Pick how)
{
    const auto before = w.view().selection;
    const auto order = w.order();
    w.look ([&] (ViewState& v) { v.selection = picked (v.selection, id, how, order); });

    if (w.view().selection == before)
        w.revealSelection();
}

void goToEdge (Workspace& w, Position edge, ChapterId id)
{
    if (id != ChapterId::none && ! w.review().active)
    {
        choose (w, id, Pick::only);
        w.audio().wantCandidates ({ id });
    }

    w.playback().seek (edge);
    w.look ([&] (ViewState& v) { v.scale = revealing (v.scale, v.playhead); });
}

} // namespace

void select (Workspace& w, ChapterId id, Pick how)
{
    choose (w, id, how);

    if (how != Pick::only)
        return;

    if (w.review().active)
    {
        auto review = w.review();
        review.current = id;
        w.setReview (review);
    }

    if (const auto* chapter = w.find (id))
    {
        w.playback().seek (chapter->start);
        w.look ([&] (ViewState& v) { v.scale = revealing (v.scale, chapter->start); });
        w.audio().wantCandidates ({ id });
    }
}

void selectStep (Workspace& w, int steps, Pick how)
{
    const auto next = stepped (w.view().selection, steps, how, w.order());

    if (how == Pick::only && next.focus != ChapterId::none)
        select (w, next.focus, Pick::only);
    else
        w.look ([&] (ViewState& v) { v.selection = next; });
}

void goToBeginning (Workspace& w)
{
    const auto order = w.order();
    goToEdge (w, {}, order.empty() ? ChapterId::none : order.front());
}

void goToEnd (Workspace& w)
{
    const auto order = w.order();
    goToEdge (w,
              w.endOfAudio().value_or (Position (w.view().scale.total)),
              order.empty() ? ChapterId::none : order.back());
}

void selectAll (Workspace& w)
{
    const auto order = w.order();
    w.look (
        [&] (ViewState& v)
        {
            v.selection.ids = { order.begin(), order.end() };

            if (! order.empty() && ! v.selection.contains (v.selection.focus))
                v.selection.focus = v.selection.anchor = order.front();
        });
}

void splitAtPlayhead (Workspace& w)
{
    w.perform (SplitChapter { w.view().playhead, {} });
}

void removeSelected (Workspace& w)
{
    const auto ids = targets (w);

    if (ids.empty())
        return;

    // The focus goes to the one that takes their place, or behind the last one to that before them.
    const auto order = w.order();
    const auto first = std::ranges::find (order, ids.front()), last = std::ranges::find (order, ids.back());
    const auto next = last != order.end() && last + 1 != order.end()   ? *(last + 1)
                      : first != order.end() && first != order.begin() ? *(first - 1)
                                                                       : ChapterId::none;

    if (! w.perform (RemoveChapters { ids }))
        return;

    w.look ([&] (ViewState& v)
            { v.selection = next != ChapterId::none ? picked ({}, next, Pick::only, {}) : Selection(); });

    if (auto review = w.review(); review.active && next != ChapterId::none)
    {
        review.current = next;
        w.setReview (review);
    }
}

void mergeSelected (Workspace& w)
{
    w.perform (MergeChapters { inOrder (w.view().selection, w.chapters()) });
}

void nudge (Workspace& w, Duration by)
{
    const auto ids = targets (w);

    if (ids.empty())
        return;

    std::string series = "nudge";

    for (const auto id : ids)
        series += ' ' + std::to_string (std::uint64_t (id));

    w.perform (NudgeChapters { ids, by }, series);

    if (w.review().active)
        playReviewed (w);
}

void moveToPlayhead (Workspace& w)
{
    if (const auto ids = targets (w); ids.size() == 1)
        w.perform (MoveChapter { ids.front(), w.view().playhead, Neighbours::clamp });
}

void snapSelected (Workspace& w)
{
    SnapChapters snap;
    const auto ids = targets (w);
    bool isUnheard = false;
    w.audio().wantCandidates (ids);

    for (const auto id : ids)
        if (const auto* chapter = w.find (id))
        {
            isUnheard = isUnheard || w.audio().candidatesOf (*chapter) == nullptr;

            if (const auto to = w.audio().suggestionFor (*chapter))
                snap.targets.push_back ({ id, *to });
        }

    if (snap.targets.empty())
        w.say (Message::Grade::warning,
               isUnheard ? sentenceOf (whyNothingIsHeard (w)) : tr ("No speech begins clearly near it."));
    else if (w.perform (snap))
    {
        if (const auto lead = w.view().preferences.lead; lead > Duration())
            w.say (Message::Grade::info,
                   tr ("Set {} ms before speech begins.", lead.milliseconds (Rounding::nearest)));

        if (w.review().active)
            playReviewed (w);
    }
}

Result<void> setLead (Workspace& w, std::string_view typed)
{
    std::int64_t number = 0;
    const auto words = trim (typed);
    const auto [end, error] = std::from_chars (words.data(), words.data() + words.size(), number);
    const auto isNumber = words.empty() || (error == std::errc() && end == words.data() + words.size());
    const auto longest = longestLead.milliseconds (Rounding::nearest);

    if (! isNumber || number < 0 || number > longest)
    {
        const auto sentence = tr ("Type milliseconds from 0 to {}.", longest);
        w.say (Message::Grade::warning, sentence);
        return failure (Error::Kind::wrongUsage, sentence);
    }

    w.look ([&] (ViewState& v) { v.preferences.lead = Duration::fromMilliseconds (number); });
    return {};
}

namespace
{

/** What the history calls it. */
std::string nameOfStep (const SetField::Field& field, std::size_t count)
{
    if (const auto* lock = std::get_if<SetField::Locked> (&field))
        return lock->value ? "Lock" : "Unlock";

    if (const auto* listed = std::get_if<SetField::InContents> (&field))
        return listed->value ? "Show in the list" : "Hide from the list";

    if (count > 1 && std::holds_alternative<SetField::Picture> (field))
        return std::format ("Change picture of {} chapters", count);

    if (count > 1 && std::holds_alternative<SetField::Level> (field))
        return std::format ("Change level of {} chapters", count);

    if (count > 1 && std::holds_alternative<SetField::Kind> (field))
        return std::format ("Change kind of {} chapters", count);

    return label (SetField { ChapterId::none, field });
}

void setFor (Workspace& w, const std::vector<ChapterId>& ids, const SetField::Field& field)
{
    std::vector<Edit> edits;

    for (const auto id : ids)
        edits.push_back (SetField { id, field });

    w.performAll (edits, nameOfStep (field, ids.size()));
}

/** Turns a mark of the chapters that are meant into the opposite of what the first one has. */
template <class Field>
void toggle (Workspace& w, bool Chapter::* mark)
{
    const auto ids = targets (w);

    if (const auto* first = ids.empty() ? nullptr : w.find (ids.front()))
        setFor (w, ids, Field { ! (first->*mark) });
}

} // namespace

void toggleLock (Workspace& w)
{
    toggle<SetField::Locked> (w, &Chapter::locked);
}

void toggleInContents (Workspace& w)
{
    toggle<SetField::InContents> (w, &Chapter::inContents);
}

std::vector<ChapterId> selectedOr (const Workspace& w, ChapterId id)
{
    auto ids = inOrder (w.view().selection, w.chapters());
    return ids.size() > 1 ? ids : std::vector { id };
}

void setForSelected (Workspace& w, ChapterId id, const SetField::Field& field)
{
    setFor (w, selectedOr (w, id), field);
}

void slide (Workspace& w, Slide to)
{
    auto ids = inOrder (w.view().selection, w.chapters());

    // One selected chapter means: from it to the end.
    if (ids.size() == 1)
    {
        bool from = false;

        for (const auto& chapter : w.chapters())
        {
            if (from)
                ids.push_back (chapter.id);

            from |= chapter.id == ids.front();
        }
    }

    if (ids.size() > 1)
        w.performAll (slideByOne (w.document().outline, ids, to),
                      to == Slide::toLater ? "Slide titles down" : "Slide titles up");
}

void performTyped (Workspace& w, const Result<Edit>& typed)
{
    if (typed)
        w.perform (*typed);
    else
        w.say (Message::Grade::error, typed.error().message);
}

std::vector<Magnet> magnets (const Workspace& w)
{
    std::vector<Magnet> found { { w.view().playhead, Magnet::Kind::playhead },
                                { Position(), Magnet::Kind::beginning } };
    const auto visible = w.view().scale.visible();

    for (const auto& chapter : w.chapters())
        if (visible.contains (chapter.start))
            if (const auto* candidates = w.audio().candidatesOf (chapter))
                for (const auto& candidate : *candidates)
                    found.push_back ({ w.audio().placeOf (candidate),
                                       candidate.kind == Candidate::Kind::speechOnset
                                           ? Magnet::Kind::speechOnset
                                           : Magnet::Kind::pauseStart });

    auto pause = std::ranges::lower_bound (w.audio().pauses(), visible.start, {}, &TimeRange::end);

    for (; pause != w.audio().pauses().end() && pause->start < visible.end; ++pause)
        found.push_back ({ pause->end, Magnet::Kind::pauseEnd });

    return found;
}

} // namespace earmark::actions
