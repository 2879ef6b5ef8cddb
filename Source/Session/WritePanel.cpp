// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include <algorithm>
#include <format>

namespace earmark
{

using State = WriteTarget::State;

namespace
{

std::string countOf (std::size_t count, const std::string& what)
{
    return std::format ("{} {}{}", count, what, count == 1 ? "" : "s");
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

bool WritePanel::hasProof() const
{
    return std::ranges::any_of (targets, &WriteTarget::isProven);
}

std::vector<WriteFix> WritePanel::fixes() const
{
    Findings all;

    for (const auto& target : targets)
        if (target.state == State::ready || target.state == State::unchanged
            || target.state == State::written)
            all.append_range (target.findings());

    return fixesFor (all);
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
