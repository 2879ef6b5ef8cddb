// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include "Language/Translation.h"
#include "Session/Paths.h"

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
/** What was said is about the document from before, unless it was said of this very change. */
bool Workspace::change (const std::function<Result<void>()>& make)
{
    const auto before = documentStore.current();
    const auto last = said.number;
    const auto done = make();

    if (! done)
        say (Message::Grade::error, done.error().message);
    else if (documentStore.current() != before && said.number == last)
        hush();

    return done.has_value();
}

bool Workspace::perform (const Edit& edit, const std::string& series)
{
    return change ([&] { return documentStore.perform (edit, series); });
}

bool Workspace::performAll (const std::vector<Edit>& edits, const std::string& name)
{
    return change ([&] { return documentStore.performAll (edits, name); });
}

void Workspace::performInGesture (const Edit& edit)
{
    change ([&] { return documentStore.performInGesture (edit); });
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
    if (documentStore.isInGesture())
        return cancelGesture();

    if (! documentStore.canUndo())
        return;

    const auto step = documentStore.steps().current();
    const auto name = documentStore.steps().all()[step].name;
    travelTo (step - 1);
    say (Message::Grade::info, tr ("Undone: {}", trMade (name)));
}

void Workspace::redo()
{
    if (documentStore.isInGesture())
        return cancelGesture();

    if (! documentStore.canRedo())
        return;

    travelTo (documentStore.steps().current() + 1);
    say (Message::Grade::info,
         tr ("Redone: {}", trMade (documentStore.steps().all()[documentStore.steps().current()].name)));
}

void Workspace::goToStep (std::size_t step)
{
    travelTo (step);
    hush();
}

void Workspace::travelTo (std::size_t step)
{
    const auto left = documentStore.steps().current();
    const auto before = documentStore.beforeGesture();
    const auto selected = state.selection;
    documentStore.goTo (step);
    showChange (*before, selected);
    showAcceptances (left, documentStore.steps().current());
}

void Workspace::documentChanged()
{
    const auto selection = cleaned (state.selection, chapters());

    // A proposal is about a document that is no more.
    const auto hadProposal = pending.has_value();
    pending.reset();

    check = continued (check, chapters(), selection.focus);
    updateTotal();
    updateRows();

    const auto changed = selection != state.selection;
    state.selection = selection;
    tell (Changed::document | Changed::review | (changed ? Changed::selection : Changed::nothing)
          | (hadProposal ? Changed::panels : Changed::nothing));

    outlineIn.documentChanged();
    cuts.documentChanged();
    timeline.documentChanged();

    if (! documentStore.isInGesture())
    {
        keepReview();
        project.keepUnsaved();
        audioFile.documentChanged();

        writingOut.documentChanged();
        documentsOut.documentChanged();
        watched.update();
    }
}

void Workspace::happened (Event event)
{
    switch (event)
    {
        case Event::projectLeft:
            leaveProject();
            break;

        case Event::documentTaken:
            cuts.documentTaken();
            break;

        case Event::audioForgotten:
            played.audioForgotten();
            break;

        case Event::audioOpened:
            cuts.audioOpened();
            writingOut.audioOpened();
            break;

        case Event::audioHeard:
            cuts.audioHeard();
            break;

        case Event::hostReachedFarther:
            updateTotal();
            break;

        case Event::targets:
            playersShown.targetsChanged();
            documentsOut.targetsChanged();
            break;

        case Event::wishes:
            watched.update();
            break;

        case Event::written:
            documentsOut.targetsWritten();
            break;
    }
}

void Workspace::leaveProject()
{
    std::erase_if (prompts, [] (const Prompt& p) { return p.kind != Prompt::Kind::recovered; });
    audioFile.forget();
    cuts.projectLeft();
    setReview (withRolls ({}, check.preRoll, check.postRoll));
    closePanel();

    documentsOut.projectLeft(); // before the list of files goes that it may wait for
    writingOut.projectLeft();
    watched.turn (false); // renders are of the project that was open

    pinForm.clear(); // names chapters that go
}

//======================================================================================================
void Workspace::openFile (const std::string& path, bool directly)
{
    if (isProject (path))
        return project.open (path);

    if (services.isAudio && services.isAudio (path))
    {
        audioFile.load (path);
        return;
    }

    if (! services.readDocument)
        return;

    auto bytes = services.readDocument (path);

    if (! bytes)
    {
        say (Message::Grade::error,
             tr ("{} is not opened. {}", fileNameOf (path), trMade (bytes.error().message)));
        return;
    }

    takeText (std::move (*bytes), path);
    const auto& preview = outlineIn.preview();

    if (! preview || ! preview->reading)
        return;

    recents.add (path);

    if (directly && preview->reading->questions.empty() && ! preview->reading->isUntimed)
        outlineIn.accept();
}

/** No list of cuts, not even one with a mistake in it: that has no titles. */
bool Workspace::isOutlineAlone (const std::string& bytes, const std::string& name) const
{
    if (! services.readOutline || services.readCuts (bytes))
        return false;

    const auto reading = services.readOutline (bytes, name, {}, {});
    return reading && ! reading->isUntimed && ! reading->outline.chapters.empty()
           && std::ranges::none_of (reading->outline.chapters,
                                    [] (const Chapter& c) { return c.title.empty(); });
}

void Workspace::takeText (std::string bytes, const std::string& name)
{
    // Where it is asked what was removed, a document says it.
    if (state.panel == Panel::findCut && services.readCuts && ! isOutlineAlone (bytes, name))
        return listCuts (std::move (bytes));

    cutList.clear();
    outlineIn.begin (std::move (bytes), name);
}

//======================================================================================================
void Workspace::ask (Prompt prompt)
{
    // What the user is about to do comes before what was found on the way.
    std::erase_if (prompts, [&] (const Prompt& p) { return p.kind == prompt.kind; });
    const auto isUrgent = prompt.kind == Prompt::Kind::leave || prompt.kind == Prompt::Kind::overwrite;

    if (isAboutWhatWasDone (prompt.kind))
        askedInPanel = prompt.kind;

    prompts.insert (isUrgent ? prompts.begin() : prompts.end(), std::move (prompt));
    tell (Changed::prompt);
}

void Workspace::answerPrompt (std::size_t choice)
{
    if (prompts.empty() || choice >= prompts.front().choices.size())
        return;

    const auto answered = std::move (prompts.front());
    prompts.erase (prompts.begin());
    tell (Changed::prompt);

    if (answered.choices[choice].run)
        answered.choices[choice].run();
}

void Workspace::withdraw (Prompt::Kind kind)
{
    std::erase_if (prompts, [&] (const Prompt& p) { return p.kind == kind; });
    tell (Changed::prompt);
}

//======================================================================================================
void Workspace::say (Message::Grade grade, const std::string& text)
{
    said = { grade, trMade (text), said.number + 1 };
    tell (Changed::message);
}

void Workspace::hush()
{
    if (said.text.empty())
        return;

    said.text.clear();
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
