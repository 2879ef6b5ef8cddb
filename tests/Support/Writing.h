// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Must.h"
#include "Tagging/TaggedFile.h"

#include <string>

namespace earmark::tests
{

/** Writes an outline's chapters into a file, leaving title and album alone. */
inline WritePlan
tagInPlace (const std::filesystem::path& file, const Outline& outline, EpisodeTags policy = EpisodeTags::keep)
{
    auto plan = must (planWrite (file, outline, { .episodeTags = policy }));
    must (carryOut (plan, file));
    return plan;
}

inline WritePlan stripInPlace (const std::filesystem::path& file)
{
    auto plan = must (planStrip (file));
    must (carryOut (plan, file));
    return plan;
}

/** Whether a notice has these words. */
inline bool says (const Notices& notices, std::string_view words)
{
    for (const auto& notice : notices)
        if (notice.message.find (words) != std::string::npos)
            return true;

    return false;
}

} // namespace earmark::tests
