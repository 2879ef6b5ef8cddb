// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Projects.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/Paths.h"

#include <format>
#include <functional>
#include <utility>

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
    document.timedFor = project.timedFor;
    return document;
}

} // namespace

std::string Projects::name() const
{
    return nameOf (savedAs,
                   desk.document().outline,
                   desk.document().media ? desk.document().media->path : std::string());
}

std::string Projects::windowTitle() const
{
    const auto called = name();
    const auto star = desk.store().isSaved() ? "" : " *";
    return called.empty() ? std::format ("Earmark{}", star)
                          : std::format ("{}{} \u2013 Earmark", called, star);
}

//======================================================================================================
void Projects::leave (const std::string& why, std::function<void()> then)
{
    desk.store().endGesture();

    if (desk.store().isSaved())
        return then();

    desk.ask ({ .kind = Prompt::Kind::leave,
                .text = tr ("Save the changes to {} before {}?", quoted (name()), why),
                .choices = { { tr ("Save"), [this, then] { save (false, then); } },
                             { tr ("Don\u2019t save"), then },
                             { tr ("Cancel"), {} } } });
}

void Projects::close()
{
    leave (tr ("closing"),
           [this]
           {
               if (desk.services.keepUnsaved)
                   desk.services.keepUnsaved (nullptr, savedAs);

               if (desk.services.quit)
                   desk.services.quit();
           });
}

//======================================================================================================
void Projects::open (const std::string& path)
{
    if (! desk.services.readProject)
        return;

    // Read first: nobody should be asked to save for the sake of a file that cannot be opened.
    auto opened = desk.services.readProject (path);

    if (! opened)
        return desk.say (Message::Grade::error,
                         tr ("{} is not opened. {}", fileNameOf (path), trMade (opened.error().message)));

    leave (tr ("opening another one"),
           [this, path, opened = std::move (*opened)]
           {
               show (documentOf (opened.project), path, Store::Saved::yes);
               const auto& notices = opened.notices;
               desk.say (notices.empty() ? Message::Grade::info : Message::Grade::warning,
                         notices.empty() ? tr ("{} is open.", fileNameOf (path))
                                         : trMade (notices.front().message));

               if (opened.audioIsMissing)
                   audio.askFor (tr ("is not there any more"));
               else if (desk.document().media)
                   audio.load (desk.document().media->path);
           });
}

void Projects::beginNew()
{
    leave (tr ("beginning a new one"),
           [this]
           {
               show ({}, {}, Store::Saved::yes);
               desk.say (Message::Grade::info, tr ("A new project."));
           });
}

void Projects::show (Document next, std::string path, Store::Saved saved)
{
    desk.happened (Desk::Event::projectLeft);
    savedAs = std::move (path);
    leftBy.clear();
    onDisk = fingerprintOf (savedAs);
    desk.store().reset (std::move (next), saved);
    desk.look (
        [] (ViewState& v)
        {
            v.selection = {};
            v.filter.clear();
            v.playhead = {};
            v.range.reset();
            v.scale = showingAll (v.scale);
        });
    desk.resumeReview();
    recent.add (savedAs);
    desk.tell (Changed::document | Changed::scale | Changed::media | Changed::review | Changed::prompt
               | Changed::writing);
}

std::optional<std::size_t> Projects::fingerprintOf (const std::string& path) const
{
    if (path.empty() || ! desk.services.readDocument)
        return {};

    const auto bytes = desk.services.readDocument (path);
    return bytes ? std::optional (std::hash<std::string>() (*bytes)) : std::nullopt;
}

/** Beside what it was last saved as, else beside its audio. */
std::string Projects::folderToSaveIn() const
{
    const auto& media = desk.document().media;
    return folderOf (! savedAs.empty() ? savedAs : media ? media->path : std::string());
}

void Projects::save (bool elsewhere, std::function<void()> then)
{
    if (! desk.services.writeProject)
        return;

    if (elsewhere || savedAs.empty())
    {
        if (desk.services.chooseFile)
            desk.services.chooseFile ({ FileKind::project, {}, folderToSaveIn() },
                                      [this, then = std::move (then)] (const std::string& path)
                                      { saveAs (path, then); });

        return;
    }

    // A file that has gone is made anew; one that has changed is somebody's work.
    if (const auto now = fingerprintOf (savedAs); ! now || now == onDisk)
        write (savedAs, then);
    else
        askToOverwrite (savedAs, tr ("has been changed by another program since it was opened here"), then);
}

void Projects::saveAs (const std::string& path, const std::function<void()>& then)
{
    if (isProject (path) || toLowerAscii (path).ends_with (".json"))
        return write (path, then);

    // Nobody has been asked about the name that it gets.
    const auto named = path + std::string (projectSuffix);

    if (fingerprintOf (named))
        askToOverwrite (named, tr ("is there already"), then);
    else
        write (named, then);
}

void Projects::askToOverwrite (const std::string& path,
                               const std::string& why,
                               const std::function<void()>& then)
{
    desk.ask ({ .kind = Prompt::Kind::overwrite,
                .text = tr ("{} {}.", fileNameOf (path), why),
                .choices = { { tr ("Save over it"), [this, path, then] { write (path, then); } },
                             { tr ("Save as\u2026"), [this, then] { save (true, then); } },
                             { tr ("Cancel"), {} } } });
}

/** The history ends with the window: what the project was before the first save is kept in a file of its own, and later what another
    program has made of it. */
Result<void> Projects::keepPrevious (const std::string& path)
{
    const auto ours = leftBy.find (path);
    const auto isOurs = ours != leftBy.end() && ours->second == fingerprintOf (path);
    return isOurs || ! desk.services.keepPrevious ? Result<void>() : desk.services.keepPrevious (path);
}

void Projects::write (const std::string& path, const std::function<void()>& then)
{
    desk.store().endGesture();
    const auto kept = keepPrevious (path);

    if (const auto written = desk.services.writeProject (path, *cuts.toKeep()); ! written)
        return desk.say (Message::Grade::error,
                         tr ("{} is not saved. {}", fileNameOf (path), trMade (written.error().message)));

    savedAs = path;
    onDisk = leftBy[path] = fingerprintOf (path);
    desk.store().markSaved();
    recent.add (path);
    keepUnsaved();
    desk.say (kept ? Message::Grade::info : Message::Grade::warning,
              kept ? tr ("Saved as {}.", fileNameOf (path))
                   : tr ("Saved as {}, but what it was before is not kept beside it. {}",
                         fileNameOf (path),
                         trMade (kept.error().message)));
    desk.tell (Changed::document);

    if (then)
        then();
}

//======================================================================================================
void Projects::keepUnsaved() const
{
    if (desk.services.keepUnsaved)
        desk.services.keepUnsaved (desk.store().isSaved() ? nullptr : cuts.toKeep(), savedAs);
}

void Projects::offerRecovered()
{
    if (desk.services.findRecovered)
        recovered = desk.services.findRecovered();

    askAboutRecovered();
}

void Projects::askAboutRecovered()
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
    desk.ask ({ .kind = Prompt::Kind::recovered,
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
                                   desk.services.discardRecovered (work.id);
                                   desk.say (Message::Grade::info, tr ("What was recovered is discarded."));
                                   askAboutRecovered();
                               } },
                             { tr ("Ask me later"), {} } } });
}

void Projects::keepRecovered (const RecoveredWork& work)
{
    leave (tr ("showing what was recovered"),
           [this, work]
           {
               show (documentOf (work.project), work.project.savedAs, Store::Saved::no);
               desk.services.adoptRecovered (work.id);
               keepUnsaved();
               desk.say (
                   Message::Grade::info,
                   tr ("Recovered {}; save them to keep them for good.", chaptersIn (work.project.outline)));

               if (desk.document().media)
                   audio.load (desk.document().media->path);
           });
}

} // namespace earmark
