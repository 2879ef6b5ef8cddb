// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ReaperTitles.h"

#include "Formats/Techniques/Quoting.h"
#include "Model/ReaperName.h"

#include <format>

namespace earmark
{

namespace
{

std::string whyNoChapter (const ReaperName& name)
{
    switch (name.kind)
    {
        case ReaperName::Kind::action:
            return std::format ("The marker '{}' runs an action in REAPER; it is no chapter.",
                                quotable (name.title));
        case ReaperName::Kind::bound:
            return std::format ("The marker '{}' bounds what REAPER renders; it is no chapter.",
                                quotable (name.title));
        default:
            return std::format ("'{}' is there for Ultraschall itself; it is no chapter.",
                                quotable (name.title));
    }
}

} // namespace

std::optional<std::string> ReaperTitles::titleOf (std::string_view name, bool isRegion, Place where)
{
    auto meant = readReaperName (name);

    if (meant.kind == ReaperName::Kind::planned)
    {
        planned.push_back ({ std::move (meant.title), std::move (where) });
        return {};
    }

    if (meant.isForUltraschall() || (! meant.isChapter() && ! isRegion))
    {
        ++others;
        gathering.ignore (whyNoChapter (meant), std::move (where));
        return {};
    }

    prefixes += std::size_t (meant.kind == ReaperName::Kind::prefixed);
    return std::move (meant.title);
}

void ReaperTitles::settlePlanned()
{
    if (gathering.size() > 0)
    {
        others += planned.size();

        for (auto& [title, where] : planned)
            gathering.ignore (
                std::format ("'{}' is only planned in Ultraschall; it is no chapter yet.", quotable (title)),
                std::move (where));

        return;
    }

    for (auto& waiting : planned)
        gathering.addWaiting (std::move (waiting.title));

    gathering.ignoreMany (gathering.size(),
                          "The time of {} chapter that Ultraschall only plans; it waits at 0:00 for its own.",
                          "The times of {} chapters that Ultraschall only plans; they wait at 0:00 for "
                          "their own.");
}

Result<OutlineReading> ReaperTitles::finish (std::string_view whenEmpty) &&
{
    settlePlanned();
    gathering.ignoreMany (prefixes,
                          "The prefix for REAPER (CHAP= or #) of {} name.",
                          "The prefix for REAPER (CHAP= or #) of {} names.");
    return std::move (gathering).finish (others > 0 ? "None of its markers is a chapter." : whenEmpty);
}

} // namespace earmark
