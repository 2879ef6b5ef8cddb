// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/Entries.h"
#include "Foundation/Result.h"

#include <string>

namespace earmark::outline
{

/** The lines around the list as the episode's description, in paragraphs as they stood, with a notice for each run of them. */
struct Description
{
    std::string text;
    Notices notices;
    std::vector<const Line*> lines; ///< those with content
};

Description describe (const std::vector<const Line*>& surrounding, const std::vector<Candidate>&);

} // namespace earmark::outline
