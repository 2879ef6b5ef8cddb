// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WriteFix.h"

#include "Language/Translation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace earmark
{

namespace
{

constexpr std::array<std::pair<std::string_view, WriteFix>, 8> table { {
    { "picture-not-square", WriteFix::squarePictures },
    { "picture-many-pixels", WriteFix::squarePictures },
    { "picture-many-bytes", WriteFix::squarePictures },
    { "picture-kind", WriteFix::squarePictures },
    { "picture-mime", WriteFix::squarePictures },
    { "picture-progressive", WriteFix::squarePictures },
    { "cue-sheet-beside", WriteFix::removeCueSheet },
    { "first-not-at-zero", WriteFix::firstAtZero },
} };

} // namespace

WriteFix fixFor (const LintRule& rule)
{
    if (rule.repair == LintRule::Repair::byWriting)
        return WriteFix::byWriting;

    const auto* found = std::ranges::find (table, rule.id, [] (const auto& row) { return row.first; });
    return found != table.end() ? found->second : WriteFix::none;
}

std::string labelOf (WriteFix fix)
{
    switch (fix)
    {
        case WriteFix::squarePictures:
            return tr ("Make the pictures square");
        case WriteFix::removeCueSheet:
            return tr ("Take the cue sheet out");
        case WriteFix::firstAtZero:
            return tr ("Begin the first chapter at 0:00");
        case WriteFix::replaceTags:
            return tr ("Replace title and album");
        case WriteFix::keepTags:
            return tr ("Keep the file\u2019s title and album");
        case WriteFix::none:
        case WriteFix::byWriting:
            break;
    }

    return {};
}

std::vector<WriteFix> fixesFor (const Findings& findings)
{
    std::vector<WriteFix> fixes;

    for (const auto& finding : findings)
        if (const auto fix = fixFor (*finding.rule);
            ! labelOf (fix).empty() && ! std::ranges::contains (fixes, fix))
            fixes.push_back (fix);

    return fixes;
}

} // namespace earmark
