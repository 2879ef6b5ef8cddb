// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/History.h"

namespace earmark
{

History::History (std::shared_ptr<const Document> document)
{
    steps.push_back ({ "Opened", std::move (document), {} });
}

void History::record (std::string name, std::shared_ptr<const Document> document, const std::string& series)
{
    const auto continues = ! series.empty() && at > 0 && steps[at].series == series && ! canRedo();
    steps.resize (at + 1);

    if (continues)
    {
        steps.back().document = std::move (document);
        return;
    }

    steps.push_back ({ std::move (name), std::move (document), series });

    std::size_t chapters = 0;

    for (const auto& step : steps)
        chapters += step.document->outline.chapters.size();

    while (steps.size() > maxSteps || (steps.size() > leastSteps && chapters > maxChaptersInHistory))
    {
        chapters -= steps.front().document->outline.chapters.size();
        steps.erase (steps.begin());
    }

    at = steps.size() - 1;
}

void History::record (std::string name, const Acceptance& acceptance)
{
    record (std::move (name), steps[at].document, {});
    steps[at].acceptance = acceptance;
}

void History::setMedia (const std::optional<MediaReference>& media)
{
    for (auto& step : steps)
    {
        auto changed = *step.document;
        changed.media = media;
        step.document = std::make_shared<const Document> (std::move (changed));
    }
}

} // namespace earmark
