// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/RecentFiles.h"

#include "Foundation/Text.h"

#include <algorithm>

namespace earmark
{

namespace
{

constexpr std::size_t maxRecent = 12;

} // namespace

std::vector<std::string> RecentFiles::paths() const
{
    std::vector<std::string> all;

    if (services.recall)
    {
        const auto text = services.recall ("recent");

        for (const auto line : splitLines (text))
            all.emplace_back (line);
    }

    return all;
}

void RecentFiles::add (const std::string& path)
{
    if (! services.remember || path.empty() || path.find ('\n') != std::string::npos)
        return;

    auto all = paths();
    std::erase (all, path);
    all.insert (all.begin(), path);
    all.resize (std::min (all.size(), maxRecent));
    std::string text;

    for (const auto& each : all)
        text += each + '\n';

    services.remember ("recent", text);
}

} // namespace earmark
