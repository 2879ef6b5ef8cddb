// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/ChapterFindings.h"
#include "Session/Paths.h"
#include "Session/Writing.h"

#include <algorithm>

// What is planned is written, one file after the other, or taken back.

namespace earmark
{

using State = WriteTarget::State;

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
        desk.happened (Desk::Event::written); // while the targets say what has come of it

        // Edits went on while the files were written.
        if (plannedFor != desk.store().current() && isShown())
            planAll();

        desk.tell (Changed::writing);
        desk.happened (Desk::Event::targets);
        askPlayers();
        return;
    }

    next->state = State::writing;
    desk.tell (Changed::writing);
    desk.services.writeChapters (
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
        target->reached.reset();
        identify (target->proof.findings, target->document->outline);
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
                               askPlayers();
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
