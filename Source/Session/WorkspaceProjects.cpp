// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <algorithm>
#include <format>
#include <functional>

// Projects: opened, saved, left, and found again after a crash. Whatever could lose something is asked about first.

namespace earmark
{

namespace
{

/** What people call it: the project's name, else the episode's or the audio's. */
std::string nameOf (const std::string& savedAs, const Outline& outline, const std::string& audio)
{
    return ! savedAs.empty()                 ? projectNameOf (savedAs)
           : ! outline.episode.title.empty() ? outline.episode.title
                                             : fileNameOf (audio);
}

std::string quoted (const std::string& name)
{
    return name.empty() ? tr ("a project without a name") : tr ("\u201c{}\u201d", name);
}

std::string chaptersIn (const Outline& outline)
{
    return tr (outline.chapters.size(), "{} chapter", "{} chapters");
}

Document documentOf (const Project& project)
{
    auto document = makeDocument (project.outline);
    document.media = project.audio;
    return document;
}

} // namespace

std::string Workspace::name() const
{
    return nameOf (project, document().outline, document().media ? document().media->path : std::string());
}

std::string Workspace::windowTitle() const
{
    const auto called = name();
    const auto star = isSaved() ? "" : " *";
    return called.empty() ? std::format ("Earmark{}", star)
                          : std::format ("{}{} \u2013 Earmark", called, star);
}

//======================================================================================================
void Workspace::ask (Prompt prompt)
{
    // What the user is about to do comes before what was found on the way.
    std::erase_if (prompts, [&] (const Prompt& p) { return p.kind == prompt.kind; });
    const auto isUrgent = prompt.kind == Prompt::Kind::leave || prompt.kind == Prompt::Kind::overwrite;
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

void Workspace::leave (const std::string& why, std::function<void()> then)
{
    documentStore.endGesture();

    if (isSaved())
        return then();

    ask ({ .kind = Prompt::Kind::leave,
           .text = tr ("Save the changes to {} before {}?", quoted (name()), why),
           .choices = { { tr ("Save"), [this, then] { saveProject (false, then); } },
                        { tr ("Don\u2019t save"), then },
                        { tr ("Cancel"), {} } } });
}

void Workspace::close()
{
    leave (tr ("closing"),
           [this]
           {
               if (services.keepUnsaved)
                   services.keepUnsaved (nullptr, project);

               if (services.quit)
                   services.quit();
           });
}

//======================================================================================================
void Workspace::openProject (const std::string& path)
{
    if (! services.readProject)
        return;

    // Read first: nobody should be asked to save for the sake of a file that cannot be opened.
    auto opened = services.readProject (path);

    if (! opened)
        return say (Message::Grade::error,
                    tr ("{} is not opened. {}", fileNameOf (path), opened.error().message));

    leave (tr ("opening another one"),
           [this, path, opened = std::move (*opened)]
           {
               showProject (documentOf (opened.project), path, Store::Saved::yes);
               const auto& notices = opened.notices;
               say (notices.empty() ? Message::Grade::info : Message::Grade::warning,
                    notices.empty() ? tr ("{} is open.", fileNameOf (path)) : notices.front().message);

               if (opened.audioIsMissing)
                   askForAudio (tr ("is not there any more"));
               else if (document().media)
                   loadMedia (document().media->path);
           });
}

void Workspace::newProject()
{
    leave (tr ("beginning a new one"),
           [this]
           {
               showProject ({}, {}, Store::Saved::yes);
               say (Message::Grade::info, tr ("A new project."));
           });
}

void Workspace::showProject (Document next, std::string path, Store::Saved saved)
{
    std::erase_if (prompts, [] (const Prompt& p) { return p.kind != Prompt::Kind::recovered; });
    forgetMedia();
    setReview (withRolls ({}, check.preRoll, check.postRoll));
    closePanel();

    writes.projectLeft();
    papers.projectLeft();
    watched.turn (false); // renders are of the project that was open

    pinForm.clear(); // names chapters that go
    project = std::move (path);
    onDisk = fingerprintOf (project);
    documentStore.reset (std::move (next), saved);
    look (
        [] (ViewState& v)
        {
            v.selection = {};
            v.filter.clear();
            v.playhead = {};
            v.range.reset();
            v.scale = showingAll (v.scale);
        });
    resumeReview();
    remember (project);
    tell (Changed::document | Changed::scale | Changed::media | Changed::review | Changed::prompt
          | Changed::writing);
}

void Workspace::forgetMedia()
{
    if (sound && services.pause)
        services.pause();

    if (services.closeMedia)
        services.closeMedia();

    loading.clear();
    sound.reset();
    forgetSound();
}

std::optional<std::size_t> Workspace::fingerprintOf (const std::string& path) const
{
    if (path.empty() || ! services.readDocument)
        return {};

    const auto bytes = services.readDocument (path);
    return bytes ? std::optional (std::hash<std::string>() (*bytes)) : std::nullopt;
}

void Workspace::saveProject (bool elsewhere, std::function<void()> then)
{
    if (! services.writeProject)
        return;

    if (elsewhere || project.empty())
    {
        if (services.chooseFile)
            services.chooseFile (FileKind::project,
                                 [this, then] (const std::string& path) { saveAs (path, then); });

        return;
    }

    // A file that has gone is made anew; one that has changed is somebody's work.
    if (const auto now = fingerprintOf (project); ! now || now == onDisk)
        writeProject (project, then);
    else
        askToOverwrite (project, tr ("has been changed by another program since it was opened here"), then);
}

void Workspace::saveAs (const std::string& path, const std::function<void()>& then)
{
    if (isProject (path) || toLowerAscii (path).ends_with (".json"))
        return writeProject (path, then);

    // Nobody has been asked about the name that it gets.
    const auto named = path + std::string (projectSuffix);

    if (fingerprintOf (named))
        askToOverwrite (named, tr ("is there already"), then);
    else
        writeProject (named, then);
}

void Workspace::askToOverwrite (const std::string& path,
                                const std::string& why,
                                const std::function<void()>& then)
{
    ask ({ .kind = Prompt::Kind::overwrite,
           .text = tr ("{} {}.", fileNameOf (path), why),
           .choices = { { tr ("Save over it"), [this, path, then] { writeProject (path, then); } },
                        { tr ("Save as\u2026"), [this, then] { saveProject (true, then); } },
                        { tr ("Cancel"), {} } } });
}

void Workspace::writeProject (const std::string& path, const std::function<void()>& then)
{
    documentStore.endGesture();

    if (const auto written = services.writeProject (path, document()); ! written)
        return say (Message::Grade::error,
                    tr ("{} is not saved. {}", fileNameOf (path), written.error().message));

    project = path;
    onDisk = fingerprintOf (path);
    documentStore.markSaved();
    remember (path);
    keepUnsaved();
    say (Message::Grade::info, tr ("Saved as {}.", fileNameOf (path)));
    tell (Changed::document);

    if (then)
        then();
}

//======================================================================================================
void Workspace::askForAudio (const std::string& why)
{
    const auto path = document().media->path;
    ask ({ .kind = Prompt::Kind::missingAudio,
           .text = tr ("\u201c{}\u201d {}. The chapters are all here.", path, why),
           .choices = { { tr ("Find it\u2026"),
                          [this, path, why]
                          {
                              if (! services.chooseFile)
                                  return;

                              // Who gives up looking is asked again: the question is not answered.
                              askForAudio (why);
                              services.chooseFile (FileKind::media,
                                                   [this] (const std::string& found) { loadMedia (found); });
                          } },
                        { tr ("Go on without"), {} } } });
}

void Workspace::askAboutOwnChapters()
{
    ask ({ .kind = Prompt::Kind::ownChapters,
           .text = tr (
               "\u201c{}\u201d has {} of its own.", fileNameOf (sound->path), chaptersIn (sound->chapters)),
           .choices = { { tr ("Take them"),
                          [this, theirs = sound->chapters]
                          {
                              auto outline = theirs;
                              outline.episode = document().outline.episode;
                              perform (ReplaceOutline { std::move (outline) });
                          } },
                        { tr ("Keep mine"), {} } } });
}

//======================================================================================================
void Workspace::keepUnsaved() const
{
    if (services.keepUnsaved)
        services.keepUnsaved (isSaved() ? nullptr : documentStore.current(), project);
}

void Workspace::offerRecovered()
{
    if (services.findRecovered)
        recovered = services.findRecovered();

    askAboutRecovered();
}

void Workspace::askAboutRecovered()
{
    if (recovered.empty())
        return;

    const auto work = recovered.front();
    recovered.erase (recovered.begin());
    const auto& outline = work.project.outline;
    const auto others = recovered.empty() ? std::string()
                                          : " "
                                                + tr (recovered.size(),
                                                      "There is more, from {} other time.",
                                                      "There is more, from {} other times.");
    ask ({ .kind = Prompt::Kind::recovered,
           .text = tr ("Earmark stopped before {} was saved. Recovered: {}, as of {}.{}",
                       quoted (nameOf (work.project.savedAs,
                                       outline,
                                       work.project.audio ? work.project.audio->path : std::string())),
                       chaptersIn (outline),
                       work.when,
                       others),
           .choices = { { tr ("Keep"), [this, work] { keepRecovered (work); } },
                        { tr ("Discard"),
                          [this, work]
                          {
                              services.discardRecovered (work.id);
                              say (Message::Grade::info, tr ("What was recovered is discarded."));
                              askAboutRecovered();
                          } },
                        { tr ("Ask me later"), {} } } });
}

void Workspace::keepRecovered (const RecoveredWork& work)
{
    leave (tr ("showing what was recovered"),
           [this, work]
           {
               showProject (documentOf (work.project), work.project.savedAs, Store::Saved::no);
               services.adoptRecovered (work.id);
               keepUnsaved();
               say (Message::Grade::info,
                    tr ("Recovered {}; save them to keep them for good.", chaptersIn (work.project.outline)));

               if (document().media)
                   loadMedia (document().media->path);
           });
}

} // namespace earmark
