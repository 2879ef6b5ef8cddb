// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Writing.h"

#include "Language/Translation.h"
#include "Session/Paths.h"

#include <algorithm>

namespace earmark
{

using State = WriteTarget::State;

bool Writing::isShown() const
{
    return desk.view().panel == Panel::write || desk.view().panel == Panel::players;
}

/** False where there was one. */
bool Writing::make()
{
    if (outgoing)
        return false;

    outgoing = WritePanel();

    if (const auto profiles =
            desk.services.writeProfiles ? desk.services.writeProfiles() : std::vector<WriteProfile>();
        ! profiles.empty())
        outgoing->wishes.profile = profiles.front().id;

    if (desk.media())
        add (desk.media()->path);

    return true;
}

/** True where there was one that could go. */
bool Writing::forget()
{
    if (! outgoing || outgoing->isBusy())
        return false;

    outgoing.reset();
    desk.happened (Desk::Event::targets);
    return true;
}

void Writing::open (Panel page)
{
    if (! desk.services.planWrite)
        return;

    // From one page about them to another nothing changes; else somebody may have changed the files.
    const auto wereShown = isShown();
    const auto isNew = make();
    desk.open (page);

    if (! isNew && (! wereShown || plannedFor != desk.store().current()))
        planAll();

    desk.happened (Desk::Event::targets);
    desk.tell (Changed::writing);
}

void Writing::prepare()
{
    if (! make() && plannedFor != desk.store().current())
        planAll();
}

void Writing::documentChanged()
{
    if (isShown() && plannedFor != desk.store().current())
        planAll();
}

void Writing::mediaOpened (const std::string& path)
{
    if (outgoing && outgoing->find (path) == nullptr && forget() && isShown())
        open (desk.view().panel);
}

void Writing::projectLeft()
{
    forget();
}

void Writing::add (const std::string& path)
{
    if (! outgoing || path.empty() || outgoing->find (path) != nullptr)
        return;

    outgoing->targets.push_back ({ .path = path, .name = fileNameOf (path) });
    plannedFor = desk.store().current();
    plan (outgoing->targets.back());
    desk.tell (Changed::writing);
}

void Writing::remove (const std::string& path)
{
    if (! outgoing)
        return;

    std::erase_if (outgoing->targets, [&] (const WriteTarget& t) { return t.path == path && ! t.isBusy(); });
    desk.tell (Changed::writing);
}

void Writing::setProfile (const std::string& id)
{
    if (! outgoing || outgoing->isBusy() || outgoing->wishes.profile == id)
        return;

    outgoing->wishes.profile = id;
    planAll();
}

void Writing::apply (WriteFix fix)
{
    if (! outgoing || outgoing->isBusy())
        return;

    if (const auto& chapters = desk.store().chapters(); fix == WriteFix::firstAtZero && ! chapters.empty())
    {
        desk.perform (MoveChapter { chapters.front().id, Position() }, {});
        return;
    }

    outgoing->wishes.squarePictures |= fix == WriteFix::squarePictures;
    outgoing->wishes.removesCueSheet |= fix == WriteFix::removeCueSheet;
    planAll();
}

void Writing::showAdvice (bool shows)
{
    if (! outgoing)
        return;

    outgoing->showsAdvice = shows;
    desk.tell (Changed::writing);
}

void Writing::planAll()
{
    if (! outgoing || outgoing->isBusy())
        return;

    plannedFor = desk.store().current();

    // All of them before the first answer comes.
    for (auto& target : outgoing->targets)
    {
        target.problem.clear();
        target.state = State::planning;
    }

    for (std::size_t i = 0; i < outgoing->targets.size(); ++i)
        plan (outgoing->targets[i]);

    desk.tell (Changed::writing);
}

void Writing::plan (WriteTarget& target)
{
    target.state = State::planning;
    const auto number = ++target.asked;
    desk.services.planWrite (target.path,
                             desk.document().outline,
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

                                 desk.tell (Changed::writing);
                                 desk.happened (Desk::Event::targets);
                             });
}

//======================================================================================================
void Writing::start()
{
    if (! outgoing || ! outgoing->canWrite() || ! desk.services.writeChapters)
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

void Writing::writeNext()
{
    const auto next = std::ranges::find (outgoing->targets, State::waiting, &WriteTarget::state);

    if (next == outgoing->targets.end())
    {
        tellOutcome();
        outgoing->isStopping = false;

        // Edits went on while the files were written.
        if (plannedFor != desk.store().current() && isShown())
            planAll();

        desk.tell (Changed::writing);
        desk.happened (Desk::Event::targets);
        desk.happened (Desk::Event::written);
        return;
    }

    next->state = State::writing;
    desk.tell (Changed::writing);
    desk.services.writeChapters (
        next->path,
        next->preview,
        [this, path = next->path] (double progress)
        {
            if (auto* target = outgoing->find (path); target != nullptr && target->state == State::writing)
            {
                target->progress = progress;
                desk.tell (Changed::writing);
            }
        },
        [this, path = next->path] (Result<WriteProof> proof)
        {
            written (path, std::move (proof));
            writeNext();
        });
}

void Writing::written (const std::string& path, Result<WriteProof> proof)
{
    auto* target = outgoing->find (path);

    if (target == nullptr)
        return;

    if (proof)
    {
        target->state = target->state == State::restoring ? State::restored : State::written;
        target->proof = std::move (*proof);
        target->preview.canRestore = target->state == State::written && desk.services.restore != nullptr;
        return;
    }

    // The file may be another one by now, so that it is looked at again.
    target->problem =
        outgoing->isStopping ? tr ("Stopped; the file is as it was.") : trMade (proof.error().message);
    plan (*target);
}

void Writing::tellOutcome()
{
    const auto written = outgoing->count (State::written);
    const auto failed =
        std::ranges::count_if (outgoing->targets, [] (const WriteTarget& t) { return ! t.problem.empty(); });

    if (outgoing->isStopping)
        desk.say (Message::Grade::info, tr ("Stopped; what is not written yet is as it was."));
    else if (failed > 0)
        desk.say (Message::Grade::error,
                  tr ("{} of {} files not written; the panel says why.", failed, outgoing->targets.size()));
    else if (written > 0)
        desk.say (Message::Grade::info,
                  tr (written, "The chapters are in {} file.", "The chapters are in {} files."));
}

void Writing::stop()
{
    if (! outgoing || ! outgoing->isBusy())
        return;

    outgoing->isStopping = true;

    for (auto& target : outgoing->targets)
        if (target.state == State::waiting)
            target.state = State::ready;

    if (desk.services.stopWriting)
        desk.services.stopWriting();

    desk.tell (Changed::writing);
}

void Writing::restore (const std::string& path)
{
    auto* target = outgoing ? outgoing->find (path) : nullptr;

    if (target == nullptr || outgoing->isWriting() || ! target->canRestore() || ! desk.services.restore)
        return;

    ++target->asked;
    target->state = State::restoring;
    target->problem.clear();
    desk.tell (Changed::writing);
    desk.services.restore (path,
                           [this, path] (Result<WriteProof> proof)
                           {
                               const auto done = proof.has_value();
                               written (path, std::move (proof));
                               outgoing->isStopping = outgoing->isStopping && outgoing->isBusy();

                               if (done)
                                   desk.say (Message::Grade::info, tr ("The last write is taken back."));

                               desk.tell (Changed::writing);
                               desk.happened (Desk::Event::targets);
                           });
}

void Writing::saveProof (const std::string& path)
{
    if (! outgoing || ! desk.services.writeProofPage)
        return;

    std::vector<WriteProof> proofs;

    for (const auto& target : outgoing->targets)
        if (target.isProven())
            proofs.push_back (target.proof);

    if (const auto saved = desk.services.writeProofPage (path, proofs); ! saved)
        desk.say (Message::Grade::error, saved.error().message);
    else
        desk.say (Message::Grade::info, tr ("The proof is in {}.", fileNameOf (path)));
}

} // namespace earmark
