// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/DocumentsPage.h"

#include <algorithm>
#include <format>

namespace earmark
{

std::string summaryOf (const DocumentRow& row)
{
    const auto warnings = std::ranges::count (row.losses, Notice::Grade::warning, &Notice::grade);
    const auto count = row.losses.size();

    if (count == 0)
        return "holds everything";

    return warnings > 0 ? std::format ("{} warning{}", warnings, warnings == 1 ? "" : "s")
                        : std::format ("{} {} left out", count, count == 1 ? "thing is" : "things are");
}

std::string headlineOf (const DocumentsPage& page)
{
    const auto good = std::ranges::count (page.published, true, &PublishedPlace::isGood);
    const auto bad = std::ssize (page.published) - good;

    switch (page.publishing)
    {
        case DocumentsPage::Publishing::nothing:
            return {};
        case DocumentsPage::Publishing::planning:
            return "Looking at the audio files";
        case DocumentsPage::Publishing::audio:
            return "Writing into the audio files";
        case DocumentsPage::Publishing::documents:
            return "Writing the documents, and reading all back";
        case DocumentsPage::Publishing::done:
            break;
    }

    return bad == 0 ? std::format ("{} destinations written, and all agree", good)
                    : std::format ("{} of {} destinations have a problem", bad, page.published.size());
}

} // namespace earmark
