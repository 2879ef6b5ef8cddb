// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Services.h"

#include <string>
#include <vector>

namespace earmark
{

/** Files opened lately: projects, audio, outlines. They outlast the session. */
class RecentFiles
{
public:
    explicit RecentFiles (const Services& s) : services (s) {}

    /** The last first. */
    std::vector<std::string> paths() const;

    /** As the last. */
    void add (const std::string& path);

private:
    const Services& services;
};

} // namespace earmark
