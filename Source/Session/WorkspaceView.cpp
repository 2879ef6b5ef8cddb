// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Table.h"
#include "Session/Workspace.h"

#include <algorithm>
#include <unordered_map>

// What is shown and how: scale, rows, panels, the review, a proposal.

namespace earmark
{

void Workspace::updateTotal()
{
    auto total = document().media ? document().media->length : Duration();

    // Without audio, or behind it, the last chapter gets some room of its own.
    if (! chapters().empty() && chapters().back().start.sinceStart() >= total)
    {
        const auto& last = chapters().back();
        total =
            std::max (last.start, last.end.value_or (last.start)).sinceStart() + Duration::fromSeconds (60);
    }

    if (! document().media)
        total = std::max (total, played.reachOfHost());

    const auto everything = state.scale.showsEverything();

    if (state.scale.total != total && ! documentStore.isInGesture())
    {
        state.scale.total = total;
        state.scale = everything ? showingAll (state.scale) : limited (state.scale);
        tell (Changed::scale);
    }
}

void Workspace::updateRows()
{
    filtered = filteredRows (document(), check, state.filter);
}

std::vector<ChapterId> Workspace::order() const
{
    std::vector<ChapterId> ids;
    ids.reserve (filtered.size());

    for (const auto row : filtered)
        ids.push_back (chapters()[row].id);

    return ids;
}

namespace
{

using Starts = std::unordered_map<ChapterId, Position>;

Starts startsOf (const std::vector<Chapter>& chapters)
{
    Starts starts;

    for (const auto& chapter : chapters)
        starts.emplace (chapter.id, chapter.start);

    return starts;
}

struct ChangedPlace
{
    ChapterId id;
    Position at; ///< now; where it was, of one that is gone
    bool isGone;
};

std::vector<ChangedPlace> changedPlaces (const Document& before, const Document& now)
{
    using What = ChapterChange::What;
    const auto old = startsOf (before.outline.chapters), present = startsOf (now.outline.chapters);
    std::vector<ChangedPlace> places, ends;

    for (const auto& [id, what] : changesBetween (before, now))
    {
        const auto isGone = what == What::removed;
        const ChangedPlace place { id, isGone ? old.at (id) : present.at (id), isGone };

        // The end of a chapter goes with the start of the next, which is what was moved.
        const auto isAnEnd = what == What::moved && old.at (id) == place.at;
        (isAnEnd ? ends : places).push_back (place);
    }

    return places.empty() ? ends : places;
}

Duration apart (Position a, Position b)
{
    return std::max (a - b, b - a);
}

} // namespace

/** Brings a change into sight. A selection that holds a chapter that has changed stays, and then all that is seen does while some of the
    change is seen. Else the nearest change is selected, so that undoing what was done to all chapters leads nobody to the first. */
void Workspace::showChange (const Document& before, const Selection& selected)
{
    const auto places = changedPlaces (before, document());

    if (places.empty())
        return;

    const auto visible = state.scale.visible();
    const auto& old = before.outline.chapters;
    const auto focus = std::ranges::find (old, selected.focus, &Chapter::id);
    const auto here = focus != old.end() ? focus->start : state.scale.positionAt (state.scale.width / 2);
    const auto nearest =
        std::ranges::min (places, {}, [&] (const ChangedPlace& p) { return apart (p.at, here); });

    const auto isSelected = std::ranges::any_of (
        places, [&] (const ChangedPlace& p) { return ! p.isGone && state.selection.contains (p.id); });
    const auto isSeen =
        std::ranges::any_of (places, [&] (const ChangedPlace& p) { return visible.contains (p.at); });

    auto next = state.selection;

    if (! isSelected && ! nearest.isGone)
    {
        next = picked ({}, nearest.id, Pick::only, {});
    }
    else if (next.ids.empty() && ! selected.ids.empty() && ! chapters().empty())
    {
        const auto left = std::ranges::min_element (
            chapters(), {}, [&] (const Chapter& c) { return apart (c.start, here); });
        next = picked ({}, left->id, Pick::only, {});
    }

    look (
        [&] (ViewState& v)
        {
            v.selection = next;

            if (! isSelected || ! isSeen)
                v.scale = revealing (v.scale, nearest.at);
        });
    reviewFollows();
}

/** To the chapter in focus, so that its keys mean the one that is shown. */
void Workspace::reviewFollows()
{
    if (! check.active || find (state.selection.focus) == nullptr)
        return;

    auto next = check;
    next.current = state.selection.focus;
    setReview (next);
}

/** Takes back what was accepted on the way from one step to another, or accepts it again, and shows the last of it. */
void Workspace::showAcceptances (std::size_t from, std::size_t to)
{
    const auto before = check;
    const auto& steps = documentStore.steps().all();

    for (auto i = from; i > to; --i)
        if (const auto& acceptance = steps[i].acceptance)
            check = undone (check, *acceptance);

    for (auto i = from; i < to; ++i)
        if (const auto& acceptance = steps[i + 1].acceptance)
            check = redone (check, *acceptance);

    if (check == before)
        return;

    updateRows();
    rememberReview();
    tell (Changed::review);

    if (const auto* chapter = find (check.current))
        look (
            [&] (ViewState& v)
            {
                v.selection = picked ({}, chapter->id, Pick::only, {});
                v.scale = revealing (v.scale, chapter->start);
            });
}

//======================================================================================================
void Workspace::show (ViewState next)
{
    auto changed = Changed::nothing;
    const auto note = [&] (bool differs, Changed what)
    { changed = changed | (differs ? what : Changed::nothing); };

    note (next.scale != state.scale, Changed::scale);
    note (next.selection != state.selection, Changed::selection);
    note (next.playhead != state.playhead, Changed::playhead);
    note (next.snapped != state.snapped, Changed::selection);
    note (next.follow != state.follow || next.range != state.range || next.looping != state.looping
              || next.panel != state.panel || next.showsInspector != state.showsInspector
              || next.inspectorOnly != state.inspectorOnly || next.preferences != state.preferences
              || next.filter != state.filter,
          Changed::panels);

    const auto filterChanged = next.filter != state.filter;

    if (next.panel != state.panel)
        askedInPanel.reset();

    earmark::remember (state.preferences, next.preferences, services.remember);
    const auto speaksOther = next.preferences.language != state.preferences.language;
    state = std::move (next);

    if (speaksOther)
        speakAsChosen();

    if (filterChanged)
        updateRows();

    if (changed != Changed::nothing)
        tell (changed);
}

void Workspace::toggle (Panel panel)
{
    if (state.panel == panel)
        closePanel();
    else
        open (panel);
}

void Workspace::listCuts (std::string bytes)
{
    cutList = std::move (bytes);
    tell (Changed::media);
}

void Workspace::open (Panel panel)
{
    outlineIn.drop();
    dropProposal();
    cutList.clear();
    look (
        [&] (ViewState& v)
        {
            v.panel = panel;
            v.showsInspector |= panel == Panel::inspector;
        });
}

void Workspace::closePanel()
{
    outlineIn.drop();
    dropProposal();
    cutList.clear();
    look ([] (ViewState& v) { v.panel = Panel::inspector; });
}

void Workspace::askToType (TypingPlace place)
{
    typing = place;
    tell (Changed::typing);
}

//======================================================================================================
void Workspace::setReview (Review next)
{
    if (next == check)
        return;

    if (rollsOf (next) != rollsOf (check) && services.remember)
        services.remember ("rolls", rollsOf (next));

    // What was accepted another time may have been on another bounce.
    const auto isHeardNow = check.active && next.accepted != check.accepted;
    check = std::move (next);
    updateRows();
    keepReview();
    tell (Changed::review);

    if (isHeardNow)
        cuts.reviewed();
}

void Workspace::acceptReviewed()
{
    const auto before = check.accepted.find (check.current);
    const auto* chapter = find (check.current);

    if (chapter != nullptr && ! check.isAccepted (*chapter))
    {
        const Acceptance acceptance { chapter->id,
                                      before != check.accepted.end() ? std::optional (before->second)
                                                                     : std::nullopt,
                                      chapter->start };
        documentStore.note ("Accept chapter", acceptance);
    }

    setReview (accepted (check, chapters()));
}

std::string Workspace::reviewName() const
{
    return document().media ? "review:" + document().media->path : "review:" + project.path();
}

void Workspace::keepReview() const
{
    if (! check.accepted.empty())
        rememberReview();
}

void Workspace::rememberReview() const
{
    if (services.remember)
        services.remember (reviewName(), toText (check, chapters()));
}

void Workspace::resumeReview()
{
    if (services.recall)
        setReview (resumed (check, chapters(), services.recall (reviewName())));
}

//======================================================================================================
void Workspace::propose (Result<Proposal> proposal)
{
    problem = proposal ? std::string() : trMade (proposal.error().message);
    pending = proposal ? std::optional (std::move (*proposal)) : std::nullopt;
    tell (Changed::panels);
}

void Workspace::acceptProposal()
{
    if (! pending)
        return;

    const auto accepted = std::move (*pending);
    const auto isAllOfCut = state.panel == Panel::findCut && cuts.areAllOfIt (accepted.edits);
    dropProposal();

    if (performAll (accepted.edits, accepted.name))
    {
        if (isAllOfCut)
        {
            cuts.allTakenOut();
            project.keepUnsaved();
        }

        say (Message::Grade::info, tr ("{}: done.", trMade (accepted.name)));
        closePanel();
    }
}

void Workspace::dropProposal()
{
    if (! pending && problem.empty())
        return;

    pending.reset();
    problem.clear();
    tell (Changed::panels);
}

} // namespace earmark
