// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportWarnings.h"

#include "Model/Lint.h"

#include <algorithm>
#include <unordered_map>

namespace earmark
{

Notices warningsOfLength (const Outline& outline, const std::vector<LineFate>& lines, Duration lengthOfAudio)
{
    const auto rules = listRules();
    const auto rule =
        std::ranges::find_if (rules, [] (const auto& each) { return each.rule.id == "chapter-past-audio"; });

    if (rule == rules.end())
        return {};

    std::unordered_map<std::size_t, std::size_t> lineOf; // the first of each chapter; both counted from 1

    for (std::size_t i = 0; i < lines.size(); ++i)
        lineOf.emplace (lines[i].chapter, i + 1);

    Notices warnings;

    for (auto& complaint : rule->check ({ outline, lengthOfAudio }))
    {
        const auto line = lineOf.find (complaint.chapters.front().index + 1);
        warnings.push_back ({ Notice::Grade::warning,
                              std::move (complaint.sentence),
                              line == lineOf.end() ? Place {} : Place::atLine (line->second) });
    }

    return warnings;
}

} // namespace earmark
