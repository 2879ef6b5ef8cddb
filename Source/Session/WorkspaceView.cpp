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

/** Brings the first of the chapters into sight that have changed, or else the place of one that is gone. A selection that holds it
    stays. */
void Workspace::showChange (const Document& before)
{
    using What = ChapterChange::What;
    const auto changes = changesBetween (before, document());

    if (changes.empty())
        return;

    std::unordered_map<ChapterId, Position> starts;

    for (const auto& chapter : before.outline.chapters)
        starts.emplace (chapter.id, chapter.start);

    // The end of a chapter goes with the start of the next, which is what was moved. Those that are gone come last.
    const auto isAnEnd = [&] (const ChapterChange& change)
    { return change.what == What::moved && find (change.id)->start == starts.at (change.id); };
    const auto first = std::ranges::find_if_not (changes, isAnEnd);
    const auto& [id, what] = first != changes.end() ? *first : changes.front();
    const auto isGone = what == What::removed;
    const auto& all = isGone ? before.outline.chapters : chapters();
    const auto place = std::ranges::find (all, id, &Chapter::id)->start;
    look (
        [&] (ViewState& v)
        {
            if (! isGone && ! v.selection.contains (id))
                v.selection = picked ({}, id, Pick::only, {});

            v.scale = revealing (v.scale, place);
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

std::string Workspace::reviewName() const
{
    return document().media ? "review:" + document().media->path : "review:" + project.path();
}

void Workspace::keepReview() const
{
    if (services.remember && (! check.accepted.empty()))
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
