// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Document.h"

#include <algorithm>
#include <utility>

namespace earmark
{

Position toEpisode (const Document& document, Position onHost)
{
    return Position (onHost - document.episodeStart);
}

Position toHost (const Document& document, Position inEpisode)
{
    return std::max (Position(), document.episodeStart + inEpisode.sinceStart());
}

Document startingAt (Document document, Position onHost)
{
    const auto later = onHost - std::exchange (document.episodeStart, onHost);
    const auto moved = [&] (Position at) { return std::max (Position(), at - later); };

    for (auto& chapter : document.outline.chapters)
    {
        chapter.start = moved (chapter.start);
        chapter.end = chapter.end && moved (*chapter.end) > chapter.start
                          ? std::optional (moved (*chapter.end))
                          : std::nullopt;
    }

    return document;
}

Document makeDocument (Outline outline)
{
    Document document;
    document.outline = std::move (outline);
    sortChapters (document.outline.chapters);

    for (auto& chapter : document.outline.chapters)
        chapter.id = ChapterId (document.nextId++);

    return document;
}

} // namespace earmark
