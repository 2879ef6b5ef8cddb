// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ReaperTitles.h"

#include "Foundation/Text.h"
#include "Model/ReaperName.h"

#include <format>

namespace earmark
{

std::optional<std::string> ReaperTitles::titleOf (std::string_view name, bool isRegion, Place where)
{
    auto meant = readReaperName (name);

    if (! meant.isChapter() && ! isRegion)
    {
        ++others;
        const auto quoted = truncateUtf8 (meant.title, 60);
        gathering.ignore (
            meant.kind == ReaperName::Kind::action
                ? std::format ("The marker '{}' runs an action in REAPER; it is no chapter.", quoted)
                : std::format ("The marker '{}' bounds what REAPER renders; it is no chapter.", quoted),
            std::move (where));
        return {};
    }

    prefixes += std::size_t (meant.kind == ReaperName::Kind::prefixed);
    return std::move (meant.title);
}

Result<OutlineReading> ReaperTitles::finish (std::string_view whenEmpty) &&
{
    gathering.ignoreMany (prefixes,
                          "The prefix for REAPER (CHAP= or #) of {} name.",
                          "The prefix for REAPER (CHAP= or #) of {} names.");
    return std::move (gathering).finish (others > 0 ? "None of its markers is a chapter." : whenEmpty);
}

} // namespace earmark
