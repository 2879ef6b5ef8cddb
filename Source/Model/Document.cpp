// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Document.h"

#include <algorithm>

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
