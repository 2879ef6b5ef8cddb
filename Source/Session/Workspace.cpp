// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include "Language/Translation.h"
#include "Session/Table.h"

#include <algorithm>

namespace earmark
{

Workspace::Workspace (Services s) : Desk (std::move (s))
{
    documentStore.onChange = [this] { documentChanged(); };

    if (services.recall)
    {
        keyMap = KeyMap::fromText (services.recall ("keys"));
        check = withRolls (check, services.recall ("rolls"));
    }

    state.preferences = recalled (services.recall);
    speakAsChosen();

    updateTotal();
}

void Workspace::speakAsChosen() const
{
    speak (languageFor (state.preferences.language,
                        services.systemLanguage ? services.systemLanguage() : std::string()));
}

//======================================================================================================
const Chapter* Workspace::find (ChapterId id) const
{
    const auto found = std::ranges::find (chapters(), id, &Chapter::id);
    return found != chapters().end() ? &*found : nullptr;
}

std::optional<Position> Workspace::endOfAudio() const
{
    return document().media ? std::optional (Position (document().media->length)) : std::nullopt;
}

bool Workspace::perform (const Edit& edit, const std::string& series)
{
    const auto done = documentStore.perform (edit, series);

    if (! done)
        say (Message::Grade::error, done.error().message);

    return done.has_value();
}

bool Workspace::performAll (const std::vector<Edit>& edits, const std::string& name)
{
    const auto done = documentStore.performAll (edits, name);

    if (! done)
        say (Message::Grade::error, done.error().message);

    return done.has_value();
}

void Workspace::performInGesture (const Edit& edit)
{
    if (const auto done = documentStore.performInGesture (edit); ! done)
        say (Message::Grade::error, done.error().message);
}

void Workspace::endGesture()
{
    documentStore.endGesture();
    look ([] (ViewState& v) { v.snapped.reset(); });
}

void Workspace::cancelGesture()
{
    documentStore.cancelGesture();
    look ([] (ViewState& v) { v.snapped.reset(); });
}

void Workspace::undo()
{
    if (! documentStore.canUndo())
        return;

    const auto name = documentStore.steps().all()[documentStore.steps().current()].name;
    documentStore.undo();
    say (Message::Grade::info, tr ("Undone: {}", trMade (name)));
}

void Workspace::redo()
{
    if (! documentStore.canRedo())
        return;

    documentStore.redo();
    say (Message::Grade::info,
         tr ("Redone: {}", trMade (documentStore.steps().all()[documentStore.steps().current()].name)));
}

void Workspace::goToStep (std::size_t step)
{
    documentStore.goTo (step);
}

void Workspace::documentChanged()
{
    const auto selection = cleaned (state.selection, chapters());

    // A proposal is about a document that is no more.
    const auto hadProposal = pending.has_value();
    pending.reset();

    updateTotal();
    updateRows();

    const auto changed = selection != state.selection;
    state.selection = selection;
    tell (Changed::document | Changed::review | (changed ? Changed::selection : Changed::document)
          | (hadProposal ? Changed::panels : Changed::document));

    proposeImport();

    if (! documentStore.isInGesture())
    {
        keepReview();
        keepUnsaved();

        writes.documentChanged();
        papers.documentChanged();
        watched.documentChanged();
    }
}

void Workspace::happened (Event event)
{
    switch (event)
    {
        case Event::targets:
            shows.targetsChanged();
            papers.targetsChanged();
            break;

        case Event::written:
            papers.targetsWritten();
            break;
    }
}

void Workspace::updateTotal()
{
    auto total = document().media ? document().media->length : Duration();

    if (! document().media && ! chapters().empty())
    {
        // Without audio the last chapter gets some room of its own.
        const auto& last = chapters().back();
        total =
            std::max (last.start, last.end.value_or (last.start)).sinceStart() + Duration::fromSeconds (60);
    }

    if (! document().media)
        total = std::max (total, reachOfHost());

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

//======================================================================================================
void Workspace::show (ViewState next)
{
    auto changed = 0u;
    const auto note = [&] (bool differs, Changed what) { changed |= differs ? unsigned (what) : 0; };

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

    if (changed != 0)
        tell (Changed (changed));
}

void Workspace::seek (Position to)
{
    if (const auto end = endOfAudio())
        to = std::min (to, *end);

    to = std::max (to, Position());

    if (sound && services.seek)
        services.seek (to);
    else
        jumpHost (to);

    heard.position = to;
    look ([&] (ViewState& v) { v.playhead = to; });
}

void Workspace::toggle (Panel panel)
{
    if (state.panel == panel)
        closePanel();
    else
        open (panel);
}

void Workspace::open (Panel panel)
{
    dropProposal();
    look (
        [&] (ViewState& v)
        {
            v.panel = panel;
            v.showsInspector |= panel == Panel::inspector;
        });
}

void Workspace::closePanel()
{
    incoming.reset();
    dropProposal();
    look ([] (ViewState& v) { v.panel = Panel::inspector; });
}

void Workspace::askToType (TypingPlace place)
{
    typing = place;
    tell (Changed::typing);
}

namespace
{

/** What stays in the middle makes all else glide. */
Follow followOf (const ViewState& v)
{
    return v.preferences.reducedMotion && v.follow == Follow::centre ? Follow::page : v.follow;
}

} // namespace

void Workspace::tick()
{
    if (! isHosted() && (! sound || ! services.transport))
        return;

    const auto wasPlaying = heard.playing;
    heard = listenNow();

    if (! heard.playing && ! wasPlaying)
    {
        if (heard.position != state.playhead)
            look ([&] (ViewState& v) { v.playhead = heard.position; });

        return;
    }

    look (
        [&] (ViewState& v)
        {
            v.playhead = heard.position;

            // A review keeps its marker in sight; and while a marker is dragged, the ground stays where it is.
            if (heard.playing && ! check.active && ! documentStore.isInGesture())
                v.scale = followed (v.scale, v.playhead, followOf (v));
        });

    if (heard.playing != wasPlaying)
        tell (Changed::playhead);
}

//======================================================================================================
void Workspace::setReview (Review next)
{
    if (next == check)
        return;

    if (rollsOf (next) != rollsOf (check) && services.remember)
        services.remember ("rolls", rollsOf (next));

    check = std::move (next);
    updateRows();
    keepReview();
    tell (Changed::review);
}

std::string Workspace::reviewName() const
{
    return document().media ? "review:" + document().media->path : "review:" + project;
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
    dropProposal();

    if (performAll (accepted.edits, accepted.name))
    {
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

//======================================================================================================
void Workspace::say (Message::Grade grade, const std::string& text)
{
    said = { grade, trMade (text), said.number + 1 };
    tell (Changed::message);
}

void Workspace::setKeys (KeyMap next)
{
    keyMap = std::move (next);

    if (services.remember)
        services.remember ("keys", keyMap.toText());

    tell (Changed::keys);
}

Workspace::Subscription Workspace::listen (Listener listener)
{
    auto kept = std::make_shared<Listener> (std::move (listener));
    listeners.push_back (kept);
    return { kept };
}

void Workspace::tell (Changed changed)
{
    // A listener may go, or another come, while they are called.
    const auto all = listeners;

    for (const auto& weak : all)
        if (const auto listener = weak.lock())
            (*listener) (changed);

    std::erase_if (listeners, [] (const auto& weak) { return weak.expired(); });
}

} // namespace earmark
