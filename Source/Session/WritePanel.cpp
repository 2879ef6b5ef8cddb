// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

using State = WriteTarget::State;

bool WriteTarget::isAllClear() const
{
    return (state == State::ready || state == State::unchanged || state == State::written)
           && std::ranges::all_of (findings(),
                                   [] (const Finding& finding)
                                   { return finding.rule->grade == LintRule::Grade::advice; });
}

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

std::vector<WriteFix> fixesOf (const WriteTarget& target)
{
    auto fixes = fixesFor (target.findings());
    const auto& preview = target.preview;

    if (! preview.otherTags.empty() && ! preview.replacesTags)
        fixes.push_back (WriteFix::replaceTags);
    else if (! preview.otherTags.empty() && target.state != State::written)
        fixes.push_back (WriteFix::keepTags);

    return fixes;
}

const WriteTarget* WritePanel::find (const std::string& path) const
{
    const auto found = std::ranges::find (targets, path, &WriteTarget::path);
    return found != targets.end() ? &*found : nullptr;
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
