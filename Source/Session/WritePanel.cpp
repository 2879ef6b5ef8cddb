// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include <algorithm>
#include <format>

namespace earmark
{

using State = WriteTarget::State;
using Tone = WriteLine::Tone;

namespace
{

std::string countOf (std::size_t count, const std::string& what)
{
    return std::format ("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string readBack (const WriteProof& proof)
{
    if (proof.chapters == 0)
        return "Read back: the file has no chapters.";

    const auto titled = [] (const std::string& title)
    { return title.empty() ? std::string ("one without a title") : "\u201c" + title + "\u201d"; };

    if (proof.chapters == 1)
        return std::format ("Read back: 1 chapter, {}.", titled (proof.first));

    return std::format (
        "Read back: {} chapters, from {} to {}.", proof.chapters, titled (proof.first), titled (proof.last));
}

void addPlan (const WriteTarget& target, std::vector<WriteLine>& lines)
{
    for (const auto& change : target.preview.changes)
        lines.push_back ({ Tone::plain, "Also: " + change });

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
            return "looking";
        case State::ready:
            return "ready";
        case State::unchanged:
            return "up to date";
        case State::refused:
            return "cannot be written";
        case State::waiting:
            return "waiting";
        case State::writing:
            return "writing";
        case State::written:
            return "written";
        case State::restoring:
            return "restoring";
        case State::restored:
            return "restored";
    }

    return {};
}

std::vector<WriteLine> linesOf (const WriteTarget& target)
{
    std::vector<WriteLine> lines;

    switch (target.state)
    {
        case State::planning:
            lines.push_back ({ Tone::quiet, "Finding out what a write would do." });
            break;

        case State::ready:
            if (! target.problem.empty())
                lines.push_back ({ Tone::bad, target.problem });

            lines.push_back ({ Tone::plain, countOf (target.preview.chapters, "chapter") + " to write." });
            addPlan (target, lines);
            break;

        case State::unchanged:
            if (! target.problem.empty())
                lines.push_back ({ Tone::bad, target.problem });

            lines.push_back ({ Tone::good, "It has exactly these chapters already." });
            break;

        case State::refused:
            lines.push_back ({ Tone::bad, target.problem });
            break;

        case State::waiting:
            lines.push_back ({ Tone::quiet, "Waits for its turn." });
            break;

        case State::writing:
            // Before the new file takes the old one's place it is looked through once more, which has no measure.
            lines.push_back ({ Tone::plain,
                               target.progress < 1
                                   ? std::format ("Writing: {} %", int (target.progress * 100))
                                   : std::string ("Checking what was written.") });
            break;

        case State::written:
            lines.push_back ({ Tone::good, readBack (target.proof) });
            lines.push_back ({ Tone::good, "Checked: every byte of audio and every other tag kept." });
            addPlan (target, lines);
            break;

        case State::restoring:
            lines.push_back ({ Tone::plain, "Taking the last write back." });
            break;

        case State::restored:
            lines.push_back ({ Tone::good, "The file is as it was before the last write." });
            lines.push_back ({ Tone::good, readBack (target.proof) });
            break;
    }

    return lines;
}

std::string headlineOf (const WritePanel& panel)
{
    if (panel.targets.empty())
        return "Add the audio files that get the chapters";

    if (panel.isStopping)
        return "Stopping";

    if (panel.isBusy())
        return panel.count (State::restoring) > 0 ? "Restoring" : "Writing";

    if (panel.count (State::planning) > 0)
        return "Looking at the files";

    if (const auto ready = panel.count (State::ready); ready > 0)
    {
        const auto first = std::ranges::find (panel.targets, State::ready, &WriteTarget::state);
        return std::format (
            "Write {} into {}", countOf (first->preview.chapters, "chapter"), countOf (ready, "file"));
    }

    if (const auto written = panel.count (State::written); written > 0)
        return countOf (written, "file") + " written";

    if (panel.count (State::restored) > 0)
        return "Restored";

    return panel.count (State::unchanged) > 0 ? "Nothing is left to write" : "Nothing can be written";
}

} // namespace earmark
