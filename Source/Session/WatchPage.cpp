// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WatchPage.h"

#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

std::size_t WatchPage::count (WatchNews::Kind kind) const
{
    return std::size_t (std::ranges::count (log, kind, &WatchNews::kind));
}

WriteLine lineOf (const WatchNews& news)
{
    using Tone = WriteLine::Tone;
    const auto done = [&] (Tone tone, std::string sentence)
    {
        return WriteLine { news.warnings.empty() ? tone : Tone::warning,
                           withWarnings (std::move (sentence), news) };
    };

    switch (news.kind)
    {
        case WatchNews::Kind::tagged:
            return done (Tone::good, tr (news.chapters, "{} chapter written.", "{} chapters written."));
        case WatchNews::Kind::already:
            return done (Tone::quiet, tr ("It has these chapters already."));
        case WatchNews::Kind::failed:
            return { Tone::bad, trMade (news.problem) };
        case WatchNews::Kind::folderGone:
            return { Tone::warning, tr ("The folder is gone; it is waited for.") };
        case WatchNews::Kind::folderBack:
            return { Tone::plain, tr ("The folder is back.") };
    }

    return {};
}

std::string withWarnings (std::string sentence, const WatchNews& news)
{
    for (const auto& warning : news.warnings)
        sentence += ' ' + trMade (warning);

    return sentence;
}

std::string headlineOf (const WatchPage& page)
{
    if (page.folder.empty())
        return tr ("Choose the folder that you render into");

    if (page.state == WatchPage::State::stopping)
        return tr ("Stopping");

    if (page.state == WatchPage::State::off)
        return tr ("Not watching");

    const auto written = page.count (WatchNews::Kind::tagged);
    const auto failed = page.count (WatchNews::Kind::failed);
    return failed > 0 ? tr ("Watching: {} written, {} failed", written, failed)
                      : tr ("Watching: {} written", written);
}

} // namespace earmark
