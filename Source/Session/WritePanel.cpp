// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include "Language/Translation.h"

#include <algorithm>
#include <format>

namespace earmark
{

using State = WriteTarget::State;
using Tone = WriteLine::Tone;

namespace
{

std::string readBack (const WriteProof& proof)
{
    if (proof.chapters == 0)
        return tr ("Read back: the file has no chapters.");

    const auto titled = [] (const std::string& title)
    { return title.empty() ? tr ("one without a title") : tr ("\u201c{}\u201d", title); };

    if (proof.chapters == 1)
        return tr ("Read back: 1 chapter, {}.", titled (proof.first));

    return tr (
        "Read back: {} chapters, from {} to {}.", proof.chapters, titled (proof.first), titled (proof.last));
}

void addPlan (const WriteTarget& target, std::vector<WriteLine>& lines)
{
    for (const auto& change : target.preview.changes)
        lines.push_back ({ Tone::plain, tr ("Also: {}", change) });

    for (const auto& notice : target.preview.notices)
        lines.push_back (
            { notice.grade == Notice::Grade::warning ? Tone::warning : Tone::quiet, notice.message });
}

} // namespace

bool WritePanel::isBusy() const
{
    return std::ranges::any_of (targets, &WriteTarget::isBusy);
}

bool WritePanel::isWriting() const
{
    return count (State::waiting) + count (State::writing) > 0;
}

std::size_t WritePanel::count (State state) const
{
    return std::size_t (std::ranges::count (targets, state, &WriteTarget::state));
}

bool WritePanel::canWrite() const
{
    return ! isBusy() && count (State::planning) == 0 && count (State::ready) > 0;
}

WriteTarget* WritePanel::find (const std::string& path)
{
    const auto found = std::ranges::find (targets, path, &WriteTarget::path);
    return found != targets.end() ? &*found : nullptr;
}

std::string wordFor (State state)
{
    switch (state)
    {
        case State::planning:
            return tr ("looking");
        case State::ready:
            return tr ("ready");
        case State::unchanged:
            return tr ("up to date");
        case State::refused:
            return tr ("cannot be written");
        case State::waiting:
            return tr ("waiting");
        case State::writing:
            return tr ("writing");
        case State::written:
            return tr ("written");
        case State::restoring:
            return tr ("restoring");
        case State::restored:
            return tr ("restored");
    }

    return {};
}

std::vector<WriteLine> linesOf (const WriteTarget& target)
{
    std::vector<WriteLine> lines;

    switch (target.state)
    {
        case State::planning:
            lines.push_back ({ Tone::quiet, tr ("Finding out what a write would do.") });
            break;

        case State::ready:
            if (! target.problem.empty())
                lines.push_back ({ Tone::bad, target.problem });

            lines.push_back (
                { Tone::plain,
                  tr (target.preview.chapters, "{} chapter to write.", "{} chapters to write.") });
            addPlan (target, lines);
            break;

        case State::unchanged:
            if (! target.problem.empty())
                lines.push_back ({ Tone::bad, target.problem });

            lines.push_back ({ Tone::good, tr ("It has exactly these chapters already.") });
            break;

        case State::refused:
            lines.push_back ({ Tone::bad, target.problem });
            break;

        case State::waiting:
            lines.push_back ({ Tone::quiet, tr ("Waits for its turn.") });
            break;

        case State::writing:
            // Before the new file takes the old one's place it is looked through once more, which has no measure.
            lines.push_back ({ Tone::plain,
                               target.progress < 1 ? tr ("Writing: {} %", int (target.progress * 100))
                                                   : tr ("Checking what was written.") });
            break;

        case State::written:
            lines.push_back ({ Tone::good, readBack (target.proof) });
            lines.push_back ({ Tone::good, tr ("Checked: every byte of audio and every other tag kept.") });
            addPlan (target, lines);
            break;

        case State::restoring:
            lines.push_back ({ Tone::plain, tr ("Taking the last write back.") });
            break;

        case State::restored:
            lines.push_back ({ Tone::good, tr ("The file is as it was before the last write.") });
            lines.push_back ({ Tone::good, readBack (target.proof) });
            break;
    }

    return lines;
}

std::string headlineOf (const WritePanel& panel)
{
    if (panel.targets.empty())
        return tr ("Add the audio files that get the chapters");

    if (panel.isStopping)
        return tr ("Stopping");

    if (panel.isBusy())
        return panel.count (State::restoring) > 0 ? tr ("Restoring") : tr ("Writing");

    if (panel.count (State::planning) > 0)
        return tr ("Looking at the files");

    if (const auto ready = panel.count (State::ready); ready > 0)
    {
        const auto first = std::ranges::find (panel.targets, State::ready, &WriteTarget::state);
        return tr ("Write {} into {}",
                   tr (first->preview.chapters, "{} chapter", "{} chapters"),
                   tr (ready, "{} file", "{} files"));
    }

    if (const auto written = panel.count (State::written); written > 0)
        return tr (written, "{} file written", "{} files written");

    if (panel.count (State::restored) > 0)
        return tr ("Restored");

    return panel.count (State::unchanged) > 0 ? tr ("Nothing is left to write")
                                              : tr ("Nothing can be written");
}

} // namespace earmark
