// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/DocumentsPage.h"

#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

std::string summaryOf (const DocumentRow& row)
{
    const auto warnings =
        std::size_t (std::ranges::count (row.losses, Notice::Grade::warning, &Notice::grade));
    const auto count = row.losses.size();

    if (count == 0)
        return tr ("holds everything");

    return warnings > 0 ? tr (warnings, "{} warning", "{} warnings")
                        : tr (count, "{} thing is left out", "{} things are left out");
}

std::string headlineOf (const DocumentsPage& page)
{
    const auto good = std::size_t (std::ranges::count (page.published, true, &PublishedPlace::isGood));
    const auto bad = page.published.size() - good;

    switch (page.publishing)
    {
        case DocumentsPage::Publishing::nothing:
            return {};
        case DocumentsPage::Publishing::planning:
            return tr ("Looking at the audio files");
        case DocumentsPage::Publishing::audio:
            return tr ("Writing into the audio files");
        case DocumentsPage::Publishing::documents:
            return tr ("Writing the documents, and reading all back");
        case DocumentsPage::Publishing::done:
            break;
    }

    return bad == 0
               ? tr (good, "{} destination written, and it agrees", "{} destinations written, and all agree")
               : tr (bad,
                     "{} of {} destinations has a problem",
                     "{} of {} destinations have a problem",
                     page.published.size());
}

} // namespace earmark
