// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WatchPage.h"

#include "Session/Paths.h"

#include <algorithm>
#include <format>

namespace earmark
{

std::size_t WatchPage::count (WatchNews::Kind kind) const
{
    return std::size_t (std::ranges::count (log, kind, &WatchNews::kind));
}

WriteLine lineOf (const WatchNews& news)
{
    using Tone = WriteLine::Tone;

    switch (news.kind)
    {
        case WatchNews::Kind::tagged:
            return { Tone::good,
                     std::format ("{} chapter{} written.", news.chapters, news.chapters == 1 ? "" : "s") };
        case WatchNews::Kind::already:
            return { Tone::quiet, "It has these chapters already." };
        case WatchNews::Kind::failed:
            return { Tone::bad, news.problem };
        case WatchNews::Kind::folderGone:
            return { Tone::warning, "The folder is gone; it is waited for." };
        case WatchNews::Kind::folderBack:
            return { Tone::plain, "The folder is back." };
    }

    return {};
}

std::string headlineOf (const WatchPage& page)
{
    if (page.folder.empty())
        return "Choose the folder that you render into";

    if (page.state == WatchPage::State::stopping)
        return "Stopping";

    if (page.state == WatchPage::State::off)
        return "Not watching";

    const auto failed = page.count (WatchNews::Kind::failed);
    return std::format ("Watching: {} written{}",
                        page.count (WatchNews::Kind::tagged),
                        failed > 0 ? std::format (", {} failed", failed) : std::string());
}

} // namespace earmark
