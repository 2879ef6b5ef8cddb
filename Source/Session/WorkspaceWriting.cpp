// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <algorithm>

// Chapters on their way into audio files: one file after the other, each planned, shown, written and read back.

namespace earmark
{

using State = WriteTarget::State;

bool Workspace::showsTargets() const
{
    return state.panel == Panel::write || state.panel == Panel::players;
}

/** False where there was one. */
bool Workspace::makeOutgoing()
{
    if (outgoing)
        return false;

    outgoing = WritePanel();

    if (const auto profiles = services.writeProfiles ? services.writeProfiles() : std::vector<WriteProfile>();
        ! profiles.empty())
        outgoing->wishes.profile = profiles.front().id;

    if (sound)
        addWriteTarget (sound->path);

    return true;
}

void Workspace::openTargets (Panel panel)
{
    if (! services.planWrite)
        return;

    // From one page about them to another nothing changes; else somebody may have changed the files.
    const auto wereShown = showsTargets();
    const auto isNew = makeOutgoing();
    open (panel);

    if (! isNew && (! wereShown || plannedFor != store.current()))
        planAll();

    askPlayers();
    tell (Changed::writing);
}

void Workspace::openWritePanel()
{
    openTargets (Panel::write);
}

void Workspace::addWriteTarget (const std::string& path)
{
    if (! outgoing || path.empty() || outgoing->find (path) != nullptr)
        return;

    outgoing->targets.push_back ({ .path = path, .name = fileNameOf (path) });
    plannedFor = store.current();
    plan (outgoing->targets.back());
    tell (Changed::writing);
}

void Workspace::removeWriteTarget (const std::string& path)
{
    if (! outgoing)
        return;

    std::erase_if (outgoing->targets, [&] (const WriteTarget& t) { return t.path == path && ! t.isBusy(); });
    tell (Changed::writing);
}

void Workspace::setWriteProfile (const std::string& id)
{
    if (! outgoing || outgoing->isBusy() || outgoing->wishes.profile == id)
        return;

    outgoing->wishes.profile = id;
    planAll();
}

void Workspace::applyFix (WriteFix fix)
{
    if (! outgoing || outgoing->isBusy())
        return;

    if (fix == WriteFix::firstAtZero && ! chapters().empty())
    {
        perform (MoveChapter { chapters().front().id, Position() });
        return;
    }

    outgoing->wishes.squarePictures |= fix == WriteFix::squarePictures;
    outgoing->wishes.removesCueSheet |= fix == WriteFix::removeCueSheet;
    planAll();
}

void Workspace::showAdvice (bool shows)
{
    if (! outgoing)
        return;

    outgoing->showsAdvice = shows;
    tell (Changed::writing);
}

void Workspace::planAll()
{
    if (! outgoing || outgoing->isBusy())
        return;

    plannedFor = store.current();

    // All of them before the first answer comes.
    for (auto& target : outgoing->targets)
    {
        target.problem.clear();
        target.state = State::planning;
    }

    for (std::size_t i = 0; i < outgoing->targets.size(); ++i)
        plan (outgoing->targets[i]);

    tell (Changed::writing);
}

void Workspace::plan (WriteTarget& target)
{
    target.state = State::planning;
    const auto number = ++target.asked;
    services.planWrite (target.path,
                        document().outline,
                        outgoing->wishes,
                        [this, path = target.path, number] (Result<WritePreview> planned)
                        {
                            auto* found = outgoing ? outgoing->find (path) : nullptr;

                            if (found == nullptr || found->asked != number)
                                return;

                            if (planned)
                            {
                                found->preview = std::move (*planned);
                                found->state =
                                    found->preview.changesNothing ? State::unchanged : State::ready;
                            }
                            else
                            {
                                found->preview = {};
                                found->problem = trMade (planned.error().message);
                                found->state = State::refused;
                            }

                            tell (Changed::writing);
                            askPlayers();
                            carryOnPublishing();
                        });
}

//======================================================================================================
void Workspace::writeTargets()
{
    if (! outgoing || ! outgoing->canWrite() || ! services.writeChapters)
        return;

    for (auto& target : outgoing->targets)
        if (target.state == State::ready)
        {
            target.state = State::waiting;
            target.problem.clear();
            target.progress = 0;
        }

    outgoing->isStopping = false;
    writeNext();
}

void Workspace::writeNext()
{
    const auto next = std::ranges::find (outgoing->targets, State::waiting, &WriteTarget::state);

    if (next == outgoing->targets.end())
    {
        tellOutcome();
        outgoing->isStopping = false;

        // Edits went on while the files were written.
        if (plannedFor != store.current() && showsTargets())
            planAll();

        tell (Changed::writing);
        askPlayers();

        if (papers && papers->publishing == DocumentsPage::Publishing::audio)
            publishDocuments();

        return;
    }

    next->state = State::writing;
    tell (Changed::writing);
    services.writeChapters (
        next->path,
        next->preview,
        [this, path = next->path] (double progress)
        {
            if (auto* target = outgoing->find (path); target != nullptr && target->state == State::writing)
            {
                target->progress = progress;
                tell (Changed::writing);
            }
        },
        [this, path = next->path] (Result<WriteProof> proof)
        {
            written (path, std::move (proof));
            writeNext();
        });
}

void Workspace::written (const std::string& path, Result<WriteProof> proof)
{
    auto* target = outgoing->find (path);

    if (target == nullptr)
        return;

    if (proof)
    {
        target->state = target->state == State::restoring ? State::restored : State::written;
        target->proof = std::move (*proof);
        target->preview.canRestore = target->state == State::written && services.restore != nullptr;
        return;
    }

    // The file may be another one by now, so that it is looked at again.
    target->problem =
        outgoing->isStopping ? tr ("Stopped; the file is as it was.") : trMade (proof.error().message);
    plan (*target);
}

void Workspace::tellOutcome()
{
    const auto written = outgoing->count (State::written);
    const auto failed =
        std::ranges::count_if (outgoing->targets, [] (const WriteTarget& t) { return ! t.problem.empty(); });

    if (outgoing->isStopping)
        say (Message::Grade::info, tr ("Stopped; what is not written yet is as it was."));
    else if (failed > 0)
        say (Message::Grade::error,
             tr ("{} of {} files not written; the panel says why.", failed, outgoing->targets.size()));
    else if (written > 0)
        say (Message::Grade::info,
             tr (written, "The chapters are in {} file.", "The chapters are in {} files."));
}

void Workspace::stopWriting()
{
    if (! outgoing || ! outgoing->isBusy())
        return;

    outgoing->isStopping = true;

    for (auto& target : outgoing->targets)
        if (target.state == State::waiting)
            target.state = State::ready;

    if (services.stopWriting)
        services.stopWriting();

    tell (Changed::writing);
}

void Workspace::restore (const std::string& path)
{
    auto* target = outgoing ? outgoing->find (path) : nullptr;

    if (target == nullptr || outgoing->isWriting() || ! target->canRestore() || ! services.restore)
        return;

    ++target->asked;
    target->state = State::restoring;
    target->problem.clear();
    tell (Changed::writing);
    services.restore (path,
                      [this, path] (Result<WriteProof> proof)
                      {
                          const auto done = proof.has_value();
                          written (path, std::move (proof));
                          outgoing->isStopping = outgoing->isStopping && outgoing->isBusy();

                          if (done)
                              say (Message::Grade::info, tr ("The last write is taken back."));

                          tell (Changed::writing);
                          askPlayers();
                      });
}

void Workspace::saveProofPage (const std::string& path)
{
    if (! outgoing || ! services.writeProofPage)
        return;

    std::vector<WriteProof> proofs;

    for (const auto& target : outgoing->targets)
        if (target.isProven())
            proofs.push_back (target.proof);

    if (const auto saved = services.writeProofPage (path, proofs); ! saved)
        say (Message::Grade::error, saved.error().message);
    else
        say (Message::Grade::info, tr ("The proof is in {}.", fileNameOf (path)));
}

} // namespace earmark
