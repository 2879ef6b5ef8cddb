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

    std::vector<std::size_t> late; // of those that the rule is about, counted from 1

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        if (const auto& chapter = outline.chapters[i];
            chapter.start >= Position (lengthOfAudio) && chapter.kind != Chapter::Kind::note)
            late.push_back (i + 1);

    std::unordered_map<std::size_t, std::size_t> lineOf; // the first of each chapter; both counted from 1

    for (std::size_t i = 0; i < lines.size(); ++i)
        lineOf.emplace (lines[i].chapter, i + 1);

    const auto sentences = rule->check ({ outline, lengthOfAudio });
    Notices warnings;

    for (std::size_t i = 0; i < std::min (late.size(), sentences.size()); ++i)
    {
        const auto line = lineOf.find (late[i]);
        warnings.push_back ({ Notice::Grade::warning,
                              sentences[i],
                              line == lineOf.end() ? Place {} : Place::atLine (line->second) });
    }

    return warnings;
}

} // namespace earmark
