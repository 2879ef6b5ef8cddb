// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Must.h"
#include "Tagging/Lint/FileLint.h"

#include <set>

namespace earmark::tests
{

/** The ids of the rules that are broken. */
inline std::set<std::string> idsOf (const Findings& findings)
{
    std::set<std::string> ids;

    for (const auto& finding : findings)
        ids.emplace (finding.rule->id);

    return ids;
}

inline std::set<std::string> brokenBy (const std::filesystem::path& file)
{
    return idsOf (must (lintFile (file)));
}

inline std::set<std::string> brokenBy (const Outline& outline, std::optional<Duration> length = {})
{
    return idsOf (lintOutline (outline, length));
}

} // namespace earmark::tests
