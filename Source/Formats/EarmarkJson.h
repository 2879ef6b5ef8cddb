// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Project.h"

#include <string>
#include <string_view>

namespace earmark
{

struct ProjectReading
{
    Project project;
    Notices notices;

    bool operator== (const ProjectReading&) const = default;
};

/** Reads Earmark's JSON with all that surrounds the outline, as project files have it; it may have no chapters yet. The audio's path
    is as it is written. Fails as the format `earmark-json` does. */
Result<ProjectReading> readProjectJson (std::string_view text);

/** The same text as writeDocument(), with the audio's reference as it is given. */
std::string writeProjectJson (const Project&);

} // namespace earmark
